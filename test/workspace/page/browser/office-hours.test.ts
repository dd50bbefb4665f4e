// A whole session in the browser: three candidates, a host and twelve messages, the program killed in the middle; the summary, the draft
// of a post, and its answers.
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it, onTestFinished } from 'vitest';
import { parse } from 'yaml';
import type { LocalWorkspace } from '../../../../src/workspace/server/local-workspace.ts';
import { startWorkspace } from '../../../../src/workspace/server/start-workspace.ts';
import { CHANNELS, PEOPLE } from '../../../../src/workspace/server/state/seed.ts';
import { runCli } from '../../../app/commands/run-cli.ts';
import { connectTo, makeFolder, NOTES, type Program, ROOT, runProgram } from '../../../app/run-program.ts';
import { findChromium } from '../../../requirements.ts';
import { sitDown } from './by-keyboard.ts';
import { findBarriersInBoth, openPage, withPage } from './open-page.ts';
import { startRolecall } from './start-rolecall.ts';

const COVERED = ['how many hours does one watch take?', 'who repairs the lamp?', 'do keepers live on the island?'];
const DOG = 'Can I bring my dog to the lighthouse?';
const SAME = 'may I bring a dog to the lighthouse';
const PENSION = 'Is there a pension plan?';
const NAMELESS = 'Would you hire somebody who is afraid of the dark?';
const SHIFTS = 'Can I swap my weekends with another keeper?';
const MAIL = 'How do I get parcels out there?';
const DOCTOR = 'Is a doctor within reach?';
/** By the question that is answered in the modal. */
const ANSWERS = [
  [DOG, 'Yes, on a lead, and not in the lamp room.'],
  [NAMELESS, 'Of course. Nobody is alone at night.'],
  [SHIFTS, 'Yes, tell the harbour office a week before:\n• by radio\n• or by letter'],
  [MAIL, 'With the supply boat, every second Friday.'],
] as const;
const env = { SITE_URL: 'https://harbour.example', PERMALINKS: '' };

interface Started {
  readonly workspace: LocalWorkspace;
  /** The folders of the notes and of the state. */
  readonly notes: string;
  readonly state: string;
  /** Starts the program over them; what it writes is kept. */
  start(): Promise<Program>;
  /** What all of them wrote. */
  readonly log: () => string;
}

async function startAll(): Promise<Started> {
  const workspace = await startWorkspace({
    ...(await withPage()),
    manifest: parse(readFileSync(join(ROOT, 'manifest.yml'), 'utf8')),
    logger: { info: () => {}, warn: () => {}, error: () => {} },
    rateLimits: 'off',
  });
  onTestFinished(async () => await workspace.close());
  const folder = makeFolder();
  const [notes, state] = [join(folder, 'notes'), join(folder, 'state')];
  cpSync(NOTES, notes, { recursive: true });
  rmSync(join(notes, 'hostile.md'));
  const programs: Program[] = [];
  return {
    workspace,
    notes,
    state,
    start: async () => {
      const place = { KNOWLEDGE_DIR: notes, STATE_DIR: state, TEAM_CHANNEL: CHANNELS.team.id };
      const program = runProgram({ ...env, ...connectTo(workspace), ...place });
      programs.push(program);
      await program.until(/Connected to Slack/);
      return program;
    },
    log: () => programs.map(({ out, err }) => out() + err()).join('\n'),
  };
}

async function send(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Message #role-questions' }).fill(text);
  await page.keyboard.press('Enter');
  await messageIn(page, text).last().waitFor();
}

const messageIn = (page: Page, text: string) =>
  page.getByRole('log', { name: 'Messages in' }).locator('.message', { hasText: text });

/** Nothing is a barrier. */
const look = async (page: Page, name: string) => {
  expect(await findBarriersInBoth(page), name).toEqual([]);
};

/** Every byte of the state, as text. */
function readState(folder: string): string {
  return readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
    .join('\n');
}

describe.runIf(findChromium() !== null)('office hours in the browser', () => {
  it('from the first question to the answers of the next day, though the program is killed in between', async () => {
    const { workspace, notes, state, start, log } = await startAll();
    const first = await start();
    const [host, amara, jonas, noor] = await Promise.all(
      [PEOPLE.teamMember, PEOPLE.candidate, PEOPLE.otherCandidate, PEOPLE.guest].map(({ id }) =>
        openPage(workspace, { userId: id }),
      ),
    );
    if (host === undefined || amara === undefined || jonas === undefined || noor === undefined) throw new Error('page');
    await host
      .getByRole('textbox', { name: 'Message #role-questions' })
      .fill('/role office-hours start An open evening');
    await host.keyboard.press('Enter');
    await messageIn(amara, 'Priya Raman hosts office hours here').waitFor();
    await look(amara, 'start');

    for (const text of [COVERED[0] ?? '', 'good morning everybody', DOG]) await send(amara, text);
    for (const text of [COVERED[1] ?? '', SAME, PENSION]) await send(jonas, text);
    await host.getByRole('button', { name: CHANNELS.team.name }).click();
    const board = messageIn(host, 'Office hours: An open evening');
    await board.getByText('asked 2 times, by Amara Diallo, Jonas Weber').waitFor();
    await board.getByText('Answered from the notes: 2').waitFor();

    await messageIn(noor, 'Priya Raman hosts').getByRole('button', { name: 'Ask without my name' }).click();
    const asking = noor.getByRole('dialog', { name: 'Ask without my name' });
    await asking.getByRole('textbox', { name: 'Your question' }).fill(NAMELESS);
    await look(noor, 'nameless');
    await asking.getByRole('button', { name: 'Ask', exact: true }).click();
    await asking.getByText('The answer comes into the thread').waitFor();
    await noor.keyboard.press('Escape');
    await messageIn(amara, NAMELESS).getByText('A candidate asks').waitFor();

    first.process.kill('SIGKILL');
    await first.ended;
    await send(amara, SHIFTS);
    await send(jonas, 'thanks, that helps a lot');
    await start();
    await send(jonas, MAIL);
    await send(amara, COVERED[2] ?? '');
    await send(amara, DOCTOR);
    await board.getByText('10 questions asked').waitFor({ timeout: 60_000 });
    await board.getByText(', 9 different').waitFor();
    await board.getByText('asked by a candidate').waitFor();
    await look(host, 'board');

    await messageIn(host, 'Office hours').first().waitFor();
    for (const [question, answer] of ANSWERS) {
      await board.getByRole('button', { name: `Answer live: ${question}`.slice(0, 50) }).click();
      const modal = host.getByRole('dialog', { name: 'Answer live' });
      await modal.getByRole('textbox', { name: 'Your answer' }).fill(answer);
      if (question === DOG) await look(host, 'answer-live');
      await modal.getByRole('button', { name: 'Post' }).click();
      await modal.getByText('Posted in the threads').waitFor();
      await host.keyboard.press('Escape');
    }
    await messageIn(jonas, SAME).getByRole('button', { name: '1 reply' }).click();
    const thread = jonas.getByRole('complementary', { name: 'Thread' });
    await thread.getByText('Yes, on a lead, and not in the lamp room.').waitFor();
    await thread.getByText('Priya Raman answered this in the office hours').waitFor();
    await look(jonas, 'thread');

    const mateo = workspace.as(PEOPLE.otherTeamMember.id);
    const asked = workspace.messages(CHANNELS.questions.id).find(({ text }) => text === PENSION);
    mateo.post(CHANNELS.questions.id, 'There is: *five percent*, see https://harbour.example/pension.', {
      threadTs: asked?.ts ?? '',
    });
    await board.getByRole('button', { name: `Answer live: ${PENSION}` }).click();
    const taking = host.getByRole('dialog', { name: 'Answer live' });
    await taking.getByRole('radio', { name: /Mateo Silva: There is/, checked: true }).waitFor();
    await look(host, 'take-a-reply');
    await taking.getByRole('button', { name: 'Post' }).click();
    await taking.getByText('Posted in the threads').waitFor();
    await host.keyboard.press('Escape');

    await board.getByRole('button', { name: `Edit: ${DOCTOR}` }).click();
    const editing = host.getByRole('dialog', { name: 'Edit the question' });
    await editing.getByRole('textbox', { name: 'Heading in the post' }).fill('How far away is the next doctor?');
    await look(host, 'edit');
    await editing.getByRole('button', { name: 'Save' }).click();
    await editing.getByText('Saved.').waitFor();
    await host.keyboard.press('Escape');
    await host.getByRole('button', { name: 'rolecall Home' }).click();
    await host.getByText('How far away is the next doctor?').waitFor();
    await look(host, 'home');

    await host.getByRole('button', { name: CHANNELS.questions.name }).click();
    await host.getByRole('textbox', { name: 'Message #role-questions' }).fill('/role office-hours stop');
    await host.keyboard.press('Enter');
    const summary = messageIn(amara, 'An open evening: what was asked');
    await summary.getByText('10 questions asked').waitFor();
    for (const count of ['Answered from the notes: 3', 'Answered live: 5', 'To follow up: 1'])
      await summary.getByText(count).waitFor();
    expect(await summary.getByRole('link').count()).toBeGreaterThanOrEqual(9);
    await look(amara, 'summary');

    await host.getByRole('button', { name: CHANNELS.team.name }).click();
    await messageIn(host, 'A draft of the post').getByRole('button', { name: '2 replies' }).click();
    const files = host.getByRole('complementary', { name: 'Thread' });
    await files.locator('pre').first().scrollIntoViewIfNeeded();
    await files.locator('pre').first().hover();
    await look(host, 'draft');
    const texts = await files.locator('pre').allTextContents();
    const names = await files.locator('code', { hasText: /^2.*\.(md|yml)$/ }).allTextContents();
    const [note = '', phrasings = ''] = [...new Set(names)];
    expect([note, phrasings, texts.length]).toEqual([
      expect.stringMatching(/^\d{4}-\d\d-\d\d-an-open-evening\.md$/),
      note.replace('.md', '.phrasings.yml'),
      2,
    ]);
    writeFileSync(join(notes, note), texts[0] ?? '');
    writeFileSync(join(notes, phrasings), texts[1] ?? '');
    expect(texts[0]).not.toMatch(/<@|[UC]0[A-Z]{4}/);

    const given = { ...env, KNOWLEDGE_DIR: notes };
    const checked = JSON.parse((await runCli(['check', '--json'], { env: given })).out);
    const about = checked.findings.filter(
      ({ file, severity }: { file: string; severity: string }) => file.includes('open-evening') && severity !== 'hint',
    );
    expect(about).toEqual([]);
    // Asked in their own words while none of those stands in the phrasings.
    rmSync(join(notes, phrasings));
    const wordings = [DOG, SAME, PENSION, NAMELESS, SHIFTS, MAIL, ...COVERED];
    const input = wordings.map((text) => JSON.stringify({ text })).join('\n');
    const { out } = await runCli(['ask', '--batch', '--json'], { env: given, input });
    const found = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    const places = found.map(({ text, matches }) =>
      matches.slice(0, 3).findIndex(({ anchor }: { anchor: string }) => anchor === expectedAnchor(text)),
    );
    expect(places.filter((place) => place < 0)).toEqual([]);
    expect(places.filter((place) => place === 0).length / places.length).toBeGreaterThanOrEqual(0.9);
    writeFileSync(join(notes, phrasings), texts[1] ?? '');

    await expect
      .poll(
        async () => {
          await send(jonas, SAME);
          const replies = messageIn(jonas, SAME).last().locator('.reply-summary');
          return await replies.waitFor({ timeout: 3000 }).then(
            () => true,
            () => false,
          );
        },
        { timeout: 60_000 },
      )
      .toBe(true);
    await messageIn(jonas, SAME).last().locator('.reply-summary').click();
    await jonas.getByRole('complementary', { name: 'Thread' }).getByRole('link', { name: DOG }).waitFor();

    for (const id of [PEOPLE.guest.id, PEOPLE.guest.realName]) {
      expect(readState(state)).not.toContain(id);
      expect(log()).not.toContain(id);
    }
    const posted = workspace.calls.filter(({ method }) => method.startsWith('chat.'));
    expect(JSON.stringify(posted)).not.toContain(PEOPLE.guest.id);
    expect(readState(state)).toContain(PEOPLE.candidate.id);
  }, 240_000);
});

describe.runIf(findChromium() !== null)('office hours by keyboard alone', () => {
  it('are begun, asked without a name, answered and ended', async () => {
    const { workspace } = await startRolecall('lighthouse');
    const priya = await sitDown(workspace, PEOPLE.teamMember.id);
    await priya.tabTo('Message #role-questions');
    await priya.send('/role office-hours start An open evening');
    await priya.sees(messageIn(priya.page, 'hosts office hours here'));

    const noor = await sitDown(workspace, PEOPLE.guest.id);
    await noor.choose('Ask without my name');
    const asking = noor.page.getByRole('dialog', { name: 'Ask without my name' });
    await noor.sees(asking.getByRole('textbox', { name: 'Your question' }));
    await noor.tabTo('Your question');
    await noor.page.keyboard.type(NAMELESS);
    await noor.choose('Ask');
    await noor.sees(asking.getByText('The answer comes into the thread'));

    await priya.choose('hiring-team', 'Shift+Tab');
    const board = messageIn(priya.page, 'Office hours: An open evening');
    await priya.sees(board.getByText('asked by a candidate'));
    await priya.choose(`Answer live: ${NAMELESS}`.slice(0, 40));
    const modal = priya.page.getByRole('dialog', { name: 'Answer live' });
    await priya.sees(modal.getByRole('textbox', { name: 'Your answer' }));
    await priya.tabTo('Your answer');
    await priya.page.keyboard.type('Of course.');
    await priya.choose('Post');
    await priya.sees(modal.getByText('Posted in the threads'));
    await priya.page.keyboard.press('Escape');
    await priya.sees(board.getByText('Answered live: 1'));
    await priya.choose('role-questions', 'Shift+Tab');
    await priya.tabTo('Message #role-questions');
    await priya.send('/role office-hours stop');
    await priya.sees(messageIn(priya.page, 'An open evening: what was asked'));
  }, 120_000);
});

/** As the headings of the notes and of the draft have it. */
function expectedAnchor(text: string): string {
  const anchors: Readonly<Record<string, string>> = {
    [COVERED[0] ?? '']: 'how-long-is-a-watch-at-the-lighthouse',
    [COVERED[1] ?? '']: 'who-repairs-the-lamp',
    [COVERED[2] ?? '']: 'do-keepers-live-on-the-island',
    [SAME]: 'can-i-bring-my-dog-to-the-lighthouse',
  };
  const own = text
    .toLowerCase()
    .replace(/[^a-z ]/g, '')
    .replaceAll(' ', '-');
  return anchors[text] ?? own;
}
