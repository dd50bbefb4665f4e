// Reactions on a question show how it stands, where the channel wants that: off by default, and nothing depends on them.
import Sqlite from 'libsql';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { StoredMessage } from '../../src/workspace/server/conversation/stored-message.ts';
import { PEOPLE } from '../../src/workspace/server/state/seed.ts';
import { refusal } from '../slack/failing-slack.ts';
import { MANIFEST, type Running, startForTest, startRunning, until } from './running-bot.ts';
import {
  askTheTeam,
  lastCard,
  modalOf,
  onlyReply,
  post,
  press,
  questions,
  submit,
  UNCOVERED,
  viewText,
} from './team-steps.ts';

const { candidate, teamMember, otherCandidate } = PEOPLE;
const WATCH = 'How long is a watch at the lighthouse?';
const ISLAND = 'would I have to move to the island?';
const looking = 'eyes';
const answered = 'white_check_mark';
const withTeam = 'busts_in_silhouette';
const down = { answer: { status: 503, body: '' } };

let run: Running;

beforeAll(async () => {
  run = await startRunning({ failing: true, keepsState: true });
  await setReactions(run, true);
});

afterAll(async () => await run.stop());

beforeEach(() => run.clock.advance(120_000));

afterEach(() => run.slack.release());

async function setReactions(running: Running, isOn: boolean): Promise<string> {
  await running.workspace.as(teamMember.id).command(questions, '/role settings');
  await running.idle();
  await submit(running, teamMember.id, { Reactions: isOn ? ['on'] : [] });
  return viewText(modalOf(running, teamMember.id));
}

const on = (message: StoredMessage, running = run): readonly string[] =>
  (running.workspace.current(message)?.reactions ?? []).map(({ name }) => name);

/** What the bot asked of Slack about reactions on this message, in order. */
const asked = ({ ts }: StoredMessage, running = run): readonly string[] =>
  running.workspace.calls
    .filter(({ method, args }) => method.startsWith('reactions.') && args['timestamp'] === ts)
    .map(({ method, args }) => `${method.slice('reactions.'.length)} ${args['name']}`);

async function shows(message: StoredMessage, ...reactions: readonly string[]): Promise<void> {
  await until(async () => JSON.stringify(on(message)) === JSON.stringify(reactions));
}

/** Everything that was kept for Slack is done. */
const settled = () => until(async () => countKept() === 0);

function countKept(): number {
  const database = new Sqlite(run.databasePath);
  const { count } = database.prepare('SELECT count(*) AS count FROM outbox').get([]) as { count: number };
  database.close();
  return count;
}

test('nothing is reacted to where nobody has asked for it', async () => {
  const fresh = await startForTest();
  const question = await post(fresh, `@rolecall ${WATCH}`);
  const open = await post(fresh, UNCOVERED);
  await press(fresh, candidate.id, onlyReply(fresh, open.ts), 'Ask the team');
  expect([question, open].flatMap((message) => asked(message, fresh))).toEqual([]);
});

describe('where the team has switched them on', () => {
  test('an answered question carries one, with one call; what is left alone carries none', async () => {
    const chatter = await post(run, 'The ferry was late again this morning.');
    const question = await post(run, WATCH);
    await shows(question, answered);
    await settled();
    expect([asked(question), asked(chatter)]).toEqual([[`add ${answered}`], []]);
  });

  test('a question that the notes do not answer carries none, until the team has it, and until it is answered', async () => {
    const { asked: question, card } = await askTheTeam(run);
    await shows(question, withTeam);
    expect(asked(question)).toEqual([`add ${withTeam}`]);
    await press(run, teamMember.id, card, 'Write an answer');
    await submit(run, teamMember.id, { text: 'Dogs are welcome on deck.' });
    await shows(question, answered);
    await settled();
    expect(asked(question)).toEqual([`add ${withTeam}`, `remove ${withTeam}`, `add ${answered}`]);
  });

  test.each([
    ['is answered', WATCH, [answered]],
    ['is not', 'is there a bowling alley?', []],
  ])('a mention that %s is looked at no more, though Slack sends it twice', async (_, text, reactions) => {
    const question = await post(run, `@rolecall ${text}`);
    run.clock.advance(5000);
    await settled();
    expect(on(question)).toEqual(reactions);
  });

  test('*Not for us* takes it off', async () => {
    const { asked: question, card } = await askTheTeam(run, '@rolecall can I bring my goat along?');
    await shows(question, withTeam);
    await press(run, teamMember.id, card, 'Not for us');
    await shows(question);
  });

  test('a linked answer puts it on, and *Delete* takes it off', async () => {
    const { asked: question, card } = await askTheTeam(run, '@rolecall can I bring my piano along?');
    await press(run, teamMember.id, card, 'Link an answer');
    await submit(run, teamMember.id, { remember: [] });
    await shows(question, answered);
    const reply = run.replies(question.ts).at(-1);
    if (reply === undefined) throw new Error('Nothing was linked');
    await press(run, teamMember.id, reply, 'Remove');
    await shows(question);
  });

  test('a question edited into something else loses it, and gets it back', async () => {
    const question = await post(run, WATCH);
    await shows(question, answered);
    const member = run.workspace.as(candidate.id);
    member.edit(question, 'The ferry was late again this morning.');
    await run.idle();
    await shows(question);
    member.edit(question, ISLAND);
    await run.idle();
    await shows(question, answered);
  });

  test('of a deleted question nothing is asked any more', async () => {
    const question = await post(run, WATCH);
    await shows(question, answered);
    run.workspace.as(candidate.id).delete(question);
    await run.idle();
    await settled();
    expect(asked(question)).toEqual([`add ${answered}`]);
  });

  test("other people's reactions stay", async () => {
    const question = await post(run, WATCH);
    await shows(question, answered);
    run.workspace.as(otherCandidate.id).react(question, answered);
    await press(run, candidate.id, onlyReply(run, question.ts), 'Remove');
    await until(async () => asked(question).length === 2);
    expect(run.workspace.current(question)?.reactions).toEqual([{ name: answered, userIds: [otherCandidate.id] }]);
  });

  test('switched off again, the next change takes off what stands, and nothing new comes', async () => {
    const question = await post(run, WATCH);
    await shows(question, answered);
    await setReactions(run, false);
    await press(run, candidate.id, onlyReply(run, question.ts), 'Remove');
    await shows(question);
    const next = await post(run, `@rolecall ${ISLAND}`);
    await settled();
    expect(asked(next)).toEqual([]);
    await setReactions(run, true);
  });
});

describe('what Slack says to it', () => {
  test('a lost answer, 503 or a limit: put on later, and once', async () => {
    run.slack.fail('reactions.add', { answer: 'lost', isDone: true });
    run.slack.fail('reactions.add', down);
    run.slack.fail('reactions.add', { answer: { status: 429, body: '', headers: { 'retry-after': '61' } } });
    const question = await post(run, WATCH);
    expect(run.replies(question.ts)).toHaveLength(1);
    await until(async () => {
      run.clock.advance(70_000);
      return countKept() === 0;
    });
    expect(on(question)).toEqual([answered]);
    // The last one heard that it was there already, and that is as good.
    expect(run.log()).not.toContain('already_reacted"');
  });

  test('what was kept is put on after a restart', async () => {
    run.slack.fail('reactions.add', down, 2);
    const question = await post(run, WATCH);
    await until(async () => run.log().includes('"method":"reactions.add","code":"http_503"'));
    await run.restart();
    run.slack.release();
    run.clock.advance(11 * 60_000);
    await shows(question, answered);
  });

  test('somebody has taken the reaction off: no_reaction is as good as done', async () => {
    const { asked: question, card } = await askTheTeam(run, '@rolecall can I bring my canoe along?');
    await shows(question, withTeam);
    run.slack.fail('reactions.remove', { answer: refusal('no_reaction'), isDone: true });
    await press(run, teamMember.id, card, 'Write an answer');
    await submit(run, teamMember.id, { text: 'Canoes are welcome.' });
    await shows(question, answered);
  });

  test.each(['too_many_reactions', 'message_not_found', 'thread_locked'])(
    '%s: given up, and all else goes on',
    async (code) => {
      run.slack.fail('reactions.add', { answer: refusal(code) });
      const question = await post(run, WATCH);
      await settled();
      expect([on(question), run.replies(question.ts).length]).toEqual([[], 1]);
    },
  );
});

test('an app installed before: who switches them on is told, the log says once what to do, and all else works', async () => {
  const manifest = structuredClone(MANIFEST);
  manifest.oauth_config.scopes.bot = manifest.oauth_config.scopes.bot.filter(
    (scope: string) => scope !== 'reactions:write',
  );
  const old = await startForTest({ workspace: { manifest } });
  expect(await setReactions(old, true)).toContain('reactions:write');
  for (const text of [WATCH, ISLAND]) {
    const question = await post(old, text);
    expect(old.replies(question.ts)).toHaveLength(1);
    await until(async () => asked(question, old).length === 1);
  }
  await until(async () => old.log().includes('missing_scope'));
  expect(old.log().match(/missing_scope/g)).toHaveLength(1);
  expect(old.log()).toContain('paste manifest.yml');
});

test('while people may answer first it is being looked at; somebody who answers ends that', async () => {
  const slow = await startForTest({ env: { ANSWER_DELAY: '120' } });
  await setReactions(slow, true);
  const [first, second] = [await post(slow, WATCH), await post(slow, ISLAND, { user: otherCandidate.id })];
  for (const question of [first, second]) await until(async () => on(question, slow).join() === looking);
  await post(slow, 'About six hours.', { user: otherCandidate.id, threadTs: first.ts });
  slow.clock.advance(121_000);
  await until(async () => on(first, slow).length === 0 && on(second, slow).join() === answered);
});

test('in draft mode it is with the team, and answered once the team posts it', async () => {
  const drafting = await startForTest({ env: { CHANNEL_MODE: 'draft' } });
  await setReactions(drafting, true);
  const question = await post(drafting, WATCH);
  await until(async () => on(question, drafting).join() === withTeam);
  await press(drafting, teamMember.id, lastCard(drafting), 'Post');
  await until(async () => on(question, drafting).join() === answered);
});

test('a reply that Slack takes late is being looked at meanwhile', async () => {
  run.slack.fail('chat.postMessage', down, 3);
  const question = await post(run, WATCH);
  run.clock.advance(1100);
  await shows(question, looking);
  run.clock.advance(60_000);
  await shows(question, answered);
  await settled();
  expect(asked(question)).toEqual([`add ${looking}`, `remove ${looking}`, `add ${answered}`]);
});
