// Wordings get into the running bot: a question is left alone, a model words it, the question is answered.
import type { Page } from 'playwright-core';
import { describe, expect, it, onTestFinished } from 'vitest';
import { PEOPLE } from '../../../../src/workspace/server/state/seed.ts';
import { runCli } from '../../../app/commands/run-cli.ts';
import { sectionsOf, startLoopbackChat } from '../../../drafting/loopback-chat.ts';
import { findChromium } from '../../../requirements.ts';
import { openPage } from './open-page.ts';
import { startRolecall } from './start-rolecall.ts';

const question = 'shall I get lonely out yonder?';
const entry = 'do-keepers-live-on-the-island';

describe.runIf(findChromium() !== null)('drafted wordings in the browser', () => {
  async function send(page: Page, text: string): Promise<void> {
    await page.getByRole('textbox', { name: 'Message #role-questions' }).fill(text);
    await page.keyboard.press('Enter');
  }

  it('have a question answered that was left alone, without a restart', async () => {
    const { workspace, notes } = await startRolecall('lighthouse');
    const page = await openPage(workspace, { userId: PEOPLE.candidate.id });
    await send(page, question);
    const asked = page.getByRole('log', { name: 'Messages in' }).locator('.message', { hasText: question });
    await asked.getByRole('button', { name: /decision: uncovered/ }).waitFor();
    expect(await asked.locator('.reply-summary').count()).toBe(0);

    const chat = await startLoopbackChat((request) => ({
      entries: sectionsOf(request).map((id) => ({
        id,
        wordings: [id === entry ? 'Shall I get lonely out yonder' : `topic ${id}`],
      })),
      notCovered: ['Is there a swimming pool'],
    }));
    onTestFinished(async () => await chat.close());
    const env = { KNOWLEDGE_DIR: notes, DRAFT_URL: chat.url, DRAFT_MODEL: 'tiny' };
    const { out } = await runCli(['phrasings', 'draft'], { env });
    expect(out).toMatch(/\d+ wordings written\./);

    await expect
      .poll(async () => {
        await send(page, question);
        return await asked.locator('.reply-summary').count();
      })
      .toBeGreaterThan(0);
    await asked
      .last()
      .getByRole('button', { name: /decision: answer/ })
      .waitFor();
  });
});
