// The small circle, end to end: asked, written by the team, kept, answered meanwhile, exported, in the notes. A real bot, a real browser.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { readKnowledge } from '../../../../src/files/knowledge-folder.ts';
import { openNoteFiles } from '../../../../src/files/note-files.ts';
import { createStores } from '../../../../src/store/create-stores.ts';
import { openDatabase } from '../../../../src/store/open-database.ts';
import { exportDrafts } from '../../../../src/use-cases/drafts/export-drafts.ts';
import { PEOPLE } from '../../../../src/workspace/server/state/seed.ts';
import { findChromium } from '../../../requirements.ts';
import { findBarriersInBoth, openPage } from './open-page.ts';
import { startRolecall } from './start-rolecall.ts';

const ASKED = 'May I bring my trumpet along?';
const WRITTEN = 'Bring your trumpet, but play it on the pier only.';

async function send(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Message #role-questions' }).fill(text);
  await page.keyboard.press('Enter');
}

/** A picture for who looks: `PICTURES` names the folder. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['PICTURES'];
  if (folder !== undefined) await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}

const privately = (page: Page) => page.locator('.message', { hasText: 'Only visible to you' }).last();
const newest = (page: Page, text: string) =>
  page.getByRole('log', { name: 'Messages in' }).locator('.message', { hasText: text }).last();

describe.runIf(findChromium() !== null)('the small circle in the browser', () => {
  it('goes round: what one of the team writes answers the next who asks, and then stands in the notes', {
    timeout: 120_000,
  }, async () => {
    const { workspace, notes, databasePath } = await startRolecall('lighthouse');
    const asker = await openPage(workspace, { userId: PEOPLE.candidate.id });
    const other = await openPage(workspace, { userId: PEOPLE.otherCandidate.id });
    const team = await openPage(workspace, { userId: PEOPLE.teamMember.id });
    for (const page of [asker, other, team]) page.setDefaultTimeout(25_000);
    await send(asker, `@rolecall ${ASKED}`);
    await newest(team, ASKED).getByRole('button', { name: '1 reply' }).waitFor();

    await send(team, '/role unanswered');
    await privately(team).getByRole('button', { name: 'I take this' }).click();
    await privately(team).getByText('Priya Raman takes it').waitFor();
    await picture(team, 'unanswered');
    expect(await findBarriersInBoth(team)).toEqual([]);
    await privately(team).getByRole('button', { name: 'Write an answer' }).focus();
    await team.keyboard.press('Enter');
    const dialog = team.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Your answer' }).fill(WRITTEN);
    await dialog.getByRole('button', { name: 'Post' }).click();
    await dialog.getByRole('button', { name: 'Keep as an answer' }).focus();
    await picture(team, 'written');
    expect(await findBarriersInBoth(team)).toEqual([]);
    await team.keyboard.press('Enter');
    await dialog.getByText('Kept as a draft').waitFor();
    await dialog.getByRole('button', { name: 'Close' }).last().click();

    await send(team, '/role drafts');
    await privately(team).getByText(WRITTEN).waitFor();
    await picture(team, 'drafts');
    expect(await findBarriersInBoth(team)).toEqual([]);
    await privately(team).getByRole('button', { name: 'Answer meanwhile' }).click();
    await dialog.getByRole('button', { name: 'Answer meanwhile' }).click();
    await privately(team).getByText('answers meanwhile').waitFor();

    await send(other, ASKED);
    await newest(other, ASKED).getByRole('button', { name: '1 reply' }).click();
    const thread = other.getByRole('complementary', { name: 'Thread' });
    await thread.getByText(WRITTEN).waitFor();
    await thread.getByText('Priya Raman wrote this for the team').waitFor();
    await picture(other, 'meanwhile');
    expect(await findBarriersInBoth(other)).toEqual([]);

    const database = await openDatabase(databasePath);
    const knowledge = await readKnowledge({ folder: notes, now: Date.now });
    const { drafts } = createStores(database);
    const files = await openNoteFiles(notes);
    const report = await exportDrafts({ drafts, knowledge, files, clock: { now: Date.now } }, { writes: true });
    await database.destroy();
    expect(report.faults).toEqual([]);
    const written = join(notes, 'answers-from-slack.md');
    expect(existsSync(written) && readFileSync(written, 'utf8')).toContain(
      `## May I bring my trumpet along?\n\n${WRITTEN}\n`,
    );

    // The reply that stands says so too, once the note is read.
    await thread.getByText('Answers from Slack').waitFor();
    await send(asker, ASKED);
    await newest(asker, ASKED).getByRole('button', { name: '1 reply' }).click();
    const third = asker.getByRole('complementary', { name: 'Thread' });
    await third.getByText('Answers from Slack').waitFor();
    expect(await third.getByText('It is not in the notes yet.').count()).toBe(0);
    await picture(asker, 'in-the-notes');
  });
});
