// What was said while the bot was away, or was heard and lost, is dealt with once it is back, once; people come first.
import { rmSync } from 'node:fs';
import Sqlite from 'libsql';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { replies as words } from '../../src/answer/wording.ts';
import type { StoredMessage } from '../../src/workspace/server/conversation/stored-message.ts';
import { CHANNELS, directChannelId, PEOPLE, TEAM } from '../../src/workspace/server/state/seed.ts';
import { shown } from './reading-replies.ts';
import { type Running, startRunning, until } from './running-bot.ts';
import { lastNotice, onlyReply, post, press } from './team-steps.ts';

const { candidate, otherCandidate, teamMember } = PEOPLE;
const questions = CHANNELS.questions.id;
const WATCH = 'How long is a watch at the lighthouse?';
const ISLAND = 'would I have to move to the island?';

let run: Running;

beforeAll(async () => {
  run = await startRunning({
    keepsState: true,
    failing: true,
    bot: { pace: { catchUp: 100 } },
    workspace: { losesUnheard: true },
  });
});

afterAll(async () => await run.stop());

beforeEach(() => run.clock.advance(120_000));

const say = (text: string, user: { readonly id: string } = candidate, channel: string = questions, threadTs?: string) =>
  run.workspace.as(user.id).post(channel, text, threadTs === undefined ? {} : { threadTs });

const runs = () => run.workspace.calls.filter(({ method }) => method === 'users.conversations').length;

/** It looks, and what follows from that is done. */
async function caughtUp(begin: () => void | Promise<void>): Promise<void> {
  const before = runs();
  await begin();
  await until(async () => runs() > before);
  await run.idle();
}

/** The bot is away while `happen` happens, for three minutes. */
async function away(happen: () => void): Promise<void> {
  await run.bot.stop();
  happen();
  run.clock.advance(180_000);
  await caughtUp(() => run.restart());
}

async function unanswered(): Promise<string> {
  await run.workspace.as(teamMember.id).command(questions, '/role unanswered');
  await run.idle();
  return shown(lastNotice(run, teamMember.id));
}

const textsTo = ({ channel, ts }: StoredMessage) => run.workspace.botMessages(channel, ts).map(shown);

describe('after it was away', () => {
  test('what was asked is answered where it was asked, marked as late, once', async () => {
    const asked: StoredMessage[] = [];
    await away(() => {
      asked.push(say(WATCH), say(`@rolecall ${ISLAND}`), say('lunch, anyone?'));
      asked.push(say(WATCH, otherCandidate, directChannelId(otherCandidate.id)));
    });
    await caughtUp(() => run.clock.advance(6 * 60_000));
    await caughtUp(() => run.restart());
    const [watch, island, lunch] = asked.map(textsTo);
    expect(watch).toEqual([expect.stringContaining('six hours')]);
    expect(island).toEqual([expect.stringContaining('four rooms')]);
    expect(lunch).toEqual([]);
    const direct = run.workspace.botMessages(directChannelId(otherCandidate.id)).map(shown);
    expect(direct).toEqual([expect.stringContaining('six hours')]);
    for (const text of [watch, island, direct].flat()) expect(text).toContain(words.late);
  });

  test('what somebody has answered is left alone, mentions excepted', async () => {
    const asked: StoredMessage[] = [];
    await away(() => {
      asked.push(say(WATCH, otherCandidate), say(`@rolecall ${WATCH}`, otherCandidate));
      for (const { ts } of asked) say('Six hours, I think.', candidate, questions, ts);
    });
    expect(asked.map((message) => textsTo(message).length)).toEqual([0, 1]);
    expect(run.decisions.map(({ decision }) => decision.reason)).toContain('answered-by-person');
  });

  test('what was asked longer ago than CATCH_UP_MINUTES, or before it first came, is left alone', async () => {
    let old: StoredMessage | null = null;
    await away(() => {
      old = say(WATCH, otherCandidate);
      run.clock.advance(3_600_000);
    });
    expect(old === null ? null : textsTo(old)).toEqual([]);
    const before = run.replies().length;
    await away(() => {
      say(WATCH, otherCandidate);
      rmSync(run.databasePath);
    });
    expect(run.replies()).toHaveLength(before);
  });

  test('a follow-up in a thread of its own is answered', async () => {
    const asked = await post(run, WATCH, { user: otherCandidate.id });
    await away(() => say(ISLAND, otherCandidate, questions, asked.ts));
    expect(textsTo(asked).at(-1)).toContain('four rooms');
  });

  test('a question that was taken back before anybody answered it waits no more', async () => {
    const TAKEN = 'Do keepers get a bicycle for the causeway?';
    await run.workspace.as(teamMember.id).command(questions, '/role office-hours start Drop in');
    await run.idle();
    const asked = await post(run, TAKEN);
    const kept = await post(run, 'Is there a swimming pool on the rock?', { user: otherCandidate.id });
    const board = () =>
      run.workspace
        .botMessages(CHANNELS.team.id)
        .map(shown)
        .findLast((text) => text.includes('*Office hours'));
    await until(async () => board()?.includes('bicycle') === true && board()?.includes('swimming') === true);
    expect(await unanswered()).toContain('bicycle');
    await away(() => run.workspace.as(candidate.id).delete(asked));
    expect(await unanswered()).not.toContain('bicycle');
    expect(await unanswered()).toContain('swimming');
    await until(async () => board()?.includes('bicycle') === false);
    expect(board()).toContain('swimming');
    await run.workspace.as(teamMember.id).command(questions, '/role office-hours stop');
    run.workspace.as(otherCandidate.id).delete(kept);
    await run.idle();
  });

  test('edits and deletions are followed', async () => {
    const edited = await post(run, WATCH);
    const deleted = await post(run, WATCH, { user: otherCandidate.id });
    const parent = await post(run, '@rolecall hello');
    const inThread = await post(run, `@rolecall ${WATCH}`, { threadTs: parent.ts });
    await away(() => {
      run.workspace.as(candidate.id).edit(edited, ISLAND);
      run.workspace.as(otherCandidate.id).delete(deleted);
      run.workspace.as(candidate.id).delete(inThread);
    });
    expect(textsTo(edited)).toEqual([expect.stringContaining('four rooms')]);
    expect(textsTo(deleted)).toEqual([]);
    expect(textsTo(parent).join()).not.toContain('six hours');
  });
});

describe('what was heard and lost', () => {
  test('is taken up within five minutes where the database did not answer', async () => {
    const database = new Sqlite(run.databasePath);
    database.exec('ALTER TABLE claims RENAME TO claims_away');
    const lost = await post(run, WATCH);
    database.exec('ALTER TABLE claims_away RENAME TO claims');
    database.exec('ALTER TABLE decisions RENAME TO decisions_away');
    const unread = await post(run, WATCH, { user: otherCandidate.id });
    database.exec('ALTER TABLE decisions_away RENAME TO decisions');
    database.close();
    expect([textsTo(lost), textsTo(unread)]).toEqual([[], []]);
    await caughtUp(() => run.clock.advance(6 * 60_000));
    expect([...textsTo(lost), ...textsTo(unread)]).toEqual([
      expect.stringContaining('six hours'),
      expect.stringContaining('six hours'),
    ]);
  });

  test('is looked for as soon as a lost connection is open again', async () => {
    await caughtUp(() => run.workspace.socketMode.dropConnections());
    expect(run.workspace.socketMode.connectionCount).toBe(1);
  });

  test('an edit of which nothing followed is followed', async () => {
    const asked = await post(run, WATCH);
    const database = new Sqlite(run.databasePath);
    database.exec('ALTER TABLE decisions RENAME TO decisions_away');
    run.workspace.as(candidate.id).edit(asked, ISLAND);
    await run.idle();
    database.exec('ALTER TABLE decisions_away RENAME TO decisions');
    database.close();
    expect(textsTo(asked)).toEqual([expect.stringContaining('six hours')]);
    await caughtUp(() => run.clock.advance(6 * 60_000));
    expect(textsTo(asked)).toEqual([expect.stringContaining('four rooms')]);
  });
});

test('what is on its way while the history is read stays decided as it was', async () => {
  const asked = say(WATCH);
  const reads = () => run.workspace.calls.filter(({ method }) => method === 'conversations.history').length;
  run.slack.fail('chat.postMessage', {
    answer: null,
    meanwhile: async () => {
      const before = reads();
      say('And sometimes eight.', teamMember, questions, asked.ts);
      run.clock.advance(6 * 60_000);
      await until(async () => reads() > before);
      await new Promise((resolve) => setTimeout(resolve, 200));
    },
  });
  await run.idle();
  const decided = run.decisions.filter(({ message }) => message.ts === asked.ts);
  expect(decided.map(({ decision }) => decision.kind)).toEqual(['answer']);
  expect(textsTo(asked)).toHaveLength(1);
});

test('what was removed or forgotten is not answered again', async () => {
  const removed = await post(run, WATCH);
  await press(run, candidate.id, onlyReply(run, removed.ts), 'Remove');
  const forgotten = await post(run, WATCH, { user: otherCandidate.id });
  await run.workspace.as(otherCandidate.id).command(questions, '/role forget-me');
  await run.idle();
  const decided = run.decisions.length;
  await caughtUp(() => run.clock.advance(6 * 60_000));
  expect(textsTo(removed)).toEqual([]);
  expect(textsTo(forgotten)).toHaveLength(1);
  expect(run.decisions).toHaveLength(decided);
});

test('a thread that one of the team has answered is left alone, mentions excepted', async () => {
  const asked = await post(run, WATCH);
  await post(run, 'And sometimes eight.', { user: teamMember.id, threadTs: asked.ts });
  await post(run, ISLAND, { threadTs: asked.ts });
  expect(run.decisions.at(-1)?.decision.reason).toBe('answered-by-person');
  await post(run, `@rolecall ${ISLAND}`, { threadTs: asked.ts });
  expect(textsTo(asked)).toHaveLength(2);
});

test('an edit that another process saw first is followed, though the process that answered ended before it could look', async () => {
  const asked = await post(run, WATCH);
  const database = new Sqlite(run.databasePath);
  const { ts } = asked;
  const message = { team: TEAM.id, channel: questions, ts, threadTs: null, user: candidate.id, text: ISLAND };
  const json = JSON.stringify({ ...message, surface: 'channel', isBroadcast: false });
  database
    .prepare('INSERT INTO changes VALUES (?, ?, ?, ?, ?, ?, ?, 1)')
    .run(TEAM.id, questions, ts, candidate.id, json, `${Number(ts) + 1}`, new Date(run.clock.now()).toISOString());
  database.prepare('UPDATE decisions SET done = 0 WHERE ts = ?').run(ts);
  database.close();
  await caughtUp(() => run.clock.advance(6 * 60_000));
  expect(textsTo(asked)).toEqual([expect.stringContaining('four rooms')]);
});

test('what is answered late does not count against what is asked now', async () => {
  const asked: StoredMessage[] = [];
  await away(() => {
    for (const text of [WATCH, ISLAND, WATCH, ISLAND, WATCH]) {
      asked.push(say(text, otherCandidate));
      run.clock.advance(90_000);
    }
  });
  expect(asked.map((message) => textsTo(message).length)).toEqual([1, 1, 1, 1, 1]);
  const now = await post(run, WATCH, { user: otherCandidate.id });
  expect(textsTo(now)).toHaveLength(1);
});
