// What the bot would have done, counted while messages go by. Pure.

import type { DecisionKind, QuestionDecision, Reason } from '../../answer/decision.ts';
import { type Asked, groupQuestions } from '../../answer/group-questions.ts';
import { cleanWording } from '../../answer/reading/clean-wording.ts';
import { cutCharacters } from '../../answer/reading/cut-characters.ts';
import { nameEntries } from '../../answer/reply/name-entries.ts';
import type { Entry } from '../../knowledge/entry.ts';
import type { Replayed } from './replay.ts';

/** A message as an example: what it asked, without mentions, addresses and numbers. */
export interface Example {
  readonly text: string;
  /** Of the best match, from 0 to 1. */
  readonly confidence: number;
  readonly channel: string | null;
  /** ISO 8601 date, or null where the message has no time. */
  readonly date: string | null;
}

export interface EntryRow {
  readonly entry: Pick<Entry, 'question' | 'url' | 'note' | 'id'>;
  /** Its question, with its post where another row has the same. */
  readonly name: string;
  readonly count: number;
  readonly examples: readonly Example[];
}

/** All counts are of questions but for those in `decisions` and `leftAlone`, which are of messages. */
export interface Rehearsal {
  readonly messages: number;
  readonly people: number;
  /** ISO 8601 dates of the first and the last message, and the weeks between them (null where less than one); null without times. */
  readonly period: { readonly first: string; readonly last: string; readonly weeks: number | null } | null;
  readonly decisions: Readonly<Record<DecisionKind, number>>;
  /** By entry, the commonest first. Suggested ones by the first of the three. */
  readonly answered: readonly EntryRow[];
  readonly suggested: readonly EntryRow[];
  /** Alike ones together, the commonest first. */
  readonly uncovered: readonly { readonly text: string; readonly count: number }[];
  readonly leftAlone: readonly {
    readonly reason: Reason;
    readonly count: number;
    readonly examples: readonly string[];
  }[];
}

const mostExamples = 3;
/** What was left alone is where missed questions hide: more of it is kept, and shown where all is asked for. */
const mostLeftAlone = 100;
const longestExample = 200;
const dayMs = 86_400_000;

interface Row {
  readonly entry: Entry;
  count: number;
  readonly examples: Example[];
}

/** Counts decisions one by one; what is kept does not grow with the messages, but for the questions that nothing answers. */
export class RehearsalCounter {
  readonly #decisions: Record<DecisionKind, number> = { answer: 0, suggest: 0, uncovered: 0, silent: 0 };
  readonly #people = new Set<string>();
  readonly #answered = new Map<string, Row>();
  readonly #suggested = new Map<string, Row>();
  readonly #uncovered: Asked[] = [];
  readonly #alone = new Map<Reason, { count: number; readonly examples: string[] }>();
  #messages = 0;
  #first = Number.POSITIVE_INFINITY;
  #last = Number.NEGATIVE_INFINITY;

  note({ message, decision }: Replayed): void {
    this.#messages += 1;
    if (message.user !== null) this.#people.add(message.user);
    const at = Number(message.ts ?? Number.NaN) * 1000;
    if (Number.isFinite(at)) {
      this.#first = Math.min(this.#first, at);
      this.#last = Math.max(this.#last, at);
    }
    this.#decisions[decision.kind] += 1;
    const date = Number.isFinite(at) ? toDate(at) : null;
    for (const question of decision.questions) this.#noteQuestion(question, { channel: message.channel, date, at });
    if (decision.kind === 'silent') this.#noteAlone(decision.reason, message.text);
  }

  #noteQuestion(
    question: QuestionDecision,
    { channel, date, at }: Pick<Example, 'channel' | 'date'> & { readonly at: number },
  ): void {
    const text = toExample(question.question);
    const [best] = question.matches;
    const rows = question.kind === 'answer' ? this.#answered : question.kind === 'suggest' ? this.#suggested : null;
    if (rows !== null && best !== undefined) {
      const row = rows.get(best.entry.key) ?? { entry: best.entry, count: 0, examples: [] };
      row.count += 1;
      const isNew = !row.examples.some((example) => example.text === text);
      if (isNew && row.examples.length < mostExamples)
        row.examples.push({ text, confidence: best.confidence, channel, date });
      rows.set(best.entry.key, row);
    } else if (question.kind === 'uncovered' && text !== '') {
      this.#uncovered.push({ text, askedAt: Number.isFinite(at) ? at : 0 });
    }
  }

  #noteAlone(reason: Reason, text: string): void {
    const alone = this.#alone.get(reason) ?? { count: 0, examples: [] };
    alone.count += 1;
    const example = alone.examples.length < mostLeftAlone ? toExample(text) : '';
    if (example !== '' && !alone.examples.includes(example)) alone.examples.push(example);
    this.#alone.set(reason, alone);
  }

  #toEntryRows(): Pick<Rehearsal, 'answered' | 'suggested'> {
    const rows = new Map([...this.#answered, ...this.#suggested]);
    const entries = [...rows.values()].map(({ entry }) => entry);
    const named = nameEntries(entries);
    const names = new Map(entries.map((entry, at) => [entry.key, named[at] ?? entry.question]));
    return { answered: toRows(this.#answered, names), suggested: toRows(this.#suggested, names) };
  }

  /** What was counted so far. */
  finish(): Rehearsal {
    const [first, last] = [this.#first, this.#last];
    const span = (last - first) / (7 * dayMs);
    const weeks = span >= 1 ? span : null;
    return {
      messages: this.#messages,
      people: this.#people.size,
      period: Number.isFinite(first) ? { first: toDate(first), last: toDate(last), weeks } : null,
      decisions: { ...this.#decisions },
      ...this.#toEntryRows(),
      uncovered: groupQuestions(this.#uncovered).map(({ text, questions }) => ({ text, count: questions.length })),
      leftAlone: [...this.#alone]
        .map(([reason, alone]) => ({ reason, ...alone }))
        .sort((one, other) => other.count - one.count),
    };
  }
}

function toRows(rows: ReadonlyMap<string, Row>, names: ReadonlyMap<string, string>): readonly EntryRow[] {
  return [...rows.values()]
    .map((row) => ({ ...row, name: names.get(row.entry.key) ?? row.entry.question }))
    .sort((one, other) => other.count - one.count);
}

function toExample(text: string): string {
  const clean = cleanWording(text);
  return clean.length > longestExample ? `${cutCharacters(clean, longestExample)} …` : clean;
}

function toDate(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
