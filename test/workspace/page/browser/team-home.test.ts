// App Home as the team works with it, and the window of a draft: by keyboard alone, and without barriers in light and in dark.
import { describe, expect, it } from 'vitest';
import { drafts, unanswered } from '../../../../src/answer/wording.ts';
import { CHANNELS, PEOPLE } from '../../../../src/workspace/server/state/seed.ts';
import { findChromium } from '../../../requirements.ts';
import { sitDown } from './by-keyboard.ts';
import { startRolecall } from './start-rolecall.ts';

const { candidate, otherCandidate, teamMember } = PEOPLE;
const ASKED = '@rolecall can I keep bees on the roof?';
const WRITTEN = 'Bees are welcome on the south roof.';

describe.runIf(findChromium() !== null)('App Home with drafts and unanswered questions', () => {
  it('edits and takes a draft, and takes a group of questions, by keyboard', { timeout: 180_000 }, async () => {
    const { workspace } = await startRolecall('lighthouse');
    const asked = workspace.as(candidate.id).post(CHANNELS.questions.id, ASKED);
    await workspace.waitFor(() => workspace.botMessages(CHANNELS.questions.id, asked.ts).length > 0);
    workspace.as(teamMember.id).post(CHANNELS.questions.id, WRITTEN, { threadTs: asked.ts });
    await workspace.waitFor(() => workspace.as(teamMember.id).ephemerals.length > 0);
    const offer = workspace.as(teamMember.id).ephemerals.at(-1);
    if (offer === undefined) throw new Error('Nothing was offered');
    await workspace.as(teamMember.id).press(offer, drafts.keep);
    for (const person of [candidate, otherCandidate]) {
      const other = workspace.as(person.id).post(CHANNELS.questions.id, '@rolecall is there a trampoline?');
      await workspace.waitFor(() => workspace.botMessages(CHANNELS.questions.id, other.ts).length > 0);
    }
    const priya = await sitDown(workspace, teamMember.id);
    await priya.choose('rolecall Home');
    await priya.sees(WRITTEN);
    await priya.sees(priya.page.getByText('asked 2 times by 2 people'));

    await priya.choose(drafts.edit);
    const window = priya.page.getByRole('dialog');
    await priya.sees(window.getByRole('textbox', { name: drafts.answer }));
    await priya.tabTo(drafts.answer);
    await priya.page.keyboard.press('End');
    await priya.page.keyboard.type(' Ask for the key.');
    await priya.choose(drafts.save);
    await priya.sees(window.getByText(drafts.outcomes.saved));
    await priya.page.keyboard.press('Escape');
    await expect.poll(() => priya.page.getByRole('dialog').count()).toBe(0);
    await priya.sees(`${WRITTEN} Ask for the key.`);

    await priya.choose(drafts.take);
    await priya.sees('taken by Priya Raman');
    await priya.choose(unanswered.take);
    await priya.sees(unanswered.taken('Priya Raman'));
  });
});
