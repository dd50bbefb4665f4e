// Modals and the App Home in the page: type-ahead, errors at their fields, steps, search while typing.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { LocalWorkspace } from '../../../../src/workspace/server/local-workspace.ts';
import { CHANNELS, PEOPLE } from '../../../../src/workspace/server/state/seed.ts';
import { findChromium } from '../../../requirements.ts';
import { clientFor } from '../../running.ts';
import { openDemo } from './demo-bot.ts';
import { findBarriers } from './open-page.ts';

const asTeamMember = { userId: PEOPLE.teamMember.id };

describe.runIf(findChromium() !== null)('modals and the home in the page', () => {
  async function openModal(page: Page, workspace: LocalWorkspace): Promise<void> {
    workspace.as(PEOPLE.candidate.id).post(CHANNELS.questions.id, 'hello');
    const row = page.locator('.message', { hasText: 'hello' });
    await row.hover();
    await row.getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('menuitem', { name: /Echo this/ }).click();
    await page.getByRole('dialog', { name: 'Answer from the notes' }).waitFor();
  }

  it('finds an option by typing, shows an error at its field, and goes on to the next step', async () => {
    const { workspace, page } = await openDemo(asTeamMember);
    await openModal(page, workspace);
    const question = page.getByRole('combobox', { name: 'Question' });
    expect(await question.evaluate((field) => field === field.ownerDocument.activeElement)).toBe(true);
    await question.pressSequentially('visa');
    await page.getByRole('option', { name: 'Can you sponsor a visa?' }).waitFor();
    await page.keyboard.press('Enter');
    expect(await question.inputValue()).toBe('Can you sponsor a visa?');

    const note = page.getByRole('textbox', { name: /A sentence of your own/ });
    await note.fill('bad');
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByText('Say something better.').waitFor();
    expect(await note.getAttribute('aria-invalid')).toBe('true');
    await expect.poll(() => note.evaluate((field) => field === field.ownerDocument.activeElement)).toBe(true);

    await note.fill('good');
    await page.keyboard.press('Enter');
    const last = page.getByRole('dialog', { name: 'Post it?' });
    await last.getByText('Can you sponsor a visa?').waitFor();
    await last.getByRole('button', { name: 'Post' }).click();
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
  });

  it('closes a modal by Escape and gives the focus back', async () => {
    const { workspace, page } = await openDemo(asTeamMember);
    await openModal(page, workspace);
    await page.keyboard.press('Escape');
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
    await expect
      .poll(() => page.evaluate<string>('document.activeElement.getAttribute("aria-label")'))
      .toBe('More actions');
  });

  it('searches in the home while one types, and keeps the field', async () => {
    const { page } = await openDemo(asTeamMember);
    await page.getByRole('button', { name: 'Echo Home' }).click();
    await page.getByText('What is the term?').waitFor();
    const field = page.getByRole('textbox', { name: 'Find a question' });
    await field.pressSequentially('jup');
    await expect.poll(() => page.getByText('What is the term?').count()).toBe(0);
    await page.getByText('How crucial is Jupyter?').waitFor();
    expect(await field.inputValue()).toBe('jup');
    expect(await field.evaluate((element) => element === element.ownerDocument.activeElement)).toBe(true);
  });

  it('draws the preview of a link below its message', async () => {
    const { workspace, page } = await openDemo(asTeamMember);
    const message = workspace.as(PEOPLE.candidate.id).post(CHANNELS.questions.id, 'see https://example.org/post/');
    await clientFor(workspace).chat.unfurl({
      channel: message.channel,
      ts: message.ts,
      unfurls: {
        'https://example.org/post/': {
          blocks: [{ type: 'section', text: { type: 'mrkdwn', text: 'The *beginning* of the answer' } }],
        },
      },
    });
    await page.locator('.unfurl strong', { hasText: 'beginning' }).waitFor();
  });

  it('chooses in selects by keyboard: the choice is named, what is typed narrows the list, chips come and go', async () => {
    const { workspace, page } = await openDemo(asTeamMember);
    const option = (text: string): object => ({ text: { type: 'plain_text', text }, value: text });
    const groups = [
      { label: { type: 'plain_text', text: 'Fruit' }, options: ['Apple', 'Pear'].map(option) },
      { label: { type: 'plain_text', text: 'Roots' }, options: [option('Beet')] },
    ];
    const placeholder = { type: 'plain_text', text: 'What to plant' };
    await clientFor(workspace).apiCall('chat.postMessage', {
      channel: CHANNELS.questions.id,
      text: 'plant',
      blocks: [
        {
          type: 'actions',
          elements: [
            { type: 'static_select', action_id: 'plant', placeholder, option_groups: groups },
            { type: 'multi_users_select', action_id: 'who', initial_users: [PEOPLE.candidate.id] },
          ],
        },
      ],
    });
    const options = page.getByRole('option');
    const plant = page.getByRole('combobox', { name: 'What to plant' });
    await plant.focus();
    await page.keyboard.press('ArrowDown');
    expect(await page.getByRole('group', { name: 'Fruit' }).getByRole('option').allTextContents()).toEqual([
      'Apple',
      'Pear',
    ]);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await plant.inputValue()).toBe('Pear');
    await page.keyboard.type('p');
    expect(await options.allTextContents()).toEqual(['Apple', 'Pear']);
    expect(await page.getByRole('option', { selected: true }).allTextContents()).toEqual(['Pear']);
    expect(await findBarriers(page)).toEqual([]);
    await page.keyboard.press('Escape');
    expect([await plant.inputValue(), await options.count()]).toEqual(['Pear', 0]);

    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    expect(await page.getByRole('listbox').getAttribute('aria-multiselectable')).toBe('true');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await page.locator('.chip').allTextContents()).toEqual(['Amara Diallo', 'Jonas Weber']);
    await page.keyboard.press('Backspace');
    expect(await page.locator('.chip').allTextContents()).toEqual(['Amara Diallo']);
  });
});
