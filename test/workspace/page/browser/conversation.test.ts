// What a candidate does in the page: asks, reads the answer in the thread, presses buttons, edits, looks at the decision.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { CHANNELS, PEOPLE } from '../../../../src/workspace/server/state/seed.ts';
import { findChromium } from '../../../requirements.ts';
import { clientFor, startForTest } from '../../running.ts';
import { openDemo } from './demo-bot.ts';
import { openPage, withPage } from './open-page.ts';

const QUESTION = 'do I need to know Jupyter really well?';

describe.runIf(findChromium() !== null)('a conversation in the page', () => {
  async function ask(page: Page, text: string): Promise<void> {
    await page.getByRole('textbox', { name: 'Message #role-questions' }).fill(text);
    await page.keyboard.press('Enter');
  }

  it('begins as a candidate in the first channel when nobody is named', async () => {
    const workspace = await startForTest(await withPage());
    const page = await openPage(workspace);
    await expect.poll(() => page.getByRole('heading', { level: 1 }).textContent()).toBe('role-questions');
    expect(await page.locator('.act-as').textContent()).toContain('Acting as candidate');
    await page.getByText('Waiting for the bot to connect').waitFor();
  });

  it('shows a question, the answer in its thread, and the decision beside it', async () => {
    const { page } = await openDemo();
    await ask(page, QUESTION);
    await page.getByRole('button', { name: '1 reply' }).click();
    const thread = page.getByRole('complementary', { name: 'Thread' });
    const link = thread.getByRole('link', { name: 'How crucial is Jupyter?' });
    expect(await link.getAttribute('href')).toBe('https://example.org/post/#jupyter');
    expect(await link.getAttribute('rel')).toContain('noopener');
    expect(await thread.getByRole('table').count()).toBe(1);
    expect(await thread.locator('a[href^="javascript"], img').count()).toBe(0);

    await page
      .getByRole('log', { name: 'Messages in' })
      .getByRole('button', { name: /decision: answer/ })
      .click();
    const panel = page.getByRole('complementary', { name: 'Decisions of the bot' });
    await panel.getByText('The best match is sure enough.').first().waitFor();
    expect(await panel.getByText('93%').count()).toBeGreaterThan(0);
    await panel.getByText('must I be a Jupyter expert').waitFor();
  });

  it('shows silence as a decision, without a reply', async () => {
    const { page } = await openDemo();
    await ask(page, 'good morning all');
    await page.getByRole('button', { name: /decision: silent/ }).waitFor();
    expect(await page.locator('.reply-summary').count()).toBe(0);
  });

  it('brings a press on a button to the bot, and its change back', async () => {
    const { page } = await openDemo();
    await ask(page, QUESTION);
    await page.getByRole('button', { name: '1 reply' }).click();
    const thread = page.getByRole('complementary', { name: 'Thread' });
    await thread.getByRole('button', { name: 'Ask the team' }).click();
    await page.getByRole('dialog', { name: 'Are you sure?' }).getByRole('button', { name: 'Yes' }).click();
    await page.getByText('The team has your question.').waitFor();
    await thread.getByRole('button', { name: 'Helpful' }).click();
    await thread.getByText('Thank you, noted.').waitFor();
  });

  it('answers a slash command to one person alone', async () => {
    const { workspace, page } = await openDemo();
    const other = await openPage(workspace, { userId: PEOPLE.otherCandidate.id });
    const field = page.getByRole('textbox', { name: 'Message #role-questions' });
    await field.pressSequentially('/ec');
    await page.getByRole('option', { name: /\/echo/ }).waitFor();
    await page.keyboard.press('Tab');
    expect(await field.inputValue()).toBe('/echo ');
    await page.keyboard.type('what about visas');
    await page.keyboard.press('Enter');
    await page.getByText('You said: what about visas').waitFor();
    await page.getByText('Only visible to you').waitFor();

    workspace.as(PEOPLE.candidate.id).post(CHANNELS.questions.id, 'for everybody');
    await other.getByText('for everybody').waitFor();
    expect(await other.getByText('You said:').count()).toBe(0);

    await page.getByRole('button', { name: 'Dismiss' }).click();
    await expect.poll(() => page.getByText('You said:').count()).toBe(0);

    await clientFor(workspace).chat.postEphemeral({
      channel: CHANNELS.questions.id,
      user: PEOPLE.candidate.id,
      text: 'for you alone, now',
    });
    await page.getByText('for you alone, now').waitFor();
    await page.reload();
    await page.getByText('for everybody').waitFor();
    expect(await page.getByText('for you alone, now').count()).toBe(0);
  });

  it('completes a mention of the bot and sends it as one', async () => {
    const { workspace, page } = await openDemo();
    const field = page.getByRole('textbox', { name: 'Message #role-questions' });
    await field.pressSequentially('hi @');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.type('are you there');
    await page.keyboard.press('Enter');
    await page.locator('.mention').waitFor();
    const history = await clientFor(workspace).conversations.history({ channel: CHANNELS.questions.id });
    const botUserId = (await clientFor(workspace).auth.test()).user_id;
    expect(history.messages?.[0]?.text).toBe(`hi <@${botUserId}> are you there`);
  });

  it('invites by /invite and a handle typed in full; says so where there is no such command', async () => {
    const { page } = await openDemo();
    await page.getByRole('button', { name: 'office-hours' }).click();
    const field = page.getByRole('textbox', { name: 'Message #office-hours' });
    await field.pressSequentially('/invite @echo');
    await page.getByRole('option', { name: /Echo/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('joined').waitFor();
    expect(await field.inputValue()).toBe('');

    await field.pressSequentially('/remind me');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('/remind is no command here').waitFor();
    expect(await field.inputValue()).toBe('/remind me');
  });

  it('edits the last message with the arrow key, and deletes by the menu', async () => {
    const { page } = await openDemo();
    await ask(page, 'helo there');
    await page.getByText('helo there').waitFor();
    await page.getByRole('textbox', { name: 'Message #role-questions' }).press('ArrowUp');
    const editor = page.getByRole('textbox', { name: 'Edit the message' });
    expect(await editor.inputValue()).toBe('helo there');
    await editor.fill('hello there');
    await page.keyboard.press('Enter');
    await page.getByText('(edited)').waitFor();
    const row = page.locator('.message', { hasText: 'hello there' });
    await row.hover();
    await row.getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    await page.getByRole('dialog').getByText('Delete this message for everybody?').waitFor();
    await page.getByRole('button', { name: 'Delete', exact: true }).click();
    await expect.poll(() => page.getByText('hello there').count()).toBe(0);
  });

  it('acts as a team member: other channels, another name, in the same tab', async () => {
    const { page } = await openDemo();
    expect(await page.getByRole('button', { name: 'hiring-team' }).count()).toBe(0);
    await page.locator('.act-as').click();
    await page.getByRole('menuitemradio', { name: /Priya Raman/ }).click();
    await page.getByRole('button', { name: 'hiring-team' }).click();
    await page.getByRole('textbox', { name: 'Message #hiring-team' }).fill('only for us');
    await page.keyboard.press('Enter');
    await page.locator('.message', { hasText: 'only for us' }).getByText('Priya Raman').waitFor();
    expect(page.url()).toContain(`as=${PEOPLE.teamMember.id}`);
  });

  it('leads from a link to the message, on the page and from outside', async () => {
    const { workspace, page } = await openDemo();
    const client = clientFor(workspace);
    const channel = CHANNELS.questions.id;
    const root = workspace.as(PEOPLE.candidate.id).post(channel, 'the root');
    const reply = workspace.as(PEOPLE.candidate.id).post(channel, 'the reply', { threadTs: root.ts });
    const { permalink } = await client.chat.getPermalink({ channel, message_ts: reply.ts });
    await client.chat.postMessage({ channel, text: `<${permalink}|See the reply>` });
    await page.getByRole('link', { name: 'See the reply' }).click();
    const thread = page.getByRole('complementary', { name: 'Thread' });
    await thread.getByText('the reply').waitFor();
    const focusedTs = 'document.activeElement.dataset.ts';
    await expect.poll(() => page.evaluate(focusedTs)).toBe(reply.ts);

    await page.goto(`${permalink}&as=${PEOPLE.candidate.id}`);
    await thread.getByText('the reply').waitFor();
    await expect.poll(() => page.evaluate(focusedTs)).toBe(reply.ts);
    expect(page.url()).toBe(`${workspace.url}/?as=${PEOPLE.candidate.id}`);
  });

  it('draws hostile text as text', async () => {
    const { workspace, page } = await openDemo();
    const hostile = '<img src=x onerror=alert(1)> <javascript:alert(1)|click> <!channel> [a](javascript:alert(1)) *b*';
    await clientFor(workspace).chat.postMessage({ channel: CHANNELS.questions.id, text: hostile });
    await page.locator('.message strong', { hasText: /^b$/ }).waitFor();
    expect(await page.locator('.message .message-main img, .message a').count()).toBe(0);
    await page.getByText('<img src=x onerror=alert(1)>').waitFor();
  });

  it('comes back by itself when the workspace was started again, and gives back what could not be sent', async () => {
    const first = await startForTest(await withPage());
    const { port } = first;
    const page = await openPage(first, { tolerate: /ERR_CONNECTION/ });
    await first.close();
    await page.getByText('Connection to the workspace lost').waitFor();
    await ask(page, 'written meanwhile');
    await page.getByRole('alert').getByText('The workspace does not answer').waitFor();
    await startForTest({ ...(await withPage()), port });
    await expect.poll(() => page.getByText('Connection to the workspace lost').count(), { timeout: 10_000 }).toBe(0);
    expect(await page.getByRole('textbox', { name: /^Message / }).inputValue()).toBe('written meanwhile');
  });
});
