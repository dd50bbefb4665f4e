// The Web API methods of the workspace: arguments, scopes, tiers and errors as Slack documents them. Pure.

/** Calls a minute: https://docs.slack.dev/apis/web-api/rate-limits. `none`: hundreds a minute, not limited here. */
export type Tier = 't1' | 't2' | 't3' | 't4' | 'post' | 'none';

export type ArgumentKind = 'string' | 'boolean' | 'integer' | 'object' | 'array';

export interface MethodSpec {
  /** Which token the method takes. */
  readonly token: 'bot' | 'app';
  /** Bot scopes of which one is enough; none where no scope is needed. Some methods narrow it by the kind of channel. */
  readonly scopes: readonly string[];
  readonly tier: Tier;
  /** Whether a JSON body is understood. */
  readonly takesJson: boolean;
  readonly required: Readonly<Record<string, ArgumentKind>>;
  readonly optional: Readonly<Record<string, ArgumentKind>>;
}

const HISTORY_SCOPES = ['channels:history', 'groups:history', 'im:history', 'mpim:history'];
const READ_SCOPES = ['channels:read', 'groups:read', 'im:read', 'mpim:read'];

const MESSAGE_CONTENT = {
  as_user: 'boolean',
  attachments: 'array',
  blocks: 'array',
  link_names: 'boolean',
  markdown_text: 'string',
  metadata: 'object',
  parse: 'string',
  text: 'string',
} as const;
const SENDER = { icon_emoji: 'string', icon_url: 'string', username: 'string' } as const;
const PAGE = { cursor: 'string', limit: 'integer' } as const;
const PERIOD = { inclusive: 'boolean', latest: 'string', oldest: 'string' } as const;

const DEFAULTS = { token: 'bot', scopes: [], tier: 't3', takesJson: true, required: {}, optional: {} } as const;

function method(spec: Partial<MethodSpec>): MethodSpec {
  return { ...DEFAULTS, ...spec };
}

export const METHODS: Readonly<Record<string, MethodSpec>> = {
  'apps.connections.open': method({ token: 'app' }),
  'auth.test': method({ tier: 'none' }),
  'bots.info': method({
    scopes: ['users:read'],
    takesJson: false,
    optional: { bot: 'string', team_id: 'string' },
  }),
  'chat.delete': method({
    scopes: ['chat:write'],
    required: { channel: 'string', ts: 'string' },
    optional: { as_user: 'boolean' },
  }),
  'chat.getPermalink': method({
    tier: 'none',
    takesJson: false,
    required: { channel: 'string', message_ts: 'string' },
  }),
  'chat.postEphemeral': method({
    scopes: ['chat:write'],
    tier: 't4',
    required: { channel: 'string', user: 'string' },
    optional: { ...MESSAGE_CONTENT, ...SENDER, thread_ts: 'string' },
  }),
  'chat.postMessage': method({
    scopes: ['chat:write'],
    tier: 'post',
    required: { channel: 'string' },
    optional: {
      ...MESSAGE_CONTENT,
      ...SENDER,
      mrkdwn: 'boolean',
      reply_broadcast: 'boolean',
      thread_ts: 'string',
      unfurl_links: 'boolean',
      unfurl_media: 'boolean',
    },
  }),
  'chat.unfurl': method({
    scopes: ['links:write'],
    optional: {
      channel: 'string',
      source: 'string',
      ts: 'string',
      unfurl_id: 'string',
      unfurls: 'object',
      user_auth_blocks: 'array',
      user_auth_message: 'string',
      user_auth_required: 'boolean',
      user_auth_url: 'string',
    },
  }),
  'chat.update': method({
    scopes: ['chat:write'],
    required: { channel: 'string', ts: 'string' },
    optional: { ...MESSAGE_CONTENT, file_ids: 'array', reply_broadcast: 'boolean', unfurled_attachments: 'array' },
  }),
  'conversations.history': method({
    scopes: HISTORY_SCOPES,
    required: { channel: 'string' },
    optional: { ...PAGE, ...PERIOD, include_all_metadata: 'boolean' },
  }),
  'conversations.info': method({
    scopes: READ_SCOPES,
    takesJson: false,
    required: { channel: 'string' },
    optional: { include_locale: 'boolean', include_num_members: 'boolean' },
  }),
  'conversations.join': method({ scopes: ['channels:join'], required: { channel: 'string' } }),
  'conversations.list': method({
    scopes: READ_SCOPES,
    tier: 't2',
    takesJson: false,
    optional: { ...PAGE, exclude_archived: 'boolean', team_id: 'string', types: 'string' },
  }),
  'conversations.members': method({
    scopes: READ_SCOPES,
    tier: 't4',
    takesJson: false,
    required: { channel: 'string' },
    optional: PAGE,
  }),
  'conversations.open': method({
    scopes: ['channels:manage', 'groups:write', 'im:write', 'mpim:write'],
    optional: { channel: 'string', prevent_creation: 'boolean', return_im: 'boolean', users: 'string' },
  }),
  'conversations.replies': method({
    scopes: HISTORY_SCOPES,
    takesJson: false,
    required: { channel: 'string', ts: 'string' },
    optional: { ...PAGE, ...PERIOD, include_all_metadata: 'boolean' },
  }),
  'reactions.add': method({
    scopes: ['reactions:write'],
    required: { channel: 'string', name: 'string', timestamp: 'string' },
  }),
  'reactions.get': method({
    scopes: ['reactions:read'],
    takesJson: false,
    optional: { channel: 'string', file: 'string', file_comment: 'string', full: 'boolean', timestamp: 'string' },
  }),
  'reactions.remove': method({
    scopes: ['reactions:write'],
    tier: 't2',
    required: { name: 'string' },
    optional: { channel: 'string', file: 'string', file_comment: 'string', timestamp: 'string' },
  }),
  'team.info': method({ scopes: ['team:read'], optional: { domain: 'string', team: 'string' } }),
  'users.conversations': method({
    scopes: READ_SCOPES,
    takesJson: false,
    optional: {
      ...PAGE,
      exclude_archived: 'boolean',
      exclude_muted: 'boolean',
      team_id: 'string',
      types: 'string',
      user: 'string',
    },
  }),
  'users.info': method({
    scopes: ['users:read'],
    tier: 't4',
    takesJson: false,
    required: { user: 'string' },
    optional: { include_locale: 'boolean' },
  }),
  'users.list': method({
    scopes: ['users:read'],
    tier: 't2',
    takesJson: false,
    optional: { ...PAGE, include_locale: 'boolean', team_id: 'string' },
  }),
  'views.open': method({
    tier: 't4',
    required: { view: 'object' },
    optional: { interactivity_pointer: 'string', trigger_id: 'string' },
  }),
  'views.publish': method({
    tier: 't4',
    required: { user_id: 'string', view: 'object' },
    optional: { hash: 'string', interactivity_pointer: 'string' },
  }),
  'views.push': method({
    tier: 't4',
    required: { view: 'object' },
    optional: { interactivity_pointer: 'string', trigger_id: 'string' },
  }),
  'views.update': method({
    tier: 't4',
    required: { view: 'object' },
    optional: { external_id: 'string', hash: 'string', view_id: 'string' },
  }),
};
