// Many replies to bring up to date: one after another with a pause between, whatever Slack says to some of them.
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Entry } from '../../../src/knowledge/entry.ts';
import { KyselyOutboxStore } from '../../../src/store/kysely-outbox-store.ts';
import { KyselyReplyStore } from '../../../src/store/kysely-reply-store.ts';
import { openDatabase } from '../../../src/store/open-database.ts';
import { KeyedMutex } from '../../../src/use-cases/delivery/keyed-mutex.ts';
import { ChatError } from '../../../src/use-cases/interfaces/chat.ts';
import type { StoredReply } from '../../../src/use-cases/interfaces/reply-store.ts';
import { updateReplies } from '../../../src/use-cases/maintenance/update-replies.ts';

const entry: Entry = {
  key: '0123456789abcdef',
  note: 'note.md',
  id: 'how-long',
  question: 'How long?',
  anchor: 'how-long',
  url: 'https://harbour.example/#how-long',
  answer: 'Six hours.',
  phrasings: [],
  post: {
    note: 'note.md',
    title: 'Note',
    date: null,
    authors: [],
    url: 'https://harbour.example/',
    closed: false,
    deadline: null,
  },
};

function toReply(place: number, fingerprint: string | null = 'of an older text'): StoredReply {
  const ts = `1700000000.${String(place).padStart(6, '0')}`;
  return {
    team: 'T1',
    channel: `C${place % 3}`,
    ts,
    threadTs: ts,
    questionTs: ts,
    asker: 'U1',
    kind: 'answer',
    purpose: 'auto',
    entries: [
      { entryKey: entry.key, question: entry.question, asked: 'how?', passage: null, updatedAt: null, fingerprint },
    ],
    alreadyAnswered: [],
    notCovered: [],
    byline: null,
    postedAt: 0,
  };
}

const summary = { posts: 1, phrasings: 0, unlinked: 0, faults: [], taken: [] };
const thresholds = { answerInChannel: 0.9, answerWhenAsked: 0.5, suggest: 0.3, suggestInChannel: 1, leniency: 1 };

/** `refuse`: Slack's code for an update of this reply, or null. `others`: entries of the notes beside the one. */
async function start(replies: readonly StoredReply[], refuse: (ts: string) => string | null = () => null, others = 0) {
  const database = await openDatabase(':memory:');
  onTestFinished(() => database.destroy());
  const store = new KyselyReplyStore(database);
  const outbox = new KyselyOutboxStore(database);
  for (const reply of replies) await store.save(reply);
  const held = new Map([[entry.key, entry]]);
  const events: string[] = [];
  const log = (fields: object, message: string) => events.push(`${message} ${JSON.stringify(fields)}`);
  const dependencies = {
    chat: {
      update: async (_: string, ts: string) => {
        events.push('update');
        const code = refuse(ts);
        const failure = code?.startsWith('http_') === true ? 'unanswered' : 'refused';
        if (code !== null) throw new ChatError('chat.update', code, { failure });
      },
      delete: async () => {},
    },
    replies: store,
    outbox,
    notes: { findAll: async () => held, summarise: async () => ({ ...summary, entries: held.size + others }) },
    searcher: { match: async () => ({ results: [], thresholds, reading: 'words' as const }) },
    clock: { now: () => 5 },
    logger: { info: log, warn: log, error: log },
    locks: new KeyedMutex(),
    staleAfterDays: 180,
  };
  const pause = async () => {
    events.push('pause');
  };
  return { store, outbox, held, events, update: () => updateReplies(dependencies, { pause }), stop: dependencies };
}

describe('updateReplies', () => {
  it('pauses between two updates, tells how far it is, and finds nothing to do afterwards', async () => {
    const { events, update, store } = await start(Array.from({ length: 60 }, (_, place) => toReply(place)));
    expect(await update()).toBe(60);
    const steps = events.filter((event) => event === 'update' || event === 'pause');
    expect(steps).toEqual(['update', ...Array.from({ length: 59 }, () => ['pause', 'update']).flat()]);
    expect(events.filter((event) => event.startsWith('Replies brought'))).toEqual([
      'Replies brought up to date {"done":25,"count":60}',
      'Replies brought up to date {"done":50,"count":60}',
      'Replies brought up to date {"done":60,"count":60}',
    ]);
    expect((await store.find('T1', 'C0', toReply(0).ts))?.entries[0]).toMatchObject({ updatedAt: 5, asked: 'how?' });
    expect(await update()).toBe(0);
  });

  it('goes through more replies than a page holds, and leaves those alone that never showed an answer', async () => {
    const { update } = await start(
      Array.from({ length: 450 }, (_, place) => toReply(place, place < 445 ? null : 'old')),
    );
    expect(await update()).toBe(5);
  });

  it.each(['edit_window_closed', 'is_inactive', 'cant_update_message', 'channel_not_found', 'msg_too_long'])(
    'gives up on a reply of which Slack says %s',
    async (code) => {
      const { store, outbox, update } = await start([toReply(0)], () => code);
      expect(await update()).toBe(1);
      expect(await update()).toBe(0);
      expect(await store.find('T1', 'C0', toReply(0).ts)).not.toBeNull();
      expect(await outbox.listDue(4e12, 10)).toEqual([]);
    },
  );

  it('forgets a reply that is gone, and leaves one that Slack did not take to be tried again', async () => {
    const codes = ['message_not_found', 'http_503'];
    const replies = [toReply(0), toReply(1)];
    const { store, outbox, update } = await start(
      replies,
      (ts) => codes[replies.findIndex((reply) => reply.ts === ts)] ?? null,
    );
    expect(await update()).toBe(2);
    expect(await store.find('T1', 'C0', toReply(0).ts)).toBeNull();
    expect(await update()).toBe(0);
    const [left] = await outbox.listDue(4e12, 10);
    expect(left?.work).toMatchObject({ kind: 'update', place: { ts: toReply(1).ts } });
  });

  it('stops where a pause is broken off, and does the rest next time', async () => {
    const { stop, update } = await start([toReply(0), toReply(1)]);
    const broken = updateReplies(stop, {
      pause: async () => {
        throw new Error('stopping');
      },
    });
    await expect(broken).rejects.toThrow('stopping');
    expect(await update()).toBe(1);
  });

  it('looks again before each update: what was removed meanwhile is not touched', async () => {
    const { store, events, stop } = await start([toReply(0), toReply(3)]);
    await updateReplies(stop, { pause: async () => await store.remove('T1', 'C0', toReply(3).ts) });
    expect(events.filter((event) => event === 'update')).toHaveLength(1);
  });

  it('marks a reply once whose entry is no longer in the notes', async () => {
    const { held, update } = await start([toReply(0)], () => null, 3);
    held.clear();
    expect([await update(), await update()]).toEqual([1, 0]);
  });

  it('takes notes without any entry for a folder that is empty for a moment', async () => {
    const { held, update } = await start([toReply(0)]);
    held.clear();
    expect(await update()).toBe(0);
  });
});
