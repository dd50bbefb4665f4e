// What the bot's users do from beginning to end, in a real browser, by keyboard alone, with a look for barriers at each step.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHANNELS, PEOPLE } from '../../../../src/workspace/server/state/seed.ts';
import { type Running, startForTest } from '../../../bot/running-bot.ts';
import { findChromium } from '../../../requirements.ts';
import { findBarriers, findPageDir, launchBrowser, openPage } from './open-page.ts';

const LEFT_ALONE = 'That thing honking all night, which rock is it on?';

/** Name of what has the focus, as a screen reader would begin it. */
async function focused(page: Page): Promise<string> {
  return await page.evaluate<string>(
    'document.activeElement.getAttribute("aria-label") ?? document.activeElement.textContent',
  );
}

/** Presses Tab (or Shift+Tab) until the focus is on something of this name. */
async function tabTo(page: Page, name: string, key = 'Tab'): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press(key);
    if ((await focused(page)).startsWith(name)) return;
  }
  throw new Error(`Tab never reached “${name}”`);
}

async function expectNoBarriers(page: Page, step: string): Promise<void> {
  expect(await findBarriers(page), step).toEqual([]);
}

describe.runIf(findChromium() !== null)('journeys', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  async function start(): Promise<Running> {
    return await startForTest({ workspace: { pageDir: findPageDir() } });
  }

  for (const colorScheme of ['light', 'dark'] as const)
    it(`a team member links an answer, and the next who asks in those words is answered (${colorScheme})`, async () => {
      const run = await start();
      const asked = run.workspace.as(PEOPLE.candidate.id).post(CHANNELS.questions.id, LEFT_ALONE);
      await run.idle();
      const page = await openPage(browser, run.workspace, {
        userId: PEOPLE.teamMember.id,
        colorScheme,
        bypassCSP: true,
      });
      await expectNoBarriers(page, 'the question');

      await page.getByRole('textbox', { name: 'Message #role-questions' }).focus();
      await tabTo(page, 'More actions', 'Shift+Tab');
      await page.keyboard.press('Enter');
      await page.getByRole('menuitem', { name: /Answer from the notes/ }).waitFor();
      await page.keyboard.press('a');
      await expectNoBarriers(page, 'the menu');
      await page.keyboard.press('Enter');
      const modal = page.getByRole('dialog', { name: 'Answer from the notes' });
      await modal.getByRole('radio').first().waitFor();
      await expect.poll(() => page.evaluate('document.activeElement.type')).toBe('radio');
      await expectNoBarriers(page, 'the modal');
      await tabTo(page, 'Post');
      await page.keyboard.press('Enter');
      await modal.getByText('Posted in the thread').waitFor();
      await expectNoBarriers(page, 'the end of the modal');
      await page.keyboard.press('Escape');
      await expect.poll(() => modal.count()).toBe(0);
      await page.locator('.message', { hasText: LEFT_ALONE }).getByText('1 reply').waitFor();
      await expectNoBarriers(page, 'the reply');

      await run.idle();
      const again = run.workspace.as(PEOPLE.otherCandidate.id).post(CHANNELS.questions.id, LEFT_ALONE);
      await run.idle();
      expect(run.replies(again.ts)).toHaveLength(1);
      expect(run.replies(asked.ts)).toHaveLength(1);
    }, 90_000);

  for (const colorScheme of ['light', 'dark'] as const)
    it(`a candidate gets the wrong answer, asks the team and is told later (${colorScheme})`, async () => {
      const run = await start();
      const open = (userId: string) => openPage(browser, run.workspace, { userId, colorScheme, bypassCSP: true });
      const page = await open(PEOPLE.candidate.id);
      await tabTo(page, 'Message #role-questions');
      await page.keyboard.type('@rolecall may family visit the keepers at Easter?');
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: '1 reply' }).waitFor();
      await tabTo(page, '1 reply', 'Shift+Tab');
      await page.keyboard.press('Enter');
      const thread = page.getByRole('complementary', { name: 'Thread' });
      await thread.getByRole('button', { name: 'Not what I asked' }).waitFor();
      await expectNoBarriers(page, 'the answer');
      await tabTo(page, 'Not what I asked', 'Shift+Tab');
      await page.keyboard.press('Enter');
      await thread.getByText('Only visible to you').first().waitFor();
      await expectNoBarriers(page, 'the vote');
      await tabTo(page, 'Ask the team');
      await page.keyboard.press('Enter');
      await thread.getByText('Passed on to the team').waitFor();

      const team = await open(PEOPLE.teamMember.id);
      await tabTo(team, 'hiring-team');
      await team.keyboard.press('Enter');
      await team.getByRole('button', { name: 'Not for us' }).waitFor();
      await expectNoBarriers(team, 'the question in the team channel');
      await tabTo(team, 'Not for us');
      await team.keyboard.press('Enter');
      await team.getByText(/Not for us, says priya/i).waitFor();

      await thread.getByText('cannot answer it here').waitFor();
      await expectNoBarriers(page, 'the refusal');
      await tabTo(page, 'Tell me when this is answered');
      await page.keyboard.press('Enter');
      await thread.getByText('I will come back here').waitFor();

      const note = '# Easter\n\n## May family visit the keepers at Easter?\n\nAt Easter everybody may bring guests.\n';
      writeFileSync(join(run.notes, 'easter.md'), note);
      await thread.getByText('At Easter everybody may bring guests.').waitFor({ timeout: 15_000 });
      await expectNoBarriers(page, 'the promise kept');
    }, 90_000);
});
