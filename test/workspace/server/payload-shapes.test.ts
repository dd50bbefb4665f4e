// What the workspace sends has every field that the real Slack sends in the same situation.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { BOT_USER_ID, CHANNELS, directChannelId, PEOPLE } from '../../../src/workspace/server/state/seed.ts';
import { findShared } from '../../requirements.ts';
import { type Json, record } from '../recorder.ts';
import { clientFor, startForTest } from '../running.ts';

const shared = findShared();
const folder = join(shared ?? '', 'slack', 'payloads-real');

/** Fields of things that the workspace does not have: enterprises, files, threads of assistants, edits on the way. */
const ABSENT = [
  'enterprise_id',
  'event.enterprise',
  'team.enterprise',
  'enterprise.',
  'event.files',
  'event.upload',
  'event.display_as_bot',
  'event.assistant_thread',
  'message.edited',
  'message.metadata',
];

/** Below these stands what people and apps wrote. */
const CONTENT = /(^|\.)(blocks|values|metadata|reactions|selected_option|initial_option|text|value|style|item)$/;

/** Paths of all fields; a list counts by its first item. */
function paths(value: unknown, prefix = ''): string[] {
  if (Array.isArray(value)) return value.length === 0 ? [] : paths(value[0], prefix);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const path = prefix === '' ? key : `${prefix}.${key}`;
    return CONTENT.test(path) ? [path] : [path, ...paths(inner, path)];
  });
}

function kindOfMessage(event: Json): string {
  const author = event['bot_id'] === undefined ? 'a person' : 'an app';
  const place = event['thread_ts'] === undefined ? '' : 'in a thread';
  return [event['channel_type'] ?? 'channel', 'message by', author, place, event['subtype'] ?? ''].join(' ');
}

/** What kind of situation a payload is from; payloads of one kind have the same fields. */
function kindOf(payload: Json): string | null {
  const event = payload['event'] as Json | undefined;
  if (typeof payload['command'] === 'string') return 'command';
  if (event !== undefined) return event['type'] === 'message' ? kindOfMessage(event) : String(event['type']);
  if (payload['type'] !== 'block_actions') return typeof payload['type'] === 'string' ? payload['type'] : null;
  const container = payload['container'] as Json;
  const [action] = payload['actions'] as Json[];
  return `${container['is_ephemeral'] === true ? 'ephemeral ' : ''}${action?.['type']}`;
}

/** One payload of each kind, from a workspace in which everything happens once. */
async function sendEverything(): Promise<Map<string, Json>> {
  const workspace = await startForTest();
  const { received } = await record(workspace);
  const client = clientFor(workspace);
  const amara = workspace.as(PEOPLE.candidate.id);
  const plain = (text: string): Json => ({ type: 'plain_text', text, emoji: true });
  const options = [{ text: plain('A'), value: 'a' }];
  const elements = [
    { type: 'button', action_id: 'button', text: plain('Button'), value: 'v', style: 'primary' },
    { type: 'static_select', action_id: 'select', options, placeholder: plain('Choose') },
    { type: 'radio_buttons', action_id: 'radio', options },
  ];
  const blocks = [{ type: 'actions', elements }];

  const asked = amara.post(CHANNELS.questions.id, '@echo hello');
  amara.post(CHANNELS.questions.id, 'hello again', { threadTs: asked.ts });
  amara.post(directChannelId(amara.userId), 'hello');
  amara.invite(CHANNELS.officeHours.id, BOT_USER_ID);
  await client.apiCall('chat.postMessage', { channel: CHANNELS.questions.id, thread_ts: asked.ts, text: 'x', blocks });
  const [reply] = workspace.botMessages(CHANNELS.questions.id);
  if (reply === undefined) throw new Error('nothing was posted');
  amara.react(reply, '+1');
  await amara.press(reply, 'button');
  await amara.press(reply, 'select', { value: 'a' });
  await amara.press(reply, 'radio', { value: 'a' });
  const quiet = { channel: CHANNELS.questions.id, user: amara.userId, thread_ts: asked.ts, text: 'x', blocks };
  await client.apiCall('chat.postEphemeral', quiet);
  const [ephemeral] = amara.ephemerals;
  if (ephemeral === undefined) throw new Error('nothing was shown');
  await amara.press(ephemeral, 'button');
  await amara.command(CHANNELS.questions.id, '/echo hello');
  await amara.globalShortcut('echo_anywhere');
  const view = { type: 'modal', title: plain('T'), submit: plain('Send'), close: plain('Close'), blocks: [] };
  await client.apiCall('views.open', { trigger_id: received.at(-1)?.body['trigger_id'], view });
  if (amara.modal === undefined) throw new Error('nothing was opened');
  await amara.submit(amara.modal);
  await workspace.idle();
  return new Map(received.map(({ body }) => [kindOf(body) ?? '', body]));
}

describe.runIf(shared !== null)('payloads as recorded from Slack', () => {
  const files = shared === null ? [] : readdirSync(folder);

  test('every recorded payload has its counterpart with all its fields', async () => {
    const ours = await sendEverything();
    const missing = files.flatMap((file) => {
      const recorded: Record<string, unknown> = JSON.parse(readFileSync(join(folder, file), 'utf8'));
      return Object.entries(recorded).flatMap(([name, payload]) => {
        const kind = typeof payload === 'object' && payload !== null ? kindOf(payload as Json) : null;
        if (kind === null) return [];
        const known = new Set(paths(ours.get(kind)));
        return paths(payload)
          .filter((path) => !known.has(path) && !ABSENT.some((absent) => path.startsWith(absent)))
          .map((path) => `${file} ${name} (${kind}): ${path}`);
      });
    });
    expect(missing).toEqual([]);
  });
});
