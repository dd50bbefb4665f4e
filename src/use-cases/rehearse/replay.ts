// Replays messages as if the bot had been there: the same reading, the same decision, the same manners as in a channel.
import { findReasonToStaySilent } from '../../answer/decide-attention.ts';
import { type Decision, silent, type Withheld } from '../../answer/decision.ts';
import type { Message } from '../../answer/message.ts';
import { readQuestions } from '../../answer/reading/read-questions.ts';
import { considerMessage } from '../answer/consider-message.ts';
import type { Searcher } from '../interfaces/searcher.ts';
import type { ExportedMessage } from './chat-export.ts';

/** A message with what the bot would have decided. */
export interface Replayed {
  readonly message: ExportedMessage;
  readonly decision: Decision;
}

/** Messages considered at once: enough to keep encoder and index busy. */
const atOnce = 16;
const minuteMs = 60_000;
const tenMinutesMs = 10 * minuteMs;

/**
 * Decides about each message, in order. What the bot would have said before counts: follow-ups in threads that it answered, answers
 * that stand there, answers within a minute, suggestions within ten. `team`: ids of people who answer for themselves.
 */
export async function* replay(
  searcher: Searcher,
  messages: AsyncIterable<ExportedMessage>,
  team: ReadonlySet<string>,
): AsyncGenerator<Replayed> {
  const past = new Past(team);
  let together: ExportedMessage[] = [];
  const decideTogether = async (): Promise<readonly Replayed[]> => {
    const decided = await Promise.all(
      together.map(async (message) => ({ message, decision: await decideOne(searcher, message, past) })),
    );
    for (const one of decided) past.note(one);
    together = [];
    return decided;
  };
  for await (const message of messages) {
    // What one message leads to counts for the next of the same person or thread.
    if (together.some((other) => dependsOn(message, other)) || together.length >= atOnce) yield* await decideTogether();
    together.push(message);
  }
  yield* await decideTogether();
}

function dependsOn(one: ExportedMessage, other: ExportedMessage): boolean {
  if (one.user !== null && one.user === other.user) return true;
  return one.threadTs !== null && one.channel === other.channel && threadOf(one) === threadOf(other);
}

function threadOf({ threadTs, ts }: ExportedMessage): string {
  return threadTs ?? ts ?? '';
}

async function decideOne(searcher: Searcher, exported: ExportedMessage, past: Past): Promise<Decision> {
  const reading = readQuestions(exported.text);
  const { isTeamMember, isFollowUp, recentAnswers, answeredHere, withheld } = past.surround(exported);
  const { addressesOther } = reading;
  const surroundings = { mode: 'auto', isTeamMember, isFollowUp, addressesOther, recentAnswers } as const;
  const reason = findReasonToStaySilent(toMessage(exported), surroundings);
  if (reason !== null) return silent(reason);
  return await considerMessage(searcher, { surface: 'channel', reading, answeredHere, withheld });
}

function toMessage({ channel, ts, threadTs, user, text, isBroadcast }: ExportedMessage): Message {
  const place = { team: '', channel: channel ?? '', ts: ts ?? '', user: user ?? '' };
  return { ...place, threadTs, text, surface: 'channel', isBroadcast };
}

/** What the bot would have said so far. */
class Past {
  readonly #team: ReadonlySet<string>;
  /** By thread: entries that were posted there, and whom they answered. */
  readonly #threads = new Map<string, { readonly keys: Set<string>; readonly askers: Set<string> }>();
  /** By person: when they were answered within a minute, and got their last suggestion. Milliseconds since 1970. */
  readonly #answered = new Map<string, readonly number[]>();
  readonly #suggested = new Map<string, number>();

  constructor(team: ReadonlySet<string>) {
    this.#team = team;
  }

  surround(message: ExportedMessage) {
    const { user } = message;
    const thread = this.#threads.get(toThreadKey(message));
    const at = toTime(message);
    const suggestedAt = user === null || at === null ? undefined : this.#suggested.get(user);
    const isLately = suggestedAt !== undefined && at !== null && Math.abs(at - suggestedAt) < tenMinutesMs;
    const withheld: Withheld | null = isLately ? 'suggested-lately' : null;
    return {
      isTeamMember: user !== null && this.#team.has(user),
      isFollowUp: user !== null && thread?.askers.has(user) === true,
      answeredHere: thread?.keys ?? new Set<string>(),
      recentAnswers: this.#countRecent(user, at),
      withheld,
    };
  }

  note({ message, decision }: Replayed): void {
    const { user } = message;
    const at = toTime(message);
    if (user === null || at === null) return;
    if (decision.kind === 'suggest') this.#suggested.set(user, at);
    if (decision.kind !== 'answer') return;
    this.#answered.set(user, [
      ...(this.#answered.get(user) ?? []).filter((time) => Math.abs(at - time) < minuteMs),
      at,
    ]);
    const key = toThreadKey(message);
    const thread = this.#threads.get(key) ?? { keys: new Set(), askers: new Set() };
    thread.askers.add(user);
    for (const { kind, matches } of decision.questions)
      if (kind === 'answer' && matches[0]) thread.keys.add(matches[0].entry.key);
    this.#threads.set(key, thread);
  }

  #countRecent(user: string | null, at: number | null): number {
    if (user === null || at === null) return 0;
    return (this.#answered.get(user) ?? []).filter((time) => Math.abs(at - time) < minuteMs).length;
  }
}

function toThreadKey(message: ExportedMessage): string {
  return `${message.channel} ${threadOf(message)}`;
}

function toTime({ ts }: ExportedMessage): number | null {
  const seconds = Number(ts ?? Number.NaN);
  return Number.isFinite(seconds) ? seconds * 1000 : null;
}
