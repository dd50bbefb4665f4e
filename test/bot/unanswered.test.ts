// What is unanswered is a place of work: grouped, linked, answered, put aside, taken; and told once a week.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { commands, digest, drafts, notices, teamWords, unanswered } from '../../src/answer/wording.ts';
import { toWeekStart } from '../../src/use-cases/reports/read-digest.ts';
import { directChannelId, PEOPLE } from '../../src/workspace/server/state/seed.ts';
import { startPressing } from './pressing.ts';
import { buttonsIn, linksIn, notifiedBy, shown } from './reading-replies.ts';
import { type Running, startForTest, startRunning, until } from './running-bot.ts';
import {
  askTheTeam,
  lastNotice,
  modalOf,
  post,
  press,
  questions,
  submit,
  teamChannel,
  viewText,
} from './team-steps.ts';

const { candidate, otherCandidate, guest, teamMember, otherTeamMember } = PEOPLE;

let run: Running;

beforeAll(async () => {
  run = await startRunning({ bot: { pace: { tellTeam: 50 } } });
});

afterAll(() => run.stop());

beforeEach(() => run.clock.advance(120_000));

async function list(user: string = teamMember.id, running = run) {
  await running.workspace.as(user).command(questions, '/role unanswered');
  await running.idle();
  return lastNotice(running, user);
}

/** Presses a button beside the group that says `text`. */
async function work(text: string, label: string, user: string = teamMember.id) {
  const shownList = await list(user);
  const place = shownList.blocks.findIndex((block) => JSON.stringify(block).includes(text));
  const { elements } = shownList.blocks[place + 1] as never as {
    elements: { action_id: string; value: string; text: { text: string } }[];
  };
  const button = elements.find((element) => element.text.text === label);
  if (button === undefined) throw new Error(`There is no ${label} beside ${text}`);
  const { action_id, value } = button;
  await press(run, user, shownList, action_id, { forged: { action_id, value } });
}

test('groups stand with counts and links, and what several people asked comes first', async () => {
  await post(run, '@rolecall may I bring a trumpet?');
  const first = await post(run, '@rolecall is there a swimming pool?');
  const second = await post(run, '@rolecall is there really a swimming pool there?', { user: otherCandidate.id });
  const message = await list();
  expect(buttonsIn(message).slice(0, 4)).toEqual([teamWords.link, teamWords.write, unanswered.take, teamWords.decline]);
  expect(shown(message).indexOf('swimming pool')).toBeLessThan(shown(message).indexOf('trumpet'));
  expect(shown(message)).toContain('asked 2 times by 2 people');
  for (const { ts } of [first, second]) expect(linksIn(message).join()).toContain(`p${ts.replace('.', '')}`);
});

test('an answer of the team’s own goes into the thread, may be kept, and the question is gone from the list', async () => {
  const asked = await post(run, '@rolecall are there bunk beds?');
  await work('bunk beds', teamWords.write);
  const { text } = await submit(run, teamMember.id, { text: 'There are two bunk beds in each room.' });
  expect(run.replies(asked.ts).map(shown).at(-1)).toContain('There are two bunk beds in each room.');
  expect(buttonsIn(run.replies(asked.ts).at(-1) as never)).not.toContain(teamWords.tellMe);
  expect(text).toContain(drafts.keep);
  await press(run, teamMember.id, modalOf(run, teamMember.id), drafts.keep);
  expect(shown(await list())).not.toContain('bunk beds');
});

test('who hears a button and does not see where it stands hears which question it belongs to', async () => {
  await post(run, '@rolecall is there a harpsichord?');
  expect(JSON.stringify((await list()).blocks)).toContain(`"${teamWords.decline}: is there a harpsichord?"`);
});

test('an answer of the notes is linked from the same window as everywhere', async () => {
  const asked = await post(run, '@rolecall are owls heard at night?');
  await work('owls heard', teamWords.link);
  await submit(run, teamMember.id, { remember: [] });
  expect(run.replies(asked.ts).map(shown).at(-1)).toContain('linked this from the notes');
  expect(shown(await list())).not.toContain('owls heard');
});

/** Three people ask it, one of them twice in one thread, one by the slash command. Gives the two threads. */
async function askAll(what: string) {
  const first = await post(run, `@rolecall ${what}`);
  await post(run, `@rolecall ${what}`, { threadTs: first.ts });
  const second = await post(run, `@rolecall ${what}`, { user: otherCandidate.id });
  run.clock.advance(120_000);
  await run.workspace.as(guest.id).command(questions, `/role ${what}`);
  await run.idle();
  return [first.ts, second.ts];
}

const told = (user: string, text: string) =>
  run.workspace.botMessages(directChannelId(user)).filter((message) => shown(message).includes(text));

test('what is written for several comes to everybody who asked, once in each thread, and the whole group is done', async () => {
  const threads = await askAll('are there bagpipes to borrow?');
  expect(shown(await list())).toContain('asked 4 times by 3 people');
  await work('bagpipes', teamWords.write);
  expect(viewText(modalOf(run, teamMember.id))).toContain(unanswered.goesTo(3));
  const { text } = await submit(run, teamMember.id, { text: 'Bagpipes are kept in the boathouse.' });
  expect(text).toContain(unanswered.stands(3));
  for (const [place, ts] of threads.entries()) {
    const said = run.replies(ts).filter((reply) => shown(reply).includes('boathouse'));
    expect(said).toHaveLength(1);
    expect(said.flatMap(notifiedBy)).toEqual([[candidate.id, otherCandidate.id][place]]);
  }
  expect(told(guest.id, 'boathouse')).toHaveLength(1);
  expect(shown(await list())).not.toContain('bagpipes');
});

test('what is linked for several comes to everybody who asked, and closes what the team channel asks', async () => {
  const threads = await askAll('are there lobsters for supper?');
  const [first = ''] = threads;
  await press(run, candidate.id, run.replies(first).at(-1) as never, 'Ask the team');
  const card = run.workspace.botMessages(teamChannel).at(-1);
  await work('lobsters', teamWords.link);
  expect(viewText(modalOf(run, teamMember.id))).toContain(unanswered.goesTo(3));
  const { text } = await submit(run, teamMember.id, { remember: [] });
  expect(text).toContain(unanswered.stands(3));
  const linked = (ts: string) => run.replies(ts).filter((reply) => shown(reply).includes('linked this from the notes'));
  expect(threads.map((ts) => linked(ts).length)).toEqual([1, 1]);
  expect(told(guest.id, 'linked this from the notes')).toHaveLength(1);
  expect(shown(await list())).not.toContain('lobsters');
  const now = run.workspace.botMessages(teamChannel).find(({ ts }) => ts === card?.ts);
  expect(now && buttonsIn(now)).not.toContain(teamWords.link);
});

test('who takes a question is shown, and reminded after two days, once', async () => {
  await post(run, '@rolecall must I wear a kimono?');
  await work('kimono', unanswered.take);
  expect(shown(await list(otherTeamMember.id))).toContain(unanswered.taken('Priya Raman'));
  const told = () =>
    run.workspace.botMessages(directChannelId(teamMember.id)).filter((message) => shown(message).includes('kimono'));
  expect(told()).toEqual([]);
  // Another may take it over; who has it may give it back, and take it again.
  expect(buttonsIn(await list(otherTeamMember.id))).not.toContain(unanswered.giveBack);
  await work('kimono', unanswered.giveBack);
  expect(shown(await list())).not.toContain(unanswered.taken('Priya Raman'));
  await work('kimono', unanswered.take);
  run.clock.advance(49 * 3_600_000);
  await until(async () => told().length > 0);
  await post(run, 'Good morning.');
  expect(told().map(shown)).toEqual([expect.stringContaining('You took this question two days ago')]);
});

test('what is not for us is put aside for everybody, and nobody is told', async () => {
  const asked = await post(run, '@rolecall who won the regatta of 1921?');
  const before = run.replies(asked.ts).length;
  await work('regatta', teamWords.decline);
  expect(shown(await list(otherTeamMember.id))).not.toContain('regatta');
  expect(run.replies(asked.ts).length).toBe(before);
});

test('who is not in the team sees nothing and does nothing, whatever they send', async () => {
  const asked = await post(run, '@rolecall is there a bakery?');
  const key = JSON.stringify([questions, asked.ts, 0]);
  expect((await list(candidate.id)).text).toBe(notices['team-only']);
  const pressing = await startPressing(run);
  try {
    const from = { user: candidate.id, value: key, channel: questions, ts: null };
    for (const actionId of ['put_aside', 'take_unanswered'])
      expect(await pressing.press({ ...from, actionId })).toContain(notices['team-only']);
    const view = { private_metadata: key, state: { values: { text: { text: { value: 'Yes, on the pier.' } } } } };
    expect(await pressing.submit(candidate.id, 'write_unanswered', view)).toContain(unanswered.outcomes['team-only']);
    for (const value of ['', '[]', '{"a":1}', JSON.stringify(['C0OTHER', asked.ts, 0])])
      expect(await pressing.press({ ...from, user: teamMember.id, actionId: 'put_aside', value })).toContain(
        unanswered.outcomes.gone,
      );
  } finally {
    await pressing.close();
  }
  expect(shown(await list())).toContain('is there a bakery?');
  expect(shown(await list())).not.toContain(unanswered.taken('Amara Diallo'));
});

test('the digest comes once for a week, with what was asked and what waits', async () => {
  const other = await startForTest({ bot: { pace: { tellTeam: 50 } } });
  const told = () =>
    other.workspace.botMessages(teamChannel).filter((message) => shown(message).includes(digest.unanswered));
  await post(other, '@rolecall how many hours does one watch take?');
  await post(other, '@rolecall may I bring a trumpet?');
  const week = 7 * 86_400_000;
  other.clock.advance(toWeekStart(other.clock.now()) + week + 60_000 - other.clock.now());
  await until(async () => told().length > 0);
  const [message] = told();
  expect(shown(message as never)).toContain(digest.asked(2, 1, 0, 1));
  expect(shown(message as never)).toContain('may I bring a trumpet?');
  expect(shown(message as never)).toContain(digest.old);
  other.clock.advance(week);
  await until(async () => told().length > 1);
  expect(told().map(shown).at(-1)).toContain(digest.asked(0, 0, 0, 0));
  expect(told()).toHaveLength(2);
});

test('what the team says is not for them is gone from the list', async () => {
  const { card } = await askTheTeam(run, '@rolecall can I bring my parrot along?');
  expect(shown(await list())).toContain('parrot');
  await press(run, teamMember.id, card, teamWords.decline);
  expect(shown(await list())).not.toContain('parrot');
});

test('where nothing is unanswered, that is said', async () => {
  const fresh = await startForTest();
  expect(shown(await list(teamMember.id, fresh))).toContain(commands.unansweredNone);
});
