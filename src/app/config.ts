// The environment, parsed once into a Config; every fault is reported together, in words.
import { join } from 'node:path';
import { z } from 'zod';
import { channelModes } from '../answer/channel-mode.ts';
import { botLocales } from '../answer/wording.ts';
import type { KnowledgeFolderOptions } from '../files/knowledge-folder.ts';
import { slashCommand } from '../slack/to-manifest.ts';

/** How the bot reaches Slack: the local workspace, Socket Mode, or signed HTTP. */
export type Connection =
  | { readonly kind: 'local' }
  | { readonly kind: 'socket'; readonly botToken: string; readonly appToken: string }
  | { readonly kind: 'http'; readonly botToken: string; readonly signingSecret: string };

/** The settings of one run. `.env.example` explains each. */
export type Config = Readonly<z.output<typeof environment>> & { readonly connection: Connection };

/** The configuration is missing or malformed. The message lists every fault with the way out. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

const text = z.string().trim();
const days = z.coerce
  .number('give a number of days, as 180')
  .int('give whole days, as 180')
  .min(1, 'give at least 1 day');

function toToken(prefix: string, where: string) {
  return text.regex(new RegExp(`^${prefix}`), `a token from ${where} begins with ${prefix}`).optional();
}

/** A share from 0 to 1: `0.05` or `5%`. */
const share = text
  .regex(/^(?:\d+(?:\.\d+)?%|0?\.\d+|0|1)$/, 'give a share, as 5% or 0.05')
  .transform((value) => (value.endsWith('%') ? Number(value.slice(0, -1)) / 100 : Number(value)))
  .refine((value) => value <= 0.5, 'a bot that is wrong half the time helps nobody: give 50% at most');

/** `blog=/blog/:slug/, docs=/docs/:filename/`: a permalink pattern for each folder. */
const permalinks = text
  .regex(
    /^[^=,]*=\/[^=,]*(?:,[^=,]*=\/[^=,]*)*$/,
    'give a pattern for each folder, as blog=/blog/:slug/, docs=/docs/:filename/',
  )
  .transform((value) =>
    Object.fromEntries(value.split(',').map((pair) => pair.split('=').map((side) => side.trim()) as [string, string])),
  );

/** One of these words; the error names them all. */
function oneOf<const Words extends readonly [string, ...string[]]>(words: Words) {
  return z.enum(words, `give ${words.slice(0, -1).join(', ')} or ${words.at(-1)}`);
}

const switchable = oneOf(['true', 'false']).transform((value) => value === 'true');

const onOrOff = oneOf(['on', 'off']).transform((value) => value === 'on');

const environment = z.object({
  SLACK_BOT_TOKEN: toToken('xoxb-', '"OAuth & Permissions"'),
  SLACK_APP_TOKEN: toToken('xapp-', '"Basic Information", App-Level Tokens'),
  SLACK_SIGNING_SECRET: text.min(16, 'the signing secret from "Basic Information" is longer').optional(),
  SLACK_API_URL: z
    .url({ protocol: /^https?$/, error: 'give the address of the Web API, as https://slack-gov.com/api/' })
    .optional(),
  PORT: z.coerce
    .number('give a port number, as 3000')
    .int('give a whole number')
    .min(0)
    .max(65535, 'ports end at 65535')
    .default(3000),
  MCP: onOrOff.default(false),
  AGENT_VIEW: onOrOff.default(false),
  KNOWLEDGE_DIR: text.default('knowledge'),
  NOTES: text.transform((value) => value.split(',').map((glob) => glob.trim())).optional(),
  STATE_DIR: text.default('.rolecall'),
  DATABASE_URL: text
    .regex(/^postgres(?:ql)?:\/\//, 'give an address as postgres://user:password@host/database')
    .optional(),
  SITE_URL: z.url({ protocol: /^https?$/, error: 'give the address of the site, as https://example.org/' }).optional(),
  PERMALINKS: permalinks.optional(),
  ANCHORS: oneOf(['hugo', 'github', 'kramdown', 'mkdocs', 'sphinx', 'vitepress', 'pandoc', 'hexo']).optional(),
  CATCH_UP_MINUTES: z.coerce
    .number('give a number of minutes, as 60')
    .int('give whole minutes, as 60')
    .min(0)
    .max(1440, 'what was asked longer than a day ago is not answered: give 1440 at most')
    .default(60),
  ANSWER_DELAY: z.coerce
    .number('give a number of seconds, as 120')
    .int('give whole seconds, as 120')
    .min(0)
    .max(3600, 'nobody waits longer than an hour: give 3600 at most')
    .default(0),
  TEAM_CHANNEL: text
    .regex(/^[CG][A-Z0-9]+$/, 'give the channel’s id, as C0123456789 (in its details, at the bottom)')
    .optional(),
  CHANNEL_MODE: z.enum(channelModes, `give ${channelModes.join(', ')}`).default('auto'),
  SLASH_COMMAND: text.regex(slashCommand, 'give the command as in the manifest, as /role').default('/role'),
  MAX_FALSE_REPLIES: share.default(0.05),
  MAX_QUIET_SUGGESTIONS: share.default(0.3),
  STALE_AFTER: days.default(180),
  RETENTION_DAYS: days.default(180),
  BOT_LOCALE: oneOf(botLocales).default('en'),
  ENCODER: oneOf(['bundled', 'off']).default('bundled'),
  EMBEDDINGS_URL: z.url({ protocol: /^https?$/, error: 'give an address, as http://localhost:11434/v1' }).optional(),
  EMBEDDINGS_MODEL: text.optional(),
  EMBEDDINGS_API_KEY: text.optional(),
  DRAFT_URL: z.url({ protocol: /^https?$/, error: 'give an address, as http://localhost:11434/v1' }).optional(),
  DRAFT_MODEL: text.optional(),
  DRAFT_API_KEY: text.optional(),
  LOG_LEVEL: oneOf(['fatal', 'error', 'warn', 'info', 'debug', 'trace']).default('info'),
  LOG_QUESTIONS: switchable.default(false),
});

/** Parses the environment. Empty variables count as not set. Throws `ConfigError` naming every fault at once. */
export function parseConfig(variables: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value?.trim() !== ''));
  const parsed = environment.safeParse(given);
  const faults = parsed.success ? [] : parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  const connection = toConnection(given);
  if (typeof connection === 'string') faults.push(connection);
  else if (connection.kind !== 'local' && given['CHANNEL_MODE'] === 'draft' && given['TEAM_CHANNEL'] === undefined)
    faults.push('CHANNEL_MODE: in draft mode the replies go to TEAM_CHANNEL, which is not set');
  if (!parsed.success || typeof connection === 'string' || faults.length > 0) {
    throw new ConfigError(
      `The configuration has ${faults.length === 1 ? 'a fault' : `${faults.length} faults`}:\n${faults.map((fault) => `  ${fault}`).join('\n')}\nEvery variable is explained in .env.example.`,
    );
  }
  return { ...parsed.data, connection };
}

function toConnection(given: Readonly<Record<string, string | undefined>>): Connection | string {
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret } = given;
  if (botToken === undefined) {
    if (appToken === undefined && signingSecret === undefined) return { kind: 'local' };
    const other = appToken === undefined ? 'SLACK_SIGNING_SECRET' : 'SLACK_APP_TOKEN';
    return `SLACK_BOT_TOKEN: missing, though ${other} is set (with none of them the local workspace starts)`;
  }
  if (appToken !== undefined) return { kind: 'socket', botToken, appToken };
  if (signingSecret !== undefined) return { kind: 'http', botToken, signingSecret };
  return 'SLACK_APP_TOKEN: missing (for Socket Mode; or set SLACK_SIGNING_SECRET for HTTP)';
}

/** Where the state is kept: the address of a PostgreSQL database, or the path of a file. */
export function toDatabasePlace({ DATABASE_URL, STATE_DIR }: Config): string {
  return DATABASE_URL ?? join(STATE_DIR, 'rolecall.sqlite');
}

/** Where the notes lie, with what the configuration says about their site. */
export function toFolderOptions({
  KNOWLEDGE_DIR,
  NOTES,
  SITE_URL,
  ANCHORS,
  PERMALINKS,
}: Config): KnowledgeFolderOptions {
  return {
    folder: KNOWLEDGE_DIR,
    ...(NOTES === undefined ? {} : { notes: NOTES }),
    site: {
      ...(SITE_URL === undefined ? {} : { url: SITE_URL }),
      ...(ANCHORS === undefined ? {} : { anchors: ANCHORS }),
      ...(PERMALINKS === undefined ? {} : { permalinks: PERMALINKS }),
    },
  };
}
