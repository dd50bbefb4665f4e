// Recorded threads: messages in, decisions and actions out. What the search finds is part of the recording.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { ChannelMode } from '../../src/answer/channel-mode.ts';
import { leastQuestionProbability } from '../../src/answer/decide.ts';
import { findReasonToStaySilent } from '../../src/answer/decide-attention.ts';
import { type Decision, silent } from '../../src/answer/decision.ts';
import { type Message, type Surface, threadOf } from '../../src/answer/message.ts';
import { type Action, planActions } from '../../src/answer/plan-actions.ts';
import { readQuestions } from '../../src/answer/reading/read-questions.ts';
import type { Entry } from '../../src/knowledge/entry.ts';
import type { Match } from '../../src/search/match.ts';
import { considerMessage } from '../../src/use-cases/answer/consider-message.ts';
import type { Searcher } from '../../src/use-cases/interfaces/searcher.ts';

interface RecordedMessage {
  readonly user: string;
  readonly text: string;
  readonly surface?: Surface;
  /** Place of the thread's first message in the recording. */
  readonly thread?: number;
  readonly alsoInChannel?: boolean;
}

interface Recording {
  readonly about: string;
  readonly mode?: ChannelMode;
  readonly team?: readonly string[];
  readonly canAskTeam?: boolean;
  readonly now?: string;
  readonly messages: readonly RecordedMessage[];
  /** For texts that hold these words: the confidence of entries by id. The rest of the entries get 0.01. */
  readonly found?: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly withoutNotes?: boolean;
}

const FOLDER = fileURLToPath(new URL('../fixtures/answer/threads', import.meta.url));
const BOT = 'U0BOT';
const entries: readonly Entry[] = JSON.parse(readFileSync(join(FOLDER, 'entries.json'), 'utf8'));
const thresholds = { answerInChannel: 0.8, answerWhenAsked: 0.6, suggest: 0.5, suggestInChannel: 0.5, leniency: 1 };

function toSearcher({ found = {}, withoutNotes = false }: Recording): Searcher {
  const match = (text: string): readonly Match[] => {
    const words = Object.keys(found).find((candidate) => text.toLowerCase().includes(candidate.toLowerCase()));
    const confidences = words === undefined ? {} : found[words];
    const matches = (withoutNotes ? [] : entries).map((entry): Match => {
      const source = { kind: 'passage', text: words ?? '' } as const;
      const evidence = { words: [], source, shares: { words: 1, meaning: null }, signals: [], corrections: [] };
      return { entry, confidence: confidences?.[entry.id] ?? 0.01, evidence };
    });
    return matches.toSorted((one, other) => other.confidence - one.confidence);
  };
  return {
    match: async (texts) => ({
      results: texts.map((text) => ({ text, matches: match(text) })),
      thresholds,
      reading: 'words',
    }),
    complete: async () => [],
  };
}

interface Replayed {
  readonly message: Message;
  readonly decision: Decision;
  readonly actions: readonly Action[];
}

const shownKeys = ({ actions }: Replayed): readonly string[] =>
  actions.flatMap((action) =>
    action.type === 'reply' && action.reply.kind === 'answer' ? action.reply.parts.map(({ entryKey }) => entryKey) : [],
  );

async function replay(recording: Recording): Promise<readonly Replayed[]> {
  const { team = [], mode = 'auto', canAskTeam = true, now = '2026-11-24' } = recording;
  const searcher = toSearcher(recording);
  const replayed: Replayed[] = [];
  for (const [place, recorded] of recording.messages.entries()) {
    const message = toMessage(recorded, place);
    const reading = readQuestions(message.text, BOT);
    const earlier = replayed.filter((one) => threadOf(one.message) === threadOf(message) && shownKeys(one).length > 0);
    const isTeamMember = team.includes(message.user);
    const mine = replayed.filter((one) => one.message.user === message.user);
    const reason = findReasonToStaySilent(message, {
      mode,
      isTeamMember,
      isFollowUp: earlier.some((one) => one.message.user === message.user),
      addressesOther: reading.addressesOther,
      recentAnswers: mine.filter(({ actions }) => actions.some(({ type }) => type === 'reply')).length,
    });
    const answeredHere = new Set(earlier.flatMap(shownKeys));
    const withheld = mode === 'auto' ? null : 'not-certain-enough';
    const decision =
      reason === null
        ? await considerMessage(searcher, { surface: message.surface, reading, answeredHere, withheld })
        : silent(reason);
    const actions = planActions(message, decision, {
      mode,
      example: 'How long is a watch?',
      isTeamMember,
      asksSomething: reading.questionProbability >= leastQuestionProbability,
      wantsHelp: reading.wantsHelp,
      canAskTeam,
      command: '/role',
      now: Date.parse(now),
      staleAfterDays: 180,
      earlierLinks: new Map([...answeredHere].map((key) => [key, `https://slack.example/p/${key}`])),
    });
    replayed.push({ message, decision, actions });
  }
  return replayed;
}

function toMessage(recorded: RecordedMessage, place: number): Message {
  const ts = (at: number) => `1700000000.${String(at).padStart(6, '0')}`;
  const isNamed = recorded.text.includes(`<@${BOT}>`);
  return {
    team: 'T1',
    channel: 'C1',
    ts: ts(place),
    threadTs: recorded.thread === undefined ? null : ts(recorded.thread),
    user: recorded.user,
    text: recorded.text,
    surface: recorded.surface ?? (isNamed ? 'mention' : 'channel'),
    isBroadcast: recorded.alsoInChannel ?? false,
  };
}

/** The decision as a reader wants it: the best three entries by name. */
function toDecisionLine({ message, decision }: Replayed): object {
  return {
    text: message.text.length > 120 ? `${message.text.slice(0, 120)}…` : message.text,
    kind: decision.kind,
    reason: decision.reason,
    questions: decision.questions.map(({ question, kind, reason }) => ({ question, kind, reason })),
    matches: decision.matches.slice(0, 3).map(({ entry }) => entry.id),
  };
}

function compare(name: string, file: string, actual: unknown): void {
  const path = join(FOLDER, name, file);
  if (process.env['UPDATE'] === '1') writeFileSync(path, `${JSON.stringify(actual, null, 2)}\n`);
  if (!existsSync(path)) throw new Error(`${path} is missing: run with UPDATE=1 and read what it then holds`);
  expect(JSON.parse(JSON.stringify(actual))).toEqual(JSON.parse(readFileSync(path, 'utf8')));
}

describe('recorded threads', () => {
  const names = readdirSync(FOLDER, { withFileTypes: true }).flatMap((file) => (file.isDirectory() ? [file.name] : []));

  test('are a dozen at least', () => {
    expect(names.length).toBeGreaterThanOrEqual(12);
  });

  test.each(names)('%s', async (name) => {
    const recording: Recording = JSON.parse(readFileSync(join(FOLDER, name, 'messages.json'), 'utf8'));
    const replayed = await replay(recording);
    compare(name, 'decision.json', replayed.map(toDecisionLine));
    compare(
      name,
      'actions.json',
      replayed.map(({ actions }) => actions),
    );
  });
});
