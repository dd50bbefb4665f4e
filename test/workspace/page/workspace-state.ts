// A small workspace as the server describes it, for the tests of the page's state.
import type { Channel, Message, WorkspaceState } from '../../../src/workspace/page-api.ts';

export const CHANNEL: Channel = {
  id: 'C1',
  name: 'questions',
  kind: 'public',
  topic: '',
  memberIds: ['U1', 'U2', 'UBOT'],
  prompts: [],
};

export function messageOf(ts: string, rest: Partial<Message> = {}): Message {
  return {
    channel: 'C1',
    ts,
    userId: 'U2',
    fromBot: false,
    subtype: null,
    text: `at ${ts}`,
    blocks: [],
    unfurls: [],
    threadTs: null,
    alsoInChannel: false,
    replyCount: 0,
    replyUserIds: [],
    latestReplyTs: null,
    editedTs: null,
    ephemeral: false,
    metadata: null,
    reactions: [],
    ...rest,
  };
}

export function stateOf(rest: Partial<WorkspaceState> = {}): WorkspaceState {
  return {
    team: { id: 'T1', name: 'Team', domain: 'team' },
    userId: 'U1',
    botUserId: 'UBOT',
    users: [
      { id: 'U1', name: 'ana', realName: 'Ana Lima', role: 'candidate' },
      { id: 'U2', name: 'ben', realName: 'Ben Roy', role: 'candidate' },
      { id: 'UBOT', name: 'rolecall', realName: 'Rolecall', role: 'bot' },
    ],
    channels: [CHANNEL, { ...CHANNEL, id: 'C2', name: 'other' }],
    messages: [],
    commands: [],
    shortcuts: [],
    modals: [],
    home: null,
    decisions: [],
    progress: null,
    intro: null,
    connection: 'connected',
    ...rest,
  };
}
