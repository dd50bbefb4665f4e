// Somebody speaks to the bot with nothing of their own to look up: what they point to is answered, else they get the help.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { replies } from '../../src/answer/wording.ts';
import { BOT_USER_ID, PEOPLE, TEAM } from '../../src/workspace/server/state/seed.ts';
import { shown } from './reading-replies.ts';
import { type Running, startRunning } from './running-bot.ts';
import { lastNotice, onlyReply, post, questions, teamChannel } from './team-steps.ts';

const { candidate, teamMember } = PEOPLE;
const other = PEOPLE.otherCandidate;
const WATCH = 'how long is a watch at the lighthouse?';

let run: Running;

beforeAll(async () => {
  run = await startRunning();
});

afterAll(() => run.stop());

beforeEach(() => run.clock.advance(120_000));

/** A question that was left alone, and what the bot says to whoever points to it. */
async function pointBelow(parent: string, text: string): Promise<string> {
  const asked = await post(run, parent, { user: teamMember.id });
  await post(run, text, { user: other.id, threadTs: asked.ts });
  return shown(onlyReply(run, asked.ts));
}

describe('the question is answered that is meant', () => {
  test.each(['@rolecall can you help here?', '@rolecall', '@rolecall ^^', '@rolecall what about this one?'])(
    'of the parent message: %s',
    async (text) => {
      expect(await pointBelow(WATCH, text)).toContain('six hours');
    },
  );

  test('of the quotation', async () => {
    const asked = await post(run, `> ${WATCH}\n@rolecall what about this?`);
    expect(shown(onlyReply(run, asked.ts))).toContain('six hours');
  });

  test('of the forwarded message', async () => {
    const ts = `${Math.floor(run.clock.now() / 1000)}.000100`;
    const event = { type: 'message', channel: questions, channel_type: 'channel', user: candidate.id, ts };
    const attachments = [{ is_share: true, text: WATCH, author_id: other.id, channel_id: questions }];
    const said = run.workspace.as(candidate.id).post(questions, '@rolecall can you answer this?');
    await run.idle();
    const before = run.replies().length;
    await run.bot.app.processEvent({
      body: {
        type: 'event_callback',
        team_id: TEAM.id,
        event_id: 'Ev1',
        event: {
          ...event,
          ts: said.ts.replace(/.$/, (digit) => `${(Number(digit) + 1) % 10}`),
          text: `<@${BOT_USER_ID}> can you answer this?`,
          attachments,
        },
      },
      ack: async () => {},
    });
    await run.idle();
    expect(run.decisions.at(-1)?.decision).toMatchObject({ kind: 'answer' });
    expect(run.decisions.at(-1)?.decision.questions[0]?.question).toBe(WATCH);
    expect(run.replies().length).toBeGreaterThanOrEqual(before);
  });

  test('what it does not find is kept in the words of the question that is meant', async () => {
    expect(await pointBelow('can I bring my dog along?', '@rolecall can you answer this?')).toContain(
      `${replies.notInNotes} ${replies.mayPassOn}`,
    );
    await run.workspace.as(teamMember.id).command(teamChannel, '/role unanswered');
    await run.idle();
    const listed = shown(lastNotice(run, teamMember.id)) || lastNotice(run, teamMember.id).text;
    expect(listed).toContain('dog along');
    expect(listed).not.toContain('answer this');
  });
});

test('where there is nothing to point to, the help, with an example from the notes, and no word about them', async () => {
  const asked = await post(run, '@rolecall can you answer this?');
  const help = shown(onlyReply(run, asked.ts));
  expect(help).not.toContain('The notes do not answer');
  expect(help).toMatch(/`\/role [A-Z][^`]+\?` answers privately/);
  expect(help).not.toContain('notebooks');
});

test('one’s own question comes before what is quoted', async () => {
  const asked = await post(run, `> ${WATCH}\n@rolecall is a boating licence required?`);
  expect(shown(onlyReply(run, asked.ts))).toContain('steer the small boat');
});
