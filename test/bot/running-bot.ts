// Starts the local workspace and the real bot connected to it, for one test; both are closed after it.
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { onTestFinished } from 'vitest';
import { parse } from 'yaml';
import type { Decision } from '../../src/answer/decision.ts';
import type { Message } from '../../src/answer/message.ts';
import type { BotOptions } from '../../src/app/bot-options.ts';
import { type Config, parseConfig } from '../../src/app/config.ts';
import { createBot, type RunningBot } from '../../src/app/create-bot.ts';
import type { Entry } from '../../src/knowledge/entry.ts';
import type { StoredMessage } from '../../src/workspace/server/conversation/stored-message.ts';
import type { LocalWorkspace } from '../../src/workspace/server/local-workspace.ts';
import { startWorkspace, type WorkspaceOptions } from '../../src/workspace/server/start-workspace.ts';
import { CHANNELS } from '../../src/workspace/server/state/seed.ts';
import { openIndexHere } from '../index/open-index-here.ts';
import { type FailingSlack, startFailingSlack } from '../slack/failing-slack.ts';

export type Way = 'socket' | 'http';

export const MANIFEST = parse(readFileSync(new URL('../../manifest.yml', import.meta.url), 'utf8'));
const FIXTURE_NOTES = fileURLToPath(new URL('../fixtures/bot/notes', import.meta.url));

export interface Options {
  readonly way?: Way;
  /** Environment of the bot. */
  readonly env?: Readonly<Record<string, string>>;
  readonly workspace?: Partial<WorkspaceOptions>;
  readonly bot?: Partial<BotOptions>;
  /** The state lies in a file, so that `restart` finds it. */
  readonly keepsState?: boolean;
  /** The bot speaks to this instead of the workspace's own Web API. */
  readonly failing?: boolean;
}

/** A clock that a test can put forward. */
export class TestClock {
  #aheadMs = 0;

  now(): number {
    return Date.now() + this.#aheadMs;
  }

  advance(ms: number): void {
    this.#aheadMs += ms;
  }
}

/**
 * From now on the search finds for a question about "the pier" four entries that are alike likely, whatever it is fitted to:
 * what is tested is what the bot makes of that.
 */
export function makePiersAlike({ index }: RunningBot['search']): void {
  const match = index.match.bind(index);
  index.match = async (texts) => {
    const { results, ...rest } = await match(texts);
    const likely = (id: string) => (id.endsWith('-pier') ? 0.25 : 0.01);
    const alike = results.map(({ text, matches, ...other }) => ({
      ...other,
      text,
      matches: /\bat the pier\b/.test(text)
        ? matches
            .map((one) => ({ ...one, confidence: likely(one.entry.id) }))
            .sort((one, another) => another.confidence - one.confidence)
        : matches,
    }));
    return { ...rest, results: alike };
  };
}

/** The entries that the bot answers from. */
export async function readEntries({ bot }: Running): Promise<readonly Entry[]> {
  const { index } = bot.search;
  return [...(await index.findAll((await index.list()).map(({ key }) => key))).values()];
}

/** Asks again and again until it is so. */
export async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 20));
}

export interface Running {
  readonly clock: TestClock;
  readonly workspace: LocalWorkspace;
  /** What stands before the workspace's Web API where the bot was started with `failing`. */
  readonly slack: FailingSlack;
  readonly databasePath: string;
  readonly bot: RunningBot;
  readonly config: Config;
  /** A copy of the fixture's notes that a test may change. */
  readonly notes: string;
  readonly decisions: readonly { readonly message: Message; readonly decision: Decision }[];
  /** The bot's log, one JSON object a line. */
  readonly log: () => string;
  /** Resolves once nothing is under way on either side. */
  idle(): Promise<void>;
  /** What the bot has posted in the questions channel. */
  replies(threadTs?: string): readonly StoredMessage[];
  /** Stops the bot and starts another over the same state. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** Longer than a test may take, so that it is the test that times out and is named. */
const patienceMs = 600_000;

/** Resolves once everything is acknowledged and what the bot began with it has ended. */
export async function whenIdle(workspace: LocalWorkspace, { inFlight }: Pick<RunningBot, 'inFlight'>): Promise<void> {
  do {
    await workspace.waitFor(() => workspace.isQuiet, patienceMs);
    if (!(await inFlight.drain(patienceMs))) throw new Error(`${inFlight.size} listeners have not ended`);
  } while (!workspace.isQuiet);
}

/** For one test: everything is stopped after it. */
export async function startForTest(options: Options = {}): Promise<Running> {
  const running = await startRunning(options);
  onTestFinished(() => running.stop());
  return running;
}

/** For several tests: the caller stops it. */
export async function startRunning(options: Options = {}): Promise<Running> {
  const folder = mkdtempSync(join(tmpdir(), 'rolecall-bot-'));
  const notes = join(folder, 'notes');
  cpSync(FIXTURE_NOTES, notes, { recursive: true });
  const way = options.way ?? 'socket';
  const config = parseConfig({
    KNOWLEDGE_DIR: notes,
    STATE_DIR: join(folder, 'state'),
    ENCODER: 'off',
    STALE_AFTER: '365',
    PORT: '0',
    // The workspace's clock is behind the bot's then: whatever is on its way would look long missed.
    ...(way === 'http' ? { CATCH_UP_MINUTES: '0' } : {}),
    ...options.env,
  });
  const clock = new TestClock();
  const workspace = await startWorkspace({
    port: 0,
    manifest: MANIFEST,
    pageDir: null,
    logger: { info: () => {}, warn: () => {}, error: () => {} },
    rateLimits: 'off',
    // Bolt compares the time of a signature with the real one.
    ...(way === 'http' ? {} : { clock }),
    ...options.workspace,
  });
  const lines: string[] = [];
  const log = pino({ level: 'info' }, { write: (line: string) => lines.push(line) });
  const decisions: { message: Message; decision: Decision }[] = [];
  const { botToken, slackApiUrl, signingSecret, appToken } = workspace;
  const by = way === 'http' ? ({ kind: 'http', signingSecret } as const) : ({ kind: 'socket', appToken } as const);
  const slack = await startFailingSlack(slackApiUrl);
  const databasePath = options.keepsState === true ? join(folder, 'state.sqlite') : ':memory:';
  const start = () =>
    createBot({
      config,
      log,
      connection: { botToken, by, slackApiUrl: options.failing === true ? slack.apiUrl : slackApiUrl },
      teamChannel: CHANNELS.team.id,
      database: databasePath,
      port: way === 'http' ? 0 : null,
      clock,
      index: openIndexHere(config),
      onDecision: (message, decision) => decisions.push({ message, decision }),
      ...options.bot,
      pace: { takeUp: 50, sessions: 100, ...options.bot?.pace },
    });
  let bot = await start();
  // biome-ignore lint/correctness/useHookAtTopLevel: no hook of React's, only a name like one.
  if (way === 'http') await workspace.useHttp(`http://127.0.0.1:${bot.port}/slack/events`);
  return {
    clock,
    workspace,
    slack,
    databasePath,
    get bot() {
      return bot;
    },
    restart: async () => {
      await bot.stop();
      bot = await start();
    },
    config,
    notes,
    decisions,
    log: () => lines.join(''),
    idle: () => whenIdle(workspace, bot),
    replies: (threadTs) => workspace.botMessages(CHANNELS.questions.id, threadTs),
    stop: async () => {
      slack.release();
      await bot.stop();
      await slack.close();
      await workspace.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
