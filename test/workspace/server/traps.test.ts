// What surprises those who build on Slack: each held here, so that the bot meets it before Slack does.
import { describe, expect, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import type { Push } from '../../../src/workspace/page-api.ts';
import type { LocalWorkspace } from '../../../src/workspace/server/local-workspace.ts';
import { BOT_USER_ID, CHANNELS, PEOPLE } from '../../../src/workspace/server/state/seed.ts';
import { names, record } from '../recorder.ts';
import { clientFor, refusal, startForTest } from '../running.ts';

const { candidate, otherCandidate } = PEOPLE;
const questions = CHANNELS.questions.id;
const button = { type: 'button', action_id: 'go', text: { type: 'plain_text', text: 'Go' } };
const withButton = { text: 'psst', blocks: [{ type: 'actions', elements: [button] }] };

/** What a page shows first: everything that its person sees at that moment. */
async function load(workspace: LocalWorkspace, userId: string, name: string): Promise<readonly string[]> {
  const socket = new WebSocket(`${workspace.url.replace('http', 'ws')}/ui/socket?user=${userId}&load=${name}`);
  const push = await new Promise<Push>((resolve) =>
    socket.once('message', (data) => resolve(JSON.parse(String(data)) as Push)),
  );
  socket.terminate();
  return push.type === 'state' ? push.state.messages.map(({ text }) => text) : [];
}

describe('a root that is gone', () => {
  test('a reply to it is posted into the channel, and only the answer without thread_ts tells', async () => {
    const workspace = await startForTest();
    const { events } = await record(workspace);
    const { chat, conversations } = clientFor(workspace);
    const amara = workspace.as(candidate.id);
    const root = amara.post(questions, 'never mind');
    amara.delete(root);
    const late = await chat.postMessage({ channel: questions, text: 'late', thread_ts: root.ts });
    expect(late.ok).toBe(true);
    expect(late.message).not.toHaveProperty('thread_ts');
    await workspace.waitFor(() => events().find(({ text }) => text === 'late'));
    expect(events().find(({ text }) => text === 'late')).not.toHaveProperty('thread_ts');
    expect((await conversations.history({ channel: questions })).messages?.map(({ text }) => text)).toEqual(['late']);
    expect(await refusal(conversations.replies({ channel: questions, ts: root.ts }))).toBe('thread_not_found');
    await chat.delete({ channel: questions, ts: String(late.ts) });
    expect(workspace.messages(questions)).toEqual([]);
  });

  test('with replies it leaves a tombstone, below which the thread goes on', async () => {
    const workspace = await startForTest();
    const { events } = await record(workspace);
    const { chat, conversations } = clientFor(workspace);
    const amara = workspace.as(candidate.id);
    const root = amara.post(questions, 'a question?');
    await chat.postMessage({ channel: questions, text: 'reply', thread_ts: root.ts });
    amara.delete(root);
    const late = await chat.postMessage({ channel: questions, text: 'late', thread_ts: root.ts });
    expect(late.message?.thread_ts).toBe(root.ts);
    await workspace.waitFor(() => events().some(({ text }) => text === 'late'));
    expect(names(events())).not.toContain('message/message_deleted');
    const { messages } = await conversations.replies({ channel: questions, ts: root.ts });
    expect(messages).toMatchObject([{ subtype: 'tombstone', user: 'USLACKBOT' }, { text: 'reply' }, { text: 'late' }]);
    expect(messages?.[0]?.text).not.toContain('question');
  });
});

describe('a message for one person alone', () => {
  test('is no message to the Web API: nothing changes it, names it or hangs below it', async () => {
    const workspace = await startForTest();
    const { chat, conversations, reactions } = clientFor(workspace);
    const { message_ts } = await chat.postEphemeral({ channel: questions, user: candidate.id, text: 'psst' });
    const [channel, ts] = [questions, String(message_ts)];
    expect(await refusal(chat.update({ channel, ts, text: 'x' }))).toBe('message_not_found');
    expect(await refusal(chat.delete({ channel, ts }))).toBe('message_not_found');
    expect(await refusal(chat.getPermalink({ channel, message_ts: ts }))).toBe('message_not_found');
    expect(await refusal(reactions.add({ channel, timestamp: ts, name: 'eyes' }))).toBe('message_not_found');
    expect(await refusal(conversations.replies({ channel, ts }))).toBe('thread_not_found');
    expect((await conversations.history({ channel })).messages).toEqual([]);
    const below = await chat.postMessage({ channel, text: 'below', thread_ts: ts });
    expect(below.message).not.toHaveProperty('thread_ts');
  });

  test('sends no event, to whoever it is', async () => {
    const workspace = await startForTest();
    const { events } = await record(workspace);
    const { chat } = clientFor(workspace);
    await chat.postEphemeral({ channel: questions, user: candidate.id, text: 'psst' });
    await chat.postMessage({ channel: questions, text: 'aloud' });
    await workspace.waitFor(() => events().length > 0);
    expect(events().map(({ text }) => text)).toEqual(['aloud']);
  });

  test('is seen by that person only, and gone after a reload; a broken connection is no reload', async () => {
    const workspace = await startForTest();
    const { chat } = clientFor(workspace);
    expect(await load(workspace, candidate.id, 'first')).toEqual([]);
    expect(await load(workspace, otherCandidate.id, 'other')).toEqual([]);
    await chat.postEphemeral({ channel: questions, user: candidate.id, text: 'psst' });
    await chat.postMessage({ channel: questions, text: 'aloud' });
    expect(await load(workspace, candidate.id, 'first')).toEqual(['psst', 'aloud']);
    expect(await load(workspace, otherCandidate.id, 'other')).toEqual(['aloud']);
    expect(await load(workspace, candidate.id, 'second')).toEqual(['aloud']);
  });

  test('that is gone is not brought back by its response URL', async () => {
    const workspace = await startForTest();
    const recorder = await record(workspace);
    await clientFor(workspace).apiCall('chat.postEphemeral', { channel: questions, user: candidate.id, ...withButton });
    const amara = workspace.as(candidate.id);
    const [message] = amara.ephemerals;
    if (message === undefined) throw new Error('no message');
    await amara.press(message, 'go');
    const pushes: Push[] = [];
    const socket = new WebSocket(`${workspace.url.replace('http', 'ws')}/ui/socket?user=${candidate.id}&load=later`);
    socket.on('message', (data) => pushes.push(JSON.parse(String(data))));
    await vi.waitUntil(() => pushes.length > 0);
    const respond = (body: object): Promise<Response> =>
      fetch(String(recorder.received.at(-1)?.body['response_url']), {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    expect((await respond({ text: 'changed', replace_original: true })).status).toBe(200);
    expect((await respond({ text: 'new', replace_original: false })).status).toBe(200);
    await vi.waitUntil(() => pushes.length > 1);
    socket.terminate();
    expect(pushes.slice(1)).toMatchObject([{ type: 'message', message: { text: 'new', ephemeral: true } }]);
  });

  test('is refused where the person is not in the channel', async () => {
    const workspace = await startForTest();
    const { chat } = clientFor(workspace);
    const call = (user: string): Promise<string> =>
      refusal(chat.postEphemeral({ channel: CHANNELS.team.id, user, text: 'x' }));
    expect(await call(candidate.id)).toBe('user_not_in_channel');
    expect(await call('U0NOBODY01')).toBe('user_not_in_channel');
    workspace.as(candidate.id).leave(questions);
    expect(await refusal(chat.postEphemeral({ channel: questions, user: candidate.id, text: 'x' }))).toBe(
      'user_not_in_channel',
    );
  });
});

describe('reading a thread back', () => {
  const metadata = { event_type: 'reply', event_payload: { key: 'k1', place: 2 } };

  test('finds what an answer that was lost on the way had posted, by its metadata', async () => {
    const workspace = await startForTest();
    const { chat, conversations } = clientFor(workspace);
    const root = workspace.as(candidate.id).post(questions, 'a question?');
    workspace.arrange('chat.postMessage', { lost: true });
    const post = chat.postMessage({ channel: questions, thread_ts: root.ts, text: 'answer', metadata });
    await expect(post).rejects.toThrow();
    workspace.as(otherCandidate.id).post(questions, 'I wonder too', { threadTs: root.ts });
    const thread = { channel: questions, ts: root.ts };
    const { messages = [] } = await conversations.replies({ ...thread, include_all_metadata: true });
    const own = messages.filter(({ bot_id }) => bot_id === 'B0LOCALBOT');
    expect(own).toMatchObject([{ user: BOT_USER_ID, text: 'answer', thread_ts: root.ts, metadata }]);
    const bare = await conversations.replies(thread);
    expect(bare.messages?.[1]?.metadata).toEqual({ event_type: 'reply' });
    const newer = await conversations.replies({ ...thread, oldest: String(own[0]?.ts), include_all_metadata: true });
    expect(newer.messages?.map(({ text }) => text)).toEqual(['a question?', 'I wonder too']);
  });

  test('metadata stays through a change that says nothing of it, and goes with an empty one', async () => {
    const workspace = await startForTest();
    const { events } = await record(workspace);
    const { chat, conversations } = clientFor(workspace);
    const { ts } = await chat.postMessage({ channel: questions, text: 'answer', metadata });
    const read = async (): Promise<unknown> =>
      (await conversations.history({ channel: questions, include_all_metadata: true })).messages?.[0]?.metadata;
    const updated = await chat.update({ channel: questions, ts: String(ts), text: 'better' });
    expect(updated.message).toMatchObject({ metadata });
    expect(await read()).toEqual(metadata);
    const changed = await workspace.waitFor(() => events().find(({ subtype }) => subtype === 'message_changed'));
    expect(changed).toMatchObject({ message: { text: 'better', metadata }, previous_message: { metadata } });
    await chat.update({ channel: questions, ts: String(ts), text: 'bare', metadata: {} as never });
    expect(await read()).toBeUndefined();
  });
});
