// *Ask the team*: a question goes to the team channel, the answer comes back, and a promise is kept.
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { linking, replies, teamWords } from '../../src/answer/wording.ts';
import { directChannelId, PEOPLE } from '../../src/workspace/server/state/seed.ts';
import { buttonsIn, linksIn, notifiedBy, shown } from './reading-replies.ts';
import { type Running, startForTest, startRunning } from './running-bot.ts';
import {
  askTheTeam,
  lastCard,
  lastNotice,
  modalOf,
  onlyReply,
  post,
  press,
  questions,
  submit,
  teamChannel,
  UNCOVERED,
  viewText,
} from './team-steps.ts';

const { candidate, teamMember, otherTeamMember } = PEOPLE;
const TEAM_BUTTONS = ['Link an answer', 'Write an answer', 'Not for us'];

let run: Running;

beforeAll(async () => {
  run = await startRunning();
});

afterAll(() => run.stop());

beforeEach(() => run.clock.advance(120_000));

const current = (message: Parameters<Running['workspace']['current']>[0]) => {
  const found = run.workspace.current(message);
  if (found === undefined) throw new Error('The message is gone');
  return found;
};

describe('the question', () => {
  test('comes to the team channel with a link to it and three buttons, and notifies nobody', async () => {
    const { asked, card } = await askTheTeam(run);
    expect(shown(card)).toContain('*Amara Diallo asks the team*');
    expect(shown(card)).toContain('can I bring my dog along?');
    expect(linksIn(card)[0]).toContain(`/archives/${questions}/p${asked.ts.replace('.', '')}`);
    expect(buttonsIn(card)).toEqual(TEAM_BUTTONS);
    expect(notifiedBy(card)).toEqual([]);
    expect(shown(lastNotice(run, candidate.id))).toContain(teamWords.passedOn);
    expect(lastNotice(run, candidate.id).threadTs).toBe(asked.ts);
  });

  test('is brought once, however often and whoever presses', async () => {
    const asked = await post(run, UNCOVERED);
    const before = run.workspace.botMessages(teamChannel).length;
    const reply = onlyReply(run, asked.ts);
    await Promise.all([candidate, teamMember, candidate].map(({ id }) => press(run, id, reply, 'Ask the team')));
    expect(run.workspace.botMessages(teamChannel).length).toBe(before + 1);
    await press(run, candidate.id, reply, 'Ask the team');
    expect(shown(lastNotice(run, candidate.id))).toContain(teamWords.passedOnAlready);
  });

  test('may also be one that was answered, or suggested', async () => {
    const answered = await post(run, 'how many hours does one watch take?');
    await press(run, candidate.id, onlyReply(run, answered.ts), 'Not what I asked');
    await press(run, candidate.id, lastNotice(run, candidate.id), 'Ask the team');
    expect(shown(lastCard(run))).toContain('how many hours does one watch take?');
  });

  test('may be passed on again where Slack refused it', async () => {
    const asked = await post(run, UNCOVERED);
    run.workspace.arrange('chat.postMessage', { error: 'not_in_channel' });
    const before = run.workspace.botMessages(teamChannel).length;
    await press(run, candidate.id, onlyReply(run, asked.ts), 'Ask the team');
    expect(run.workspace.botMessages(teamChannel).length).toBe(before);
    await press(run, candidate.id, onlyReply(run, asked.ts), 'Ask the team');
    expect(run.workspace.botMessages(teamChannel).length).toBe(before + 1);
  });

  test('without a team channel has no button', async () => {
    const alone = await startForTest({ bot: { teamChannel: null } });
    const asked = await post(alone, UNCOVERED);
    expect(buttonsIn(onlyReply(alone, asked.ts))).not.toContain('Ask the team');
    await alone.workspace.as(candidate.id).command(questions, '/role can I bring my dog along?');
    await alone.idle();
    expect(buttonsIn(lastNotice(alone, candidate.id))).not.toContain('Ask the team');
  });
});

describe('an edit or a deletion of what the team was asked', () => {
  test('shows the question as it reads now, and says that it was edited', async () => {
    const { asked, card } = await askTheTeam(run);
    run.workspace.as(candidate.id).edit(asked, '@rolecall can I bring my parrot along?');
    await run.idle();
    expect(shown(current(card))).toContain('can I bring my parrot along?');
    expect(shown(current(card))).not.toContain('dog');
    expect(shown(current(card))).toContain(teamWords.edited);
    expect(buttonsIn(current(card))).toEqual(TEAM_BUTTONS);
  });

  test('closes it without its words, and a modal opened before says that it is gone', async () => {
    const { asked, card } = await askTheTeam(run);
    await press(run, teamMember.id, card, 'Write an answer');
    run.workspace.as(candidate.id).delete(asked);
    await run.idle();
    expect(shown(current(card))).toContain(teamWords.closed.deleted());
    expect(shown(current(card))).not.toContain('dog');
    expect(buttonsIn(current(card))).toEqual([]);
    const { text } = await submit(run, teamMember.id, { 'Your answer': 'Leave it at home.' });
    expect(text).toContain(linking.problems['question-gone']);
    expect(run.workspace.botMessages(questions).filter(({ threadTs }) => threadTs === null)).toEqual([]);
  });

  test('leaves what was closed before as it is', async () => {
    const { asked, card } = await askTheTeam(run);
    await press(run, teamMember.id, card, 'Not for us');
    run.workspace.as(candidate.id).delete(asked);
    await run.idle();
    expect(shown(current(card))).toContain('Not for us, says Priya Raman.');
  });
});

describe('Link an answer', () => {
  test('opens the modal, posts in the thread, and the card says by whom', async () => {
    const { asked, card } = await askTheTeam(run);
    await press(run, teamMember.id, card, 'Link an answer');
    expect((await submit(run, teamMember.id, { remember: [] })).text).toContain('Posted in the thread');
    const linked = run.replies(asked.ts).at(-1);
    expect(linked && notifiedBy(linked)).toEqual([candidate.id]);
    expect(shown(current(card))).toContain('Answered by Priya Raman');
    expect(buttonsIn(current(card))).toEqual([]);
  });

  test('and Write an answer at once: one of the two', async () => {
    const { asked, card } = await askTheTeam(run);
    await press(run, teamMember.id, card, 'Link an answer');
    await press(run, otherTeamMember.id, card, 'Write an answer');
    await Promise.all([
      submit(run, teamMember.id, { remember: [] }),
      submit(run, otherTeamMember.id, { text: 'Dogs are welcome.' }),
    ]);
    expect(run.replies(asked.ts)).toHaveLength(2);
    const texts = [teamMember, otherTeamMember].map(({ id }) => viewText(modalOf(run, id)));
    expect(texts.filter((text) => text.includes(linking.problems['closed-already']))).toHaveLength(1);
  });

  test('by the shortcut closes the card too', async () => {
    const { asked, card } = await askTheTeam(run);
    await run.workspace.as(teamMember.id).shortcut(asked, 'answer_from_notes');
    await run.idle();
    await submit(run, teamMember.id, { remember: [] });
    expect(shown(current(card))).toContain('Answered by Priya Raman');
  });
});

describe('Write an answer', () => {
  test('posts the team’s words as plain text with a name, and not as the notes’', async () => {
    const { asked, card } = await askTheTeam(run);
    await press(run, teamMember.id, card, 'Write an answer');
    const text = 'Yes, if it *swims*. <!channel> <@U0JONAS001> https://dogs.example';
    expect((await submit(run, teamMember.id, { text })).text).toContain('Posted in the thread');
    const written = run.replies(asked.ts).at(-1);
    expect(written?.blocks).toContainEqual(
      expect.objectContaining({ text: { type: 'plain_text', text, emoji: false } }),
    );
    expect(written && shown(written)).toContain('Priya Raman answered this for the team. It is not from the notes.');
    expect(written && notifiedBy(written)).toEqual([candidate.id]);
    expect(shown(current(card))).toContain('Answered by Priya Raman in their own words.');
  });

  test('what Slack refuses stands in the modal with what was written, and the question stays open', async () => {
    const { asked, card } = await askTheTeam(run);
    await press(run, teamMember.id, card, 'Write an answer');
    run.workspace.arrange('chat.postMessage', { error: 'is_archived' });
    const refused = await submit(run, teamMember.id, { text: 'Yes, dogs may come.' });
    expect(refused.text).toContain(linking.archived);
    expect(refused.text).toContain('Yes, dogs may come.');
    expect(buttonsIn(current(card))).toEqual(TEAM_BUTTONS);
    expect((await submit(run, teamMember.id)).text).toContain(linking.writtenPosted);
    expect(run.replies(asked.ts)).toHaveLength(2);
  });
});

describe('Not for us', () => {
  test('closes the card, tells the asker in the thread, once', async () => {
    const { asked, card } = await askTheTeam(run);
    await Promise.all([teamMember, otherTeamMember].map(({ id }) => press(run, id, card, 'Not for us')));
    expect(shown(current(card))).toMatch(/Not for us, says (Priya Raman|Mateo Silva)\./);
    const told = run.replies(asked.ts).slice(1);
    expect(told.map(shown)).toEqual([expect.stringContaining(teamWords.declinedHere)]);
    expect(told.flatMap(notifiedBy)).toEqual([]);
  });
});

describe('a private question', () => {
  test('is passed on without its place, and the answer comes in a direct message', async () => {
    const amara = run.workspace.as(candidate.id);
    await amara.command(questions, '/role can I bring my dog along?');
    await run.idle();
    await press(run, candidate.id, lastNotice(run, candidate.id), 'Ask the team');
    expect(shown(lastNotice(run, candidate.id))).toContain(teamWords.passedOnPrivately);
    const card = lastCard(run);
    expect(shown(card)).toContain(teamWords.where.command);
    expect(linksIn(card)).toEqual([]);
    const direct = directChannelId(candidate.id);
    const before = run.workspace.botMessages(direct).length;
    await press(run, teamMember.id, card, 'Write an answer');
    await submit(run, teamMember.id, { text: 'Only small ones.' });
    const answer = run.workspace.botMessages(direct).slice(before);
    expect(answer.map(shown)).toEqual([expect.stringContaining('Only small ones.')]);
  });

  test('in a direct message is answered there', async () => {
    const direct = directChannelId(candidate.id);
    const asked = await post(run, 'can I bring my dog along?', { channel: direct });
    await press(run, candidate.id, run.workspace.botMessages(direct).at(-1) ?? asked, 'Ask the team');
    expect(shown(lastCard(run))).toContain(teamWords.where.direct);
    await press(run, teamMember.id, lastCard(run), 'Link an answer');
    await submit(run, teamMember.id, { remember: [] });
    // It comes later than the conversation: under the question.
    expect(run.workspace.botMessages(direct, asked.ts)).toHaveLength(1);
  });
});

describe('Tell me when this is answered', () => {
  /** The notes get an answer to it. */
  const addAnswer = (question: string, answer: string) =>
    appendFileSync(join(run.notes, 'lighthouse.md'), `\n## ${question}\n\n${answer}\n`);

  test('stands under what the team wrote, and under Not for us', async () => {
    const { asked, card } = await askTheTeam(run);
    await press(run, teamMember.id, card, 'Not for us');
    const declined = run.replies(asked.ts).at(-1);
    if (declined === undefined) throw new Error('nothing was said');
    await press(run, candidate.id, declined, teamWords.tellMe);
    expect(lastNotice(run, candidate.id).text).toBe(teamWords.subscribed);
  });

  test('does not come back with what the asker has seen', async () => {
    const asked = await post(run, '@rolecall how many hours does one watch take?');
    await press(run, candidate.id, onlyReply(run, asked.ts), 'Not what I asked');
    await press(run, candidate.id, lastNotice(run, candidate.id), 'Ask the team');
    await press(run, candidate.id, lastNotice(run, candidate.id), teamWords.tellMe);
    await run.bot.search.keeper.reload();
    await run.idle();
    expect(run.replies(asked.ts)).toHaveLength(1);
  });

  test('is kept by a wording that the team taught elsewhere', async () => {
    const { asked } = await askTheTeam(run, '@rolecall is there a shower with hot water?');
    await press(run, candidate.id, lastNotice(run, candidate.id), teamWords.tellMe);
    const other = await post(run, 'is there a shower with hot water?', { user: PEOPLE.otherCandidate.id });
    await run.workspace.as(teamMember.id).shortcut(other, 'answer_from_notes');
    await run.idle();
    await submit(run, teamMember.id);
    const told = await run.workspace.waitFor(() => run.replies(asked.ts)[1]);
    expect(shown(told)).toContain(replies.told);
  });

  test('is kept by the answer that the team links: nothing more is said later', async () => {
    const { asked, card } = await askTheTeam(run, '@rolecall can I bring my piano along?');
    await press(run, candidate.id, lastNotice(run, candidate.id), teamWords.tellMe);
    await press(run, teamMember.id, card, 'Link an answer');
    await submit(run, teamMember.id, { remember: [] });
    addAnswer('Can I bring my piano along?', 'Whatever two people can carry up the stairs.');
    await run.bot.search.keeper.reload();
    await run.idle();
    expect(run.replies(asked.ts)).toHaveLength(2);
  });

  test('brings the asker the answer in the thread once a note covers it, once', async () => {
    const { asked } = await askTheTeam(run, '@rolecall who feeds the seals?');
    await press(run, candidate.id, lastNotice(run, candidate.id), teamWords.tellMe);
    await run.bot.search.keeper.reload();
    await run.idle();
    expect(run.replies(asked.ts)).toHaveLength(1);
    addAnswer('Who feeds the seals?', 'Nobody: they fish for themselves.');
    const told = await run.workspace.waitFor(() => run.replies(asked.ts)[1]);
    await run.idle();
    expect(shown(told)).toContain(replies.told);
    expect(linksIn(told)).toContain('https://harbour.example/blog/keeper/#who-feeds-the-seals');
    expect(notifiedBy(told)).toEqual([]);
    await run.bot.search.keeper.reload();
    await run.idle();
    expect(run.replies(asked.ts)).toHaveLength(2);
  });
});
