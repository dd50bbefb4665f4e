// Office-hours sessions, with what was asked in them and where they stand in Slack. Interface only.
import type { Asking, Session, SessionQuestion } from '../../office-hours/session.ts';

/** What the bot has posted for a session, by the part that it shows. */
export interface SessionPost {
  readonly part: string;
  readonly channel: string;
  readonly ts: string;
  /** Of what it shows (hashed): what is the same is not changed. */
  readonly fingerprint: string;
}

/** How a question is closed, or opened again. */
export type Settlement = Pick<SessionQuestion, 'state' | 'entryKey' | 'answer' | 'answeredBy'> &
  Partial<Pick<SessionQuestion, 'reopenedAt'>>;

/** What was asked, as it is kept first: a question of its own. */
export type NewAsking = Asking & Pick<SessionQuestion, 'heading'>;

export interface SessionStore {
  /** False where one runs in the channel already. */
  start(session: Omit<Session, 'endedAt' | 'changed' | 'shown' | 'lastAt'>): Promise<boolean>;
  find(id: string): Promise<Session | null>;
  findRunning(team: string, channel: string): Promise<Session | null>;
  /** Those that run, the newest first. */
  listRunning(team: string): Promise<readonly Session[]>;
  /** The newest first, at most `limit`. */
  listNewest(limit: number): Promise<readonly Session[]>;
  /** Those that run, or are not shown in Slack as they stand. */
  listUnshown(): Promise<readonly Session[]>;
  /** True for the one caller who ends it. */
  end(id: string, now: number): Promise<boolean>;
  /** It was never announced. */
  remove(id: string): Promise<void>;
  /** Something happened: what is shown is out of date. `now`: people did it; null: the bot by itself. */
  touch(id: string, now: number | null): Promise<void>;
  /** What is shown is as it stood at `changed`. */
  setShown(id: string, changed: number): Promise<void>;

  /** Keeps what was asked, each as a question of its own; what is there already stays. Those that were new. */
  ask(askings: readonly NewAsking[]): Promise<number>;
  listQuestions(sessionId: string): Promise<readonly SessionQuestion[]>;
  findQuestion(id: string): Promise<SessionQuestion | null>;
  /** Times that this message asked something in a session. */
  listAskings(team: string, channel: string, ts: string): Promise<readonly Asking[]>;
  /** What was found out about an asking: when it was compared, which link leads to it, what the team answers in its thread. */
  saveAsking(
    id: string,
    found: Partial<Pick<Asking, 'vector' | 'link' | 'isSettled' | 'reply' | 'wording'>>,
  ): Promise<void>;
  /** A question left without an asking goes. */
  removeAsking(asking: Pick<Asking, 'id' | 'questionId'>): Promise<void>;
  /** Everything asked under `from` counts as asked under `to`. False where one of the two is gone. */
  merge(from: string, to: string): Promise<boolean>;
  /** These askings become a question of their own, which is open. */
  split(askings: readonly string[], question: Pick<SessionQuestion, 'id' | 'sessionId' | 'heading'>): Promise<void>;
  setHeading(id: string, heading: string): Promise<void>;
  /** True where the question stood in one of the states `from`: of two people who close it one is first. */
  settle(id: string, from: readonly SessionQuestion['state'][], settlement: Settlement): Promise<boolean>;

  listPosts(sessionId: string): Promise<readonly SessionPost[]>;
  savePost(sessionId: string, post: SessionPost): Promise<void>;
  removePost(sessionId: string, part: string): Promise<void>;
  /** Who wrote this message is no longer known, and what it asked: it was asked without a name. That it was dealt with stays. */
  unname(team: string, channel: string, ts: string): Promise<void>;
}
