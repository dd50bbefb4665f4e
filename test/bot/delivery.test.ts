// What Slack does not answer, refuses or takes its time for: nothing is lost, nothing stands twice, nothing is left standing.
import Sqlite from 'libsql';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { CHANNELS, PEOPLE } from '../../src/workspace/server/state/seed.ts';
import { refusal, unanswered } from '../slack/failing-slack.ts';
import { shown } from './reading-replies.ts';
import { type Running, startRunning, until } from './running-bot.ts';
import { askTheTeam, lastCard, lastNotice, modalOf, onlyReply, post, press, submit, viewText } from './team-steps.ts';

const { candidate, teamMember } = PEOPLE;
const questions = CHANNELS.questions.id;
const team = CHANNELS.team.id;
const WATCH = 'How long is a watch at the lighthouse?';
const ISLAND = 'would I have to move to the island?';

let run: Running;

beforeAll(async () => {
  run = await startRunning({ failing: true, keepsState: true });
});

afterAll(async () => await run.stop());

beforeEach(() => run.clock.advance(120_000));

afterEach(() => run.slack.release());

const down = { answer: { status: 503, body: '' } };

/** Later: what was put off is due. */
async function later(isDone: () => boolean): Promise<void> {
  run.clock.advance(11 * 60_000);
  await until(async () => isDone());
  await run.idle();
}

describe.each(Object.entries(unanswered))('%s in the place of the answer to a post', (_, answer) => {
  test.each([true, false])('a mention, told by two events, gets one reply (carried out: %s)', async (isDone) => {
    run.slack.fail('chat.postMessage', { answer, isDone });
    const asked = await post(run, `@rolecall ${WATCH}`);
    expect(run.replies(asked.ts).map(shown)).toEqual([expect.stringContaining('six hours')]);
    await press(run, candidate.id, onlyReply(run, asked.ts), 'Helpful');
    expect(lastNotice(run, candidate.id).text).not.toContain('do not know');
  });
});

describe('an answer that is lost after the post was carried out', () => {
  const lost = { answer: 'lost', isDone: true } as const;

  test('is shared once', async () => {
    const before = run.replies().length;
    await run.workspace.as(candidate.id).command(questions, `/role ${WATCH}`);
    await run.idle();
    const answer = lastNotice(run, candidate.id);
    run.slack.fail('chat.postMessage', lost);
    await press(run, candidate.id, answer, 'Share in channel');
    expect(run.replies().length).toBe(before + 1);
  });

  test('leads to one message to the team, whose buttons work', async () => {
    const before = run.workspace.botMessages(team).length;
    const asked = await post(run, '@rolecall can I bring my dog along?');
    run.slack.fail('chat.postMessage', lost);
    await press(run, candidate.id, onlyReply(run, asked.ts), 'Ask the team');
    expect(run.workspace.botMessages(team).length).toBe(before + 1);
    await press(run, teamMember.id, lastCard(run), 'Not for us');
    expect(run.replies(asked.ts)).toHaveLength(2);
  });
});

describe('a reply to a question that is deleted while it is posted', () => {
  test.each([null, 'lost'] as const)(
    'leaves nothing behind (answer: %s), even where Slack does not delete at first',
    async (answer) => {
      const before = run.replies();
      const member = run.workspace.as(candidate.id);
      const asked = member.post(questions, WATCH);
      run.slack.fail('chat.postMessage', { answer, isDone: true, meanwhile: () => member.delete(asked) });
      run.slack.fail('chat.delete', down, 3);
      await run.idle();
      await later(() => run.replies().length === before.length);
      expect(run.replies()).toEqual(before);
    },
  );
});

describe('an answered question that is deleted', () => {
  test.each([
    ['503', down],
    ['internal_error', { answer: refusal('internal_error') }],
    ['cant_delete_message', { answer: refusal('cant_delete_message') }],
  ])('is forgotten at once, and its reply goes as soon as Slack lets it (%s)', async (_, failure) => {
    const asked = await post(run, `@rolecall ${WATCH} And can I bring my horse along?`);
    expect(run.replies(asked.ts)).toHaveLength(1);
    run.slack.fail('chat.delete', failure, failure === down ? 3 : 1);
    run.workspace.as(candidate.id).delete(asked);
    await run.idle();
    await run.workspace.as(teamMember.id).command(questions, '/role unanswered');
    await run.idle();
    expect(shown(lastNotice(run, teamMember.id))).not.toContain('horse');
    await later(() => run.replies(asked.ts).length === 0);
  });
});

describe('an answered question that is edited', () => {
  test('has its reply changed after a restart where Slack did not do it before', async () => {
    const asked = await post(run, WATCH);
    run.slack.fail('chat.update', down, 3);
    run.workspace.as(candidate.id).edit(asked, ISLAND);
    await run.idle();
    expect(shown(onlyReply(run, asked.ts))).toContain('six hours');
    await run.restart();
    await later(() => run.replies(asked.ts).map(shown).join().includes('four rooms'));
    expect(shown(onlyReply(run, asked.ts))).not.toContain('six hours');
  });

  test('is answered anew where the reply was deleted unseen', async () => {
    const asked = await post(run, WATCH);
    run.slack.fail('chat.update', { answer: refusal('message_not_found') });
    run.workspace.as(candidate.id).edit(asked, ISLAND);
    await run.idle();
    expect(run.replies(asked.ts).map(shown).at(-1)).toContain('four rooms');
  });
});

describe('an answer repeated in its thread', () => {
  test('is given again where the earlier one is gone', async () => {
    const asked = await post(run, WATCH);
    run.slack.fail('chat.getPermalink', { answer: refusal('message_not_found') });
    await post(run, `@rolecall ${WATCH}`, { threadTs: asked.ts });
    expect(run.replies(asked.ts).map(shown).at(-1)).toContain('six hours');
  });

  test('is pointed to without a link where Slack gives none', async () => {
    const asked = await post(run, WATCH);
    run.slack.fail('chat.getPermalink', down, 3);
    await post(run, `@rolecall ${WATCH}`, { threadTs: asked.ts });
    expect(run.replies(asked.ts)).toHaveLength(2);
    expect(run.replies(asked.ts).map(shown).at(-1)).not.toContain('six hours');
  });
});

test('a reply that Slack takes no sooner is posted after a restart, once', async () => {
  run.slack.fail('chat.postMessage', { answer: 'lost', isDone: true });
  run.slack.fail('conversations.replies', down, 9);
  const asked = await post(run, WATCH);
  await run.restart();
  run.slack.release();
  await later(() => run.log().includes('Took up again'));
  expect(run.replies(asked.ts)).toHaveLength(1);
  await press(run, candidate.id, onlyReply(run, asked.ts), 'Remove');
  expect(run.replies(asked.ts)).toEqual([]);
});

test('where Slack asks to wait for longer than a minute the log says so, and the reply comes after that', async () => {
  run.slack.fail('chat.postMessage', { answer: { status: 429, body: '', headers: { 'retry-after': '61' } } });
  const asked = await post(run, WATCH);
  expect(run.replies(asked.ts)).toEqual([]);
  expect(run.log()).toMatch(/"method":"chat\.postMessage","code":"rate_limited","pauseMs":61000/);
  await later(() => run.replies(asked.ts).length === 1);
});

test('a post that hangs does not hold up the next one in its channel', async () => {
  run.slack.fail('chat.postMessage', { answer: 'hung', isDone: true });
  const member = run.workspace.as(candidate.id);
  const [first, second] = [member.post(questions, WATCH), member.post(questions, WATCH)];
  await run.workspace.waitFor(() => run.replies(second.ts).length === 1, 8000);
  run.slack.release();
  await run.idle();
  expect(run.replies(first.ts)).toHaveLength(1);
});

test('a question stays open to the team where its written answer fails, whatever the reason', async () => {
  const { asked, card } = await askTheTeam(run);
  await press(run, teamMember.id, card, 'Write an answer');
  const database = new Sqlite(run.databasePath);
  database.exec('ALTER TABLE claims RENAME TO claims_away');
  await submit(run, teamMember.id, { text: 'Dogs are welcome on deck.' });
  expect(viewText(modalOf(run, teamMember.id))).toContain('went wrong');
  database.exec('ALTER TABLE claims_away RENAME TO claims');
  database.close();
  await press(run, teamMember.id, card, 'Write an answer');
  await submit(run, teamMember.id, { text: 'Dogs are welcome on deck.' });
  expect(run.replies(asked.ts).map(shown).at(-1)).toContain('Dogs are welcome');
});
