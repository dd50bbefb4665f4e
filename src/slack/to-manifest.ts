// The manifest of the Slack app, changed for one's own address, domain or command. Pure.

import { cutCharacters } from '../answer/reading/cut-characters.ts';
import { answerStep } from './steps/answer-step.ts';

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
  /** For Slack's agent view: questions to begin with, at most four; null or left out: direct messages are a plain conversation. */
  readonly agentPrompts?: readonly string[] | null;
  /** True: with the workflow step *Answer from the notes*, which wants a paid plan. */
  readonly hasSteps?: boolean;
}

/** Path at which the bot takes in everything that Slack sends; Bolt's default. */
const eventsPath = '/slack/events';

/** Path at which the bot answers assistants. */
const mcpPath = '/mcp';

/** A slash command that Slack takes. https://docs.slack.dev/interactivity/implementing-slash-commands */
export const slashCommand = /^\/[a-z0-9_-]{1,31}$/;

/**
 * `base`: the parsed `manifest.yml`, which is for Socket Mode. Throws an `Error` in words where `url` or `mcp` is no https address,
 * `domain` no bare domain or `command` no slash command: Slack would refuse the manifest without saying why.
 */
export function toManifest(base: Json, options: ManifestOptions): Json {
  const { url, domain, command, hint = null, mcp = null } = options;
  const features = at(base, 'features');
  const settings = at(base, 'settings');
  const requestUrl = url === null ? null : toAddress(url, eventsPath);
  const commands = (features['slash_commands'] as readonly Json[]).map((one) => ({
    ...one,
    ...(command === null ? {} : { command: toCommand(command) }),
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
  const steps = options.hasSteps === true ? withSteps(made) : made;
  const agent = options.agentPrompts == null ? steps : withAgentView(steps, options.agentPrompts);
  return mcp === null ? agent : withMcp(agent, toAddress(mcp, mcpPath));
}

/** New apps have this view, and not the older assistant's. https://docs.slack.dev/ai/developing-agents */
function withAgentView(manifest: Json, questions: readonly string[]): Json {
  const description = at(manifest, 'display_information')['description'];
  const prompts = questions.slice(0, 4).map((message) => ({ title: cutCharacters(message, 75), message }));
  const view = { agent_description: description, ...(prompts.length === 0 ? {} : { suggested_prompts: prompts }) };
  return {
    ...withScopes(manifest, ['assistant:write']),
    features: { ...at(manifest, 'features'), agent_view: view },
  };
}

const text = (title: string, description: string) => ({ type: 'string', title, description });

/** https://docs.slack.dev/workflows/workflow-steps */
const answerFromTheNotes = {
  title: 'Answer from the notes',
  description: 'Looks a question up in the published notes; the answer comes word for word, or not at all',
  input_parameters: { properties: { question: text('Question', 'As somebody asked it') }, required: ['question'] },
  output_parameters: {
    properties: {
      is_answered: { type: 'boolean', title: 'Is answered', description: 'Whether the notes answer it for certain' },
      answer: text('Answer', 'In Markdown; empty where the notes do not say'),
      link: text('Link', 'To the section of the full post'),
      matched_question: text('Question in the notes', 'The heading under which the answer stands'),
    },
    required: ['is_answered', 'answer', 'link', 'matched_question'],
  },
};

function withSteps(manifest: Json): Json {
  const settings = at(manifest, 'settings');
  const subscriptions = at(settings, 'event_subscriptions');
  const events = [...(subscriptions['bot_events'] as readonly string[]), 'function_executed'].sort();
  return {
    ...manifest,
    settings: {
      ...settings,
      event_subscriptions: { ...subscriptions, bot_events: events },
      org_deploy_enabled: true,
      function_runtime: 'remote',
    },
    functions: { [answerStep]: answerFromTheNotes },
  };
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

function toCommand(command: string): string {
  if (slashCommand.test(command)) return command;
  throw new Error(`${command} is no slash command: give small letters, digits, - and _ after a slash, as /role`);
}

function toDomain(domain: string): string {
  const bare = domain.trim().toLowerCase();
  if (/^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/.test(bare)) return bare;
  throw new Error(`${domain} is no domain: give it without https:// and without a path, as example.org`);
}

function at(parent: Json, key: string): Json {
  return (parent[key] ?? {}) as Json;
}
