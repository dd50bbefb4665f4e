// Commands, controls, shortcuts, modals and the home: what the app gets, and what its answers do.
import { beforeEach, describe, expect, test } from 'vitest';
import type { LocalWorkspace } from '../../../src/workspace/server/local-workspace.ts';
import { CHANNELS, directChannelId, PEOPLE } from '../../../src/workspace/server/state/seed.ts';
import { MANIFEST } from '../manifest.ts';
import { type Json, type Received, type Recorder, record } from '../recorder.ts';
import { clientFor, refusal, startForTest } from '../running.ts';

const { candidate, otherCandidate, teamMember } = PEOPLE;
const questions = CHANNELS.questions.id;
const plain = (text: string): { type: 'plain_text'; text: string } => ({ type: 'plain_text', text });
const button = (actionId: string, value: string): object => ({
  type: 'button',
  action_id: actionId,
  text: plain(actionId),
  value,
});

let nowMs = 1_800_000_000_000;
let workspace: LocalWorkspace;
let recorder: Recorder;
let answer: (received: Received) => Json | null;

beforeEach(async () => {
  nowMs = 1_800_000_000_000;
  answer = () => ({});
  workspace = await startForTest({ clock: { now: () => nowMs }, ackTimeoutMs: 500 });
  recorder = await record(workspace, (received) => answer(received));
});

function last(): Json {
  const body = recorder.received.at(-1)?.body;
  if (body === undefined) throw new Error('the app got nothing');
  return body;
}

async function postButtons(): Promise<void> {
  await clientFor(workspace).apiCall('chat.postMessage', {
    channel: questions,
    text: 'choose',
    blocks: [
      { type: 'actions', block_id: 'row', elements: [button('yes', 'y'), button('no', 'n')] },
      {
        type: 'section',
        block_id: 'list',
        text: plain('which?'),
        accessory: {
          type: 'static_select',
          action_id: 'which',
          options: ['a', 'b'].map((value) => ({ text: plain(value.toUpperCase()), value })),
        },
      },
    ],
  });
}

async function respond(body: object, url = last()['response_url']): Promise<Response> {
  return fetch(String(url), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

describe('commands', () => {
  test('the payload says who, where and what, and has no thread', async () => {
    await workspace.as(candidate.id).command(questions, '/echo  two  spaces & <signs>');
    expect(last()).toMatchObject({
      command: '/echo',
      text: ' two  spaces & <signs>',
      channel_id: questions,
      channel_name: 'role-questions',
      user_id: candidate.id,
      user_name: 'amara',
    });
    expect(last()).not.toHaveProperty('thread_ts');
    await workspace.as(candidate.id).command(directChannelId(candidate.id), '/echo');
    expect(last()).toMatchObject({ channel_name: 'directmessage', text: '' });
  });

  test('works where the bot is not a member; an answer in the channel is a bot_message', async () => {
    answer = ({ type }) => (type === 'slash_commands' ? { response_type: 'in_channel', text: 'for all' } : {});
    await workspace.as(candidate.id).command(CHANNELS.officeHours.id, '/echo');
    expect(workspace.messages(CHANNELS.officeHours.id)).toMatchObject([{ text: 'for all', subtype: 'bot_message' }]);
  });

  test('/invite brings people and the bot into the channel, as the workspace itself does', async () => {
    const asked = recorder.received.length;
    await workspace.as(candidate.id).command(CHANNELS.officeHours.id, '/invite @echo');
    await workspace.idle();
    const { channel } = await clientFor(workspace).conversations.info({ channel: CHANNELS.officeHours.id });
    expect(channel?.is_member).toBe(true);
    const told = recorder.received.slice(asked).map(({ body }) => body['event']);
    expect(told).toMatchObject([
      { type: 'member_joined_channel', channel: CHANNELS.officeHours.id, inviter: candidate.id },
      { type: 'message', subtype: 'channel_join' },
    ]);
  });

  test.each([
    ['/invite', 'no_user'],
    ['/invite @nobody', 'user_not_found'],
    ['/invite @jonas', 'already_in_channel'],
    ['/invite @echo @nobody', 'user_not_found'],
  ])('%s is refused (%s), and nobody joins', async (typed, code) => {
    await expect(workspace.as(candidate.id).command(CHANNELS.officeHours.id, typed)).rejects.toMatchObject({ code });
    const { channel } = await clientFor(workspace).conversations.info({ channel: CHANNELS.officeHours.id });
    expect(channel?.is_member).toBe(false);
  });

  test('an unknown command never reaches the app; a refused answer is told to the person', async () => {
    await expect(workspace.as(candidate.id).command(questions, '/other')).rejects.toMatchObject({
      code: 'unknown_command',
    });
    answer = () => ({ blocks: [{ type: 'nonsense' }] });
    await expect(workspace.as(candidate.id).command(questions, '/echo')).rejects.toMatchObject({
      code: 'invalid_blocks',
    });
  });

  test('a response URL is good for five answers within thirty minutes', async () => {
    await workspace.as(candidate.id).command(questions, '/echo');
    const url = last()['response_url'];
    for (let index = 0; index < 5; index += 1) expect((await respond({ text: `${index}` }, url)).status).toBe(200);
    expect((await respond({ text: 'six' }, url)).status).toBe(404);
    expect(workspace.as(candidate.id).ephemerals).toHaveLength(5);
    await workspace.as(candidate.id).command(questions, '/echo');
    nowMs += 30 * 60_000 + 1;
    expect((await respond({ text: 'late' })).status).toBe(404);
  });
});

describe('controls of a message', () => {
  test('a button sends its value, the message and the state of the other controls', async () => {
    await postButtons();
    const [message] = workspace.botMessages(questions);
    if (message === undefined) throw new Error('no message');
    await workspace.as(candidate.id).press(message, 'no', { others: { which: 'b' } });
    expect(last()).toMatchObject({
      type: 'block_actions',
      user: { id: candidate.id, username: 'amara' },
      container: { type: 'message', message_ts: message.ts, channel_id: questions, is_ephemeral: false },
      channel: { id: questions, name: 'role-questions' },
      message: { ts: message.ts, text: 'choose' },
      actions: [{ type: 'button', action_id: 'no', block_id: 'row', value: 'n', text: { text: 'no' } }],
      state: { values: { list: { which: { selected_option: { value: 'b' } } } } },
    });
  });

  test('a select sends the option; an option that is not listed is refused', async () => {
    await postButtons();
    const [message] = workspace.botMessages(questions);
    if (message === undefined) throw new Error('no message');
    const amara = workspace.as(candidate.id);
    await amara.press(message, 'which', { value: 'a' });
    expect(last()['actions']).toMatchObject([
      { type: 'static_select', selected_option: { value: 'a', text: { text: 'A' } } },
    ]);
    await expect(amara.press(message, 'which', { value: 'z' })).rejects.toMatchObject({ code: 'unknown_option' });
  });

  test('a forged value reaches the app as it is', async () => {
    await postButtons();
    const [message] = workspace.botMessages(questions);
    if (message === undefined) throw new Error('no message');
    await workspace.as(otherCandidate.id).press(message, 'yes', { forged: { value: 'stolen' } });
    expect(last()['actions']).toMatchObject([{ action_id: 'yes', value: 'stolen' }]);
  });

  test("an ephemeral message's payload has no message; it changes through the response URL only", async () => {
    await clientFor(workspace).apiCall('chat.postEphemeral', {
      channel: questions,
      user: candidate.id,
      text: 'psst',
      blocks: [{ type: 'actions', elements: [button('go', '1')] }],
    });
    const amara = workspace.as(candidate.id);
    const [message] = amara.ephemerals;
    if (message === undefined) throw new Error('no message');
    await expect(workspace.as(otherCandidate.id).press(message, 'go')).rejects.toMatchObject({
      code: 'message_not_found',
    });
    await amara.press(message, 'go');
    expect(last()).toMatchObject({ container: { is_ephemeral: true, message_ts: message.ts } });
    expect(last()).not.toHaveProperty('message');
    expect((await respond({ text: 'changed', replace_original: true })).status).toBe(200);
    expect(amara.ephemerals).toMatchObject([{ text: 'changed', ts: message.ts }]);
    expect((await respond({ delete_original: true })).status).toBe(200);
    expect(amara.ephemerals).toEqual([]);
  });

  test('without replace_original an answer is a new private message', async () => {
    await postButtons();
    const [message] = workspace.botMessages(questions);
    if (message === undefined) throw new Error('no message');
    await workspace.as(candidate.id).press(message, 'yes');
    await respond({ text: 'only you' });
    expect(workspace.as(candidate.id).ephemerals).toMatchObject([{ text: 'only you' }]);
    expect(workspace.current(message)?.text).toBe('choose');
    await respond({ text: 'replaced', replace_original: true });
    expect(workspace.current(message)).toMatchObject({ text: 'replaced', blocks: [] });
  });

  test('a manifest without interactivity sends nothing', async () => {
    const settings = { ...MANIFEST.settings, interactivity: { is_enabled: false } };
    const still = await startForTest({ manifest: { ...MANIFEST, settings } });
    await expect(still.as(candidate.id).globalShortcut('echo_anywhere')).rejects.toMatchObject({
      code: 'interactivity_off',
    });
  });
});

describe('shortcuts and modals', () => {
  const form = {
    type: 'modal',
    callback_id: 'form',
    title: plain('A form'),
    submit: plain('Send'),
    notify_on_close: true,
    private_metadata: 'secret',
    blocks: [
      {
        type: 'input',
        block_id: 'words',
        label: plain('Words'),
        element: { type: 'plain_text_input', action_id: 'typed', max_length: 10 },
      },
      {
        type: 'input',
        block_id: 'pick',
        label: plain('Entry'),
        optional: true,
        element: { type: 'external_select', action_id: 'entry', min_query_length: 1 },
      },
      {
        type: 'input',
        block_id: 'keep',
        label: plain('Options'),
        optional: true,
        element: {
          type: 'checkboxes',
          action_id: 'remember',
          options: [{ text: plain('Remember'), value: 'yes' }],
          initial_options: [{ text: plain('Remember'), value: 'yes' }],
        },
      },
    ],
  };

  async function open(view: object = form): Promise<void> {
    await workspace.as(teamMember.id).globalShortcut('echo_anywhere');
    await clientFor(workspace).apiCall('views.open', { trigger_id: last()['trigger_id'], view });
  }

  test('a message shortcut brings the message, wherever the person sees it', async () => {
    const posted = workspace.as(candidate.id).post(CHANNELS.officeHours.id, 'look');
    await workspace.as(teamMember.id).shortcut(posted, 'echo_message');
    expect(last()).toMatchObject({
      type: 'message_action',
      callback_id: 'echo_message',
      message_ts: posted.ts,
      message: { text: 'look', user: candidate.id },
      channel: { id: CHANNELS.officeHours.id, name: 'office-hours' },
      user: { id: teamMember.id },
    });
    const secret = workspace.as(teamMember.id).post(CHANNELS.team.id, 'secret');
    await expect(workspace.as(candidate.id).shortcut(secret, 'echo_message')).rejects.toMatchObject({
      code: 'channel_not_found',
    });
    await expect(workspace.as(teamMember.id).shortcut(secret, 'echo_anywhere')).rejects.toMatchObject({
      code: 'unknown_shortcut',
    });
  });

  test('a trigger opens one view within three seconds', async () => {
    const { views } = clientFor(workspace);
    const call = (triggerId: unknown): Promise<string> =>
      refusal(clientFor(workspace).apiCall('views.open', { trigger_id: triggerId, view: form }));
    await workspace.as(teamMember.id).globalShortcut('echo_anywhere');
    const trigger = last()['trigger_id'];
    expect(await call(trigger)).toBe('accepted');
    expect(await call(trigger)).toBe('exchanged_trigger_id');
    await workspace.as(teamMember.id).globalShortcut('echo_anywhere');
    nowMs += 3001;
    expect(await call(last()['trigger_id'])).toBe('expired_trigger_id');
    expect(await call('1.2.3')).toBe('invalid_trigger_id');
    expect(await refusal(views.open({ view: form } as never))).toBe('invalid_arguments');
  });

  test('a submission carries what was entered, and what was there from the start', async () => {
    await open();
    const priya = workspace.as(teamMember.id);
    if (priya.modal === undefined) throw new Error('no modal');
    expect(await priya.submit(priya.modal, { typed: 'hello', entry: 'e7' })).toEqual({});
    expect(last()).toMatchObject({
      type: 'view_submission',
      view: {
        callback_id: 'form',
        private_metadata: 'secret',
        state: {
          values: {
            words: { typed: { type: 'plain_text_input', value: 'hello' } },
            pick: { entry: { type: 'external_select', selected_option: { value: 'e7' } } },
            keep: { remember: { type: 'checkboxes', selected_options: [{ value: 'yes' }] } },
          },
        },
      },
    });
    expect(priya.modal).toBeUndefined();
  });

  test('what Slack itself checks never reaches the app', async () => {
    await open();
    const priya = workspace.as(teamMember.id);
    if (priya.modal === undefined) throw new Error('no modal');
    const before = recorder.received.length;
    expect(await priya.submit(priya.modal)).toEqual({ words: 'Please complete this required field.' });
    expect(await priya.submit(priya.modal, { typed: 'x'.repeat(11) })).toEqual({
      words: 'Please enter at most 10 characters.',
    });
    expect(recorder.received).toHaveLength(before);
  });

  test.each([
    [
      'errors',
      { response_action: 'errors', errors: { words: 'No such words' } },
      { words: 'No such words' },
      ['A form'],
    ],
    ['update', { response_action: 'update', view: { type: 'modal', title: plain('Next'), blocks: [] } }, {}, ['Next']],
    [
      'push',
      { response_action: 'push', view: { type: 'modal', title: plain('More'), blocks: [] } },
      {},
      ['A form', 'More'],
    ],
    ['clear', { response_action: 'clear' }, {}, []],
  ])('an acknowledgement may say %s', async (_name, given, errors, titles) => {
    await open();
    answer = ({ body }) => (body['type'] === 'view_submission' ? given : {});
    const priya = workspace.as(teamMember.id);
    if (priya.modal === undefined) throw new Error('no modal');
    expect(await priya.submit(priya.modal, { typed: 'hello' })).toEqual(errors);
    expect(priya.modals.map((view) => (view.given['title'] as Json)['text'])).toEqual(titles);
  });

  test.each([
    [{ response_action: 'errors', errors: { nowhere: 'x' } }],
    [{ response_action: 'update', view: { type: 'modal', blocks: [] } }],
    [{ response_action: 'dance' }],
  ])('a wrong acknowledgement keeps the modal open and says so: %j', async (given) => {
    await open();
    answer = ({ body }) => (body['type'] === 'view_submission' ? given : {});
    const priya = workspace.as(teamMember.id);
    if (priya.modal === undefined) throw new Error('no modal');
    await expect(priya.submit(priya.modal, { typed: 'hello' })).rejects.toMatchObject({ code: 'invalid_response' });
    expect(priya.modals).toHaveLength(1);
  });

  test('type-ahead asks the app and checks what it gives', async () => {
    await open();
    const priya = workspace.as(teamMember.id);
    if (priya.modal === undefined) throw new Error('no modal');
    answer = () => ({ options: [{ text: plain('Jupyter'), value: 'e1' }] });
    expect(await priya.type(priya.modal, 'entry', 'jup')).toEqual({
      options: [{ text: { type: 'plain_text', text: 'Jupyter' }, value: 'e1' }],
      groups: [],
    });
    expect(last()).toMatchObject({ type: 'block_suggestion', action_id: 'entry', block_id: 'pick', value: 'jup' });
    answer = () => ({ options: Array.from({ length: 101 }, (_, index) => ({ text: plain('x'), value: `${index}` })) });
    await expect(priya.type(priya.modal, 'entry', 'x')).rejects.toMatchObject({ code: 'invalid_options' });
  });

  test('a control in a modal sends the view with its state; an update keeps what was entered', async () => {
    const filter = {
      type: 'modal',
      title: plain('Filter'),
      blocks: [
        {
          type: 'input',
          block_id: 'q',
          dispatch_action: true,
          label: plain('Search'),
          element: { type: 'plain_text_input', action_id: 'typed' },
        },
      ],
      submit: plain('OK'),
    };
    await open(filter);
    const priya = workspace.as(teamMember.id);
    if (priya.modal === undefined) throw new Error('no modal');
    await priya.press(priya.modal, 'typed', { value: 'jup' });
    expect(last()).toMatchObject({
      type: 'block_actions',
      container: { type: 'view', view_id: priya.modal.id },
      actions: [{ type: 'plain_text_input', value: 'jup' }],
      view: { state: { values: { q: { typed: { value: 'jup' } } } } },
    });
    expect(last()).not.toHaveProperty('response_url');
    const client = clientFor(workspace);
    const stale = { view_id: priya.modal.id, hash: 'stale', view: filter };
    expect(await refusal(client.apiCall('views.update', stale))).toBe('hash_conflict');
    await client.apiCall('views.update', { ...stale, hash: priya.modal.hash });
    await priya.submit(priya.modal);
    expect(last()).toMatchObject({ view: { state: { values: { q: { typed: { value: 'jup' } } } } } });
    expect(await refusal(client.apiCall('views.update', { ...stale, hash: undefined }))).toBe('not_found');
  });

  test('three modals stand above each other, not four; closing tells who asked to know', async () => {
    const step = {
      type: 'modal',
      title: plain('Step'),
      notify_on_close: true,
      blocks: [{ type: 'actions', elements: [button('deeper', '')] }],
    };
    const deeper = {
      ...step,
      blocks: [{ type: 'actions', elements: [{ type: 'button', action_id: 'deeper', text: plain('Deeper') }] }],
    };
    await open(deeper);
    const priya = workspace.as(teamMember.id);
    const push = async (): Promise<string> => {
      if (priya.modal === undefined) throw new Error('no modal');
      await priya.press(priya.modal, 'deeper');
      return refusal(clientFor(workspace).apiCall('views.push', { trigger_id: last()['trigger_id'], view: deeper }));
    };
    expect([await push(), await push(), await push()]).toEqual(['accepted', 'accepted', 'push_limit_reached']);
    if (priya.modal === undefined) throw new Error('no modal');
    await priya.close(priya.modal);
    expect(last()).toMatchObject({ type: 'view_closed', is_cleared: false });
    expect(priya.modals).toHaveLength(2);
    await priya.close(priya.modal, true);
    expect(priya.modals).toHaveLength(0);
    expect(recorder.received.filter(({ body }) => body['is_cleared'] === true)).toHaveLength(2);
  });

  test('a view that Slack would refuse is refused with its places', async () => {
    await workspace.as(teamMember.id).globalShortcut('echo_anywhere');
    const view = { type: 'modal', title: plain('x'.repeat(25)), blocks: [{ type: 'markdown', text: 'no' }] };
    const error = await clientFor(workspace)
      .apiCall('views.open', { trigger_id: last()['trigger_id'], view })
      .catch((fault) => fault.data);
    expect(error.error).toBe('invalid_arguments');
    expect(error.response_metadata.messages).toEqual([
      '[ERROR] must be less than 25 characters [json-pointer:/view/title/text]',
      '[ERROR] unsupported type: markdown [json-pointer:/view/blocks/0]',
    ]);
  });
});

describe('the home', () => {
  const home = { type: 'home', blocks: [{ type: 'actions', elements: [button('refresh', '1')] }] };

  test('is published for one person, comes back with the event, and its buttons work', async () => {
    const client = clientFor(workspace);
    await client.apiCall('views.publish', { user_id: candidate.id, view: home });
    const amara = workspace.as(candidate.id);
    expect(workspace.as(teamMember.id).home).toBeUndefined();
    amara.openHome();
    await workspace.waitFor(() => recorder.events().find(({ type }) => type === 'app_home_opened'));
    expect(recorder.events().at(-1)).toMatchObject({ view: { type: 'home', id: amara.home?.id } });
    if (amara.home === undefined) throw new Error('no home');
    await amara.press(amara.home, 'refresh');
    expect(last()).toMatchObject({ container: { type: 'view', view_id: amara.home.id }, view: { type: 'home' } });
    const stale = { user_id: candidate.id, view: home, hash: 'stale' };
    expect(await refusal(client.apiCall('views.publish', stale))).toBe('hash_conflict');
  });

  test('needs its tab in the manifest', async () => {
    const features = { ...MANIFEST.features, app_home: { home_tab_enabled: false, messages_tab_enabled: true } };
    const closed = await startForTest({ manifest: { ...MANIFEST, features } });
    expect(await refusal(clientFor(closed).apiCall('views.publish', { user_id: candidate.id, view: home }))).toBe(
      'not_enabled',
    );
  });
});

describe('unfurls', () => {
  const url = 'https://example.org/a#b';
  const preview = { blocks: [{ type: 'section', text: { type: 'mrkdwn', text: 'a preview' } }] };

  test('a preview is put below the message, whose text stays', async () => {
    const posted = workspace.as(candidate.id).post(questions, `see ${url}`);
    const shared = await workspace.waitFor(() => recorder.events().find(({ type }) => type === 'link_shared'));
    const client = clientFor(workspace);
    await client.apiCall('chat.unfurl', {
      unfurl_id: shared['unfurl_id'],
      source: shared['source'],
      unfurls: { [url]: preview },
    });
    await workspace.idle();
    expect(workspace.current(posted)?.attachments).toMatchObject([{ from_url: url, blocks: preview.blocks }]);
    expect(recorder.events().at(-1)).toMatchObject({
      subtype: 'message_changed',
      message: { text: posted.text, attachments: [{}] },
      previous_message: { text: posted.text },
    });
    expect(recorder.events().at(-1)?.['message']).not.toHaveProperty('edited');
  });

  test('what is refused', async () => {
    const { ts } = workspace.as(candidate.id).post(questions, `see ${url}`);
    const call = (args: object): Promise<string> => refusal(clientFor(workspace).apiCall('chat.unfurl', { ...args }));
    const place = { channel: questions, ts };
    expect(await call({ ...place, unfurls: { 'https://example.org/other': preview } })).toBe('cannot_unfurl_url');
    expect(await call({ ...place })).toBe('missing_unfurls');
    expect(await call({ channel: questions, unfurls: {} })).toBe('missing_ts');
    expect(await call({ unfurl_id: 'x-y', source: 'conversations_history', unfurls: {} })).toBe('invalid_unfurl_id');
    expect(await call({ ...place, unfurls: { [url]: { blocks: [{ type: 'alert' }] } } })).toBe(
      'cannot_parse_attachment',
    );
    expect(await call({ ...place, unfurls: { [url]: preview } })).toBe('accepted');
  });
});
