// What Slack would know about the app from its manifest. Pure.
import type { Shortcut, SlashCommand } from '../../page-api.ts';
import { isObject, type JsonObject, toObjects, toStrings, toText } from './json.ts';

export interface AppSettings {
  readonly botName: string;
  /** Bot scopes: a call that needs another one is refused with `missing_scope`. */
  readonly scopes: ReadonlySet<string>;
  /** Subscribed bot events, as in the manifest (`message.channels`, `app_mention` …). */
  readonly events: ReadonlySet<string>;
  readonly commands: readonly SlashCommand[];
  readonly shortcuts: readonly Shortcut[];
  readonly unfurlDomains: readonly string[];
  readonly hasInteractivity: boolean;
  readonly hasHomeTab: boolean;
  readonly hasMessagesTab: boolean;
  /** Direct messages are Slack's agent view: each message a thread, with prompts to begin with. */
  readonly hasAgentView: boolean;
}

/** Reads a parsed `manifest.yml`; what is missing counts as switched off. */
export function toAppSettings(manifest: JsonObject): AppSettings {
  const features = at(manifest, 'features');
  const settings = at(manifest, 'settings');
  const home = at(features, 'app_home');
  return {
    botName: toText(at(features, 'bot_user')['display_name'], 'bot'),
    scopes: new Set(toStrings(at(at(manifest, 'oauth_config'), 'scopes')['bot'])),
    events: new Set(toStrings(at(settings, 'event_subscriptions')['bot_events'])),
    commands: toObjects(features['slash_commands']).map(toCommand),
    shortcuts: toObjects(features['shortcuts']).map(toShortcut),
    unfurlDomains: toStrings(features['unfurl_domains']),
    hasInteractivity: at(settings, 'interactivity')['is_enabled'] === true,
    hasHomeTab: home['home_tab_enabled'] === true,
    hasMessagesTab: home['messages_tab_enabled'] === true,
    hasAgentView: isObject(features['agent_view']),
  };
}

function at(parent: JsonObject, key: string): JsonObject {
  const value = parent[key];
  return isObject(value) ? value : {};
}

function toCommand(command: JsonObject): SlashCommand {
  return {
    command: toText(command['command']),
    description: toText(command['description']),
    usageHint: toText(command['usage_hint']),
  };
}

function toShortcut(shortcut: JsonObject): Shortcut {
  return {
    callbackId: toText(shortcut['callback_id']),
    name: toText(shortcut['name']),
    description: toText(shortcut['description']),
    type: shortcut['type'] === 'message' ? 'message' : 'global',
  };
}
