// What people touch every day, by keyboard alone and without barriers in light and in dark: thumbs and reasons, reactions, the week, prompts.
import { describe, expect, it } from 'vitest';
import { home, settings, votes } from '../../../../src/answer/wording.ts';
import { CHANNELS, PEOPLE } from '../../../../src/workspace/server/state/seed.ts';
import { findChromium } from '../../../requirements.ts';
import { sitDown } from './by-keyboard.ts';
import { findBarriers, openPage, PHONE } from './open-page.ts';
import { startRolecall } from './start-rolecall.ts';

const { candidate, teamMember } = PEOPLE;
const questions = CHANNELS.questions.id;
const WATCH = 'How long is a watch at the lighthouse?';

describe.runIf(findChromium() !== null)('what people touch every day', () => {
  it('the thumb down, its reasons and the next matches, by keyboard', { timeout: 120_000 }, async () => {
    const { workspace } = await startRolecall('lighthouse');
    const amara = await sitDown(workspace, candidate.id);
    await amara.tabTo('Message #role-questions');
    await amara.send(WATCH);
    await amara.sees(amara.page.getByRole('button', { name: '1 reply' }));
    await amara.choose('1 reply', 'Shift+Tab');
    const thread = amara.page.getByRole('complementary', { name: 'Thread' });
    await amara.sees(thread.getByRole('button', { name: 'Not what I asked' }));
    await amara.choose('Not what I asked', 'Shift+Tab');
    const reason = thread.getByRole('button', { name: votes.reasons['out-of-date'] });
    await amara.sees(reason);
    await amara.choose(votes.reasons['out-of-date'], 'Shift+Tab');
    await amara.sees(thread.getByText(votes.noted(votes.reasons['out-of-date'])));
    await expect.poll(() => reason.count()).toBe(0);
    await amara.choose('Show this instead', 'Shift+Tab');
    await expect.poll(() => workspace.botMessages(questions).at(-1)?.text).not.toContain('six hours');
  });

  it('reactions are switched on, stand on the question, and the week is on App Home', {
    timeout: 120_000,
  }, async () => {
    const { workspace } = await startRolecall('lighthouse');
    const priya = await sitDown(workspace, teamMember.id);
    await priya.tabTo('Message #role-questions');
    await priya.send('/role settings');
    const window = priya.page.getByRole('dialog');
    await priya.sees(window.getByRole('checkbox', { name: settings.switches.reactions.option }));
    await priya.tabTo(settings.switches.reactions.option);
    await priya.page.keyboard.press('Space');
    await priya.choose(settings.save);
    await priya.sees(window.getByText(settings.withReactions));
    await priya.page.keyboard.press('Escape');

    const asked = workspace.as(candidate.id).post(questions, WATCH);
    await priya.sees(priya.page.getByRole('button', { name: /white_check_mark: rolecall/ }));
    expect(workspace.current(asked)?.reactions.map(({ name }) => name)).toEqual(['white_check_mark']);
    const [reply] = workspace.botMessages(questions, asked.ts);
    if (reply === undefined) throw new Error('Nothing was answered');
    await workspace.as(candidate.id).press(reply, 'Helpful');

    await priya.choose('rolecall Home', 'Shift+Tab');
    const week = priya.page.getByRole('table').filter({ hasText: home.asked });
    await priya.sees(week);
    expect(await week.getByRole('row').last().textContent()).toMatch(/1 ▇+.*1$/);
    const posts = priya.page.getByRole('table').filter({ hasText: home.answers });
    await priya.sees(posts.getByRole('cell', { name: 'Open questions about the lighthouse keeper' }));
  });

  it('under the agent view questions are offered, and each is answered in a thread of its own', async () => {
    const { workspace } = await startRolecall('lighthouse', { AGENT_VIEW: 'on' });
    const amara = await sitDown(workspace, candidate.id);
    await amara.choose('rolecall');
    await amara.sees('Begin with one of these:');
    const prompts = amara.page.locator('.try-questions').getByRole('button');
    expect(await prompts.count()).toBe(4);
    const first = (await prompts.first().textContent()) ?? '';
    await amara.choose(first);
    await amara.sees(amara.page.getByRole('button', { name: '1 reply' }));
  });

  it('all of it fits a phone', { timeout: 120_000 }, async () => {
    const { workspace } = await startRolecall('lighthouse', { AGENT_VIEW: 'on' });
    const asked = workspace.as(candidate.id).post(questions, WATCH);
    await workspace.waitFor(() => workspace.botMessages(questions, asked.ts).length > 0);
    const page = await openPage(workspace, { userId: teamMember.id, phone: true });
    const look = async (place: string) => {
      expect(await page.evaluate('document.documentElement.scrollWidth'), place).toBe(PHONE.width);
      expect(await findBarriers(page), place).toEqual([]);
    };
    await page.getByRole('button', { name: '1 reply' }).click();
    const thread = page.getByRole('complementary', { name: 'Thread' });
    await thread.getByRole('button', { name: 'Not what I asked' }).click();
    await thread.getByRole('button', { name: votes.reasons['not-enough'] }).waitFor();
    await look('the reasons');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Channels' }).click();
    await page.getByRole('button', { name: 'rolecall Home' }).click();
    await page.getByRole('table').filter({ hasText: home.asked }).waitFor();
    await look('the week');
    await page.getByRole('button', { name: 'Messages', exact: true }).click();
    await page.getByText('Begin with one of these:').waitFor();
    await look('the prompts');
  });
});
