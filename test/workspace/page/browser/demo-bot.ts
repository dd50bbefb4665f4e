// A small real Bolt app for the page's tests: it answers, shows buttons, modals in steps, and a home.
import type { App } from '@slack/bolt';
import type { HomeView, KnownBlock, ModalView } from '@slack/types';
import type { Page } from 'playwright-core';
import type { LocalWorkspace } from '../../../../src/workspace/server/local-workspace.ts';
import { PEOPLE } from '../../../../src/workspace/server/state/seed.ts';
import { connectApp, startForTest } from '../../running.ts';
import { type OpenOptions, openPage, withPage } from './open-page.ts';

const ENTRIES = ['How crucial is Jupyter?', 'What is the term?', 'Can you sponsor a visa?'];

const ANSWER = [
  'Curiosity counts for **more** than practice:',
  '',
  '1. you read notebooks',
  '2. we pair',
  '',
  '| Week | Hours |',
  '| --- | ---: |',
  '| 1 | 4 |',
  '',
  'Never [this](javascript:alert(1)) nor <img src=x onerror=alert(1)>, see [the guide](https://example.org/guide).',
].join('\n');

function toReply(): KnownBlock[] {
  return [
    {
      type: 'section',
      text: { type: 'mrkdwn', text: '*<https://example.org/post/#jupyter|How crucial is Jupyter?>*' },
    },
    { type: 'markdown', text: ANSWER },
    {
      type: 'actions',
      elements: [
        { type: 'button', action_id: 'helpful', text: { type: 'plain_text', text: 'Helpful' }, value: 'yes' },
        {
          type: 'button',
          action_id: 'ask_team',
          text: { type: 'plain_text', text: 'Ask the team' },
          confirm: { text: { type: 'plain_text', text: 'They see your question.' } },
        },
        {
          type: 'overflow',
          action_id: 'more',
          options: [{ text: { type: 'plain_text', text: 'Remove this reply' }, value: 'remove' }],
        },
      ],
    },
  ];
}

function toModal(): ModalView {
  return {
    type: 'modal',
    callback_id: 'link',
    title: { type: 'plain_text', text: 'Answer from the notes' },
    submit: { type: 'plain_text', text: 'Next' },
    close: { type: 'plain_text', text: 'Cancel' },
    blocks: [
      {
        type: 'input',
        block_id: 'entry',
        label: { type: 'plain_text', text: 'Question' },
        element: {
          type: 'external_select',
          action_id: 'entry',
          min_query_length: 1,
          placeholder: { type: 'plain_text', text: 'Search all questions' },
        },
      },
      {
        type: 'input',
        block_id: 'note',
        optional: true,
        label: { type: 'plain_text', text: 'A sentence of your own' },
        element: { type: 'plain_text_input', action_id: 'note' },
      },
      {
        type: 'input',
        block_id: 'learn',
        optional: true,
        label: { type: 'plain_text', text: 'Learning' },
        element: {
          type: 'checkboxes',
          action_id: 'learn',
          options: [{ text: { type: 'plain_text', text: 'Remember this wording' }, value: 'yes' }],
          initial_options: [{ text: { type: 'plain_text', text: 'Remember this wording' }, value: 'yes' }],
        },
      },
    ],
  };
}

function toLastStep(text: string): ModalView {
  return {
    type: 'modal',
    callback_id: 'confirm',
    title: { type: 'plain_text', text: 'Post it?' },
    submit: { type: 'plain_text', text: 'Post' },
    blocks: [{ type: 'section', text: { type: 'mrkdwn', text } }],
  };
}

function toHome(typed: string): HomeView {
  const found = ENTRIES.filter((entry) => entry.toLowerCase().includes(typed.toLowerCase()));
  return {
    type: 'home',
    blocks: [
      { type: 'header', text: { type: 'plain_text', text: 'Questions' } },
      {
        type: 'input',
        block_id: 'search',
        dispatch_action: true,
        label: { type: 'plain_text', text: 'Find a question' },
        element: {
          type: 'plain_text_input',
          action_id: 'search',
          dispatch_action_config: { trigger_actions_on: ['on_character_entered'] },
        },
      },
      ...found.map((entry): KnownBlock => ({ type: 'section', text: { type: 'mrkdwn', text: `*${entry}*` } })),
    ],
  };
}

function registerMessages(app: App, workspace: LocalWorkspace): void {
  app.message(async ({ message, client }) => {
    if (message.subtype !== undefined || message.channel_type !== 'channel' || message.thread_ts !== undefined) return;
    const { channel, ts } = message;
    const text = message.text ?? '';
    const asks = text.endsWith('?');
    const decision = asks ? 'answer' : 'silent';
    const reason = asks ? 'The best match is sure enough.' : 'Nothing in it asks a question.';
    if (asks) await client.chat.postMessage({ channel, thread_ts: ts, text: 'An answer', blocks: toReply() });
    const match = {
      question: 'How crucial is Jupyter?',
      url: 'https://example.org/post/#jupyter',
      confidence: 0.93,
      words: ['Jupyter'],
      source: { kind: 'phrasing', text: 'must I be a Jupyter expert' },
      signals: [{ name: 'words', value: 4.2, reason: 'Its telling words stand in a phrasing.' }],
    } as const;
    const questions = asks ? [{ text, decision, reason, matches: [match] } as const] : [];
    workspace.showDecision({ channel, ts, decision, reason, questions });
  });
}

function registerControls(app: App): void {
  app.action('helpful', async ({ ack, body, client }) => {
    await ack();
    if (body.type !== 'block_actions' || body.message === undefined || body.channel === undefined) return;
    const { message, channel } = body;
    const blocks: KnownBlock[] = [{ type: 'section', text: { type: 'mrkdwn', text: 'Thank you, noted.' } }];
    await client.chat.update({ channel: channel.id, ts: message.ts, text: 'Thank you', blocks });
  });
  app.action('ask_team', async ({ ack, respond }) => {
    await ack();
    await respond({ text: 'The team has your question.', replace_original: false, response_type: 'ephemeral' });
  });
  app.command('/echo', async ({ ack, command }) => {
    await ack({ text: `You said: ${command.text}` });
  });
}

function registerModals(app: App): void {
  app.shortcut('echo_message', async ({ ack, client, shortcut }) => {
    await ack();
    await client.views.open({ trigger_id: shortcut.trigger_id, view: toModal() });
  });
  app.options('entry', async ({ ack, payload }) => {
    const found = ENTRIES.filter((entry) => entry.toLowerCase().includes(payload.value.toLowerCase()));
    await ack({ options: found.map((text) => ({ text: { type: 'plain_text', text }, value: text })) });
  });
  app.view('link', async ({ ack, view }) => {
    const note = view.state.values['note']?.['note']?.value ?? '';
    const entry = view.state.values['entry']?.['entry']?.selected_option?.value ?? '';
    if (note === 'bad') await ack({ response_action: 'errors', errors: { note: 'Say something better.' } });
    else await ack({ response_action: 'push', view: toLastStep(`*${entry}* ${note}`) });
  });
  app.view('confirm', async ({ ack }) => {
    await ack({ response_action: 'clear' });
  });
}

function registerHome(app: App): void {
  app.event('app_home_opened', async ({ event, client }) => {
    if (event.tab === 'home') await client.views.publish({ user_id: event.user, view: toHome('') });
  });
  app.action('search', async ({ ack, action, body, client }) => {
    await ack();
    const typed = action.type === 'plain_text_input' ? action.value : '';
    await client.views.publish({ user_id: body.user.id, view: toHome(typed ?? '') });
  });
}

/** Connects the bot for the length of one test. */
async function connectDemoBot(workspace: LocalWorkspace): Promise<App> {
  return await connectApp(workspace, (app) => {
    registerMessages(app, workspace);
    registerControls(app);
    registerModals(app);
    registerHome(app);
  });
}

/** A workspace of one's own with the bot in it, and the page open before a candidate. For one test. */
export async function openDemo(
  options: OpenOptions = {},
): Promise<{ readonly workspace: LocalWorkspace; readonly page: Page }> {
  const workspace = await startForTest(await withPage());
  await connectDemoBot(workspace);
  return { workspace, page: await openPage(workspace, { userId: PEOPLE.candidate.id, ...options }) };
}
