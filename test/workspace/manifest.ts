// A manifest that lets an app do everything the workspace knows, for the workspace's own tests.

export const MANIFEST = {
  display_information: { name: 'Echo' },
  features: {
    bot_user: { display_name: 'Echo', always_online: true },
    app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
    slash_commands: [{ command: '/echo', description: 'Says it again', usage_hint: 'anything' }],
    shortcuts: [
      { type: 'message', callback_id: 'echo_message', name: 'Echo this', description: 'Says the message again' },
      { type: 'global', callback_id: 'echo_anywhere', name: 'Echo', description: 'Opens a modal' },
    ],
    unfurl_domains: ['example.org'],
  },
  oauth_config: {
    scopes: {
      bot: [
        'app_mentions:read',
        'channels:history',
        'channels:join',
        'channels:read',
        'chat:write',
        'commands',
        'groups:history',
        'groups:read',
        'im:history',
        'im:read',
        'im:write',
        'links:read',
        'links:write',
        'reactions:read',
        'reactions:write',
        'team:read',
        'users:read',
      ],
    },
  },
  settings: {
    event_subscriptions: {
      bot_events: [
        'app_home_opened',
        'app_mention',
        'link_shared',
        'member_joined_channel',
        'member_left_channel',
        'message.channels',
        'message.groups',
        'message.im',
        'reaction_added',
        'reaction_removed',
      ],
    },
    interactivity: { is_enabled: true },
    socket_mode_enabled: true,
  },
};

/** The manifest without some bot scopes and with these instead. */
export function withScopes(scopes: readonly string[]): typeof MANIFEST {
  return { ...MANIFEST, oauth_config: { scopes: { bot: [...scopes] } } };
}
