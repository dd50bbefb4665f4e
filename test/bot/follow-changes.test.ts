// Edits and deletions of a question: the bot's reply follows, or stays, whatever overtakes whatever.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/store/open-database.ts';
import type { StoredMessage } from '../../src/workspace/server/conversation/stored-message.ts';
import { CHANNELS, PEOPLE } from '../../src/workspace/server/state/seed.ts';
import { type Running, startRunning } from './running-bot.ts';

const channel = CHANNELS.questions.id;
const WATCH = 'how long do keepers stay awake on duty?';
const ISLAND = 'would I have to move to the island?';
const CHATTER = 'Lovely weather in the harbour today.';

const textOf = (message: StoredMessage | undefined) => JSON.stringify(message?.blocks ?? []);

let run: Running;
let folder: string;
let databasePath: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rolecall-follow-'));
  databasePath = join(folder, 'state.sqlite');
  run = await startRunning({ bot: { database: databasePath } });
});

afterAll(async () => {
  await run.stop();
  rmSync(folder, { recursive: true });
});

beforeEach(() => run.clock.advance(120_000));

async function ask(text: string, threadTs?: string): Promise<StoredMessage> {
  const asked = run.workspace.as(PEOPLE.candidate.id).post(channel, text, threadTs === undefined ? {} : { threadTs });
  await run.idle();
  return asked;
}

async function edit(message: StoredMessage, text: string): Promise<void> {
  run.workspace.as(PEOPLE.candidate.id).edit(message, text);
  await run.idle();
}

/** How often the bot changed or removed a message so far. */
const countChanges = () =>
  run.workspace.calls.filter(({ method }) => method === 'chat.update' || method === 'chat.delete').length;

/** Whether it still stands in the channel, if only as a tombstone. */
const isShown = (message: StoredMessage) => run.workspace.messages(channel).some(({ ts }) => ts === message.ts);

describe('an edit of the question', () => {
  it('into another question changes the reply where it stands', async () => {
    const asked = await ask(WATCH);
    const [reply] = run.replies(asked.ts);
    expect(textOf(reply)).toContain('six hours');
    await edit(asked, ISLAND);
    const replies = run.replies(asked.ts);
    expect(replies.map(({ ts }) => ts)).toEqual([reply?.ts]);
    expect(textOf(replies[0])).toContain('four rooms');
    expect(textOf(replies[0])).not.toContain('six hours');
  });

  it('into no question takes the reply back', async () => {
    const asked = await ask(WATCH);
    expect(run.replies(asked.ts)).toHaveLength(1);
    await edit(asked, CHATTER);
    expect(run.replies(asked.ts)).toEqual([]);
  });

  it('into no question leaves the reply where people have replied after it', async () => {
    const asked = await ask(WATCH);
    run.workspace.as(PEOPLE.otherCandidate.id).post(channel, 'Good to know, thank you!', { threadTs: asked.ts });
    await run.idle();
    await edit(asked, CHATTER);
    expect(run.replies(asked.ts)).toHaveLength(1);
  });

  it('back into a question is answered again', async () => {
    const asked = await ask(WATCH);
    await edit(asked, CHATTER);
    await edit(asked, ISLAND);
    expect(run.replies(asked.ts).map(textOf)).toEqual([expect.stringContaining('four rooms')]);
  });

  it('that corrects a typing error touches nothing', async () => {
    const before = countChanges();
    const asked = await ask('how long do keepers stay awke on duty?');
    expect(run.replies(asked.ts)).toHaveLength(1);
    await edit(asked, WATCH);
    expect(countChanges()).toBe(before);
  });

  it('of a mention, which Slack tells twice, leads to one reply', async () => {
    const before = countChanges();
    const asked = await ask(`@rolecall ${WATCH}`);
    await edit(asked, `@rolecall ${ISLAND}`);
    expect(run.replies(asked.ts).map(textOf)).toEqual([expect.stringContaining('four rooms')]);
    expect(countChanges()).toBe(before + 1);
  });

  it('leaves the choice of a person alone as long as the question stays the same', async () => {
    const asked = await ask(`@rolecall ${WATCH}`);
    const candidate = run.workspace.as(PEOPLE.candidate.id);
    const [reply] = run.replies(asked.ts);
    if (reply === undefined) throw new Error('no reply');
    await candidate.press(reply, 'Not what I asked');
    const offer = await run.workspace.waitFor(() => candidate.ephemerals.at(-1));
    await candidate.press(offer, 'Show this instead');
    await run.idle();
    const chosen = textOf(run.replies(asked.ts)[0]);
    expect(chosen).not.toContain('six hours');
    await edit(asked, `@rolecall ${WATCH} :)`);
    expect(textOf(run.replies(asked.ts)[0])).toBe(chosen);
  });
});

describe('a message edited into a question', () => {
  it('is answered within ten minutes', async () => {
    const said = await ask(CHATTER);
    await edit(said, WATCH);
    expect(run.replies(said.ts).map(textOf)).toEqual([expect.stringContaining('six hours')]);
  });

  it('is answered once, however often it is edited', async () => {
    const said = await ask(CHATTER);
    const candidate = run.workspace.as(PEOPLE.candidate.id);
    candidate.edit(said, WATCH);
    candidate.edit(said, `${WATCH} Please`);
    candidate.edit(said, ISLAND);
    await run.idle();
    expect(run.replies(said.ts).map(textOf)).toEqual([expect.stringContaining('four rooms')]);
  });

  it('is left alone after that', async () => {
    const said = await ask(CHATTER);
    run.clock.advance(11 * 60_000);
    await edit(said, WATCH);
    expect(run.replies(said.ts)).toEqual([]);
  });
});

describe('an answer that somebody brought by hand', () => {
  it('is not changed by an edit of the question, and the bot adds none of its own', async () => {
    const asked = await ask(WATCH);
    const [reply] = run.replies(asked.ts);
    const database = await openDatabase(databasePath);
    await database.updateTable('replies').set({ purpose: 'linked' }).where('ts', '=', String(reply?.ts)).execute();
    await database.destroy();
    await edit(asked, ISLAND);
    expect(run.replies(asked.ts)).toEqual([reply]);
    await edit(asked, CHATTER);
    expect(run.replies(asked.ts)).toEqual([reply]);
    run.workspace.as(PEOPLE.candidate.id).delete(asked);
    await run.idle();
    expect(run.replies(asked.ts)).toEqual([]);
  });
});

describe('what is no edit', () => {
  it('a first reply, a preview of a link: nothing is looked at again', async () => {
    const before = countChanges();
    const asked = await ask(`@rolecall ${WATCH} https://harbour.example/blog/keeper/`);
    expect(run.replies(asked.ts)).toHaveLength(1);
    expect(run.decisions.filter(({ message }) => message.ts === asked.ts).length).toBeLessThanOrEqual(2);
    expect(countChanges()).toBe(before);
  });
});

describe('a deleted question', () => {
  it('takes its reply along, though Slack tells of it as a tombstone', async () => {
    const asked = await ask(WATCH);
    expect(run.replies(asked.ts)).toHaveLength(1);
    run.workspace.as(PEOPLE.candidate.id).delete(asked);
    await run.idle();
    expect(run.replies(asked.ts)).toEqual([]);
    expect(isShown(asked)).toBe(false);
  });

  it('leaves its reply where people have replied after it', async () => {
    const asked = await ask(WATCH);
    run.workspace.as(PEOPLE.otherCandidate.id).post(channel, 'I wondered about that too.', { threadTs: asked.ts });
    await run.idle();
    run.workspace.as(PEOPLE.candidate.id).delete(asked);
    await run.idle();
    expect(run.replies(asked.ts)).toHaveLength(1);
  });

  it('within a thread takes its reply along, and only that', async () => {
    const asked = await ask(WATCH);
    const second = await ask(ISLAND, asked.ts);
    expect(run.replies(asked.ts)).toHaveLength(2);
    run.workspace.as(PEOPLE.candidate.id).delete(second);
    await run.idle();
    expect(run.replies(asked.ts).map(textOf)).toEqual([expect.stringContaining('six hours')]);
  });
});

describe('races', () => {
  it('edited before the reply is posted: the reply is the one to the edit', async () => {
    const candidate = run.workspace.as(PEOPLE.candidate.id);
    const asked = candidate.post(channel, WATCH);
    candidate.edit(asked, ISLAND);
    await run.idle();
    expect(run.replies(asked.ts).map(textOf)).toEqual([expect.stringContaining('four rooms')]);
  });

  it('edited into no question before the reply is posted: no reply stays', async () => {
    const candidate = run.workspace.as(PEOPLE.candidate.id);
    const asked = candidate.post(channel, WATCH);
    candidate.edit(asked, CHATTER);
    await run.idle();
    expect(run.replies(asked.ts)).toEqual([]);
  });

  it('deleted before the reply is posted: nothing stays in the thread or in the channel', async () => {
    const candidate = run.workspace.as(PEOPLE.candidate.id);
    const asked = candidate.post(channel, WATCH);
    candidate.delete(asked);
    await run.idle();
    expect(isShown(asked)).toBe(false);
    expect(run.workspace.botMessages(channel, asked.ts)).toEqual([]);
  });

  it('edited while the bot is posting: it looks again after it has posted', async () => {
    const candidate = run.workspace.as(PEOPLE.candidate.id);
    const asked = candidate.post(channel, WATCH);
    await run.workspace.waitFor(() => run.replies(asked.ts).length === 1);
    candidate.edit(asked, ISLAND);
    await run.idle();
    expect(run.replies(asked.ts).map(textOf)).toEqual([expect.stringContaining('four rooms')]);
  });

  it('deleted while the bot is posting: the reply goes', async () => {
    const candidate = run.workspace.as(PEOPLE.candidate.id);
    const asked = candidate.post(channel, WATCH);
    await run.workspace.waitFor(() => run.replies(asked.ts).length === 1);
    candidate.delete(asked);
    await run.idle();
    expect(run.workspace.botMessages(channel, asked.ts)).toEqual([]);
  });
});
