// The pictures in docs/: the built program in its local workspace, used by a real browser as people use it. Needs Chromium: `npm run screenshots`
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const root = fileURLToPath(new URL('..', import.meta.url));
const docs = join(root, 'docs', 'pictures');
const places = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const executablePath = places.find((place) => place !== undefined && existsSync(place));
if (executablePath === undefined) throw new Error('There is no Chromium: set CHROMIUM to the path of one.');

const folder = mkdtempSync(join(tmpdir(), 'rolecall-screenshots-'));
cpSync(join(root, 'test', 'fixtures', 'bot', 'notes', 'lighthouse.md'), join(folder, 'notes', 'lighthouse.md'));
cpSync(
  join(root, 'test', 'fixtures', 'bot', 'notes', 'lighthouse.phrasings.yml'),
  join(folder, 'notes', 'lighthouse.phrasings.yml'),
);
const clock = join(root, 'bench', 'move-clock.mjs');
const program = spawn(process.execPath, ['--import', clock, join(root, 'dist', 'bundle', 'main.js')], {
  cwd: folder,
  env: {
    PATH: process.env.PATH,
    PORT: '0',
    LOG_LEVEL: 'fatal',
    KNOWLEDGE_DIR: join(folder, 'notes'),
    STATE_DIR: join(folder, 'state'),
  },
  stdio: ['ignore', 'pipe', 'inherit'],
});
const address = await new Promise((resolve, reject) => {
  program.stdout.on('data', (chunk) => {
    const found = /http:\/\/127\.0\.0\.1:\d+/.exec(String(chunk));
    if (found) resolve(found[0]);
  });
  program.once('exit', (code) => reject(new Error(`The program ended with ${code}.`)));
});

const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });

/** A person at the page, 1180 by 700 unless told otherwise. */
async function sitDown(userId, viewport = { width: 1180, height: 700 }) {
  const context = await browser.newContext({ viewport, reducedMotion: 'reduce', deviceScaleFactor: 1 });
  const page = await context.newPage();
  await page.goto(`${address}/?as=${userId}`);
  await page.getByRole('textbox', { name: /^Message/ }).waitFor();
  return page;
}

async function say(page, text) {
  await page
    .getByRole('textbox', { name: /^Message/ })
    .first()
    .fill(text);
  await page.keyboard.press('Enter');
  return page.getByRole('log', { name: 'Messages in' }).locator('.message', { hasText: text });
}

async function take(page, name) {
  await page.mouse.move(0, 0);
  await page.screenshot({ path: join(docs, `${name}.png`) });
}

const messageIn = (page, text) =>
  page.getByRole('log', { name: 'Messages in' }).locator('.message', { hasText: text }).last();

/** A session with some questions: its board, and the draft of its post. */
async function showOfficeHours(amara, priya) {
  const jonas = await sitDown('U0JONAS001');
  const noor = await sitDown('U0NOOR0001');
  await say(priya, '/role office-hours start An open evening');
  await messageIn(amara, 'hosts office hours here').waitFor();
  await say(amara, 'How many hours does one watch take?');
  await say(amara, 'Can I bring my dog to the lighthouse?');
  await say(jonas, 'may I bring a dog to the lighthouse');
  await say(jonas, 'Is there a pension plan?');
  await say(amara, 'How do I get parcels out there?');
  await messageIn(noor, 'hosts office hours here').getByRole('button', { name: 'Ask without my name' }).click();
  const asking = noor.getByRole('dialog');
  await asking
    .getByRole('textbox', { name: 'Your question' })
    .fill('Would you hire somebody who is afraid of the dark?');
  await asking.getByRole('button', { name: 'Ask', exact: true }).click();
  await asking.getByText('The answer comes into the thread').waitFor();
  const parcels = messageIn(priya, 'parcels out there');
  await parcels.hover();
  await parcels.getByRole('button', { name: 'Reply in thread' }).click();
  const thread = priya.getByRole('complementary', { name: 'Thread' });
  await thread.getByRole('textbox').fill('With the supply boat, every second Friday.');
  await priya.keyboard.press('Enter');
  await priya.getByRole('button', { name: 'hiring-team' }).click();
  const board = messageIn(priya, 'Office hours: An open evening');
  await board.getByText('6 questions asked').waitFor();
  await board.getByText('Answered in its thread by Priya Raman').waitFor();
  await board.getByText('asked by a candidate').waitFor();
  await board.evaluate((element) => element.scrollIntoView());
  await take(priya, 'office-hours-board');
  await board.getByRole('button', { name: 'Take as the answer' }).click();
  await board.getByText('Answered live: 1').waitFor();
  await board.getByRole('button', { name: 'Answer live: Can I bring my dog' }).click();
  const modal = priya.getByRole('dialog');
  await modal.getByRole('textbox', { name: 'Your answer' }).fill('Yes, on a lead, and not in the lamp room.');
  await modal.getByRole('button', { name: 'Post' }).click();
  await modal.getByText('Posted in the threads').waitFor();
  await priya.keyboard.press('Escape');
  await board.getByText('Answered live: 2').waitFor();
  await priya.getByRole('button', { name: 'role-questions' }).click();
  await say(priya, '/role office-hours stop');
  await messageIn(amara, 'An open evening: what was asked').waitFor();
  await priya.getByRole('button', { name: 'hiring-team' }).click();
  await messageIn(priya, 'A draft of the post').getByRole('button', { name: '2 replies' }).click();
  await thread.locator('pre').first().scrollIntoViewIfNeeded();
  await take(priya, 'office-hours-draft');
  await priya.keyboard.press('Escape');
}

/** On Monday morning the week is told. */
async function showDigest(priya) {
  program.kill('SIGUSR2');
  await priya.getByRole('button', { name: 'role-questions' }).click();
  await priya.getByRole('button', { name: 'hiring-team' }).click();
  const digest = messageIn(priya, 'The week until');
  await digest.waitFor({ timeout: 90_000 });
  await digest.evaluate((element) => element.scrollIntoView());
  await take(priya, 'digest');
}

try {
  const amara = await sitDown('U0AMARA001');
  const asked = await say(amara, 'Hi! How long is a watch at the lighthouse?');
  await asked.getByRole('button', { name: '1 reply' }).click();
  const thread = amara.getByRole('complementary', { name: 'Thread' });
  await thread.getByRole('button', { name: 'Helpful' }).waitFor();
  await take(amara, 'answer');
  await thread.getByRole('button', { name: 'Not what I asked' }).click();
  await thread.getByRole('button', { name: 'Out of date' }).waitFor();
  await thread.getByRole('button', { name: 'Out of date' }).scrollIntoViewIfNeeded();
  await take(amara, 'not-what-i-asked');

  const open = await say(amara, '@rolecall can I bring my dog along?');
  await open.getByRole('button', { name: '1 reply' }).click();
  await thread.getByRole('button', { name: 'Ask the team' }).click();
  await thread.getByText('Passed on to the team').first().waitFor();

  const priya = await sitDown('U0PRIYA001');
  await priya.getByRole('button', { name: 'hiring-team' }).click();
  await priya.getByRole('button', { name: 'Link an answer' }).waitFor();
  await take(priya, 'team-card');
  await priya.getByRole('button', { name: 'role-questions' }).click();
  const question = priya.getByRole('log', { name: 'Messages in' }).locator('.message', { hasText: 'bring my dog' });
  await question.hover();
  await question.getByRole('button', { name: 'More actions' }).click();
  await priya.getByRole('menuitem', { name: /Answer from the notes/ }).click();
  await priya.getByText('Best matches').waitFor();
  await take(priya, 'answer-from-the-notes');
  await priya.keyboard.press('Escape');
  await priya
    .getByRole('button', { name: /Rolecall.* Home|Home/ })
    .first()
    .click();
  await priya.getByText('For the team').waitFor();
  await priya.getByText('For the team').scrollIntoViewIfNeeded();
  await take(priya, 'home');
  await priya.getByRole('button', { name: 'role-questions' }).click();
  await say(priya, '/role settings');
  await priya.getByText('Answer by myself').waitFor();
  await take(priya, 'settings');
  await priya.keyboard.press('Escape');
  await showOfficeHours(amara, priya);
  await showDigest(priya);
} finally {
  await browser.close();
  program.kill('SIGTERM');
  rmSync(folder, { recursive: true, force: true });
}
