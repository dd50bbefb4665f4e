// What the bot does when Slack, the notes or the people's messages are not as they should be, over both ways alike.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { notices } from '../../src/answer/wording.ts';
import { CHANNELS, directChannelId, PEOPLE } from '../../src/workspace/server/state/seed.ts';
import { linksIn, notifiedBy, shown } from './reading-replies.ts';
import { type Running, readEntries, startForTest, startRunning, until } from './running-bot.ts';

const { candidate, teamMember } = PEOPLE;
const questions = CHANNELS.questions.id;
const question = 'How long is a watch at the lighthouse?';

let running: Running;

async function ask(text: string) {
  const posted = running.workspace.as(candidate.id).post(questions, text);
  await running.idle();
  return running.replies(posted.ts);
}

const errors = () =>
  running
    .log()
    .split('\n')
    .filter((line) => line.includes('"level":50'));

describe.each(['socket', 'http'] as const)('over %s', (way) => {
  beforeAll(async () => {
    running = await startRunning({ way });
  });

  afterAll(async () => await running.stop());

  beforeEach(() => running.clock.advance(120_000));

  describe('Slack', () => {
    test.each(['not_in_channel', 'channel_not_found', 'is_archived', 'restricted_action', 'invalid_blocks'])(
      'refuses with %s: it is in the log with method and code, and the next question is answered',
      async (error) => {
        const before = errors().length;
        running.workspace.arrange('chat.postMessage', { error });
        expect(await ask(question)).toEqual([]);
        expect(errors().slice(before).join()).toContain(`Slack refused chat.postMessage: ${error}`);
        expect(await ask(question)).toHaveLength(1);
      },
    );

    test('asks to wait: the reply comes after that, once', async () => {
      running.workspace.arrange('chat.postMessage', { retryAfter: 1 });
      running.workspace.arrange('chat.postMessage', { retryAfter: 1 });
      expect(await ask(question)).toHaveLength(1);
    });

    test('refuses a private notice: that hinders nothing', async () => {
      running.workspace.arrange('chat.postEphemeral', { error: 'user_not_in_channel' });
      running.workspace.as(teamMember.id).post(questions, question);
      await running.idle();
      expect(running.decisions.at(-1)?.decision.reason).toBe('team-member');
      expect(await ask(question)).toHaveLength(1);
    });

    test('does not say who is in the team: nobody counts as the team, and candidates are answered', async () => {
      running.workspace.arrange('conversations.members', { error: 'not_in_channel' });
      expect(await ask(question)).toHaveLength(1);
    });

    test('does not say for a while who is in the team: those count whom it told of last', async () => {
      const member = running.workspace.as(teamMember.id);
      member.post(questions, question);
      await running.idle();
      running.clock.advance(120_000);
      for (let times = 0; times < 3; times += 1) running.workspace.arrange('conversations.members', { status: 500 });
      member.post(questions, question);
      await running.idle();
      expect(running.decisions.at(-1)?.decision.reason).toBe('team-member');
    });

    test('does not take the answer to a command: that is in the log', async () => {
      const before = errors().length;
      const member = running.workspace.as(candidate.id);
      await member.command(questions, `/role ${question}`);
      await running.workspace.waitFor(() => member.ephemerals.some((message) => shown(message).includes('six hours')));
      expect(errors().slice(before)).toEqual([]);
    });
  });

  test('what a person asks and is left alone does not count against them', async () => {
    const several = `${'Is there a kiosk for ice cream? '.repeat(2)}Who sells stamps? Who feeds the seals? May I sing?`;
    for (let times = 0; times < 6; times += 1) expect(await ask(several)).toEqual([]);
    expect(await ask(question)).toHaveLength(1);
  });

  test('a question that is deleted before its reply leaves nothing behind', async () => {
    const before = running.replies();
    const member = running.workspace.as(candidate.id);
    const posted = member.post(questions, question);
    member.delete(posted);
    await running.idle();
    expect(running.replies()).toEqual(before);
    expect(running.workspace.current(posted)).toBeUndefined();
  });

  describe('a message', () => {
    test.each([
      ['of 40,000 characters without a question', 'The sea was calm and the gulls were loud. '.repeat(950), 0],
      ['of 40,000 characters without a space', 'x'.repeat(40_000), 0],
      ['of 40,000 question marks', '?'.repeat(40_000), 0],
      ['of only emoji', ':wave: :tada: 🎉 👩‍🚀', 0],
      ['of only a link', 'https://harbour.example/blog/keeper/#how-long-is-a-watch-at-the-lighthouse', 0],
      ['of only white space and invisible characters', '\u200b \u2060 \ufeff x', 0],
      ['of only a code block', '```\nHow long is a watch at the lighthouse?\n```', 0],
      ['with unpaired surrogates', `\ud800 ${question} \udc00`, 1],
      ['with control characters', `\u0007\u0000${question}\u001b[31m`, 1],
      ['that holds mrkdwn and entities', `*_~\`&amp;&lt;<>|\`~_* ${question}`, 1],
      ['written from right to left', `\u202e${question}`, 1],
    ])('%s', async (_, text, expected) => {
      const before = errors().length;
      const answers = await ask(text);
      expect(answers).toHaveLength(expected);
      for (const answer of answers) expect(notifiedBy(answer)).toEqual([]);
      expect(errors().slice(before)).toEqual([]);
    });

    test('of 40,000 characters around one question, to the bot itself, gets one reply', async () => {
      const filler = 'The sea was calm and the gulls were loud. '.repeat(470);
      expect(await ask(`@rolecall ${filler} ${question} ${filler}`.slice(0, 39_900))).toHaveLength(1);
      expect(errors().join()).not.toContain('msg_too_long');
    });

    test.each(['what are you?', 'https://example.org/', '```x```'])(
      'to the bot itself that asks nothing gets help: %s',
      async (text) => {
        const direct = directChannelId(candidate.id);
        const before = running.workspace.botMessages(direct).length;
        running.workspace.as(candidate.id).post(direct, text);
        await running.idle();
        const answers = running.workspace.botMessages(direct).slice(before);
        expect(answers.map(shown).join()).toContain('I answer questions about this role');
      },
    );
  });

  test('a note that cannot be read keeps its last good state, and is named in the log', async () => {
    writeFileSync(
      join(running.notes, 'ferry.md'),
      '---\ntitle: "Ferry\nclosed: [\n---\n\n## Which rope does the ferry use?\n\nNone.\n',
    );
    writeFileSync(
      join(running.notes, 'added.md'),
      '---\ntitle: Added\nurl: https://harbour.example/added/\n---\n\n## Who winds the clock in the tower?\n\nThe youngest keeper winds it.\n',
    );
    await until(async () => (await readEntries(running)).some(({ id }) => id === 'who-winds-the-clock-in-the-tower'));
    const [reply] = await ask('which rope does the ferry use?');
    expect(reply && shown(reply)).toContain('hemp rope');
    const [added] = await ask('Who winds the clock in the tower?');
    expect(added && linksIn(added)[0]).toBe('https://harbour.example/added/#who-winds-the-clock-in-the-tower');
    expect(running.log()).toMatch(/"file":"ferry\.md".*"line":\d/);
  });
});

/** What is asked, why it is answered or not, and with how many replies. */
const MODES: Readonly<Record<'off' | 'mention', [string, string, number][]>> = {
  off: [
    [`@rolecall ${question}`, 'channel-is-off', 0],
    [question, 'channel-is-off', 0],
  ],
  mention: [
    [question, 'channel-answers-mentions-only', 0],
    [`@rolecall ${question}`, 'matched', 1],
  ],
};

describe.each(['off', 'mention'] as const)('in the mode %s', (mode) => {
  beforeAll(async () => {
    running = await startRunning({ env: { CHANNEL_MODE: mode } });
  });

  afterAll(async () => await running.stop());

  test.each(MODES[mode])('%s: %s', async (text, reason, expected) => {
    expect(await ask(text)).toHaveLength(expected);
    expect(running.decisions.at(-1)?.decision.reason).toBe(reason);
    const direct = directChannelId(candidate.id);
    const before = running.workspace.botMessages(direct).length;
    running.workspace.as(candidate.id).post(direct, question);
    await running.idle();
    expect(running.workspace.botMessages(direct)).toHaveLength(before + 1);
  });
});

const secret = 'Would zebras be allowed to visit the keepers?';

describe('with no setting changed', () => {
  beforeAll(async () => {
    running = await startRunning();
  });

  afterAll(async () => await running.stop());

  beforeEach(() => running.clock.advance(120_000));

  test('the log holds no text of a question, no name and no token by default, whatever fails', async () => {
    for (const error of ['not_in_channel', 'invalid_blocks']) {
      running.workspace.arrange('chat.postMessage', { error });
      await ask(`@rolecall ${secret}`);
    }
    running.workspace.arrange('chat.postMessage', { status: 503 });
    await ask(`@rolecall ${secret}`);
    running.workspace.arrange('chat.postMessage', { lost: true });
    await ask(`@rolecall ${secret}`);
    await running.workspace.as(candidate.id).command(questions, `/role ${secret}`);
    await running.idle();
    expect(running.log()).toContain('"msg":"Decided"');
    expect(running.log()).toContain('Slack refused chat.postMessage');
    for (const forbidden of ['zebra', running.workspace.botToken, running.workspace.appToken, candidate.name])
      expect(running.log()).not.toContain(forbidden);
  });

  test('a refused reply says privately how to get the bot in, where somebody pressed a button', async () => {
    const member = running.workspace.as(candidate.id);
    await member.command(questions, `/role ${question}`);
    const answer = await running.workspace.waitFor(() =>
      member.ephemerals.find((message) => shown(message).includes('six hours')),
    );
    running.workspace.arrange('chat.postMessage', { error: 'not_in_channel' });
    await member.press(answer, 'Share in channel');
    await running.idle();
    expect(member.ephemerals.map(({ text }) => text)).toContain(notices['not-in-channel']);
  });

  test('without any notes it says so when asked, and stays quiet otherwise', async () => {
    for (const name of ['lighthouse.md', 'ferry.md', 'hostile.md', 'piers.md'])
      writeFileSync(join(running.notes, name), '');
    await until(async () => (await readEntries(running)).length === 0);
    expect(await ask(question)).toEqual([]);
    const [reply] = await ask(`@rolecall ${question}`);
    expect(reply && shown(reply)).toMatch(/notes/);
  });
});

test('the log holds questions with LOG_QUESTIONS=true, in the line of the decision only', async () => {
  running = await startForTest({ env: { LOG_QUESTIONS: 'true' } });
  await ask(`@rolecall ${secret}`);
  const lines = running
    .log()
    .split('\n')
    .filter((line) => line.includes('zebra'));
  expect(lines.length).toBeGreaterThan(0);
  for (const line of lines) expect(JSON.parse(line)).toMatchObject({ msg: 'Decided', channel: questions });
});
