// Draft mode: the bot proposes its reply to the team, and one click posts it.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { linking, teamWords } from '../../src/answer/wording.ts';
import { PEOPLE } from '../../src/workspace/server/state/seed.ts';
import { buttonsIn, linksIn, notifiedBy, shown } from './reading-replies.ts';
import { type Running, startForTest, startRunning } from './running-bot.ts';
import { lastCard, lastNotice, post, press, questions, submit, teamChannel, viewText } from './team-steps.ts';

const { candidate, teamMember, otherTeamMember } = PEOPLE;
const WATCH = 'how many hours does one watch take?';
const env = { CHANNEL_MODE: 'draft' };

let run: Running;

beforeAll(async () => {
  run = await startRunning({ env });
});

afterAll(() => run.stop());

beforeEach(() => run.clock.advance(120_000));

async function propose() {
  const asked = await post(run, WATCH);
  return { asked, card: lastCard(run) };
}

const cardText = (card: Parameters<Running['workspace']['current']>[0]) => shown(run.workspace.current(card) ?? card);

describe('a proposal', () => {
  test('stands in the team channel with the answer and the question, and not in the thread', async () => {
    const { asked, card } = await propose();
    expect(run.replies(asked.ts)).toEqual([]);
    expect(shown(card)).toContain('*Draft: a reply to Amara Diallo*');
    expect(shown(card)).toContain(WATCH);
    expect(shown(card)).toContain('six hours');
    expect(linksIn(card)[0]).toContain(asked.ts.replace('.', ''));
    expect(buttonsIn(card)).toEqual(['Post', 'Other match', 'Leave it']);
    expect(notifiedBy(card)).toEqual([]);
  });

  test('is what the panel and *Why this answer?* say, and not that the bot has answered', async () => {
    const { asked } = await propose();
    expect(run.decisions.at(-1)?.decision).toMatchObject({ kind: 'answer', reason: 'proposed' });
    await run.workspace.as(candidate.id).shortcut(asked, 'why_this_answer');
    const modal = await run.workspace.waitFor(() => {
      const { modal } = run.workspace.as(candidate.id);
      return modal !== undefined && viewText(modal).includes('Brought to the team') ? modal : null;
    });
    expect(viewText(modal)).not.toContain('Answered');
    await run.workspace.as(candidate.id).close(modal, true);
  });

  test('is made for what would be answered only, and once for a message', async () => {
    const before = run.workspace.botMessages(teamChannel).length;
    await post(run, 'Lovely weather in the harbour today.');
    await post(run, 'can I bring my dog along?');
    expect(run.workspace.botMessages(teamChannel).length).toBe(before);
  });

  test('a mention is answered at once all the same', async () => {
    const asked = await post(run, `@rolecall ${WATCH}`);
    expect(run.replies(asked.ts)).toHaveLength(1);
  });
});

describe('Post', () => {
  test('posts the reply in the thread with one click, once, with the buttons of every reply', async () => {
    const { asked, card } = await propose();
    await Promise.all([teamMember, otherTeamMember].map(({ id }) => press(run, id, card, 'Post')));
    const replies = run.replies(asked.ts);
    expect(replies).toHaveLength(1);
    expect(replies.map(buttonsIn)).toEqual([['Helpful', 'Not what I asked', 'Remove']]);
    expect(replies.flatMap(notifiedBy)).toEqual([]);
    expect(cardText(card)).toMatch(/Posted by (Priya Raman|Mateo Silva)\./);
  });

  test('refused by Slack leaves the proposal open', async () => {
    const { asked, card } = await propose();
    run.workspace.arrange('chat.postMessage', { error: 'is_archived' });
    await press(run, teamMember.id, card, 'Post');
    expect(lastNotice(run, teamMember.id).text).toBe(linking.archived);
    await press(run, teamMember.id, card, 'Post');
    expect(run.replies(asked.ts)).toHaveLength(1);
  });

  test('for a question deleted at this moment posts nothing, and says so', async () => {
    const { asked, card } = await propose();
    run.workspace.as(candidate.id).delete(asked);
    await run.workspace.as(teamMember.id).press(card, 'Post');
    await run.idle();
    expect(cardText(card)).toContain(teamWords.closed.deleted());
    expect(run.replies(asked.ts)).toEqual([]);
    expect(run.workspace.botMessages(questions).filter(({ threadTs }) => threadTs === null)).toEqual([]);
  });
});

describe('Other match', () => {
  test('opens the linking modal; what is chosen there is posted', async () => {
    const { asked, card } = await propose();
    await press(run, teamMember.id, card, 'Other match');
    await submit(run, teamMember.id, { remember: [] });
    const [reply] = run.replies(asked.ts);
    expect(reply && notifiedBy(reply)).toEqual([candidate.id]);
    expect(cardText(card)).toContain('Answered by Priya Raman');
    await press(run, otherTeamMember.id, card, 'Post').catch(() => {});
    expect(run.replies(asked.ts)).toHaveLength(1);
  });
});

describe('an edit of the question', () => {
  test('brings the reply that fits now, which Post then posts', async () => {
    const { asked, card } = await propose();
    run.workspace.as(candidate.id).edit(asked, 'who repairs the lamp?');
    await run.idle();
    expect(lastCard(run).ts).toBe(card.ts);
    expect(cardText(card)).toContain('who repairs the lamp?');
    expect(cardText(card)).toContain(teamWords.editedProposal);
    expect(cardText(card)).not.toContain('six hours');
    await press(run, teamMember.id, card, 'Post');
    expect(run.replies(asked.ts).map(shown)).toEqual([expect.not.stringContaining('six hours')]);
  });

  test('into something else withdraws the draft, and back again brings a new one', async () => {
    const { asked, card } = await propose();
    run.workspace.as(candidate.id).edit(asked, 'Lovely weather in the harbour today.');
    await run.idle();
    expect(shown(lastCard(run))).toContain(teamWords.closed.edited());
    expect(buttonsIn(lastCard(run))).toEqual([]);
    run.workspace.as(candidate.id).edit(asked, WATCH);
    await run.idle();
    expect(lastCard(run).ts).not.toBe(card.ts);
    expect(buttonsIn(lastCard(run))).toEqual(['Post', 'Other match', 'Leave it']);
  });

  test('after Post takes the reply back and proposes another', async () => {
    const { asked, card } = await propose();
    await press(run, teamMember.id, card, 'Post');
    run.workspace.as(candidate.id).edit(asked, 'who repairs the lamp?');
    await run.idle();
    expect(run.replies(asked.ts)).toEqual([]);
    await press(run, teamMember.id, lastCard(run), 'Post');
    expect(run.replies(asked.ts).map(shown)).toEqual([expect.not.stringContaining('six hours')]);
  });
});

describe('a deletion of the question', () => {
  test('closes the draft without the words that were deleted', async () => {
    const { asked, card } = await propose();
    run.workspace.as(candidate.id).delete(asked);
    await run.idle();
    expect(cardText(card)).toContain(teamWords.closed.deleted());
    expect(cardText(card)).not.toContain(WATCH);
    expect(buttonsIn(run.workspace.current(card) ?? card)).toEqual([]);
  });
});

describe('Leave it', () => {
  test('says nothing in the channel', async () => {
    const { asked, card } = await propose();
    await press(run, teamMember.id, card, 'Leave it');
    expect(run.replies(asked.ts)).toEqual([]);
    expect(cardText(card)).toContain('Left alone by Priya Raman.');
  });
});

test('Post of an answer that has left the notes says so', async () => {
  const { asked, card } = await propose();
  rmSync(join(run.notes, 'lighthouse.md'));
  await run.bot.search.keeper.reload();
  await press(run, teamMember.id, card, 'Post');
  expect(lastNotice(run, teamMember.id).text).toBe(teamWords.entryGone);
  expect(run.replies(asked.ts)).toEqual([]);
});

test('without a team channel the bot stays silent, and the log says why', async () => {
  const own = await startForTest({ env, bot: { teamChannel: null } });
  const asked = await post(own, WATCH);
  expect(own.replies(asked.ts)).toEqual([]);
  expect(own.log()).toContain('TEAM_CHANNEL is not set');
});
