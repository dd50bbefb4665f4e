// The page for everybody: axe-core in light and dark, a phone's width, and the keyboard alone.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { CHANNELS, PEOPLE } from '../../../../src/workspace/server/state/seed.ts';
import { findChromium } from '../../../requirements.ts';
import { openDemo } from './demo-bot.ts';
import { findBarriers, findBarriersInBoth, PHONE } from './open-page.ts';

const QUESTION = 'do I need to know Jupyter really well?';

describe.runIf(findChromium() !== null)('access to the page', () => {
  async function focused(page: Page): Promise<string> {
    return await page.evaluate<string>(
      'document.activeElement.getAttribute("aria-label") ?? document.activeElement.textContent',
    );
  }

  /** Walks through every part of the page and hands each to `look`. */
  async function walk(page: Page, phone: boolean, look: (place: string) => Promise<void>): Promise<void> {
    await look('empty channel');
    await page.getByRole('textbox', { name: 'Message #role-questions' }).fill(QUESTION);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '1 reply' }).waitFor();
    await look('channel');
    await page.getByRole('button', { name: '1 reply' }).click();
    await page.getByRole('complementary', { name: 'Thread' }).getByRole('button', { name: 'Helpful' }).waitFor();
    await look('thread');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /decision: answer/ }).click();
    await page.getByText('1 signals').click();
    await look('decisions');
    await page.getByRole('button', { name: 'Close the decisions' }).click();
    const row = page.locator('.message', { hasText: QUESTION });
    await row.click({ position: { x: 120, y: 6 } });
    await row.getByRole('button', { name: 'More actions' }).click();
    await look('menu of a message');
    await page.getByRole('menuitem', { name: /Echo this/ }).click();
    await page.getByRole('combobox', { name: 'Question' }).pressSequentially('t');
    await page.getByRole('option').first().waitFor();
    await look('modal with a list');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
    if (phone) await page.getByRole('button', { name: 'Channels' }).click();
    if (phone) await look('drawer');
    await page.getByRole('button', { name: 'Echo Home' }).click();
    await page.getByRole('textbox', { name: 'Find a question' }).waitFor();
    await look('home');
  }

  it('has no serious barrier, in light and in dark', async () => {
    const { page } = await openDemo();
    await walk(page, false, async (place) => {
      expect(await findBarriersInBoth(page), place).toEqual([]);
    });
  }, 60_000);

  it('fits a phone of 360 pixels without scrolling sideways, and has no serious barrier there', async () => {
    const { page } = await openDemo({ phone: true });
    await walk(page, true, async (place) => {
      expect(await page.evaluate('document.documentElement.scrollWidth'), place).toBe(PHONE.width);
      const outside = await page.evaluate(
        `[...document.querySelectorAll('body *')].filter((element) => {
          const { right, width } = element.getBoundingClientRect();
          return width > 0 && right > innerWidth + 1 && getComputedStyle(element).visibility === 'visible';
        }).map((element) => element.className)`,
      );
      expect(outside, place).toEqual([]);
      expect(await findBarriers(page), place).toEqual([]);
    });
  }, 60_000);

  it('lets the keyboard alone ask, read the thread, answer in it, look at the decision and act as somebody else', async () => {
    const { page } = await openDemo();
    await page.keyboard.press('Tab');
    expect(await focused(page)).toContain('Skip to the conversation');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    while ((await focused(page)) !== 'Message #role-questions') await page.keyboard.press('Tab');
    await page.keyboard.type(QUESTION);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '1 reply' }).waitFor();

    await page.keyboard.press('Shift+Tab');
    while (!(await focused(page)).startsWith('1 reply') && !(await focused(page)).includes('1 reply'))
      await page.keyboard.press('Shift+Tab');
    await page.getByRole('button', { name: '1 reply' }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => focused(page)).toBe('Reply in the thread');
    await page.keyboard.type('thanks');
    await page.keyboard.press('Enter');
    await page.getByRole('complementary', { name: 'Thread' }).getByText('thanks').waitFor();

    await page.keyboard.press('Escape');
    await expect.poll(() => page.getByRole('complementary', { name: 'Thread' }).count()).toBe(0);
    expect(await page.evaluate('document.activeElement.className')).toContain('message');
    await page.keyboard.press('Tab');
    while (!(await focused(page)).includes('decision: answer')) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('complementary', { name: 'Decisions of the bot' }).waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => page.getByRole('complementary', { name: 'Decisions of the bot' }).count()).toBe(0);

    await page.locator('.act-as').focus();
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => focused(page)).toContain('Amara Diallo');
    await page.keyboard.press('p');
    await page.keyboard.press('Enter');
    await page.getByText('Acting as team member').waitFor();
  });

  it('moves between messages with the arrow keys', async () => {
    const { workspace, page } = await openDemo();
    const candidate = workspace.as(PEOPLE.candidate.id);
    for (const text of ['one', 'two', 'three']) candidate.post(CHANNELS.questions.id, text);
    await page.locator('.message', { hasText: 'three' }).focus();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    expect(await focused(page)).toContain('one');
    await page.keyboard.press('End');
    expect(await focused(page)).toContain('three');
  });

  it('turns dark by its own switch, whatever the system says', async () => {
    const { page } = await openDemo();
    await page.getByRole('button', { name: 'Light or dark' }).click();
    await page.getByRole('menuitemradio', { name: 'Dark' }).click();
    expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(23, 25, 27)');
    await page.reload();
    await expect.poll(() => page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(23, 25, 27)');
  });
});
