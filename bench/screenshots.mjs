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
const program = spawn(process.execPath, [join(root, 'dist', 'bundle', 'main.js')], {
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
} finally {
  await browser.close();
  program.kill('SIGTERM');
  rmSync(folder, { recursive: true, force: true });
}
