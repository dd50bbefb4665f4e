// Quiet suggestions, end to end: the real bot, asked and pressed in a real browser by three people.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { CHANNELS, PEOPLE } from '../../../../src/workspace/server/state/seed.ts';
import { findChromium } from '../../../requirements.ts';
import { findBarriersInBoth, openPage } from './open-page.ts';
import { startRolecall } from './start-rolecall.ts';

const ASKED = 'how deep is the water at that pier?';
/** Almost everything that the notes come near to is suggested and nothing but what is certain is answered, whatever the search is fitted to. */
const ENV = { MAX_FALSE_REPLIES: '0', MAX_QUIET_SUGGESTIONS: '50%' };

async function send(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Message #role-questions' }).fill(text);
  await page.keyboard.press('Enter');
}

const suggestionIn = (page: Page) => page.locator('.message', { hasText: 'Only visible to you' });
const messageIn = (page: Page, text: string) =>
  page.getByRole('log', { name: 'Messages in' }).locator('.message', { hasText: text });

describe.runIf(findChromium() !== null)('a quiet suggestion in the browser', () => {
  it('is seen by the asker alone; the choice goes into the thread, the team accepts the words, and the next who asks so is answered', async () => {
    const { workspace } = await startRolecall('lighthouse', ENV);
    const asker = await openPage(workspace, { userId: PEOPLE.candidate.id });
    const other = await openPage(workspace, { userId: PEOPLE.otherCandidate.id });
    const team = await openPage(workspace, { userId: PEOPLE.teamMember.id });
    await send(asker, ASKED);
    const suggestion = suggestionIn(asker);
    await suggestion.getByRole('button', { name: '1', exact: true }).waitFor();
    await other.locator('.message', { hasText: ASKED }).waitFor();
    expect(await other.locator('.message').count()).toBe(1);

    const chosen = await suggestion.locator('a').first().textContent();
    await suggestion.getByRole('button', { name: '1', exact: true }).click();
    await suggestion.getByRole('button', { name: 'Back' }).click();
    await suggestion.getByRole('button', { name: '1', exact: true }).click();
    await suggestion.getByRole('button', { name: 'Post in the thread' }).click();
    await other.getByRole('button', { name: '1 reply' }).click();
    await other
      .getByRole('complementary', { name: 'Thread' })
      .getByRole('link', { name: chosen ?? '', exact: true })
      .waitFor();

    await team.getByRole('button', { name: CHANNELS.team.name }).click();
    const offer = team.locator('.message', { hasText: 'Wordings to look at' });
    await offer.getByRole('button', { name: 'Accept' }).click();
    await offer.getByText('Accepted by Priya Raman').waitFor();
    await send(other, ASKED);
    await other.getByRole('button', { name: '1 reply' }).nth(1).waitFor();
  });

  it('refused, is passed on to the team', async () => {
    const { workspace } = await startRolecall('lighthouse', ENV);
    const asker = await openPage(workspace, { userId: PEOPLE.candidate.id });
    const team = await openPage(workspace, { userId: PEOPLE.teamMember.id });
    await send(asker, ASKED);
    const suggestion = suggestionIn(asker);
    await suggestion.getByRole('button', { name: 'None of these' }).click();
    await suggestion.getByRole('button', { name: 'Ask the team' }).click();
    await suggestion.getByText('Passed on to the team').waitFor();
    await team.getByRole('button', { name: CHANNELS.team.name }).click();
    await messageIn(team, ASKED).getByRole('button', { name: 'Link an answer' }).waitFor();
  });

  it('is lost on reload, as with Slack, and what was asked is not', async () => {
    const { workspace } = await startRolecall('lighthouse', ENV);
    const asker = await openPage(workspace, { userId: PEOPLE.candidate.id });
    await send(asker, ASKED);
    await suggestionIn(asker).waitFor();
    expect(await findBarriersInBoth(asker)).toEqual([]);
    await asker.reload();
    await messageIn(asker, ASKED).waitFor();
    expect(await suggestionIn(asker).count()).toBe(0);
  });
});
