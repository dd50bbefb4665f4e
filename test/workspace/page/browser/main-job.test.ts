// The main job, end to end: the real bot on the shipped notes, asked in a real browser.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { PEOPLE } from '../../../../src/workspace/server/state/seed.ts';
import { findChromium } from '../../../requirements.ts';
import { openPage } from './open-page.ts';
import { startRolecall } from './start-rolecall.ts';

const QUESTION = 'do I need to know Jupyter really well?';
const ANCHOR = '#how-crucial-is-a-deep-seated-knowledge-of-jupyter-for-this-role';

describe.runIf(findChromium() !== null)('the main job in the browser', () => {
  async function send(page: Page, text: string): Promise<void> {
    await page.getByRole('textbox', { name: 'Message #role-questions' }).fill(text);
    await page.keyboard.press('Enter');
  }

  it('answers in the thread with the link to the section; leaves a greeting alone, and answers what comes next', async () => {
    const { workspace } = await startRolecall('shipped');
    const page = await openPage(workspace, { userId: PEOPLE.candidate.id });
    await send(page, 'good morning everybody');
    const greeting = page.locator('.message', { hasText: 'good morning everybody' });
    await greeting.getByRole('button', { name: /decision: silent/ }).click();
    const panel = page.getByRole('complementary', { name: 'Decisions of the bot' });
    await panel.locator('.trace-text', { hasText: 'good morning everybody' }).waitFor();
    expect(await panel.locator('.verdict').first().textContent()).toMatch(/^silent/i);

    await send(page, QUESTION);
    const question = page.getByRole('log', { name: 'Messages in' }).locator('.message', { hasText: QUESTION });
    await question.getByRole('button', { name: '1 reply' }).click();
    const thread = page.getByRole('complementary', { name: 'Thread' });
    const link = thread.getByRole('link', { name: 'How crucial is a deep-seated knowledge of Jupyter' });
    expect(await link.getAttribute('href')).toMatch(new RegExp(`${ANCHOR}$`));
    await question.getByRole('button', { name: /decision: answer/ }).waitFor();
    expect(await greeting.locator('.reply-summary').count()).toBe(0);
  });

  it('says which notes it has read, and answers one of their questions that a stranger tries with a click', async () => {
    const { workspace } = await startRolecall('lighthouse');
    const page = await openPage(workspace, { userId: PEOPLE.candidate.id });
    await page
      .getByText(/It has read 15 questions from 4 notes: .*Open questions about the lighthouse keeper/)
      .waitFor();
    const tries = page.locator('.try-questions').getByRole('button');
    expect(await tries.count()).toBe(3);
    await tries.first().click();
    await page.getByRole('button', { name: '1 reply' }).waitFor();
    await page.getByRole('textbox', { name: 'Message #role-questions' }).fill('/ro');
    await page.getByText(/^\/role (?!your question).+\?/).waitFor();
    const team = await openPage(workspace, { userId: PEOPLE.teamMember.id });
    await team.getByText('It has read 15 questions').waitFor();
    expect(await team.locator('.try-questions').count()).toBe(0);
  });

  it('answers the slash command of a team member privately, and shares it when asked to', async () => {
    const { workspace } = await startRolecall('shipped');
    const page = await openPage(workspace, { userId: PEOPLE.teamMember.id });
    const candidate = await openPage(workspace, { userId: PEOPLE.candidate.id });
    await send(page, `/role ${QUESTION}`);
    await page.getByText('Only visible to you').waitFor();
    expect(await candidate.locator('.message').count()).toBe(0);
    await page.getByRole('button', { name: 'Share in channel' }).click();
    await candidate.locator(`.message a[href$="${ANCHOR}"]`).first().waitFor();
  });
});
