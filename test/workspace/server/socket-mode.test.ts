// Events, commands and interactions reach a real Bolt app over real Socket Mode, and come again when they must.
import { expect, test } from 'vitest';
import { CHANNELS, PEOPLE } from '../../../src/workspace/server/state/seed.ts';
import { clientFor, connectApp, startForTest } from '../running.ts';

const questions = CHANNELS.questions.id;

test('a mention reaches the app as app_mention and as message, and its reply stands in the thread', async () => {
  const workspace = await startForTest();
  const seen: string[] = [];
  await connectApp(workspace, (app) => {
    app.event('app_mention', async ({ event, say }) => {
      seen.push('app_mention');
      await say({ text: 'Here', thread_ts: event.thread_ts ?? event.ts });
    });
    app.event('message', async ({ event }) => {
      seen.push(event.subtype ?? 'message');
    });
  });
  const asked = workspace.as(PEOPLE.candidate.id).post(questions, '@echo are you there?');
  const reply = await workspace.waitFor(() => workspace.botMessages(questions, asked.ts)[0]);
  await workspace.idle();
  expect(reply).toMatchObject({ text: 'Here', threadTs: asked.ts });
  expect(seen).toEqual(['app_mention', 'message', 'message_changed']);
});

test('a command is answered privately', async () => {
  const workspace = await startForTest();
  await connectApp(workspace, (app) => {
    app.command('/echo', async ({ ack, command }) => ack(`You said ${command.text}`));
  });
  const amara = workspace.as(PEOPLE.candidate.id);
  await amara.command(questions, '/echo hello there');
  expect(amara.ephemerals.map((message) => message.text)).toEqual(['You said hello there']);
  expect(workspace.messages(questions)).toEqual([]);
});

test('a button press reaches the app', async () => {
  const workspace = await startForTest();
  const pressed: string[] = [];
  await connectApp(workspace, (app) => {
    app.action('again', async ({ ack, action, respond }) => {
      await ack();
      pressed.push('value' in action ? String(action.value) : '');
      await respond({ text: 'done', replace_original: true });
    });
  });
  await clientFor(workspace).chat.postMessage({
    channel: questions,
    text: 'press',
    blocks: [
      {
        type: 'actions',
        elements: [{ type: 'button', action_id: 'again', text: { type: 'plain_text', text: 'Again' }, value: 'key' }],
      },
    ],
  });
  const [message] = workspace.botMessages(questions);
  if (message === undefined) throw new Error('nothing was posted');
  await workspace.as(PEOPLE.candidate.id).press(message, 'Again');
  await workspace.waitFor(() => workspace.current(message)?.text === 'done');
  expect(pressed).toEqual(['key']);
});
