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
  /** Codes with which the method may refuse, beside those common to all: see `COMMON_ERRORS`. */
  readonly errors: readonly string[];
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

const MESSAGE_ERRORS = [
  'channel_not_found',
  'invalid_attachments',
  'invalid_blocks',
  'invalid_blocks_format',
  'invalid_metadata_format',
  'invalid_metadata_schema',
  'markdown_text_conflict',
  'metadata_too_large',
  'msg_blocks_too_long',
  'msg_too_long',
  'no_text',
  'too_many_attachments',
];
const TRIGGER_ERRORS = ['exchanged_trigger_id', 'expired_trigger_id', 'invalid_trigger_id'];
const VIEW_ERRORS = ['duplicate_external_id', 'view_too_large'];

/** Any method may answer these. */
export const COMMON_ERRORS: readonly string[] = [
  'invalid_arguments',
  'invalid_auth',
  'missing_scope',
  'not_allowed_token_type',
  'not_authed',
  'ratelimited',
  'unknown_method',
];

const DEFAULTS = {
  token: 'bot',
  scopes: [],
  tier: 't3',
  takesJson: true,
  errors: [],
  required: {},
  optional: {},
} as const;

function method(spec: Partial<MethodSpec>): MethodSpec {
  return { ...DEFAULTS, ...spec };
}

export const METHODS: Readonly<Record<string, MethodSpec>> = {
  'apps.connections.open': method({ token: 'app' }),
  'assistant.threads.setSuggestedPrompts': method({
    errors: ['channel_not_found', 'not_agent_app'],
    scopes: ['assistant:write'],
    tier: 't4',
    required: { channel_id: 'string', prompts: 'array' },
    optional: { thread_ts: 'string', title: 'string' },
  }),
  'auth.test': method({ tier: 'none' }),
  'bots.info': method({
    errors: ['bot_not_found'],
    scopes: ['users:read'],
    takesJson: false,
    optional: { bot: 'string', team_id: 'string' },
  }),
  'chat.delete': method({
    errors: ['cant_delete_message', 'channel_not_found', 'message_not_found'],
    scopes: ['chat:write'],
    required: { channel: 'string', ts: 'string' },
    optional: { as_user: 'boolean' },
  }),
  'chat.getPermalink': method({
    errors: ['channel_not_found', 'message_not_found'],
    tier: 'none',
    takesJson: false,
    required: { channel: 'string', message_ts: 'string' },
  }),
  'chat.postEphemeral': method({
    errors: [...MESSAGE_ERRORS, 'cannot_reply_to_message', 'not_in_channel', 'user_not_in_channel'],
    scopes: ['chat:write'],
    tier: 't4',
    required: { channel: 'string', user: 'string' },
    optional: { ...MESSAGE_CONTENT, ...SENDER, thread_ts: 'string' },
  }),
  'chat.postMessage': method({
    errors: [...MESSAGE_ERRORS, 'cannot_reply_to_message', 'messages_tab_disabled', 'not_in_channel'],
    scopes: ['chat:write'],
    tier: 'post',
    required: { channel: 'string' },
    optional: {
      ...MESSAGE_CONTENT,
      ...SENDER,
      current_draft_last_updated_ts: 'string',
      mrkdwn: 'boolean',
      reply_broadcast: 'boolean',
      thread_ts: 'string',
      unfurl_links: 'boolean',
      unfurl_media: 'boolean',
    },
  }),
  'chat.unfurl': method({
    errors: [
      'cannot_find_message',
      'cannot_parse_attachment',
      'cannot_unfurl_url',
      'invalid_source',
      'invalid_unfurl_id',
      'invalid_unfurls_format',
      'missing_channel',
      'missing_source',
      'missing_ts',
      'missing_unfurls',
    ],
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
    errors: [...MESSAGE_ERRORS, 'cant_update_message', 'message_not_found'],
    scopes: ['chat:write'],
    required: { channel: 'string', ts: 'string' },
    optional: { ...MESSAGE_CONTENT, file_ids: 'array', reply_broadcast: 'boolean', unfurled_attachments: 'array' },
  }),
  'conversations.history': method({
    errors: ['channel_not_found', 'invalid_cursor', 'invalid_ts_latest', 'invalid_ts_oldest', 'not_in_channel'],
    scopes: HISTORY_SCOPES,
    required: { channel: 'string' },
    optional: { ...PAGE, ...PERIOD, include_all_metadata: 'boolean' },
  }),
  'conversations.info': method({
    errors: ['channel_not_found'],
    scopes: READ_SCOPES,
    takesJson: false,
    required: { channel: 'string' },
    optional: { include_locale: 'boolean', include_num_members: 'boolean' },
  }),
  'conversations.join': method({
    errors: ['channel_not_found', 'method_not_supported_for_channel_type'],
    scopes: ['channels:join'],
    required: { channel: 'string' },
  }),
  'conversations.list': method({
    errors: ['invalid_cursor', 'invalid_types'],
    scopes: READ_SCOPES,
    tier: 't2',
    takesJson: false,
    optional: { ...PAGE, exclude_archived: 'boolean', team_id: 'string', types: 'string' },
  }),
  'conversations.members': method({
    errors: ['channel_not_found', 'invalid_cursor'],
    scopes: READ_SCOPES,
    tier: 't4',
    takesJson: false,
    required: { channel: 'string' },
    optional: PAGE,
  }),
  'conversations.open': method({
    errors: ['channel_not_found', 'method_not_supported_for_channel_type', 'user_not_found', 'users_list_not_supplied'],
    scopes: ['channels:manage', 'groups:write', 'im:write', 'mpim:write'],
    optional: { channel: 'string', prevent_creation: 'boolean', return_im: 'boolean', users: 'string' },
  }),
  'conversations.replies': method({
    errors: ['channel_not_found', 'invalid_cursor', 'invalid_ts_latest', 'invalid_ts_oldest', 'thread_not_found'],
    scopes: HISTORY_SCOPES,
    takesJson: false,
    required: { channel: 'string', ts: 'string' },
    optional: { ...PAGE, ...PERIOD, include_all_metadata: 'boolean' },
  }),
  'reactions.add': method({
    errors: [
      'already_reacted',
      'channel_not_found',
      'invalid_name',
      'message_not_found',
      'no_item_specified',
      'not_in_channel',
    ],
    scopes: ['reactions:write'],
    required: { channel: 'string', name: 'string', timestamp: 'string' },
  }),
  'reactions.get': method({
    errors: ['channel_not_found', 'message_not_found', 'no_item_specified'],
    scopes: ['reactions:read'],
    takesJson: false,
    optional: { channel: 'string', file: 'string', file_comment: 'string', full: 'boolean', timestamp: 'string' },
  }),
  'reactions.remove': method({
    errors: ['channel_not_found', 'invalid_name', 'message_not_found', 'no_item_specified', 'no_reaction'],
    scopes: ['reactions:write'],
    tier: 't2',
    required: { name: 'string' },
    optional: { channel: 'string', file: 'string', file_comment: 'string', timestamp: 'string' },
  }),
  'team.info': method({ scopes: ['team:read'], optional: { domain: 'string', team: 'string' } }),
  'users.conversations': method({
    errors: ['invalid_cursor', 'invalid_types'],
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
    errors: ['user_not_found'],
    scopes: ['users:read'],
    tier: 't4',
    takesJson: false,
    required: { user: 'string' },
    optional: { include_locale: 'boolean' },
  }),
  'users.list': method({
    errors: ['invalid_cursor'],
    scopes: ['users:read'],
    tier: 't2',
    takesJson: false,
    optional: { ...PAGE, include_locale: 'boolean', team_id: 'string' },
  }),
  'views.open': method({
    errors: [...TRIGGER_ERRORS, ...VIEW_ERRORS],
    tier: 't4',
    required: { view: 'object' },
    optional: { interactivity_pointer: 'string', trigger_id: 'string' },
  }),
  'views.publish': method({
    errors: [...VIEW_ERRORS, 'hash_conflict', 'not_enabled'],
    tier: 't4',
    required: { user_id: 'string', view: 'object' },
    optional: { hash: 'string', interactivity_pointer: 'string' },
  }),
  'views.push': method({
    errors: [...TRIGGER_ERRORS, ...VIEW_ERRORS, 'not_found', 'push_limit_reached'],
    tier: 't4',
    required: { view: 'object' },
    optional: { interactivity_pointer: 'string', trigger_id: 'string' },
  }),
  'views.update': method({
    errors: [...VIEW_ERRORS, 'hash_conflict', 'not_found'],
    tier: 't4',
    required: { view: 'object' },
    optional: { external_id: 'string', hash: 'string', view_id: 'string' },
  }),
};
