// What the bot does about messages, over Socket Mode and over signed HTTP alike.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { notices, replies } from '../../src/answer/wording.ts';
import type { StoredMessage } from '../../src/workspace/server/conversation/stored-message.ts';
import { BOT_USER_ID, CHANNELS, directChannelId, PEOPLE } from '../../src/workspace/server/state/seed.ts';
import { buttonsIn, linksIn, notifiedBy, shown } from './reading-replies.ts';
import { makePiersAlike, type Running, readEntries, startRunning } from './running-bot.ts';

const { candidate, otherCandidate, teamMember, otherTeamMember } = PEOPLE;
const questions = CHANNELS.questions.id;
const watch = 'https://harbour.example/blog/keeper/#how-long-is-a-watch-at-the-lighthouse';
const island = 'https://harbour.example/blog/keeper/#do-keepers-live-on-the-island';

/** Below one half Slack's stand-in sends `app_mention` first, else `message`. */
let order = 0;
let running: Running;
/** Everything that Bolt was given, as it came. */
const bodies: Record<string, unknown>[] = [];

async function post(userId: string, text: string, options: { threadTs?: string; alsoInChannel?: boolean } = {}) {
  const posted = running.workspace.as(userId).post(questions, text, options);
  await running.idle();
  return posted;
}

const ask = (text: string, options = {}) => post(candidate.id, text, options);

const repliesTo = (posted: StoredMessage) => running.replies(posted.threadTs ?? posted.ts);

function onlyReply(posted: StoredMessage): StoredMessage {
  const [reply, ...more] = repliesTo(posted);
  expect(more).toEqual([]);
  if (reply === undefined) throw new Error(`There is no reply to: ${posted.text}`);
  return reply;
}

const suggested = (message: StoredMessage) => buttonsIn(message).filter((label) => label.startsWith('How deep'));

const lastDecision = () => running.decisions.at(-1)?.decision;
const ephemeralsOf = (userId: string) => running.workspace.as(userId).ephemerals;

describe.each(['socket', 'http'] as const)('over %s', (way) => {
  let postsBefore = 0;

  beforeAll(async () => {
    running = await startRunning({ way, workspace: { mentionOrder: 'random', random: () => order } });
    makePiersAlike(running.bot.search);
    running.bot.app.use(async ({ body, next }) => {
      bodies.push(body as unknown as Record<string, unknown>);
      await next();
    });
  });

  afterAll(async () => await running.stop());

  beforeEach(() => {
    running.clock.advance(120_000);
    bodies.length = 0;
    postsBefore = running.workspace.calls.length;
  });

  afterEach(() => {
    for (const message of running.replies()) expect(notifiedBy(message), shown(message)).toEqual([]);
  });

  const posts = () => running.workspace.calls.slice(postsBefore).filter(({ method }) => method === 'chat.postMessage');

  describe('in a channel', () => {
    test('a question is answered in its thread, with the link to its section and without previews', async () => {
      const asked = await ask('How long is a watch at the lighthouse?');
      const reply = onlyReply(asked);
      expect(reply.threadTs).toBe(asked.ts);
      expect(linksIn(reply)[0]).toBe(watch);
      expect(shown(reply)).toContain('A watch lasts **six hours**.');
      expect(shown(reply)).toContain(replies.readFullPost);
      expect(shown(reply)).toContain('1 October 2026');
      expect(posts().map(({ args }) => [args['unfurl_links'], args['unfurl_media']])).toEqual([[false, false]]);
      expect(reply.text).toContain('six hours');
      // A notification shows the words without their markup.
      expect(reply.text).not.toContain('**');
    });

    test('a greeting gets silence, and the next question its answer', async () => {
      const greeting = await ask('Good morning, everybody!');
      expect(repliesTo(greeting)).toEqual([]);
      expect(lastDecision()).toMatchObject({ kind: 'silent', reason: 'asks-nothing' });
      expect(linksIn(onlyReply(await ask('would I have to move to the island?')))[0]).toBe(island);
    });

    test('what the notes do not cover gets silence, and is recorded', async () => {
      const asked = await ask('what is the salary of a keeper?');
      expect(repliesTo(asked)).toEqual([]);
      expect(lastDecision()).toMatchObject({ kind: 'uncovered', reason: 'not-in-notes' });
      expect(posts()).toEqual([]);
    });

    test('several entries that fit alike get a suggestion, and nothing for everybody', async () => {
      expect(repliesTo(await ask('How deep is the water at the pier?'))).toEqual([]);
      // Over HTTP the bot's clock is ahead of the workspace's, which gives the time of a message: nobody waits for it any more.
      const reason = way === 'socket' ? 'probably-among-these' : 'too-late-to-suggest';
      expect(lastDecision()).toMatchObject({ kind: way === 'socket' ? 'suggest' : 'silent', reason });
    });

    test('a message to somebody else is left alone', async () => {
      expect(repliesTo(await ask('@jonas how long is a watch at the lighthouse?'))).toEqual([]);
      expect(lastDecision()).toMatchObject({ kind: 'silent', reason: 'addresses-somebody-else' });
    });

    test('other apps are left alone', async () => {
      const posted = running.workspace.postAsOtherApp(questions, 'How long is a watch at the lighthouse?');
      await running.idle();
      expect(repliesTo(posted)).toEqual([]);
    });

    test('two questions in one message get both answers in one reply, each under what was asked', async () => {
      const asked = await ask('How long is a watch? And can my partner come and see me?');
      const reply = onlyReply(asked);
      expect(linksIn(reply)).toEqual([watch, 'https://harbour.example/blog/keeper/#may-family-visit-the-keepers']);
      expect(shown(reply)).toContain(replies.youAsked('How long is a watch?'));
    });

    test('of two questions the one that the notes do not cover is named', async () => {
      const reply = onlyReply(await ask('How long is a watch? And what is the salary of a keeper?'));
      expect(linksIn(reply)).toEqual([watch]);
      expect(shown(reply)).toMatch(/The notes do not answer this: “.*salary of a keeper\?”/);
    });

    test('the same event delivered again changes nothing', async () => {
      const asked = await ask('is there a house for keepers?');
      const [body] = bodies;
      if (body === undefined) throw new Error('Nothing was delivered');
      const decided = lastDecision();
      for (const retryNum of [1, 2, 3]) {
        await running.bot.app.processEvent({ body, ack: async () => {}, retryNum, retryReason: 'timeout' });
      }
      onlyReply(asked);
      expect(lastDecision()).toEqual(decided);
    });

    test('more than five questions in a minute: the rest is left alone, without a word', async () => {
      const before = ephemeralsOf(candidate.id);
      const asked = [];
      for (let count = 0; count < 7; count += 1) asked.push(await ask('How long is a watch at the lighthouse?'));
      expect(asked.map((posted) => repliesTo(posted).length)).toEqual([1, 1, 1, 1, 1, 0, 0]);
      expect(lastDecision()).toMatchObject({ kind: 'silent', reason: 'too-many-questions' });
      expect(ephemeralsOf(candidate.id)).toEqual(before);
      expect(repliesTo(await post(otherCandidate.id, 'How long is a watch at the lighthouse?'))).toHaveLength(1);
    });
  });

  describe('mentioned', () => {
    test.each([
      ['app_mention first', 0.1],
      ['message first', 0.9],
    ])('answers once although both events come (%s), and both come again', async (_, random) => {
      order = random;
      const asked = await ask('@rolecall do I need a licence to steer the boat?');
      const mine = bodies.filter(({ event }) => (event as { user?: string }).user === candidate.id);
      expect(mine.map(({ event }) => (event as { type: string }).type).sort()).toEqual(['app_mention', 'message']);
      const reply = onlyReply(asked);
      expect(linksIn(reply)[0]).toContain('#is-a-boating-licence-required');
      for (const body of mine) await running.bot.app.processEvent({ body, ack: async () => {} });
      expect(onlyReply(asked).ts).toBe(reply.ts);
      expect(lastDecision()).toMatchObject({ kind: 'answer', reason: 'matched' });
    });

    test.each(['@rolecall', '@rolecall help', '@rolecall what can you do?'])(
      'without a question it helps: %s',
      async (text) => {
        expect(shown(onlyReply(await ask(text)))).toContain('I answer questions about this role');
      },
    );

    test('it says what the notes do not cover', async () => {
      const reply = onlyReply(await ask('@rolecall how much does the job pay?'));
      expect(shown(reply)).toContain('The notes do not answer this.');
    });

    test('it answers the team too', async () => {
      expect(repliesTo(await post(teamMember.id, '@rolecall how long is a watch at the lighthouse?'))).toHaveLength(1);
    });

    test('it answers in a thread, to that thread', async () => {
      const root = await post(otherCandidate.id, 'I was at the harbour yesterday.');
      await ask('@rolecall is there a house for keepers?', { threadTs: root.ts });
      expect(onlyReply(root).threadTs).toBe(root.ts);
    });

    test('more than five questions in a minute get one private notice', async () => {
      const asked = [];
      for (let count = 0; count < 7; count += 1)
        asked.push(await post(otherCandidate.id, '@rolecall is there a house for keepers?'));
      expect(asked.map((posted) => repliesTo(posted).length)).toEqual([1, 1, 1, 1, 1, 0, 0]);
      expect(ephemeralsOf(otherCandidate.id).map(({ text }) => text)).toEqual([notices['too-many-questions']]);
    });

    test('the notice comes once, whatever minute of the clock begins meanwhile', async () => {
      const before = ephemeralsOf(otherCandidate.id).length;
      running.clock.advance((90_000 - (running.clock.now() % 60_000)) % 60_000);
      for (let count = 0; count < 6; count += 1)
        await post(otherCandidate.id, '@rolecall is there a house for keepers?');
      running.clock.advance(40_000);
      await post(otherCandidate.id, '@rolecall is there a house for keepers?');
      expect(ephemeralsOf(otherCandidate.id).slice(before)).toHaveLength(1);
    });

    test('what was answered and comes again after five others is not taken for one too many', async () => {
      const first = await post(otherCandidate.id, '@rolecall is there a house for keepers?');
      const [again] = bodies;
      if (again === undefined) throw new Error('Bolt was given nothing');
      running.clock.advance(61_000);
      for (let count = 0; count < 5; count += 1)
        await post(otherCandidate.id, '@rolecall is there a house for keepers?');
      await running.bot.app.processEvent({ body: again, ack: async () => {} });
      expect(lastDecision()).toMatchObject({ kind: 'answer' });
      expect(repliesTo(first)).toHaveLength(1);
    });
  });

  describe('suggestions', () => {
    const suggest = () => ask('@rolecall How deep is the water at the pier?');

    test('are buttons with the likeliest questions; the asker chooses one', async () => {
      const reply = onlyReply(await suggest());
      const labels = suggested(reply);
      expect(labels).toHaveLength(3);
      for (const label of labels) expect(label).toMatch(/^How deep is the water at the \w+ pier\?$/);
      await running.workspace.as(candidate.id).press(reply, String(labels[1]));
      await running.idle();
      const chosen = running.workspace.current(reply);
      expect(chosen && linksIn(chosen)[0]).toContain(
        String(labels[1]).toLowerCase().replaceAll(' ', '-').replace('?', ''),
      );
    });

    test('are not for another candidate, who is told so privately', async () => {
      const reply = onlyReply(await suggest());
      await running.workspace.as(otherCandidate.id).press(reply, String(suggested(reply)[0]));
      await running.idle();
      expect(running.workspace.current(reply)).toEqual(reply);
      expect(ephemeralsOf(otherCandidate.id).at(-1)?.text).toBe(notices['not-yours']);
    });

    test('can be chosen by the team', async () => {
      const reply = onlyReply(await suggest());
      await running.workspace.as(otherTeamMember.id).press(reply, String(suggested(reply)[0]));
      await running.idle();
      expect(running.workspace.current(reply)?.blocks).not.toEqual(reply.blocks);
    });

    test('take no value that was not suggested', async () => {
      const reply = onlyReply(await suggest());
      const other = (await readEntries(running)).find(({ id }) => id === 'who-repairs-the-lamp');
      for (const value of [other?.key ?? '', 'ffffffffffffffff', '', 'x'.repeat(2000)]) {
        await running.workspace.as(candidate.id).press(reply, String(suggested(reply)[0]), { forged: { value } });
        await running.idle();
        expect(running.workspace.current(reply)).toEqual(reply);
        expect(ephemeralsOf(candidate.id).at(-1)?.text).toBe(replies.gone);
      }
    });
  });

  describe('in a thread', () => {
    test('a follow-up by the same person is answered, one by somebody else is left alone', async () => {
      const root = await ask('How long is a watch at the lighthouse?');
      await ask('and is there a house for keepers?', { threadTs: root.ts });
      expect(running.replies(root.ts).map((reply) => linksIn(reply)[0])).toEqual([watch, island]);
      await post(otherCandidate.id, 'who repairs the lamp?', { threadTs: root.ts });
      expect(running.replies(root.ts)).toHaveLength(2);
      expect(lastDecision()).toMatchObject({ kind: 'silent', reason: 'not-a-follow-up' });
    });

    test('a reply that is also sent to the channel is a reply', async () => {
      const root = await post(otherCandidate.id, 'I liked the evening.');
      await ask('is there a house for keepers?', { threadTs: root.ts, alsoInChannel: true });
      expect(running.replies(root.ts)).toEqual([]);
      expect(lastDecision()).toMatchObject({ kind: 'silent', reason: 'sent-to-channel-too' });
      const own = await ask('How long is a watch at the lighthouse?');
      await ask('and is there a house for keepers?', { threadTs: own.ts, alsoInChannel: true });
      expect(running.replies(own.ts).map((reply) => linksIn(reply)[0])).toEqual([watch, island]);
    });

    test('the same answer is not repeated; a mention gets one line with a link to it', async () => {
      const root = await ask('How long is a watch at the lighthouse?');
      const first = onlyReply(root);
      await ask('so how many hours does one watch take?', { threadTs: root.ts });
      onlyReply(root);
      expect(lastDecision()).toMatchObject({ kind: 'silent', reason: 'already-answered-here' });
      await post(otherCandidate.id, '@rolecall how many hours does one watch take?', { threadTs: root.ts });
      const [, second] = running.replies(root.ts);
      expect(second && shown(second)).toContain(replies.answeredAbove);
      expect(second && shown(second)).not.toContain('six hours');
      expect(second && linksIn(second)[0]).toContain(first.ts.replace('.', ''));
    });
  });

  describe('the team', () => {
    test("a team member's own question is left alone; why is said once, and only to them", async () => {
      const before = ephemeralsOf(otherTeamMember.id).length;
      for (let count = 0; count < 3; count += 1) {
        expect(repliesTo(await post(otherTeamMember.id, 'How long is a watch at the lighthouse?'))).toEqual([]);
      }
      expect(
        ephemeralsOf(otherTeamMember.id)
          .slice(before)
          .map(({ text }) => text),
      ).toEqual([notices['team-member']]);
      expect(lastDecision()).toMatchObject({ kind: 'silent', reason: 'team-member' });
    });

    test('what a team member says to somebody else gets no note', async () => {
      const before = ephemeralsOf(teamMember.id).length;
      await post(teamMember.id, '@amara how long is a watch at the lighthouse?');
      await post(teamMember.id, 'The evening starts at six.');
      expect(ephemeralsOf(teamMember.id)).toHaveLength(before);
    });
  });

  describe('directly', () => {
    const direct = directChannelId(candidate.id);

    async function write(text: string) {
      const before = running.workspace.botMessages(direct).length;
      running.workspace.as(candidate.id).post(direct, text);
      await running.idle();
      return running.workspace.botMessages(direct).slice(before);
    }

    test('it answers, suggests, says what is not covered, and helps', async () => {
      expect((await write('who repairs the lamp?')).map((reply) => linksIn(reply)[0])).toEqual([
        'https://harbour.example/blog/keeper/#who-repairs-the-lamp',
      ]);
      expect((await write('How deep is the water at the pier?')).map((reply) => suggested(reply).length)).toEqual([3]);
      expect((await write('do you sponsor visas?')).map(shown).join()).toContain('The notes do not answer this.');
      expect((await write('help')).map(shown).join()).toContain('I answer questions about this role');
    });
  });

  describe('the slash command', () => {
    async function command(userId: string, typed: string, channel: string = questions) {
      const before = new Set(ephemeralsOf(userId).map(({ ts }) => ts));
      await running.workspace.as(userId).command(channel, typed);
      return await running.workspace.waitFor(() => ephemeralsOf(userId).find(({ ts }) => !before.has(ts)));
    }

    test('answers privately, and the answer is shared once however often the button is pressed', async () => {
      const answer = await command(teamMember.id, '/role may family visit the keepers?');
      expect(answer.visibleTo).toBe(teamMember.id);
      expect(shown(answer)).toContain('supply boat');
      expect(posts()).toEqual([]);
      const member = running.workspace.as(teamMember.id);
      await Promise.all([1, 2, 3].map(() => member.press(answer, 'Share in channel')));
      await running.idle();
      expect(posts()).toHaveLength(1);
      const shared = running.replies().at(-1);
      expect(shared?.threadTs).toBeNull();
      expect(shared && shown(shared)).toContain('Priya Raman shared this from the notes.');
      expect(shared && linksIn(shared)[0]).toContain('#may-family-visit-the-keepers');
      expect(posts()[0]?.args).toMatchObject({ unfurl_links: false, unfurl_media: false });
    });

    test('a forged value shares nothing', async () => {
      const answer = await command(candidate.id, '/role is there a house for keepers?');
      for (const value of ['', '{}', '{"id":"x","keys":["../etc"]}', '[]', 'null', '{"id":"x","keys":[]}']) {
        await running.workspace.as(candidate.id).press(answer, 'Share in channel', { forged: { value } });
      }
      await running.idle();
      expect(posts()).toEqual([]);
    });

    test('alone it is help, with a question not covered it says so, and with several it suggests', async () => {
      expect(shown(await command(candidate.id, '/role'))).toContain('I answer questions about this role');
      expect(shown(await command(candidate.id, '/role do you sponsor visas?'))).toContain(
        'The notes do not answer this.',
      );
      const answer = await command(candidate.id, '/role how deep is the water at the pier?');
      expect(suggested(answer)).toHaveLength(3);
      await running.workspace.as(candidate.id).press(answer, String(suggested(answer)[0]));
      await running.idle();
      const chosen = running.workspace.current(answer);
      expect(chosen && linksIn(chosen)[0]).toContain('-pier');
      expect(posts()).toEqual([]);
    });

    test('where the bot is no member, sharing says how to invite it', async () => {
      const answer = await command(candidate.id, '/role who repairs the lamp?', CHANNELS.officeHours.id);
      await running.workspace.as(candidate.id).press(answer, 'Share in channel');
      await running.workspace.waitFor(() =>
        ephemeralsOf(candidate.id).some(({ text }) => text === notices['not-in-channel']),
      );
      expect(running.workspace.botMessages(CHANNELS.officeHours.id)).toEqual([]);
    });

    test('more than five questions a minute are told so', async () => {
      const answers = [];
      for (let count = 0; count < 6; count += 1)
        answers.push(await command(otherCandidate.id, '/role who repairs the lamp?'));
      expect(answers.at(-1)?.text).toBe(notices['too-many-questions']);
      expect(answers.slice(0, 5).every((answer) => shown(answer).includes('electrician'))).toBe(true);
    });
  });

  describe('looks', () => {
    test('a long answer shows the passage that fits, and how much more there is', async () => {
      const reply = onlyReply(await ask('which birds are noted?'));
      expect(shown(reply)).toContain('the first gannet of the year');
      expect(shown(reply)).toMatch(/The post has [\d,]+ characters more on this\./);
      expect(shown(reply).length).toBeLessThan(2500);
    });

    test('a closed role says so first, and an old note shows its age', async () => {
      const reply = onlyReply(await ask('which rope does the ferry use?'));
      expect(shown(reply).split('\n')[0]).toBe(replies.closed);
      expect(shown(reply)).toMatch(/This note is \d+ years old\./);
    });

    test('nothing in a hostile note or question notifies anybody', async () => {
      const reply = onlyReply(await ask('Which paint survives salt water, here and now?'));
      expect(notifiedBy(reply)).toEqual([]);
      expect(reply.text).not.toMatch(/<[!@#]/);
      const hostile = 'How long is a watch? And is @jonas in the salary of <!channel> | <@U0PRIYA001>?';
      const second = await ask(`@rolecall ${hostile}`);
      for (const one of repliesTo(second)) expect(notifiedBy(one)).toEqual([]);
    });
  });

  test('the bot never answers itself', async () => {
    expect(running.decisions.filter(({ message }) => message.user === BOT_USER_ID)).toEqual([]);
  });
});
