// App Home, previews of links, *Why this answer?*, and what an inviter hears.
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BOT_USER_ID, CHANNELS, PEOPLE } from '../../src/workspace/server/state/seed.ts';
import type { StoredView } from '../../src/workspace/server/views/stored-view.ts';
import { MANIFEST, type Running, readEntries, startForTest, startRunning } from './running-bot.ts';
import { lastNotice } from './team-steps.ts';

const channel = CHANNELS.questions.id;
const WATCH = 'how long do keepers stay awake on duty?';
const textOf = (view: StoredView | undefined) => JSON.stringify(view?.given ?? null);

let run: Running;

beforeAll(async () => {
  const manifest = structuredClone(MANIFEST);
  manifest.features.unfurl_domains = ['harbour.example'];
  run = await startRunning({ workspace: { manifest } });
});

afterAll(() => run.stop());

beforeEach(() => run.clock.advance(120_000));

async function open(person: { readonly id: string }): Promise<StoredView> {
  const actor = run.workspace.as(person.id);
  actor.openHome();
  await run.idle();
  return run.workspace.waitFor(() => actor.home);
}

describe('App Home', () => {
  it('shows everybody the questions by post, linked, and nothing of the team', async () => {
    const home = textOf(await open(PEOPLE.candidate));
    expect(home).toContain('<https://harbour.example/blog/keeper/#who-repairs-the-lamp|Who repairs the lamp?>');
    expect(home).toContain('*<https://harbour.example/blog/ferry/|Ferry captain: what people asked>*');
    expect(home).not.toContain('For the team');
  });

  it('finds a question by a few letters, with a typing error, and says so where none comes close', async () => {
    const amara = run.workspace.as(PEOPLE.candidate.id);
    const home = await open(PEOPLE.candidate);
    await amara.press(home, 'home_search', { value: 'licnce' });
    await run.idle();
    const found = textOf(amara.home);
    expect(found).toContain('Is a boating licence required?');
    expect(found).not.toContain('Who repairs the lamp?');
    await amara.press(home, 'home_search', { value: 'qqqqqq' });
    await run.idle();
    expect(textOf(amara.home)).toContain('No question comes close to “qqqqqq”');
    await amara.press(home, 'home_search', { value: '' });
    await run.idle();
    expect(textOf(amara.home)).toContain('Who repairs the lamp?');
  });

  it('shows what was typed last, however fast', async () => {
    const amara = run.workspace.as(PEOPLE.candidate.id);
    const home = await open(PEOPLE.candidate);
    await Promise.all(['l', 'la', 'lam', 'lamp'].map((value) => amara.press(home, 'home_search', { value })));
    await run.idle();
    expect(textOf(amara.home)).toContain('for “lamp”');
    await amara.press(home, 'home_search', { value: '' });
    await run.idle();
  });

  it('shows the beginning of an answer on demand', async () => {
    const amara = run.workspace.as(PEOPLE.candidate.id);
    const home = await open(PEOPLE.candidate);
    await amara.press(home, 'Show the answer', { forged: { value: await keyOf(run, 'Who repairs the lamp?') } });
    const modal = await run.workspace.waitFor(() => amara.modal);
    expect(textOf(modal)).toContain('An electrician from the mainland');
    await amara.press(home, 'Show the answer', { forged: { value: 'no such entry' } });
    const gone = await run.workspace.waitFor(() => (amara.modal?.id === modal.id ? null : amara.modal));
    expect(textOf(gone)).toContain('no longer in the notes');
  });

  it('shows the team what is unanswered, what helped, and how the notes are', async () => {
    writeFileSync(join(run.notes, 'broken.md'), '---\ntitle: [\n---\n\n## A question?\n\nAn answer.\n');
    await run.workspace.as(PEOPLE.teamMember.id).command(channel, '/role reload');
    const asked = run.workspace.as(PEOPLE.candidate.id).post(channel, `@rolecall ${WATCH}`);
    run.workspace.as(PEOPLE.otherCandidate.id).post(channel, '@rolecall do you sponsor visas?');
    await run.idle();
    const [reply] = run.replies(asked.ts);
    if (reply === undefined) throw new Error('no reply');
    await run.workspace.as(PEOPLE.candidate.id).press(reply, 'Helpful');
    await run.idle();
    const home = textOf(await open(PEOPLE.teamMember));
    expect(home).toContain('do you sponsor visas?');
    expect(home).toContain('100% of 1 vote');
    expect(home).toContain('The last seven days');
    expect(home).toMatch(/"type":"table".*"text":"answered".*"raw_text","text":"\d+"/);
    expect(home).toContain('broken.md, line');
    expect(home).toContain('Questions are read by their words.');
  });

  it('says so where there are no notes', async () => {
    const empty = await startForTest({ bot: {} });
    for (const file of readdirSync(empty.notes)) rmSync(join(empty.notes, file), { recursive: true });
    await empty.bot.search.keeper.reload();
    const priya = empty.workspace.as(PEOPLE.teamMember.id);
    priya.openHome();
    await empty.idle();
    const home = textOf(await empty.workspace.waitFor(() => priya.home));
    expect(home).toContain('There are no notes: nothing can be answered.');
    expect(home).not.toContain('Nothing is wrong');
  });

  it('lets the team forget a learned wording', async () => {
    const priya = run.workspace.as(PEOPLE.teamMember.id);
    const asked = run.workspace.as(PEOPLE.otherCandidate.id).post(channel, '@rolecall may I bring my canary bird?');
    await run.idle();
    await priya.shortcut(asked, 'why_this_answer');
    const modal = await run.workspace.waitFor(() =>
      textOf(priya.modal).includes('teach_wording') ? priya.modal : null,
    );
    await priya.press(modal, 'Make this wording find that answer');
    await run.workspace.waitFor(() => textOf(priya.modal).includes('From now on'));
    const home = await open(PEOPLE.teamMember);
    expect(textOf(home)).toContain('may I bring my canary bird?');
    expect(textOf(home)).toContain('Learned in Slack');
    await priya.press(home, 'Forget');
    await run.idle();
    expect(textOf(priya.home)).not.toContain('Learned in Slack');
  });
});

async function keyOf(run: Running, question: string): Promise<string> {
  const entry = (await readEntries(run)).find((known) => known.question === question);
  if (entry === undefined) throw new Error(`no entry ${question}`);
  return entry.key;
}

describe('links to the notes', () => {
  async function preview(text: string): Promise<string> {
    const posted = run.workspace.as(PEOPLE.candidate.id).post(channel, text);
    await run.idle();
    return JSON.stringify(run.workspace.current(posted)?.attachments ?? []);
  }

  it('a section shows its question and the beginning of its answer', async () => {
    const shown = await preview('see https://harbour.example/blog/keeper/#how-is-the-logbook-kept');
    expect(shown).toContain('How is the logbook kept?');
    expect(shown).toContain('Every hour one line');
    expect(shown).toContain('characters more');
    expect(shown).not.toContain('keeper signs beside it');
  });

  it('a post shows its title and its questions, with or without a closing slash', async () => {
    const shown = await preview('see https://harbour.example/blog/keeper?utm=1');
    expect(shown).toContain('Open questions about the lighthouse keeper');
    expect(shown).toContain('Who repairs the lamp?');
    expect(shown).toContain('… and 1 more.');
  });

  it('a section that is not there shows its post; a closed role says so', async () => {
    expect(await preview('https://harbour.example/blog/keeper/#nothing-here')).toContain('Open questions about');
    expect(await preview('https://harbour.example/blog/ferry/#which-rope-does-the-ferry-use')).toContain('is closed');
  });

  it('any other page is left alone', async () => {
    const before = run.workspace.calls.length;
    expect(await preview('https://harbour.example/imprint/')).toBe('[]');
    expect(run.workspace.calls.slice(before).map(({ method }) => method)).not.toContain('chat.unfurl');
  });

  it('what a note says cannot notify anybody', async () => {
    const posted = run.workspace.as(PEOPLE.candidate.id).post(channel, 'https://harbour.example/blog/paint/?a=1');
    await run.idle();
    const now = run.workspace.current(posted);
    expect(now?.attachments).toHaveLength(1);
    expect(JSON.stringify(now?.attachments)).not.toMatch(/<[!@#]/);
  });
});

describe('Why this answer?', () => {
  async function why(
    person: { readonly id: string },
    ...message: Parameters<ReturnType<typeof run.workspace.as>['shortcut']>
  ) {
    const actor = run.workspace.as(person.id);
    const before = actor.modal?.id;
    await actor.shortcut(...message);
    await run.idle();
    const modal = await run.workspace.waitFor(() => (actor.modal?.id === before ? null : actor.modal));
    const text = textOf(actor.modals.find(({ id }) => id === modal.id));
    await actor.close(modal, true);
    return text;
  }

  it('on the bot’s reply: decision, reason, words, source; figures for the team alone', async () => {
    const asked = run.workspace.as(PEOPLE.candidate.id).post(channel, WATCH);
    await run.idle();
    const [reply] = run.replies(asked.ts);
    if (reply === undefined) throw new Error('no reply');
    const told = await why(PEOPLE.otherCandidate, reply, 'why_this_answer');
    expect(told).toContain('*Answered.* The notes answer this question.');
    expect(told).toContain('Words in common: ');
    expect(told).toContain('It was found by a phrasing: “how long do keepers stay awake on duty?”');
    expect(told).not.toContain('% certain');
    expect(told).not.toContain('teach_wording');
    const shown = await why(PEOPLE.teamMember, reply, 'why_this_answer');
    expect(shown).toMatch(/ · almost certainly/);
    expect(shown).not.toMatch(/% certain|coverage/);
    expect(shown).toContain('Make this wording find that answer');
    await run.workspace.as(PEOPLE.candidate.id).press(reply, 'Not what I asked');
    await run.idle();
    const offer = lastNotice(run, PEOPLE.candidate.id);
    await run.workspace.as(PEOPLE.candidate.id).press(offer, 'Show this instead');
    await run.idle();
    expect(await why(PEOPLE.otherTeamMember, reply, 'why_this_answer')).toContain('another answer in its place');
  });

  it('keeps the figures behind a button, for the team alone', async () => {
    const asked = run.workspace.as(PEOPLE.candidate.id).post(channel, WATCH);
    await run.idle();
    const priya = run.workspace.as(PEOPLE.teamMember.id);
    await priya.shortcut(asked, 'why_this_answer');
    const modal = await run.workspace.waitFor(() => (textOf(priya.modal).includes('figures') ? priya.modal : null));
    await priya.press(modal, 'Show the figures');
    const figures = await run.workspace.waitFor(() => (textOf(priya.modal).includes('% certain') ? priya.modal : null));
    expect(textOf(figures)).toMatch(/\d+% certain · .*coverage \d\.\d\d: /);
    await priya.close(figures, true);
    const amara = run.workspace.as(PEOPLE.candidate.id);
    await amara.shortcut(asked, 'why_this_answer');
    const open = await run.workspace.waitFor(() => (textOf(amara.modal).includes('Answered') ? amara.modal : null));
    expect(textOf(open)).not.toContain('figures');
    await amara.close(open, true);
  });

  it('on a message that was left alone', async () => {
    const said = run.workspace.as(PEOPLE.candidate.id).post(channel, 'Lovely weather in the harbour today.');
    await run.idle();
    expect(await why(PEOPLE.candidate, said, 'why_this_answer')).toContain(
      '*Left alone.* It does not read clearly as a question.',
    );
  });

  it('where nothing is kept it says so, and to the team what it would decide now', async () => {
    const elsewhere = run.workspace.as(PEOPLE.candidate.id).post(CHANNELS.officeHours.id, WATCH);
    await run.idle();
    const told = await why(PEOPLE.candidate, elsewhere, 'why_this_answer');
    expect(told).toContain('I have nothing on this message');
    expect(told).not.toContain('I would decide now');
    const figures = await why(PEOPLE.teamMember, elsewhere, 'why_this_answer');
    expect(figures).toContain('I would decide now');
    expect(figures).toContain('*Answered.*');
  });

  it('teaches at once: the next one who asks in these words is answered', async () => {
    const words = 'how long until the relief crew takes over?';
    const asked = run.workspace.as(PEOPLE.candidate.id).post(channel, words);
    await run.idle();
    expect(run.replies(asked.ts)).toEqual([]);
    const mateo = run.workspace.as(PEOPLE.otherTeamMember.id);
    await mateo.shortcut(asked, 'why_this_answer');
    const modal = await run.workspace.waitFor(() =>
      textOf(mateo.modal).includes('teach_wording') ? mateo.modal : null,
    );
    const value = JSON.stringify({ key: await keyOf(run, 'How long is a watch at the lighthouse?'), place: 0 });
    await mateo.press(modal, 'Make this wording find that answer', { forged: { value } });
    await run.workspace.waitFor(() => textOf(mateo.modal).includes('From now on this wording finds'));
    const again = run.workspace.as(PEOPLE.otherCandidate.id).post(channel, words);
    await run.idle();
    expect(JSON.stringify(run.replies(again.ts))).toContain('six hours');
  });
});

describe('an invitation to a channel', () => {
  it('is answered privately to the inviter, once', async () => {
    const priya = run.workspace.as(PEOPLE.teamMember.id);
    const office = CHANNELS.officeHours.id;
    const heardBefore = priya.ephemerals.length;
    priya.invite(office, BOT_USER_ID);
    await run.idle();
    const heard = priya.ephemerals.slice(heardBefore);
    expect(heard.map(({ text }) => text)).toEqual([expect.stringContaining('/role settings')]);
    priya.remove(office, BOT_USER_ID);
    priya.invite(office, BOT_USER_ID);
    await run.idle();
    expect(priya.ephemerals.slice(heardBefore)).toEqual(heard);
    expect(run.workspace.botMessages(office).filter(({ visibleTo }) => visibleTo === null)).toEqual([]);
    run.workspace.as(PEOPLE.candidate.id).post(office, WATCH);
    await run.idle();
    expect(run.workspace.botMessages(office).filter(({ visibleTo }) => visibleTo === null)).toHaveLength(1);
  });
});

it('App Home stays within 100 blocks with 120 entries, page by page', async () => {
  const sections = Array.from(
    { length: 120 },
    (_, place) => `## What is question number ${place}?\n\nAnswer ${place}.`,
  );
  writeFileSync(join(run.notes, 'many.md'), `---\ntitle: Many\n---\n\n${sections.join('\n\n')}\n`);
  await run.workspace.as(PEOPLE.teamMember.id).command(channel, '/role reload');
  await run.idle();
  const priya = run.workspace.as(PEOPLE.teamMember.id);
  const seen = new Set<string>();
  for (let home = await open(PEOPLE.teamMember); ; home = await run.workspace.waitFor(() => priya.home)) {
    for (const [found] of textOf(home).matchAll(/question number \d+\?/g)) seen.add(found);
    if (!textOf(home).includes('"Next"')) break;
    await priya.press(home, 'Next');
    await run.idle();
  }
  expect(seen.size).toBe(120);
});
