// What the bot's users do from beginning to end, by keyboard alone, with a look for barriers after each step, in light and dark.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PEOPLE } from '../../../../src/workspace/server/state/seed.ts';
import { findChromium } from '../../../requirements.ts';
import { focused, sitDown } from './by-keyboard.ts';
import { startRolecall } from './start-rolecall.ts';

const LEFT_ALONE = 'the foghorn is so loud';
const COMPOSER = 'Message #role-questions';

describe.runIf(findChromium() !== null)('journeys', () => {
  it('a candidate gets the wrong answer, asks the team and is told later', async () => {
    const { workspace, notes } = await startRolecall('lighthouse');
    const amara = await sitDown(workspace, PEOPLE.candidate.id);
    await amara.tabTo(COMPOSER);
    await amara.send('@rolecall may family visit the keepers at Easter?');
    await amara.sees(amara.page.getByRole('button', { name: '1 reply' }));
    await amara.choose('1 reply', 'Shift+Tab');
    const thread = amara.page.getByRole('complementary', { name: 'Thread' });
    await amara.sees(thread.getByRole('button', { name: 'Not what I asked' }));
    await amara.choose('Not what I asked', 'Shift+Tab');
    await amara.sees(thread.getByText('Only visible to you').first());
    await amara.choose('Ask the team');
    await amara.sees(thread.getByText('Passed on to the team').first());

    const priya = await sitDown(workspace, PEOPLE.teamMember.id);
    await priya.choose('hiring-team');
    await priya.sees(priya.page.getByRole('button', { name: 'Not for us' }));
    await priya.choose('Not for us');
    await priya.sees(priya.page.getByText(/Not for us, says priya/i));

    await amara.sees(thread.getByText('cannot answer it here'));
    await amara.choose('Tell me when this is answered');
    await amara.sees(thread.getByText('I will come back here').first());

    const note = '# Easter\n\n## May family visit the keepers at Easter?\n\nAt Easter everybody may bring guests.\n';
    writeFileSync(join(notes, 'easter.md'), note);
    await amara.sees(thread.getByText('At Easter everybody may bring guests.'));
  }, 120_000);

  it('a team member links an answer, and the next who asks in those words is answered', async () => {
    const { workspace } = await startRolecall('lighthouse', { MAX_QUIET_SUGGESTIONS: '0' });
    const amara = await sitDown(workspace, PEOPLE.candidate.id);
    await amara.tabTo(COMPOSER);
    await amara.send(LEFT_ALONE);
    await amara.sees(amara.page.getByRole('button', { name: /decision: silent/ }));
    expect(await amara.page.locator('.reply-summary').count()).toBe(0);

    const priya = await sitDown(workspace, PEOPLE.teamMember.id);
    await priya.tabTo(COMPOSER);
    await priya.choose('More actions', 'Shift+Tab');
    await priya.page.getByRole('menuitem', { name: /Answer from the notes/ }).waitFor();
    await priya.page.keyboard.press('a');
    await priya.sees(priya.page.getByRole('menu'));
    await priya.page.keyboard.press('Enter');
    const modal = priya.page.getByRole('dialog', { name: 'Answer from the notes' });
    await priya.sees(modal.getByRole('radio').first());
    await expect.poll(() => priya.page.evaluate('document.activeElement.type')).toBe('radio');
    // What is not likely is not chosen beforehand, nor remembered.
    await priya.page.keyboard.press('Space');
    await priya.tabTo('The next one who asks');
    if (!(await modal.getByRole('checkbox').isChecked())) await priya.page.keyboard.press('Space');
    const offered = await modal
      .getByRole('radio', { checked: true })
      .evaluate((radio) => radio.nextElementSibling?.firstChild?.textContent);
    await priya.choose('Post');
    await priya.sees(modal.getByText('Posted in the thread'));
    // The modal says so once the wording is learned: from then on it counts.
    await priya.sees(modal.getByText('Remembered for next time'));
    await priya.page.keyboard.press('Escape');
    await expect.poll(() => modal.count()).toBe(0);
    await priya.sees(priya.page.getByRole('button', { name: '1 reply' }));

    const jonas = await sitDown(workspace, PEOPLE.otherCandidate.id);
    await jonas.tabTo(COMPOSER);
    await jonas.send(LEFT_ALONE);
    await jonas.sees(jonas.page.getByRole('button', { name: '1 reply' }).nth(1));
    await jonas.choose('1 reply', 'Shift+Tab');
    const thread = jonas.page.getByRole('complementary', { name: 'Thread' });
    await jonas.sees(thread.getByRole('link', { name: offered ?? 'nothing is chosen' }));
    // His own question has the answer, not only the one it was linked to.
    expect(await thread.getByText('Jonas Weber').count()).toBeGreaterThan(0);
  }, 120_000);

  it('a reader finds a question in App Home by three letters with a typing error, and opens its answer', async () => {
    const { workspace } = await startRolecall('shipped');
    const noor = await sitDown(workspace, PEOPLE.guest.id);
    await noor.choose('rolecall Home');
    await noor.sees(noor.page.getByText('Questions and answers'));
    await noor.tabTo('Search the questions');
    await noor.page.keyboard.type('jyp');
    await noor.sees('for “jyp”');
    const found = noor.page.getByRole('link', { name: 'How crucial is a deep-seated knowledge of Jupyter' });
    expect(await found.count()).toBe(1);
    // Searching leaves the focus where one types; the first of the answers is the one that was meant.
    expect(await focused(noor.page)).toContain('Search the questions');
    await noor.choose('Show the answer');
    const modal = noor.page.getByRole('dialog', { name: 'From the notes' });
    await noor.sees(modal.getByRole('link', { name: 'How crucial is a deep-seated knowledge of Jupyter' }));
    await noor.page.keyboard.press('Escape');
    await expect.poll(() => modal.count()).toBe(0);
    await noor.sees(found);
    expect(await focused(noor.page)).toContain('Show the answer');
  }, 120_000);
});
