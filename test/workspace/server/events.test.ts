// Which events a thing that happens sends to the app, and what stands in them.
import { describe, expect, test } from 'vitest';
import { BOT_USER_ID, CHANNELS, directChannelId, PEOPLE } from '../../../src/workspace/server/state/seed.ts';
import { MANIFEST } from '../manifest.ts';
import { names, record } from '../recorder.ts';
import { clientFor, startForTest } from '../running.ts';

const { candidate, otherCandidate, teamMember } = PEOPLE;
const questions = CHANNELS.questions.id;

describe('messages', () => {
  test('a message in each kind of channel says which kind', async () => {
    const workspace = await startForTest();
    const { events } = await record(workspace);
    workspace.as(candidate.id).post(questions, 'in public');
    workspace.as(teamMember.id).post(CHANNELS.team.id, 'in private');
    workspace.as(candidate.id).post(directChannelId(candidate.id), 'directly');
    await workspace.idle();
    expect(events().map(({ text, channel_type }) => [text, channel_type])).toEqual([
      ['in public', 'channel'],
      ['in private', 'group'],
      ['directly', 'im'],
    ]);
  });

  test('nothing comes from a channel without the bot, and no mention in a direct message', async () => {
    const workspace = await startForTest();
    const { events } = await record(workspace);
    workspace.as(candidate.id).post(CHANNELS.officeHours.id, '@echo can you hear me?');
    workspace.as(candidate.id).post(directChannelId(candidate.id), '@echo and here?');
    await workspace.idle();
    expect(names(events())).toEqual(['message']);
  });

  test.each([
    ['mention-first', ['app_mention', 'message']],
    ['message-first', ['message', 'app_mention']],
  ] as const)('a mention sends two events (%s) with the same ts and different ids', async (mentionOrder, expected) => {
    const workspace = await startForTest({ mentionOrder });
    const { received, events } = await record(workspace);
    const posted = workspace.as(candidate.id).post(questions, 'well, @echo, what now?');
    await workspace.idle();
    expect(names(events())).toEqual(expected);
    expect(new Set(events().map(({ ts }) => ts))).toEqual(new Set([posted.ts]));
    expect(new Set(events().map(({ client_msg_id }) => client_msg_id)).size).toBe(1);
    expect(new Set(received.map(({ body }) => body['event_id'])).size).toBe(2);
  });

  test('the random order follows the given generator', async () => {
    for (const [random, first] of [
      [0.1, 'app_mention'],
      [0.9, 'message'],
    ] as const) {
      const workspace = await startForTest({ mentionOrder: 'random', random: () => random });
      const { events } = await record(workspace);
      workspace.as(candidate.id).post(questions, '@echo hm?');
      await workspace.idle();
      expect(names(events())[0]).toBe(first);
    }
  });

  test('typed text becomes Slack text and rich text', async () => {
    const workspace = await startForTest();
    const { events } = await record(workspace);
    workspace
      .as(candidate.id)
      .post(questions, 'a < b & @jonas, see #office-hours and https://example.org/x?a=1&b=2. <!channel>');
    await workspace.idle();
    const [event] = events();
    expect(event?.['text']).toBe(
      `a &lt; b &amp; <@${otherCandidate.id}>, see <#${CHANNELS.officeHours.id}|office-hours> and <https://example.org/x?a=1&amp;b=2>. &lt;!channel&gt;`,
    );
    expect(event?.['blocks']).toMatchObject([
      {
        type: 'rich_text',
        elements: [
          {
            type: 'rich_text_section',
            elements: [
              { type: 'text', text: 'a < b & ' },
              { type: 'user', user_id: otherCandidate.id },
              { type: 'text', text: ', see ' },
              { type: 'channel', channel_id: CHANNELS.officeHours.id },
              { type: 'text', text: ' and ' },
              { type: 'link', url: 'https://example.org/x?a=1&b=2' },
              { type: 'text', text: '. <!channel>' },
            ],
          },
        ],
      },
    ]);
  });

  test('the bot hears its own posts, with its bot_id and without a client_msg_id', async () => {
    const workspace = await startForTest();
    const { events } = await record(workspace);
    await clientFor(workspace).chat.postMessage({ channel: questions, text: 'mine' });
    await workspace.idle();
    expect(events()).toMatchObject([{ type: 'message', user: BOT_USER_ID, bot_id: 'B0LOCALBOT', text: 'mine' }]);
    expect(events()[0]).not.toHaveProperty('client_msg_id');
    expect(events()[0]).not.toHaveProperty('subtype');
  });

  test("another app's message is a bot_message", async () => {
    const workspace = await startForTest();
    const { events } = await record(workspace);
    workspace.postAsOtherApp(questions, 'Standup in five minutes?');
    await workspace.idle();
    expect(events()).toMatchObject([{ subtype: 'bot_message', bot_id: 'B0OTHERBOT' }]);
  });

  test('metadata goes with the event', async () => {
    const workspace = await startForTest();
    const { events } = await record(workspace);
    const metadata = { event_type: 'reply', event_payload: { entry: 'e1' } };
    await clientFor(workspace).chat.postMessage({ channel: questions, text: 'tagged', metadata });
    await workspace.idle();
    expect(events()[0]?.['metadata']).toEqual(metadata);
  });
});

describe('threads', () => {
  test('a reply names its root; the first one also changes the root without changing its text', async () => {
    const workspace = await startForTest();
    const { events } = await record(workspace);
    const root = workspace.as(candidate.id).post(questions, 'root');
    workspace.as(otherCandidate.id).post(questions, 'reply', { threadTs: root.ts });
    workspace.as(otherCandidate.id).post(questions, 'another', { threadTs: root.ts });
    await workspace.idle();
    expect(names(events())).toEqual(['message', 'message', 'message/message_changed', 'message']);
    expect(events()[1]).toMatchObject({ thread_ts: root.ts, parent_user_id: candidate.id });
    expect(events()[2]).toMatchObject({
      message: { text: 'root', reply_count: 1 },
      previous_message: { text: 'root' },
    });
  });

  test('a reply also sent to the channel is a thread_broadcast that brings its root', async () => {
    const workspace = await startForTest();
    const { events } = await record(workspace);
    const root = workspace.as(candidate.id).post(questions, 'root');
    workspace.as(candidate.id).post(questions, 'everybody!', { threadTs: root.ts, alsoInChannel: true });
    await workspace.idle();
    expect(events()[1]).toMatchObject({ subtype: 'thread_broadcast', thread_ts: root.ts, root: { text: 'root' } });
  });
});

describe('edits and deletions', () => {
  test('an edit tells what was and what is; ts of the event is not that of the message', async () => {
    const workspace = await startForTest();
    const { events } = await record(workspace);
    const amara = workspace.as(candidate.id);
    const posted = amara.post(questions, 'befroe');
    amara.edit(posted, 'before');
    await workspace.idle();
    const changed = events()[1];
    expect(changed).toMatchObject({
      subtype: 'message_changed',
      hidden: true,
      message: { text: 'before', ts: posted.ts, edited: { user: candidate.id } },
      previous_message: { text: 'befroe', ts: posted.ts },
    });
    expect(changed?.['ts']).not.toBe(posted.ts);
    expect(changed).not.toHaveProperty('user');
  });

  test('an edit that changes nothing sends nothing', async () => {
    const workspace = await startForTest();
    const { events } = await record(workspace);
    const amara = workspace.as(candidate.id);
    amara.edit(amara.post(questions, 'same'), 'same');
    await workspace.idle();
    expect(names(events())).toEqual(['message']);
  });

  test('an edited mention is sent again as app_mention, marked as edited', async () => {
    const workspace = await startForTest();
    const { events } = await record(workspace);
    const amara = workspace.as(candidate.id);
    const posted = amara.post(questions, '@echo waht?');
    amara.edit(posted, '@echo what?');
    await workspace.idle();
    expect(names(events())).toEqual(['app_mention', 'message', 'message/message_changed', 'app_mention']);
    expect(events()[3]).toMatchObject({ ts: posted.ts, edited: { user: candidate.id } });
  });

  test('a deleted message without replies is message_deleted', async () => {
    const workspace = await startForTest();
    const { events } = await record(workspace);
    const amara = workspace.as(candidate.id);
    const posted = amara.post(questions, 'never mind');
    amara.delete(posted);
    await workspace.idle();
    expect(events()[1]).toMatchObject({
      subtype: 'message_deleted',
      deleted_ts: posted.ts,
      previous_message: { text: 'never mind' },
    });
    expect(workspace.current(posted)).toBeUndefined();
  });

  test('a deleted root with replies becomes a tombstone, which goes with the last reply', async () => {
    const workspace = await startForTest();
    const { events } = await record(workspace);
    const amara = workspace.as(candidate.id);
    const root = amara.post(questions, 'a question?');
    const reply = await clientFor(workspace).chat.postMessage({
      channel: questions,
      text: 'reply',
      thread_ts: root.ts,
    });
    amara.delete(root);
    await workspace.idle();
    expect(names(events()).at(-1)).toBe('message/message_changed');
    expect(events().at(-1)).toMatchObject({
      message: { subtype: 'tombstone', ts: root.ts, reply_count: 1 },
      previous_message: { text: 'a question?', user: candidate.id },
    });
    await clientFor(workspace).chat.delete({ channel: questions, ts: String(reply.ts) });
    await workspace.idle();
    expect(workspace.messages(questions)).toEqual([]);
  });
});

describe('members', () => {
  test('inviting the bot tells it who invited, and posts the join', async () => {
    const workspace = await startForTest();
    const { events } = await record(workspace);
    workspace.as(candidate.id).invite(CHANNELS.officeHours.id, BOT_USER_ID);
    await workspace.idle();
    expect(names(events())).toEqual(['member_joined_channel', 'message/channel_join']);
    expect(events()[0]).toMatchObject({ user: BOT_USER_ID, inviter: candidate.id, channel_type: 'C' });
  });

  test('the bot hears of a member who is removed from its private channel', async () => {
    const workspace = await startForTest();
    const { events } = await record(workspace);
    workspace.as(teamMember.id).remove(CHANNELS.team.id, PEOPLE.otherTeamMember.id);
    await workspace.idle();
    expect(events()).toMatchObject([
      { type: 'member_left_channel', user: PEOPLE.otherTeamMember.id, channel: CHANNELS.team.id, channel_type: 'G' },
    ]);
  });
});

describe('the rest', () => {
  test('a link to a domain of the manifest is shared, wherever it stands', async () => {
    const workspace = await startForTest();
    const { events } = await record(workspace);
    workspace.as(candidate.id).post(questions, 'see https://docs.example.org/a#b and https://example.com/no');
    workspace.as(candidate.id).post(CHANNELS.officeHours.id, 'https://example.org/x');
    await workspace.idle();
    const shared = events().filter(({ type }) => type === 'link_shared');
    expect(shared).toMatchObject([
      { links: [{ url: 'https://docs.example.org/a#b', domain: 'example.org' }], is_bot_user_member: true },
      { links: [{ url: 'https://example.org/x', domain: 'example.org' }], is_bot_user_member: false },
    ]);
  });

  test('an edit shares the links it adds, and keeps the previews of those it leaves', async () => {
    const workspace = await startForTest();
    const { events } = await record(workspace);
    const amara = workspace.as(candidate.id);
    const posted = amara.post(questions, 'https://example.org/a and https://example.org/b');
    const unfurls = Object.fromEntries(
      ['a', 'b'].map((name) => [`https://example.org/${name}`, { blocks: [{ type: 'divider' }] }]),
    );
    await clientFor(workspace).chat.unfurl({ channel: questions, ts: posted.ts, unfurls });
    amara.edit(posted, 'https://example.org/b and https://example.org/c');
    await workspace.idle();
    expect(workspace.current(posted)?.attachments).toMatchObject([{ from_url: 'https://example.org/b' }]);
    const shared = events().filter(({ type }) => type === 'link_shared');
    expect(shared.at(-1)).toMatchObject({ links: [{ url: 'https://example.org/c' }] });
  });

  test('reactions and the opened home', async () => {
    const workspace = await startForTest();
    const { events } = await record(workspace);
    const posted = workspace.as(candidate.id).post(questions, 'nice');
    workspace.as(otherCandidate.id).react(posted, 'tada');
    workspace.as(otherCandidate.id).react(posted, 'tada', false);
    workspace.as(candidate.id).openHome();
    await workspace.idle();
    expect(names(events())).toEqual(['message', 'reaction_added', 'reaction_removed', 'app_home_opened']);
    expect(events()[1]).toMatchObject({ reaction: 'tada', item: { ts: posted.ts }, item_user: candidate.id });
    expect(events()[3]).toMatchObject({ tab: 'home', channel: directChannelId(candidate.id) });
  });

  test('what the manifest does not subscribe to, or has no scope for, is not sent', async () => {
    const settings = { ...MANIFEST.settings, event_subscriptions: { bot_events: ['message.channels', 'app_mention'] } };
    const oauth = { scopes: { bot: ['channels:history'] } };
    const workspace = await startForTest({ manifest: { ...MANIFEST, settings, oauth_config: oauth } });
    const { events } = await record(workspace);
    workspace.as(candidate.id).post(questions, '@echo hello');
    workspace.as(candidate.id).post(directChannelId(candidate.id), 'hello');
    await workspace.idle();
    expect(names(events())).toEqual(['message']);
  });
});
