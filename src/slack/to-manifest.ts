// The manifest of the Slack app, changed for one's own address, domain or command. Pure.

type Json = Readonly<Record<string, unknown>>;

export interface ManifestOptions {
  /** Where Slack reaches the bot over HTTP, as `https://bot.example.org`; null for Socket Mode. */
  readonly url: string | null;
  /** The site of the notes, whose links get previews, as `example.org`; null keeps the base's. */
  readonly domain: string | null;
  /** The slash command, as `/role`; null keeps the base's. */
  readonly command: string | null;
  /** A question that the notes answer, as an example beside the command; null keeps the base's. */
  readonly hint?: string | null;
  /** Where Slack's own assistant reaches the notes over MCP, as `https://bot.example.org`; null or left out: it does not. */
  readonly mcp?: string | null;
}

/** Path at which the bot takes in everything that Slack sends; Bolt's default. */
const eventsPath = '/slack/events';

/** Path at which the bot answers assistants. */
const mcpPath = '/mcp';

/**
 * `base`: the parsed `manifest.yml`, which is for Socket Mode. Throws an `Error` in words where `url` or `mcp` is no https address or
 * `domain` no bare domain: Slack would refuse the manifest without saying why.
 */
export function toManifest(base: Json, { url, domain, command, hint = null, mcp = null }: ManifestOptions): Json {
  const features = at(base, 'features');
  const settings = at(base, 'settings');
  const requestUrl = url === null ? null : toAddress(url, eventsPath);
  const commands = (features['slash_commands'] as readonly Json[]).map((one) => ({
    ...one,
    ...(command === null ? {} : { command }),
    ...(hint === null ? {} : { usage_hint: hint }),
    ...(requestUrl === null ? {} : { url: requestUrl }),
  }));
  const made = {
    ...base,
    features: {
      ...features,
      slash_commands: commands,
      ...(domain === null ? {} : { unfurl_domains: [toDomain(domain)] }),
    },
    settings: requestUrl === null ? settings : toHttpSettings(settings, requestUrl),
  };
  return mcp === null ? made : withMcp(made, toAddress(mcp, mcpPath));
}

/** Slackbot connects by itself, without anybody signing in: the notes are public. https://docs.slack.dev/ai/slackbot-mcp-client */
function withMcp(manifest: Json, url: string): Json {
  return {
    ...withScopes(manifest, ['mcp:connect']),
    mcp_servers: { rolecall: { url, auth_type: 'no_auth' } },
  };
}

function withScopes(manifest: Json, added: readonly string[]): Json {
  const oauth = at(manifest, 'oauth_config');
  const scopes = at(oauth, 'scopes');
  const bot = [...new Set([...(scopes['bot'] as readonly string[]), ...added])].sort();
  return { ...manifest, oauth_config: { ...oauth, scopes: { ...scopes, bot } } };
}

function toHttpSettings(settings: Json, requestUrl: string): Json {
  return {
    ...settings,
    event_subscriptions: { request_url: requestUrl, ...at(settings, 'event_subscriptions') },
    interactivity: {
      ...at(settings, 'interactivity'),
      request_url: requestUrl,
      message_menu_options_url: requestUrl,
    },
    socket_mode_enabled: false,
  };
}

function toAddress(url: string, ending: string): string {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (parsed?.protocol !== 'https:')
    throw new Error(
      `${url} is no https address: give the one at which Slack reaches the bot, as https://bot.example.org`,
    );
  const path = parsed.pathname.replace(/\/+$/, '');
  return `${parsed.origin}${path.endsWith(ending) ? path : path + ending}`;
}

function toDomain(domain: string): string {
  const bare = domain.trim().toLowerCase();
  if (/^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/.test(bare)) return bare;
  throw new Error(`${domain} is no domain: give it without https:// and without a path, as example.org`);
}

function at(parent: Json, key: string): Json {
  return (parent[key] ?? {}) as Json;
}
