// Office hours as the team and the candidates see them: begun, asked, answered, ended, and what comes out.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PEOPLE } from '../../src/workspace/server/state/seed.ts';
import { buttonsIn, notifiedBy, shown } from './reading-replies.ts';
import { type Running, startRunning, until } from './running-bot.ts';
import { lastNotice, modalOf, post, press, questions, submit, teamChannel, viewText } from './team-steps.ts';

const { candidate, otherCandidate, guest, teamMember, otherTeamMember } = PEOPLE;

async function type(run: Running, user: string, typed: string, channel: string = questions): Promise<string> {
  const before = run.workspace.as(user).ephemerals.length;
  await run.workspace.as(user).command(channel, typed);
  await run.workspace.waitFor(() => run.workspace.as(user).ephemerals[before]);
  await run.idle();
  return lastNotice(run, user).text;
}

const inTeam = (run: Running) => run.workspace.botMessages(teamChannel);
const inChannel = (run: Running) => run.workspace.botMessages(questions);
/** The newest of the bot's messages there that says so. */
const find = (messages: ReturnType<typeof inTeam>, text: string) =>
  messages.findLast((message) => shown(message).includes(text));

function boardOf(run: Running) {
  const board = find(inTeam(run), '*Office hours: ');
  if (board === undefined) throw new Error('There is no board');
  return board;
}

/** Waits until the board says so. */
async function boardSays(run: Running, text: string) {
  await until(async () => shown(boardOf(run)).includes(text));
  return boardOf(run);
}

const button = (board: ReturnType<typeof boardOf>, label: string, heading: string): string => {
  const place = board.blocks.findIndex((block) => JSON.stringify(block).includes(heading));
  const elements = (board.blocks[place + 1]?.['elements'] ?? []) as { text: { text: string }; value: string }[];
  const value = elements.find(({ text }) => text.text === label)?.value;
  if (value === undefined) throw new Error(`No ${label} under ${heading}`);
  return value;
};

/** Presses a button of one question on the board. */
async function pressFor(run: Running, user: string, label: string, heading: string) {
  const board = boardOf(run);
  const ids = { 'Answer live': 'hours_live', 'Link an answer': 'hours_link', Skip: 'hours_skip', Edit: 'hours_edit' };
  const value = button(board, label, heading);
  await press(run, user, board, ids[label as keyof typeof ids], { forged: { value } });
}

describe('a session', () => {
  let run: Running;
  beforeAll(async () => {
    run = await startRunning();
  });
  afterAll(() => run.stop());

  it('is begun by the team alone, once in a channel, with a message that says how it goes', async () => {
    expect(await type(run, candidate.id, '/role office-hours start Mine')).toContain('Only the team');
    expect(await type(run, teamMember.id, '/role office-hours stop')).toContain('no office hours');
    expect(await type(run, teamMember.id, '/role office-hours start Here', teamChannel)).toContain('where people ask');
    expect(await type(run, teamMember.id, '/role office-hours start Keepers & *all* <friends>')).toContain(
      'have begun',
    );
    expect(await type(run, otherTeamMember.id, '/role office-hours start Another')).toContain('under way');
    const start = find(inChannel(run), 'hosts office hours here');
    expect(start && shown(start)).toContain('*Keepers &amp; all &lt;friends&gt;*');
    expect(start && shown(start)).toContain('Priya Raman');
    expect(start && buttonsIn(start)).toEqual(['Ask without my name']);
    expect(shown(boardOf(run))).toContain('Nothing has been asked yet.');
    expect(inChannel(run)).toHaveLength(1);
  });

  it('collects questions, answers from the notes, leaves chatter, and merges the same in other words', async () => {
    await post(run, 'how many hours does one watch take?');
    await post(run, 'can I bring my dog to the lighthouse?');
    await post(run, 'good morning everybody');
    await post(run, 'may I bring a dog to the lighthouse', { user: otherCandidate.id });
    await post(run, 'is there a pension plan?', { user: otherCandidate.id });
    const board = await boardSays(run, '4 questions asked*, 3 different');
    expect(shown(board)).toContain('Open: 2');
    expect(shown(board)).toContain('asked 2 times, by Amara Diallo, Jonas Weber');
    expect(shown(board)).toContain('Answered from the notes: 1');
    expect(notifiedBy(board)).toEqual([]);
    // The team's own questions and answers are no part of it.
    await post(run, 'what do you think, shall we begin?', { user: teamMember.id });
    expect(shown(boardOf(run))).toContain('4 questions asked');
  });

  it('is asked without a name, and nothing leads to who asked', async () => {
    const start = find(inChannel(run), 'hosts office hours here');
    if (start === undefined) throw new Error('no start');
    await press(run, guest.id, start, 'Ask without my name');
    const { text } = await submit(run, guest.id, { text: 'Would you hire somebody who is afraid of the dark?' });
    expect(text).toContain('Asked.');
    const asked = find(inChannel(run), 'A candidate asks');
    expect(asked && shown(asked)).toContain('afraid of the dark');
    const board = await boardSays(run, 'afraid of the dark');
    expect(shown(board)).toContain('asked by a candidate');
    expect(JSON.stringify(run.workspace.calls)).not.toContain(`"${guest.realName}"`);
    expect(run.log()).not.toContain(guest.id);
  });

  it('is answered live in every thread that asked, from the board, once', async () => {
    await pressFor(run, teamMember.id, 'Answer live', 'dog');
    const { text } = await submit(run, teamMember.id, { text: 'Yes, on a lead: <@U0AMARA001> & *all* of you.' });
    expect(text).toContain('Posted');
    const threads = run.workspace
      .messages(questions)
      .filter(({ text: said }) => said.includes('dog') && said.includes('lighthouse'));
    const replies = threads.flatMap(({ ts }) => run.replies(ts)).filter((reply) => shown(reply).includes('on a lead'));
    expect(replies).toHaveLength(2);
    expect(replies.flatMap(notifiedBy).toSorted()).toEqual([candidate.id, otherCandidate.id].toSorted());
    expect(replies.map(shown).join()).toContain('Priya Raman answered this in the office hours');
    await boardSays(run, 'Answered live: 1');
  });

  it('takes a reply of the team from the thread', async () => {
    const asked = run.workspace.messages(questions).find(({ text }) => text.includes('pension'));
    if (asked === undefined) throw new Error('not asked');
    await post(run, 'let me look', { user: otherTeamMember.id, threadTs: asked.ts });
    await post(run, 'Yes: see <https://example.org/pension|the *plan*>\n• for all\n• from day one', {
      user: otherTeamMember.id,
      threadTs: asked.ts,
    });
    await pressFor(run, teamMember.id, 'Answer live', 'pension');
    expect(viewText(modalOf(run, teamMember.id))).toContain('Mateo Silva');
    await submit(run, teamMember.id);
    const board = await boardSays(run, 'Answered live: 2');
    expect(shown(board)).toContain('by Mateo Silva');
    expect(run.replies(asked.ts)).toEqual([]);
  });

  it('who asks again what was answered is told where', async () => {
    const again = await post(run, 'is it possible to bring my dog to the lighthouse?', { user: otherCandidate.id });
    await boardSays(run, '6 questions asked*, 4 different');
    expect(run.replies(again.ts).map(shown).join()).toContain('This was asked before in these office hours');
  });

  it('ends with a summary for everybody, and the draft for the team', async () => {
    expect(await type(run, teamMember.id, '/role office-hours stop')).toContain('have ended');
    await run.idle();
    const summary = find(inChannel(run), 'what was asked');
    expect(summary && shown(summary)).toContain('6 questions asked*, 4 different');
    expect(summary && shown(summary)).toContain('To follow up: 1');
    expect(summary && shown(summary)).toMatch(/Answered live: 2/);
    const draft = find(inTeam(run), '*A draft of the post');
    await until(async () => run.workspace.botMessages(teamChannel, draft?.ts).length >= 2);
    const texts = run.workspace.botMessages(teamChannel, draft?.ts);
    expect(texts.map(shown).join('\n')).toContain('title: Keepers & *all* <friends>');
    const start = find(inChannel(run), 'These office hours have ended');
    expect(start && buttonsIn(start)).toEqual([]);
    expect(await type(run, teamMember.id, '/role office-hours start Next')).toContain('have begun');
  });
});
