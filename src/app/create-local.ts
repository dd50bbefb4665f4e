// Without Slack credentials: the local workspace in the browser, and the same bot connected to it.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Logger as Pino } from 'pino';
import { parse } from 'yaml';
import type { Decision } from '../answer/decision.ts';
import type { Message } from '../answer/message.ts';
import { describeDecision, reasons } from '../answer/wording.ts';
import type { IndexClient } from '../index/index-client.ts';
import { toManifest } from '../slack/to-manifest.ts';
import type { DecisionTrace } from '../workspace/decision-trace.ts';
import type { LocalWorkspace } from '../workspace/server/local-workspace.ts';
import { startWorkspace, type WorkspaceOptions } from '../workspace/server/start-workspace.ts';
import { CHANNELS } from '../workspace/server/state/seed.ts';
import type { Config } from './config.ts';
import type { RunningBot } from './create-bot.ts';
import { introduceNotes } from './introduce-notes.ts';

/** The pace of learning the notes is that of so many milliseconds. */
const paceMs = 10_000;

export interface LocalRun {
  readonly workspace: LocalWorkspace;
  readonly bot: RunningBot;
  stop(): Promise<void>;
}

export interface LocalOptions {
  /** Settings of the workspace that differ: for tests. */
  readonly workspace?: Partial<WorkspaceOptions>;
  /** The index, where its thread was started before. */
  readonly index?: IndexClient;
  /** Aborted where the start is given up, or the program ends. */
  readonly signal?: AbortSignal;
  /** Where the state is kept instead of nowhere: for tests that look into it. */
  readonly database?: string;
}

/** Starts workspace and bot afresh: nothing of an earlier run is left. */
export async function createLocal(config: Config, log: Pino, options: LocalOptions = {}): Promise<LocalRun> {
  options.signal?.throwIfAborted();
  const manifest = toLocalManifest(config);
  const pageDir = findBeside('dist/workspace/page');
  const workspace = await startWorkspace({
    port: config.PORT,
    manifest,
    pageDir: existsSync(pageDir) ? pageDir : null,
    logger: log,
    ...options.workspace,
  });
  const describeProgress = createProgress(Date.now);
  try {
    // The page is open while the rest of the program is still being loaded.
    const { createBot } = await import('./create-bot.ts');
    const bot = await createBot({
      config,
      log,
      connection: {
        botToken: workspace.botToken,
        by: { kind: 'socket', appToken: workspace.appToken },
        slackApiUrl: workspace.slackApiUrl,
      },
      teamChannel: CHANNELS.team.id,
      database: options.database ?? ':memory:',
      ...(options.index === undefined ? {} : { index: options.index }),
      ...(options.signal === undefined ? {} : { signal: options.signal }),
      port: null,
      onProbes: (answer) => workspace.answerProbes(answer),
      onDecision: (message, decision) => {
        if (message.surface !== 'command') workspace.showDecision(toTrace(message, decision));
      },
      onProgress: (done, total) => workspace.showProgress(describeProgress(done, total)),
      onSwap: () => workspace.showProgress(null),
    });
    const introduce = async () =>
      workspace.showIntro(
        await introduceNotes({ searcher: bot.search.index, notes: bot.search.index }, config.SLASH_COMMAND),
      );
    bot.search.keeper.onUpdate(introduce);
    introduce().catch((error: unknown) => {
      if (options.signal?.aborted !== true) log.warn({ err: error }, 'The notes could not be introduced');
    });
    const stop = async () => {
      await bot.stop();
      await workspace.close();
    };
    return { workspace, bot, stop };
  } catch (error) {
    await workspace.close();
    throw error;
  }
}

/** The manifest of the project, with the command and the site of this configuration. */
function toLocalManifest({ SITE_URL: site, SLASH_COMMAND: command, AGENT_VIEW: isAgentView }: Config) {
  const domain = site === undefined ? null : new URL(site).hostname;
  const base = parse(readFileSync(findBeside('manifest.yml'), 'utf8'));
  return toManifest(base, {
    url: null,
    domain: domain?.includes('.') === true ? domain : null,
    command,
    // The bot offers its questions as soon as somebody opens the conversation.
    agentPrompts: isAgentView ? [] : null,
  });
}

/** A file of the project, from `src/` as from `dist/`. */
function findBeside(path: string): string {
  return fileURLToPath(new URL(`../../${path}`, import.meta.url));
}

/** Says how long the first encoding still takes: what was kept of an earlier start goes by at once, so the last seconds' pace counts. `now`: milliseconds. */
function createProgress(now: () => number): (done: number, total: number) => string | null {
  let reports: { readonly at: number; readonly done: number }[] = [];
  return (done, total) => {
    if (done >= total) return null;
    const last = { at: now(), done };
    reports = [...reports.filter(({ at }) => last.at - at <= paceMs), last];
    const [first = last] = reports;
    const left = done > first.done ? ((last.at - first.at) / (done - first.done)) * (total - done) : null;
    const wait = left === null ? '' : `, about ${Math.max(1, Math.round(left / 1000))} s left`;
    return `Learning the notes by meaning: ${done} of ${total} texts${wait}. Words answer meanwhile.`;
  };
}

function toTrace(message: Message, decision: Decision): DecisionTrace {
  const { name, why } = describeDecision(decision);
  return {
    channel: message.channel,
    ts: message.ts,
    decision: toTraced(decision),
    reason: `${name}. ${why}`,
    questions: decision.questions.map(({ question, kind, reason, matches }) => ({
      text: question,
      decision: toTraced({ kind, reason }),
      reason: reasons[reason],
      matches: matches.slice(0, 3).map(({ entry, confidence, evidence }) => ({
        question: entry.question,
        url: entry.url,
        confidence,
        words: evidence.words,
        source: evidence.source,
        signals: evidence.signals,
      })),
    })),
  };
}

function toTraced({ kind, reason }: Pick<Decision, 'kind' | 'reason'>): DecisionTrace['decision'] {
  return reason === 'proposed' ? 'proposed' : kind;
}
