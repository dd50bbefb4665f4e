// `rolecall ask`: what the bot would decide about a message, without Slack.
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { Decision } from '../../answer/decision.ts';
import type { Surface } from '../../answer/message.ts';
import { readQuestions } from '../../answer/reading/read-questions.ts';
import { reasons } from '../../answer/wording.ts';
import type { LearnedWording } from '../../knowledge/learned-wording.ts';
import type { Match } from '../../search/match.ts';
import { considerMessage } from '../../use-cases/answer/consider-message.ts';
import type { Searcher } from '../../use-cases/interfaces/searcher.ts';
import { explainDecision } from './explain.ts';
import { openSearch } from './open-search.ts';
import { type CommandContext, toJson } from './output.ts';

export interface AskOptions {
  readonly question: string | null;
  readonly batch: boolean;
  readonly as: 'direct' | 'channel';
  readonly json: boolean;
  readonly explain: boolean;
  /** Count what the team taught in Slack. */
  readonly state: boolean;
}

/** One line of `--batch`, and of `--json`. */
export interface AskResult {
  readonly text: string;
  readonly decision: Decision['kind'];
  readonly reason: string;
  readonly matches: readonly MatchResult[];
  /** Each question read, in the order in which they were asked. */
  readonly questions: readonly Omit<AskResult, 'questions'>[];
}

export interface MatchResult {
  readonly anchor: string | null;
  readonly url: string | null;
  readonly question: string;
  readonly confidence: number;
}

/** Messages considered at once in a batch: enough to keep encoder and index busy. */
const atOnce = 16;

/** Decides about the question, or about each line of `input`. Returns the exit code: 1 where a line cannot be read. */
export async function runAsk(context: CommandContext, options: AskOptions, input: Readable): Promise<number> {
  const learned = options.state ? await readLearned(context) : [];
  const index = await openSearch(context, { learned });
  try {
    if (options.batch) return await askEach(context, index, options.as, input);
    const text = options.question ?? '';
    const decision = await decideAbout(index, text, options.as);
    if (options.json)
      context.out(
        toJson({ ...toResult(text, decision), ...(options.explain ? { evidence: decision.questions } : {}) }),
      );
    else context.out(explainDecision(decision, options.explain));
    return 0;
  } finally {
    await index.close();
  }
}

/** The state is loaded where it is asked for: most who ask wait for nothing but the answer. */
async function readLearned(context: CommandContext): Promise<readonly LearnedWording[]> {
  const { withState } = await import('./with-state.ts');
  return await withState(context, async ({ learned }) => await learned.list());
}

/** What the bot decides about `text` where the sender and the channel give no reason to stay silent. */
export async function decideAbout(searcher: Searcher, text: string, as: AskOptions['as']): Promise<Decision> {
  const surface: Surface = as;
  const reading = readQuestions(text);
  const decision = await considerMessage(searcher, { surface, reading, answeredHere: new Set() });
  if (decision.matches.length > 0 || reading.isEmpty) return decision;
  const { results } = await searcher.match([reading.text]);
  return { ...decision, matches: results[0]?.matches ?? [] };
}

async function askEach(
  context: CommandContext,
  searcher: Searcher,
  as: AskOptions['as'],
  input: Readable,
): Promise<number> {
  let exitCode = 0;
  let pending: Promise<string>[] = [];
  const flush = async () => {
    for (const line of await Promise.all(pending)) context.out(line);
    pending = [];
  };
  let number = 0;
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    if (line.trim() === '') continue;
    const text = readLine(line.replace(/^\uFEFF/, ''));
    if (text === null) {
      exitCode = 1;
      context.note(`Line ${number} of standard input is no JSON object with a "text", as {"text": "Who may apply?"}.`);
    }
    pending.push(askOne(searcher, text ?? '', as));
    if (pending.length >= atOnce) await flush();
  }
  await flush();
  return exitCode;
}

async function askOne(searcher: Searcher, text: string, as: AskOptions['as']): Promise<string> {
  return toJson(toResult(text, await decideAbout(searcher, text, as)), true);
}

function readLine(line: string): string | null {
  try {
    const value: unknown = JSON.parse(line);
    const text = typeof value === 'object' && value !== null && 'text' in value ? value.text : null;
    return typeof text === 'string' ? text : null;
  } catch {
    return null;
  }
}

function toResult(text: string, decision: Decision): AskResult {
  return {
    text,
    decision: decision.kind,
    reason: reasons[decision.reason],
    matches: decision.matches.map(toMatchResult),
    questions: decision.questions.map(({ question, kind, reason, matches }) => ({
      text: question,
      decision: kind,
      reason: reasons[reason],
      matches: matches.map(toMatchResult),
    })),
  };
}

function toMatchResult({ entry, confidence }: Match): MatchResult {
  const { anchor, url, question } = entry;
  return { anchor, url, question, confidence: Number(confidence.toFixed(6)) };
}
