// An office-hours session, what was asked in it, and how each question stands. Pure.

export interface Session {
  readonly id: string;
  readonly team: string;
  readonly channel: string;
  readonly title: string;
  /** User id of who started it; empty once the person was forgotten. */
  readonly host: string;
  /** As plain text. */
  readonly hostName: string;
  /** Milliseconds since 1970, UTC. */
  readonly startedAt: number;
  /** When something happened in it last. */
  readonly lastAt: number;
  readonly endedAt: number | null;
  /** Counts what happened; what is shown in Slack is up to date where `shown` is the same. */
  readonly changed: number;
  readonly shown: number;
}

/** `notes`: the notes answer it; `live`: the team did, in its own words; `skipped`: the host has set it aside. */
export const questionStates = ['open', 'notes', 'live', 'skipped'] as const;
export type QuestionState = (typeof questionStates)[number];

/** By the notes or by the team; what was set aside still waits. */
export function isAnswered({ state }: { readonly state: QuestionState }): boolean {
  return state === 'live' || state === 'notes';
}

/** One question of a session, however many people asked it and in whatever words. */
export interface SessionQuestion {
  readonly id: string;
  readonly sessionId: string;
  /** Worded as a reader would look for it; the host may change it. */
  readonly heading: string;
  readonly state: QuestionState;
  /** The entry that answers it, where `notes`. */
  readonly entryKey: string | null;
  /** The team's own words as Markdown, where `live`. */
  readonly answer: string | null;
  /** Who gave them: name as plain text, and user id. */
  readonly answeredBy: { readonly name: string; readonly user: string } | null;
  /** When the host has opened it again (milliseconds), or null: what was posted before answers it no more. */
  readonly reopenedAt: number | null;
  /** In the order in which they asked; never empty but while one is being removed. */
  readonly askings: readonly Asking[];
}

/** One time that it was asked. */
export interface Asking {
  readonly id: string;
  readonly sessionId: string;
  readonly questionId: string;
  /** The message that asks, in the session's channel; the bot's own where it was asked without a name. */
  readonly ts: string;
  readonly threadTs: string | null;
  /** Place of the question within its message, from 0. */
  readonly position: number;
  /** User id, or null: asked without a name. */
  readonly asker: string | null;
  /** As plain text; null where it was asked without a name. */
  readonly askerName: string | null;
  /** As it was asked, in plain words. */
  readonly wording: string;
  /** Sentence vector and its encoder, where one was at hand. */
  readonly vector: AskedVector | null;
  /** What the team answered in its thread last, where nobody has taken it as the answer. */
  readonly reply: ThreadAnswer | null;
  /** Link to the message, once it is known. */
  readonly link: string | null;
  /** False until it was compared with the session's other questions. */
  readonly isSettled: boolean;
  /** Milliseconds since 1970, UTC. */
  readonly askedAt: number;
}

/** An answer of the team's in a thread: its message, and who wrote it (name as plain text). */
export interface ThreadAnswer {
  readonly ts: string;
  readonly user: string;
  readonly name: string;
}

export interface AskedVector {
  readonly encoder: string;
  readonly numbers: readonly number[];
}

/** A session ends by itself after so long a silence. */
export const silenceMs = 4 * 3_600_000;

/** The newest of the team's answers in the threads of a question, or null. */
export function findThreadAnswer({ askings }: Pick<SessionQuestion, 'askings'>): ThreadAnswer | null {
  const answers = askings.flatMap(({ reply }) => reply ?? []);
  return answers.toSorted((one, other) => Number(other.ts) - Number(one.ts))[0] ?? null;
}

export interface SessionCounts {
  /** Times that something was asked. */
  readonly asked: number;
  readonly questions: number;
  readonly notes: number;
  readonly live: number;
  readonly open: number;
  readonly skipped: number;
}

export function countSession(questions: readonly SessionQuestion[]): SessionCounts {
  const count = (state: QuestionState) => questions.filter((question) => question.state === state).length;
  return {
    asked: questions.reduce((sum, { askings }) => sum + askings.length, 0),
    questions: questions.length,
    notes: count('notes'),
    live: count('live'),
    open: count('open'),
    skipped: count('skipped'),
  };
}

/** Those in one state: the open ones most asked first, all others in the order in which they were asked. */
export function listInState(questions: readonly SessionQuestion[], state: QuestionState): readonly SessionQuestion[] {
  const firstAsked = ({ askings }: SessionQuestion) => askings[0]?.askedAt ?? 0;
  const inOrder = questions
    .filter((question) => question.state === state)
    .toSorted((one, other) => firstAsked(one) - firstAsked(other));
  return state === 'open' ? inOrder.toSorted((one, other) => other.askings.length - one.askings.length) : inOrder;
}
