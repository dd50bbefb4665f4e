// The host's work on the board: merging, parting, linking, setting aside; and what becomes of a session when nobody looks.
import { describe, expect, it } from 'vitest';
import { drafts, hours } from '../../src/answer/wording.ts';
import type { StoredMessage } from '../../src/workspace/server/conversation/stored-message.ts';
import { PEOPLE } from '../../src/workspace/server/state/seed.ts';
import { buttonsIn, notifiedBy, shown } from './reading-replies.ts';
import { type Running, startForTest, until } from './running-bot.ts';
import { lastNotice, modalOf, post, press, questions, submit, teamChannel, viewText } from './team-steps.ts';

const { candidate, otherCandidate, guest, teamMember, otherTeamMember } = PEOPLE;
const DOG = 'can I bring my dog to the lighthouse?';
const CAT = 'are cats welcome on the rock?';

const find = (run: Running, channel: string, text: string) =>
  run.workspace.botMessages(channel).findLast((message) => shown(message).includes(text));

const boardOf = (run: Running): StoredMessage => {
  const found = find(run, teamChannel, '*Office hours: ');
  if (found === undefined) throw new Error('There is no board');
  return found;
};

async function says(run: Running, ...texts: readonly string[]): Promise<void> {
  await until(async () => texts.every((text) => shown(boardOf(run)).includes(text)));
  await run.idle();
}

async function begin(options: Parameters<typeof startForTest>[0] = {}): Promise<Running> {
  const run = await startForTest(options);
  await run.workspace.as(teamMember.id).command(questions, '/role office-hours start Drop in');
  await until(async () => find(run, teamChannel, '*Office hours: ') !== undefined);
  await run.idle();
  return run;
}

/** Presses a button of the question with this heading. */
async function pressFor(run: Running, label: string, heading: string, options: object = {}): Promise<void> {
  const { blocks } = boardOf(run);
  const isFor = (value: unknown) => String(value).startsWith(`${label}: ${heading}`);
  const elements = blocks.flatMap((block) => [
    ...((block['elements'] ?? []) as Record<string, unknown>[]),
    ...(block['accessory'] === undefined ? [] : [block['accessory'] as Record<string, unknown>]),
  ]);
  const found = elements.find((element) => isFor(element['accessibility_label']));
  if (found === undefined) throw new Error(`There is no ${label} for ${heading}`);
  const forged = { value: found['value'] as string };
  await press(run, teamMember.id, boardOf(run), String(found['action_id']), { forged, ...options });
}

/** Chooses the question in the list that opens one again. */
async function reopen(run: Running, heading: string): Promise<void> {
  const accessories = boardOf(run).blocks.map(({ accessory }) => JSON.stringify(accessory ?? null));
  const value = accessories.join().match(new RegExp(`"text":"${heading}[^}]*},"value":"([^"]+)"`))?.[1];
  if (value === undefined) throw new Error(`${heading} is not among those that can be opened again`);
  await press(run, teamMember.id, boardOf(run), 'hours_reopen', { value });
}

/** What `/role unanswered` shows. */
async function unanswered(run: Running): Promise<string> {
  await run.workspace.as(teamMember.id).command(questions, '/role unanswered');
  await run.idle();
  return shown(lastNotice(run, teamMember.id));
}

describe('what the team answers in a thread', () => {
  it('stands on the board until it is taken as the answer, with its author', async () => {
    const run = await begin();
    const asked = await post(run, DOG);
    const again = await post(run, 'may I bring a dog to the lighthouse', { user: otherCandidate.id });
    await says(run, 'asked 2 times');
    expect(buttonsIn(boardOf(run))).not.toContain(hours.take);
    await post(run, 'let me check', { user: otherTeamMember.id, threadTs: asked.ts });
    await post(run, 'Yes, *on a lead*.', { user: otherTeamMember.id, threadTs: asked.ts });
    await says(run, hours.inThread('Mateo Silva'));
    expect(run.workspace.as(otherTeamMember.id).ephemerals).toEqual([]);
    await pressFor(run, hours.take, 'Can I bring my dog');
    await says(run, 'Answered live: 1', 'by Mateo Silva');
    expect(run.replies(asked.ts)).toEqual([]);
    expect(run.replies(again.ts).map(shown).join()).toContain('on a lead');
    // A notification shows the words without their markup.
    expect(run.replies(again.ts)[0]?.text).toMatch(/^Yes, on a lead\.\n/);
  });

  it('is for the question that is open where the same message asked another one, which the notes answered', async () => {
    const run = await begin();
    const asked = await post(run, `who repairs the lamp? And ${DOG}`);
    await says(run, 'Answered from the notes: 1', '*Open: 1*');
    await post(run, 'Yes, on a lead.', { user: otherTeamMember.id, threadTs: asked.ts });
    await says(run, hours.inThread('Mateo Silva'));
    expect(run.workspace.as(otherTeamMember.id).ephemerals).toEqual([]);
    await pressFor(run, hours.take, 'Can I bring my dog');
    await says(run, 'Answered live: 1', 'by Mateo Silva');
  });

  it('is offered at the end, and belongs to the post once it is taken', async () => {
    const run = await begin();
    const asked = await post(run, DOG);
    await post(run, 'Yes, on a lead.', { user: teamMember.id, threadTs: asked.ts });
    await says(run, hours.inThread('Priya Raman'));
    await run.workspace.as(teamMember.id).command(questions, '/role office-hours stop');
    await until(async () => find(run, teamChannel, '*A draft of the post') !== undefined);
    await run.idle();
    expect(shown(find(run, teamChannel, '*A draft of the post') as never)).toContain(hours.untaken(1));
    expect(shown(find(run, questions, 'what was asked') as never)).toContain(hours.answeredThere);
    await pressFor(run, hours.take, 'Can I bring my dog');
    await until(async () => !shown(find(run, teamChannel, '*A draft of the post') as never).includes(hours.untaken(1)));
    await run.idle();
    const draft = find(run, teamChannel, '*A draft of the post');
    await until(async () => run.workspace.botMessages(teamChannel, draft?.ts).length > 0);
    const files = run.workspace.botMessages(teamChannel, draft?.ts).map(shown).join();
    expect(files).toContain('Yes, on a lead.');
  });

  it('that is deleted is no answer: the press says so, and the offer goes', async () => {
    const run = await begin();
    const asked = await post(run, DOG);
    const said = await post(run, 'Yes, on a lead.', { user: teamMember.id, threadTs: asked.ts });
    await says(run, hours.inThread('Priya Raman'));
    run.workspace.as(teamMember.id).delete(said);
    await run.idle();
    await pressFor(run, hours.take, 'Can I bring my dog');
    expect(lastNotice(run, teamMember.id).text).toBe(hours.problems['reply-gone']);
    await until(async () => !shown(boardOf(run)).includes(hours.inThread('Priya Raman')));
  });
});

describe('a question without a name', () => {
  it('is taken out of the channel by the host', async () => {
    const run = await begin();
    const start = find(run, questions, 'hosts office hours');
    await press(run, guest.id, start as never, 'Ask without my name');
    await submit(run, guest.id, { text: 'Is your harbour master a crook?' });
    await says(run, 'Is your harbour master a crook?');
    await pressFor(run, hours.remove, 'Is your harbour master');
    await until(async () => !shown(boardOf(run)).includes('harbour master'));
    expect(find(run, questions, 'harbour master')).toBeUndefined();
    expect(shown(boardOf(run))).toContain(hours.none);
    expect(await unanswered(run)).not.toContain('harbour master');
  });

  it('is among what is unanswered as any other, until the team answers it in its thread, and nobody is named', async () => {
    const run = await begin();
    await press(run, guest.id, find(run, questions, 'hosts office hours') as never, 'Ask without my name');
    await submit(run, guest.id, { text: 'Would you hire somebody who is afraid of the dark?' });
    await says(run, 'afraid of the dark');
    await run.workspace.as(teamMember.id).command(questions, '/role office-hours stop');
    await until(async () => find(run, questions, 'what was asked') !== undefined);
    expect(await unanswered(run)).toContain('afraid of the dark');
    await press(run, teamMember.id, lastNotice(run, teamMember.id), 'Write an answer');
    await submit(run, teamMember.id, { text: 'Gladly: there is a lamp.' });
    const asked = find(run, questions, 'A candidate asks');
    const replies = run.replies(asked?.ts);
    expect(replies.map(shown).join()).toContain('Gladly: there is a lamp.');
    expect(replies.flatMap(notifiedBy)).toEqual([]);
    expect(JSON.stringify(replies)).not.toContain('<@>');
    expect(await unanswered(run)).not.toContain('afraid of the dark');
  });
});

describe('the board', () => {
  it('merges what the host says is the same, and parts it again', async () => {
    const run = await begin();
    await post(run, DOG);
    await post(run, CAT, { user: otherCandidate.id });
    await says(run, '2 questions asked*', 'Can I bring my dog', 'Are cats welcome');
    await pressFor(run, 'Edit', 'Are cats welcome');
    const other = JSON.stringify(modalOf(run, teamMember.id).given).match(
      /"text":"Can I bring my dog[^}]*},"value":"([^"]+)"/,
    )?.[1];
    expect(other).toBeDefined();
    await submit(run, teamMember.id, { merge: other ?? '' });
    await says(run, '2 questions asked*, 1 different', 'asked 2 times, by Amara Diallo, Jonas Weber');
    await pressFor(run, 'Edit', 'Can I bring my dog');
    const asking = viewText(modalOf(run, teamMember.id)).match(
      /"text":"Jonas Weber: are cats[^}]*},"value":"([^"]+)"/,
    )?.[1];
    await submit(run, teamMember.id, { heading: 'Which pets may I bring?', split: [asking ?? ''] });
    await says(run, '2 questions asked*\n', 'Which pets may I bring?', 'Are cats welcome');
  });

  it('takes no heading without a word, and says so beside it', async () => {
    const run = await begin();
    await post(run, DOG);
    await says(run, 'Open: 1');
    for (const heading of ['🎉', '*', '   ']) {
      await pressFor(run, 'Edit', 'Can I bring my dog');
      const { errors } = await submit(run, teamMember.id, { heading });
      expect(errors).toEqual({ heading: hours.problems['no-text'] });
    }
    await says(run, 'Can I bring my dog');
  });

  it('offers nobody to keep what the session has: what else the team writes is offered as ever', async () => {
    const run = await startForTest();
    const offers = () =>
      run.workspace.as(teamMember.id).ephemerals.filter((message) => buttonsIn(message).includes(drafts.keep)).length;
    const earlier = await post(run, `@rolecall ${CAT}`);
    await run.workspace.as(teamMember.id).command(questions, '/role office-hours start Drop in');
    await until(async () => find(run, teamChannel, '*Office hours: ') !== undefined);
    await run.idle();
    const asked = await post(run, DOG);
    await says(run, 'Open: 1');
    await post(run, 'Dogs are welcome on a lead.', { user: teamMember.id, threadTs: asked.ts });
    expect(offers()).toBe(0);
    await post(run, 'Cats stay on the mainland.', { user: teamMember.id, threadTs: earlier.ts });
    expect(offers()).toBe(1);
    const covered = await post(run, 'how many hours does one watch take?', { user: otherCandidate.id });
    await post(run, 'A watch takes five hours since the spring.', { user: teamMember.id, threadTs: covered.ts });
    expect(offers()).toBe(2);
    await run.workspace.as(teamMember.id).command(questions, '/role office-hours stop');
    await until(async () => find(run, teamChannel, 'A draft of the post') !== undefined);
    await run.idle();
    await post(run, 'Dogs may even swim here.', { user: teamMember.id, threadTs: asked.ts });
    expect(offers()).toBe(3);
  });

  it('sets aside, opens again, and keeps that to the team', async () => {
    const run = await begin();
    await post(run, DOG);
    await says(run, 'Open: 1');
    await pressFor(run, 'Skip', 'Can I bring my dog');
    await says(run, 'Open: 0', 'Set aside: 1');
    await pressFor(run, 'Open again', 'Can I bring my dog');
    await says(run, 'Open: 1');
  });

  it('says so where what should be the same question is gone by now, and changes nothing', async () => {
    const run = await begin();
    const asked = await post(run, DOG);
    await post(run, CAT, { user: otherCandidate.id });
    await says(run, 'Can I bring my dog', 'Are cats welcome');
    await pressFor(run, 'Edit', 'Are cats welcome');
    const other = JSON.stringify(modalOf(run, teamMember.id).given).match(
      /"text":"Can I bring my dog[^}]*},"value":"([^"]+)"/,
    )?.[1];
    run.workspace.as(candidate.id).delete(asked);
    await until(async () => !shown(boardOf(run)).includes('Can I bring my dog'));
    await run.idle();
    const { text } = await submit(run, teamMember.id, { merge: other ?? '', heading: 'Which pets may I bring?' });
    expect(text).toContain(hours.problems['other-gone']);
    expect(shown(boardOf(run))).toContain('Are cats welcome');
    expect(shown(boardOf(run))).not.toContain('Which pets');
  });

  it('opens again what was answered by mistake: it waits, and may be answered anew in its thread', async () => {
    const run = await begin();
    const asked = await post(run, 'how long is a watch at the lighthouse?');
    await says(run, 'Answered from the notes: 1', '*Open: 0*');
    await reopen(run, 'How long is a watch');
    await says(run, '*Open: 1*');
    // It stays open at the next look, although the reply stands in its thread.
    await post(run, DOG, { user: otherCandidate.id });
    await says(run, '*Open: 2*');
    await pressFor(run, hours.live, 'How long is a watch');
    await submit(run, teamMember.id, { text: 'It was six hours; from May on it is five.' });
    await says(run, '*Open: 1*', 'Answered live: 1');
    await reopen(run, 'How long is a watch');
    await says(run, '*Open: 2*');
    expect(shown(boardOf(run))).not.toContain('Answered live');
    await pressFor(run, hours.live, 'How long is a watch');
    await submit(run, teamMember.id, { text: 'From June on it is five hours.' });
    await says(run, 'Answered live: 1');
    const said = run.replies(asked.ts).map(shown);
    expect(said).toHaveLength(3);
    expect(said.at(-1)).toContain('From June on');
    await pressFor(run, hours.live, 'Can I bring my dog');
    await submit(run, teamMember.id, { text: 'Cats only.' });
    await says(run, '*Open: 0*');
    expect(await unanswered(run)).not.toContain('bring my dog');
    await reopen(run, 'Can I bring my dog');
    await says(run, '*Open: 1*');
    expect(await unanswered(run)).toContain('bring my dog');
  });

  it('links an answer from the notes to who asked first, and tells the others where it stands', async () => {
    const run = await begin();
    const first = await post(run, DOG);
    const second = await post(run, 'may I bring a dog to the lighthouse', { user: otherCandidate.id });
    await says(run, 'asked 2 times');
    await pressFor(run, 'Link an answer', 'Can I bring my dog');
    expect(viewText(modalOf(run, teamMember.id))).toContain('Amara Diallo asked');
    const { text } = await submit(run, teamMember.id);
    expect(text).toContain('Posted in the thread');
    await says(run, 'Answered from the notes: 1', 'by Priya Raman');
    expect(run.replies(first.ts).flatMap(notifiedBy)).toEqual([candidate.id]);
    expect(run.replies(second.ts).map(shown).join()).toContain('asked before in these office hours');
  });

  it('counts what is linked by the shortcut as answered', async () => {
    const run = await begin();
    const asked = await post(run, DOG);
    await says(run, 'Open: 1');
    await run.workspace.as(teamMember.id).shortcut(asked, 'answer_from_notes');
    await run.idle();
    await submit(run, teamMember.id);
    await post(run, CAT);
    await says(run, 'Open: 1', 'Answered from the notes: 1', 'by Priya Raman');
  });

  it('follows what is edited and deleted', async () => {
    const run = await begin();
    const dog = await post(run, DOG);
    const cat = await post(run, CAT);
    await says(run, '2 questions asked*');
    run.workspace.as(candidate.id).edit(dog, 'can I bring my parrot to the lighthouse?');
    run.workspace.as(candidate.id).delete(cat);
    await run.idle();
    await says(run, '1 question asked*', 'Can I bring my parrot');
    expect(shown(boardOf(run))).not.toContain('cats');
  });

  it('is answered by one of two who submit together, and the other hears it', async () => {
    const run = await begin();
    const asked = await post(run, DOG);
    await says(run, 'Open: 1');
    const value = JSON.stringify(boardOf(run).blocks).match(
      /"action_id":"hours_live"[^}]*}[^}]*"value":"([^"]+)"/,
    )?.[1];
    const both = [teamMember.id, PEOPLE.otherTeamMember.id];
    for (const id of both) await press(run, id, boardOf(run), 'hours_live', { forged: { value: value ?? '' } });
    await Promise.all(both.map((id) => run.workspace.as(id).submit(modalOf(run, id), { text: 'Yes, do.' })));
    await run.idle();
    await says(run, 'Answered live: 1');
    expect(run.replies(asked.ts).filter((message) => shown(message).includes('Yes, do.'))).toHaveLength(1);
    const texts = both.map((id) => viewText(modalOf(run, id)));
    expect(texts.filter((text) => text.includes('was quicker'))).toHaveLength(1);
    expect(texts.filter((text) => text.includes('Posted in the threads'))).toHaveLength(1);
  });
});

describe('a session', () => {
  it('ends by itself after four hours of silence, and not before', async () => {
    const run = await begin();
    await post(run, DOG);
    await says(run, 'Open: 1');
    run.clock.advance(3.9 * 3_600_000);
    await post(run, CAT);
    await says(run, 'Open: 2');
    expect(find(run, questions, 'what was asked')).toBeUndefined();
    run.clock.advance(4 * 3_600_000 + 1000);
    await until(async () => find(run, questions, 'what was asked') !== undefined);
    await until(async () => find(run, teamChannel, 'A draft of the post') !== undefined);
    expect(shown(find(run, teamChannel, 'A draft of the post') as StoredMessage)).toContain(hours.draftNone);
  });

  it('goes on after a restart, and what was said meanwhile is asked', async () => {
    const run = await begin({ keepsState: true });
    await post(run, DOG);
    await says(run, 'Open: 1');
    await run.bot.stop();
    run.workspace.as(otherCandidate.id).post(questions, CAT);
    run.clock.advance(60_000);
    await run.restart().catch(() => {});
    await says(run, '2 questions asked*');
    await run.workspace.as(teamMember.id).command(questions, '/role office-hours stop');
    await until(async () => find(run, questions, 'what was asked') !== undefined);
  });

  it('collects in a channel where the bot speaks only when mentioned, and what is asked too fast', async () => {
    const run = await begin({ env: { CHANNEL_MODE: 'mention' } });
    const covered = await post(run, 'how many hours does one watch take?');
    expect(run.replies(covered.ts)).toHaveLength(1);
    for (let count = 1; count <= 6; count += 1) await post(run, `how many hours does watch number ${count} take?`);
    await until(async () => shown(boardOf(run)).includes('7 questions asked'));
  });

  it('collects what is asked in a thread, and no chatter there', async () => {
    const run = await begin();
    const { ts: threadTs } = await post(run, DOG);
    await post(run, 'how large may my dog be?', { threadTs });
    await post(run, CAT, { threadTs, user: otherCandidate.id });
    await post(run, 'thanks, that would be great', { threadTs });
    await post(run, 'which one do you mean?', { threadTs, user: teamMember.id });
    await says(run, '3 questions asked*', 'How large may my dog be?', 'Are cats welcome');
  });

  it('forgets its host', async () => {
    const run = await begin();
    await says(run, 'hosted by Priya Raman');
    await run.workspace.as(teamMember.id).command(questions, '/role forget-me');
    await run.idle();
    await press(run, teamMember.id, lastNotice(run, teamMember.id), 'forget_me');
    await says(run, 'hosted by Somebody');
    const start = find(run, questions, 'hosts office hours here');
    expect(start && shown(start)).not.toContain('Priya');
  });

  it('forgets who wants to be forgotten', async () => {
    const run = await begin();
    await post(run, DOG);
    await post(run, CAT, { user: otherCandidate.id });
    await says(run, '2 questions asked*');
    await run.workspace.as(candidate.id).command(questions, '/role forget-me');
    await run.idle();
    await press(run, candidate.id, lastNotice(run, candidate.id), 'forget_me');
    await says(run, '1 question asked*');
    expect(shown(boardOf(run))).not.toContain('Amara');
  });
});
