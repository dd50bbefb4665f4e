// How the bot speaks and when it keeps quiet: thanks, direct messages, private answers, groups, handles, forms.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { directChannelId, OTHER_APP, PEOPLE, TEAM } from '../../src/workspace/server/state/seed.ts';
import { shown } from './reading-replies.ts';
import { type Running, startRunning } from './running-bot.ts';
import { lastNotice, modalOf, post, questions, shortcut, submit } from './team-steps.ts';

const { candidate, teamMember } = PEOPLE;
const direct = directChannelId(candidate.id);
const WATCH = 'how many hours does one watch take?';
const HELP = 'word for word, with a link to the post';

let run: Running;

beforeAll(async () => {
  run = await startRunning();
});

afterAll(() => run.stop());

beforeEach(() => run.clock.advance(120_000));

const said = () => run.workspace.botMessages(direct);

describe('thanks', () => {
  test.each([
    ...['thanks!!', 'no', ':+1:', '👍', 'thx', 'hi', 'sounds good', 'ok cool'],
    ...['🎉 thank you so much', "no, that's not what I meant", 'that is not what I asked', 'that didn’t help'],
  ])('%s gets no text', async (text) => {
    const before = said().length;
    await post(run, text, { channel: direct });
    const asked = await post(run, `@rolecall ${text}`);
    expect(said().length).toBe(before);
    expect(run.replies(asked.ts)).toEqual([]);
  });

  test.each(['help', 'what can you do?', 'Who are you?', 'hi, what can I ask you?', 'are you human?', 'what is this?'])(
    '%s gets the help',
    async (text) => {
      await post(run, text, { channel: direct });
      expect(shown(said().at(-1) ?? fail())).toContain(HELP);
    },
  );

  test('a bare mention gets the help, and so does who asks for an answer to nothing', async () => {
    for (const text of ['@rolecall', '@rolecall can you help here?']) {
      const asked = await post(run, text);
      expect(run.replies(asked.ts).map(shown).join('')).toContain(HELP);
    }
  });
});

describe('a direct message', () => {
  test('is answered flat, and in the thread in which it was asked', async () => {
    const asked = await post(run, WATCH, { channel: direct });
    const answer = said().at(-1) ?? fail();
    expect([answer.threadTs, shown(answer)]).toEqual([null, expect.stringContaining('six hours')]);
    const root = await post(run, WATCH, { channel: direct, threadTs: asked.ts });
    expect(said().at(-1)?.threadTs).toBe(root.threadTs);
  });

  test('its reply follows an edit, and goes with it where it is deleted', async () => {
    const asked = await post(run, WATCH, { channel: direct });
    const answer = said().at(-1) ?? fail();
    run.workspace.as(candidate.id).edit(asked, 'is a boating licence required?');
    await run.idle();
    expect(shown(run.workspace.current(answer) ?? fail())).toContain('licence');
    run.workspace.as(candidate.id).delete(asked);
    await run.idle();
    expect(said().some(({ ts }) => ts === answer.ts)).toBe(false);
  });
});

test('each private answer says which question it is for', async () => {
  const amara = run.workspace.as(candidate.id);
  await amara.command(questions, `/role ${WATCH} <!channel>`);
  await run.idle();
  const first = shown(lastNotice(run, candidate.id));
  expect(first).toContain(`You asked: “${WATCH}`);
  expect(first).not.toContain('<!channel>');
  await amara.command(questions, '/role can I bring my dog along?');
  await run.idle();
  expect(shown(lastNotice(run, candidate.id))).toContain('You asked: “can I bring my dog along?”');
});

/** A message as Slack would send it, whatever the workspace's own composer makes of typed text. */
async function hear(text: string): Promise<string> {
  const { ts } = run.workspace.postAsOtherApp(questions, 'something else');
  const event = { type: 'message', channel: questions, channel_type: 'channel', user: candidate.id, ts, text };
  const body = { type: 'event_callback', team_id: TEAM.id, event_id: `Ev${ts}`, event };
  await run.bot.app.processEvent({ body, ack: async () => {} });
  await run.idle();
  return ts;
}

test('a group that is addressed is somebody else; a typed handle of the bot is the bot', async () => {
  expect(run.replies(await hear(`<!subteam^S0KEEPERS> ${WATCH}`))).toEqual([]);
  expect(run.decisions.at(-1)?.decision.reason).toBe('addresses-somebody-else');
  expect(run.replies(await hear(`<!subteam^S0KEEPERS|@keepers> ${WATCH}`))).toEqual([]);
  expect(run.replies(await hear('@Rolecall can I bring my dog along?'))).toHaveLength(1);
  expect(run.replies(await hear('@keepers can I bring my dog along?'))).toEqual([]);
});

test("the team's shortcut answers what a workflow's form has asked, addressed to nobody", async () => {
  const form = run.workspace.postAsOtherApp(questions, `${OTHER_APP.name}: ${WATCH}`);
  await shortcut(run, teamMember.id, form);
  expect(modalOf(run, teamMember.id).given['submit']).toBeDefined();
  expect((await submit(run, teamMember.id)).text).toContain('Posted in the thread');
  const [reply] = run.replies(form.ts);
  expect(shown(reply ?? fail())).toContain('linked this from the notes');
  expect(reply?.notifies.userIds).toEqual([]);
});

function fail(): never {
  throw new Error('there is none');
}
