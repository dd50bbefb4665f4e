// The Web API as Slack's own client meets it: what is accepted, what is refused, and with which code.
import { describe, expect, test } from 'vitest';
import { BOT_USER_ID, CHANNELS, directChannelId, PEOPLE } from '../../../src/workspace/server/state/seed.ts';
import { MANIFEST, withScopes } from '../manifest.ts';
import { clientFor, refusal, startForTest } from '../running.ts';

const { candidate, teamMember } = PEOPLE;
const questions = CHANNELS.questions.id;
const notBots = CHANNELS.officeHours.id;

describe('who calls', () => {
  test('tokens', async () => {
    const workspace = await startForTest();
    expect(await refusal(clientFor(workspace, 'xoxb-wrong').auth.test())).toBe('invalid_auth');
    expect(await refusal(clientFor(workspace, workspace.appToken).auth.test())).toBe('not_allowed_token_type');
    expect(await refusal(clientFor(workspace).apps.connections.open())).toBe('not_allowed_token_type');
    const bare = await fetch(`${workspace.slackApiUrl}auth.test`, { method: 'POST' });
    expect(await bare.json()).toEqual({ ok: false, error: 'not_authed' });
    expect(await clientFor(workspace).auth.test()).toMatchObject({ user_id: BOT_USER_ID, bot_id: 'B0LOCALBOT' });
  });

  test('a scope that the manifest does not ask for is named', async () => {
    const workspace = await startForTest({ manifest: withScopes(['channels:read', 'channels:history']) });
    const client = clientFor(workspace);
    const error = await client.chat.postMessage({ channel: questions, text: 'x' }).catch((fault) => fault.data);
    expect(error).toMatchObject({
      error: 'missing_scope',
      needed: 'chat:write',
      provided: 'channels:read,channels:history',
    });
    expect(await refusal(client.conversations.history({ channel: CHANNELS.team.id }))).toBe('missing_scope');
    expect(await refusal(client.conversations.history({ channel: questions }))).toBe('accepted');
    expect(await refusal(client.conversations.list({ types: 'private_channel' }))).toBe('missing_scope');
  });

  test('an unknown method is refused, with status 200', async () => {
    const workspace = await startForTest();
    expect(await refusal(clientFor(workspace).apiCall('chat.shout'))).toBe('unknown_method');
    expect(await refusal(clientFor(workspace).apiCall('__proto__'))).toBe('unknown_method');
  });

  test('arguments come as a form, as JSON, or in the address', async () => {
    const workspace = await startForTest();
    const authorization = `Bearer ${workspace.botToken}`;
    const json = await fetch(`${workspace.slackApiUrl}chat.postMessage`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify({ channel: questions, text: 'by JSON', blocks: [{ type: 'divider' }] }),
    });
    expect(await json.json()).toMatchObject({ ok: true, message: { text: 'by JSON' } });
    const info = await fetch(`${workspace.slackApiUrl}users.info?user=${candidate.id}`, { headers: { authorization } });
    expect(await info.json()).toMatchObject({ ok: true, user: { name: 'amara' } });
    const form = new URLSearchParams({ token: workspace.botToken, channel: questions, text: 'by form' });
    const posted = await fetch(`${workspace.slackApiUrl}chat.postMessage`, { method: 'POST', body: form });
    expect(await posted.json()).toMatchObject({ ok: true });
  });

  test('every call is noted down with its arguments as read', async () => {
    const workspace = await startForTest();
    await clientFor(workspace).chat.postMessage({
      channel: questions,
      text: 'x',
      unfurl_links: false,
      blocks: [{ type: 'divider' }],
    });
    expect(workspace.calls).toMatchObject([
      {
        method: 'chat.postMessage',
        args: { channel: questions, text: 'x', unfurl_links: false, blocks: [{ type: 'divider' }] },
        answer: { ok: true },
      },
    ]);
  });
});

describe('chat.postMessage', () => {
  test('where the bot may post', async () => {
    const workspace = await startForTest();
    const { chat } = clientFor(workspace);
    expect(await refusal(chat.postMessage({ channel: 'C0NOWHERE1', text: 'x' }))).toBe('channel_not_found');
    expect(await refusal(chat.postMessage({ channel: notBots, text: 'x' }))).toBe('not_in_channel');
    expect(await refusal(chat.postMessage({ channel: '#role-questions', text: 'x' }))).toBe('accepted');
    const direct = await chat.postMessage({ channel: candidate.id, text: 'x' });
    expect(direct.channel).toBe(directChannelId(candidate.id));
  });

  test('chat:write.public opens public channels', async () => {
    const workspace = await startForTest({ manifest: withScopes(['chat:write', 'chat:write.public']) });
    expect(await refusal(clientFor(workspace).chat.postMessage({ channel: notBots, text: 'x' }))).toBe('accepted');
  });

  test("other people's private channels do not exist for the bot", async () => {
    const workspace = await startForTest();
    workspace.as(teamMember.id).remove(CHANNELS.team.id, BOT_USER_ID);
    const client = clientFor(workspace);
    expect(await refusal(client.chat.postMessage({ channel: CHANNELS.team.id, text: 'x' }))).toBe('channel_not_found');
    expect(await refusal(client.conversations.members({ channel: CHANNELS.team.id }))).toBe('channel_not_found');
  });

  test('a closed messages tab closes direct messages', async () => {
    const features = { ...MANIFEST.features, app_home: { ...MANIFEST.features.app_home, messages_tab_enabled: false } };
    const workspace = await startForTest({ manifest: { ...MANIFEST, features } });
    expect(await refusal(clientFor(workspace).chat.postMessage({ channel: candidate.id, text: 'x' }))).toBe(
      'messages_tab_disabled',
    );
  });

  test('what must be in it', async () => {
    const workspace = await startForTest();
    const call = (args: Record<string, unknown>): Promise<string> =>
      refusal(clientFor(workspace).apiCall('chat.postMessage', { channel: questions, ...args }));
    expect(await call({})).toBe('no_text');
    expect(await call({ text: 'x', blocks: 'not JSON' })).toBe('invalid_blocks_format');
    expect(await call({ text: 'x', metadata: { event_type: 'a' } })).toBe('invalid_metadata_format');
    expect(await call({ text: 'x', metadata: { event_type: 'a', event_payload: { deep: { er: { no: 1 } } } } })).toBe(
      'invalid_metadata_schema',
    );
    expect(await call({ text: 'x', metadata: { event_type: 'a', event_payload: { long: 'x'.repeat(9000) } } })).toBe(
      'metadata_too_large',
    );
    expect(await call({ markdown_text: '# x', text: 'x' })).toBe('markdown_text_conflict');
    expect(await call({ markdown_text: 'x'.repeat(12_001) })).toBe('msg_too_long');
    expect(await call({ text: 'x', attachments: Array.from({ length: 101 }, () => ({ text: 'x' })) })).toBe(
      'too_many_attachments',
    );
    const sections = Array.from({ length: 5 }, () => ({
      type: 'section',
      text: { type: 'mrkdwn', text: 'x'.repeat(2900) },
    }));
    expect(await call({ text: 'x', blocks: sections })).toBe('msg_blocks_too_long');
    expect(await call({ channel: undefined })).toBe('invalid_arguments');
  });

  test('refused blocks are named by their place', async () => {
    const workspace = await startForTest();
    const blocks = [{ type: 'header', text: { type: 'mrkdwn', text: 'no' } }];
    const error = await clientFor(workspace)
      .apiCall('chat.postMessage', { channel: questions, text: 'x', blocks })
      .catch((fault) => fault.data);
    expect(error).toMatchObject({
      error: 'invalid_blocks',
      response_metadata: { messages: ['[ERROR] unsupported type: mrkdwn [json-pointer:/blocks/0/text]'] },
    });
  });

  test('a text of more than 40,000 characters is cut', async () => {
    const workspace = await startForTest();
    await clientFor(workspace).chat.postMessage({ channel: questions, text: 'x'.repeat(50_000) });
    expect(workspace.botMessages(questions)[0]?.text).toHaveLength(40_000);
  });

  test('bare addresses become links, and what is not live is escaped', async () => {
    const workspace = await startForTest();
    await clientFor(workspace).chat.postMessage({
      channel: questions,
      text: `1 < 2 & <@${candidate.id}> &lt;!channel&gt; https://example.org/a. <https://example.org|here>`,
    });
    expect(workspace.botMessages(questions)[0]?.text).toBe(
      `1 &lt; 2 &amp; <@${candidate.id}> &lt;!channel&gt; <https://example.org/a>. <https://example.org|here>`,
    );
  });

  test('a thread hangs on its root; a root that is gone puts the message into the channel', async () => {
    const workspace = await startForTest();
    const { chat } = clientFor(workspace);
    const amara = workspace.as(candidate.id);
    const root = amara.post(questions, 'root');
    const reply = await chat.postMessage({ channel: questions, text: 'reply', thread_ts: root.ts });
    expect(reply.message?.thread_ts).toBe(root.ts);
    expect(await refusal(chat.postMessage({ channel: questions, text: 'x', thread_ts: String(reply.ts) }))).toBe(
      'cannot_reply_to_message',
    );
    const gone = amara.post(questions, 'gone soon');
    amara.delete(gone);
    const late = await chat.postMessage({ channel: questions, text: 'too late', thread_ts: gone.ts });
    expect(late.message).not.toHaveProperty('thread_ts');
    expect(workspace.messages(questions).at(-1)).toMatchObject({ text: 'too late', threadTs: null });
  });
});

describe('chat.postEphemeral', () => {
  test('only the one person sees it, and nobody can change it by chat.update', async () => {
    const workspace = await startForTest();
    const { chat } = clientFor(workspace);
    const { message_ts } = await chat.postEphemeral({ channel: questions, user: candidate.id, text: 'psst' });
    expect(workspace.as(candidate.id).ephemerals).toMatchObject([{ text: 'psst' }]);
    expect(workspace.as(teamMember.id).ephemerals).toEqual([]);
    expect(workspace.messages(questions)).toEqual([]);
    expect(await refusal(chat.update({ channel: questions, ts: String(message_ts), text: 'x' }))).toBe(
      'message_not_found',
    );
  });

  test('both have to be in the channel', async () => {
    const workspace = await startForTest();
    const { chat } = clientFor(workspace);
    expect(await refusal(chat.postEphemeral({ channel: notBots, user: candidate.id, text: 'x' }))).toBe(
      'not_in_channel',
    );
    expect(await refusal(chat.postEphemeral({ channel: CHANNELS.team.id, user: candidate.id, text: 'x' }))).toBe(
      'user_not_in_channel',
    );
    expect(
      await refusal(chat.postEphemeral({ channel: questions, user: candidate.id, text: 'x'.repeat(40_001) })),
    ).toBe('msg_too_long');
  });
});

describe('chat.update, chat.delete', () => {
  test("only the bot's own messages", async () => {
    const workspace = await startForTest();
    const { chat } = clientFor(workspace);
    const { ts } = workspace.as(candidate.id).post(questions, 'mine');
    expect(await refusal(chat.update({ channel: questions, ts, text: 'x' }))).toBe('cant_update_message');
    expect(await refusal(chat.delete({ channel: questions, ts }))).toBe('cant_delete_message');
    expect(await refusal(chat.delete({ channel: questions, ts: '1.000000' }))).toBe('message_not_found');
  });

  test('text alone takes the blocks away and marks the message; what is not given stays', async () => {
    const workspace = await startForTest();
    const { chat } = clientFor(workspace);
    const metadata = { event_type: 'a', event_payload: { n: 1 } };
    const blocks = [{ type: 'divider' }];
    const { ts } = await chat.postMessage({ channel: questions, text: 'one', blocks, metadata });
    const place = { channel: questions, ts: String(ts) };
    await chat.update({ ...place, text: 'two', blocks });
    expect(workspace.botMessages(questions)[0]).toMatchObject({ text: 'two', blocks, metadata, editedTs: null });
    await chat.update({ ...place, attachments: [{ text: 'below' }] });
    expect(workspace.botMessages(questions)[0]).toMatchObject({
      text: 'two',
      blocks,
      attachments: [{ text: 'below' }],
    });
    await chat.update({ ...place, text: 'three' });
    expect(workspace.botMessages(questions)[0]).toMatchObject({ text: 'three', blocks: [], metadata });
    expect(workspace.botMessages(questions)[0]?.editedTs).not.toBeNull();
    await chat.update({ ...place, text: 'four', metadata: {} as never });
    expect(workspace.botMessages(questions)[0]).toMatchObject({ text: 'four', metadata: null });
    expect(await refusal(chat.update({ ...place } as never))).toBe('no_text');
  });
});

describe('reading', () => {
  test('history holds the channel, the newest first; replies the thread, the oldest first', async () => {
    const workspace = await startForTest();
    const { conversations, chat } = clientFor(workspace);
    const amara = workspace.as(candidate.id);
    const one = amara.post(questions, 'one');
    amara.post(questions, 'two');
    const metadata = { event_type: 'a', event_payload: { n: 1 } };
    await chat.postMessage({ channel: questions, text: 'reply', thread_ts: one.ts, metadata });
    await chat.postMessage({ channel: questions, text: 'for all', thread_ts: one.ts, reply_broadcast: true });
    const history = await conversations.history({ channel: questions });
    expect(history.messages?.map(({ text }) => text)).toEqual(['for all', 'two', 'one']);
    const replies = await conversations.replies({ channel: questions, ts: one.ts });
    expect(replies.messages?.map(({ text }) => text)).toEqual(['one', 'reply', 'for all']);
    expect(replies.messages?.[0]).toMatchObject({ reply_count: 2, thread_ts: one.ts });
    expect(replies.messages?.[1]).toMatchObject({ metadata: { event_type: 'a' } });
    expect(replies.messages?.[1]?.metadata).not.toHaveProperty('event_payload');
    const full = await conversations.replies({ channel: questions, ts: one.ts, include_all_metadata: true });
    expect(full.messages?.[1]).toMatchObject({ metadata });
    expect(await refusal(conversations.replies({ channel: questions, ts: '1.000000' }))).toBe('thread_not_found');
    expect(await refusal(conversations.history({ channel: notBots }))).toBe('not_in_channel');
  });

  test('pages follow each other by cursor, and a period cuts', async () => {
    const workspace = await startForTest();
    const { conversations } = clientFor(workspace);
    const posts = ['a', 'b', 'c', 'd', 'e'].map((text) => workspace.as(candidate.id).post(questions, text));
    const texts: unknown[] = [];
    let cursor = '';
    do {
      const page = await conversations.history({ channel: questions, limit: 2, ...(cursor !== '' && { cursor }) });
      texts.push(page.messages?.map(({ text }) => text));
      cursor = page.response_metadata?.next_cursor ?? '';
    } while (cursor !== '');
    expect(texts).toEqual([['e', 'd'], ['c', 'b'], ['a']]);
    const [, second, , fourth] = posts;
    const period = { oldest: String(second?.ts), latest: String(fourth?.ts) };
    const open = await conversations.history({ channel: questions, ...period });
    expect(open.messages?.map(({ text }) => text)).toEqual(['c']);
    const closed = await conversations.history({ channel: questions, ...period, inclusive: true });
    expect(closed.messages?.map(({ text }) => text)).toEqual(['d', 'c', 'b']);
    expect(await refusal(conversations.history({ channel: questions, cursor: 'bogus' }))).toBe('invalid_cursor');
  });

  test('channels, members, people', async () => {
    const workspace = await startForTest();
    const { conversations, users, bots, team } = clientFor(workspace);
    const list = await conversations.list({ types: 'public_channel,private_channel' });
    expect(list.channels?.map(({ name }) => name)).toEqual(['role-questions', 'office-hours', 'hiring-team']);
    const own = await users.conversations({ types: 'public_channel,private_channel' });
    expect(own.channels?.map(({ name }) => name)).toEqual(['role-questions', 'hiring-team']);
    expect(await conversations.members({ channel: CHANNELS.team.id })).toMatchObject({
      members: [...CHANNELS.team.memberIds],
    });
    expect(await conversations.info({ channel: CHANNELS.team.id })).toMatchObject({
      channel: { is_private: true, is_member: true, name: 'hiring-team' },
    });
    expect(await users.info({ user: BOT_USER_ID })).toMatchObject({
      user: { is_bot: true, profile: { bot_id: 'B0LOCALBOT' } },
    });
    expect(await refusal(users.info({ user: 'U0NOBODY01' }))).toBe('user_not_found');
    expect(await bots.info({ bot: 'B0LOCALBOT' })).toMatchObject({ bot: { user_id: BOT_USER_ID } });
    expect(await team.info()).toMatchObject({ team: { id: 'T0LOCAL001' } });
    expect((await users.list({})).members).toHaveLength(7);
  });

  test('joining and opening', async () => {
    const workspace = await startForTest();
    const { conversations } = clientFor(workspace);
    await conversations.join({ channel: notBots });
    expect(await refusal(conversations.history({ channel: notBots }))).toBe('accepted');
    expect(await conversations.open({ users: candidate.id })).toMatchObject({
      channel: { id: directChannelId(candidate.id) },
    });
    expect(await refusal(conversations.open({ users: `${candidate.id},${teamMember.id}` }))).toBe(
      'method_not_supported_for_channel_type',
    );
  });

  test('a permalink leads to the page, and names the thread of a reply', async () => {
    const workspace = await startForTest();
    const { chat } = clientFor(workspace);
    const root = workspace.as(candidate.id).post(questions, 'root');
    const reply = await chat.postMessage({ channel: questions, text: 'reply', thread_ts: root.ts });
    const link = await chat.getPermalink({ channel: questions, message_ts: String(reply.ts) });
    expect(link.permalink).toBe(
      `${workspace.url}/archives/${questions}/p${String(reply.ts).replace('.', '')}?thread_ts=${root.ts}&cid=${questions}`,
    );
  });
});

test('reactions', async () => {
  const workspace = await startForTest();
  const { reactions } = clientFor(workspace);
  const { ts } = workspace.as(candidate.id).post(questions, 'x');
  const target = { channel: questions, timestamp: ts, name: 'eyes' };
  await reactions.add(target);
  expect(await refusal(reactions.add(target))).toBe('already_reacted');
  expect(await reactions.get(target)).toMatchObject({
    message: { reactions: [{ name: 'eyes', users: [BOT_USER_ID] }] },
  });
  await reactions.remove(target);
  expect(await refusal(reactions.remove(target))).toBe('no_reaction');
  expect(await refusal(reactions.add({ ...target, name: 'NOT A NAME' }))).toBe('invalid_name');
});

describe('rate limits', () => {
  test('a method has its tier; the answer is 429 and names the wait', async () => {
    const workspace = await startForTest({ rateLimits: 'slack', clock: { now: () => 1_800_000_000_000 } });
    const client = clientFor(workspace);
    for (let call = 0; call < 20; call += 1) await client.users.list({});
    const authorization = `Bearer ${workspace.botToken}`;
    const refused = await fetch(`${workspace.slackApiUrl}users.list`, { headers: { authorization } });
    expect([refused.status, refused.headers.get('retry-after'), await refused.json()]).toEqual([
      429,
      '3',
      { ok: false, error: 'ratelimited' },
    ]);
    expect(await refusal(client.users.info({ user: candidate.id }))).toBe('accepted');
  });

  test('posts are paced by channel, and the pace comes back with time', async () => {
    let nowMs = 1_800_000_000_000;
    const workspace = await startForTest({ rateLimits: 'slack', clock: { now: () => nowMs } });
    const { chat } = clientFor(workspace);
    for (let call = 0; call < 10; call += 1) await chat.postMessage({ channel: questions, text: 'x' });
    await expect(chat.postMessage({ channel: questions, text: 'x' })).rejects.toMatchObject({ retryAfter: 1 });
    expect(await refusal(chat.postMessage({ channel: CHANNELS.team.id, text: 'x' }))).toBe('accepted');
    nowMs += 1000;
    expect(await refusal(chat.postMessage({ channel: questions, text: 'x' }))).toBe('accepted');
  });
});

test('arranged trouble: refused, failed, told to wait, carried out without an answer', async () => {
  const workspace = await startForTest();
  const { chat } = clientFor(workspace);
  const post = (): Promise<unknown> => chat.postMessage({ channel: questions, text: 'x' });
  workspace.arrange('chat.postMessage', { error: 'restricted_action' });
  workspace.arrange('chat.postMessage', { status: 503 });
  workspace.arrange('chat.postMessage', { retryAfter: 7 });
  workspace.arrange('chat.postMessage', { lost: true });
  expect(await refusal(post())).toBe('restricted_action');
  await expect(post()).rejects.toMatchObject({ statusCode: 503 });
  await expect(post()).rejects.toMatchObject({ retryAfter: 7 });
  expect(workspace.messages(questions)).toHaveLength(0);
  await expect(post()).rejects.toThrow();
  expect(workspace.messages(questions)).toHaveLength(1);
});
