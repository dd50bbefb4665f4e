// Questions that stand in the team channel: asked of the team, or proposed answers in draft mode. Interface only.
import type { AnswerReply } from '../../answer/reply/reply.ts';
import type { ClosedState } from '../../answer/reply/team-card.ts';

/** How a question was closed, and by whom. */
export interface Closing {
  readonly state: ClosedState;
  /** Name of the team member, as plain text; empty where the asker edited or deleted the question. */
  readonly by: string;
  /** The entry that was linked or posted, or null. */
  readonly entryKey: string | null;
}

export interface TeamQuestion {
  readonly id: string;
  readonly kind: 'asked' | 'proposed';
  readonly team: string;
  /** Where it was asked. `ts` begins with `command:` where it was asked by the slash command. */
  readonly channel: string;
  readonly ts: string;
  readonly threadTs: string | null;
  /** User id of who asked, or null once it was removed. */
  readonly asker: string | null;
  /** The questions as plain text, in the order they were asked. */
  readonly questions: readonly string[];
  /** What the bot would reply, in draft mode. */
  readonly proposed: AnswerReply | null;
  /** When an edit of the question was taken in last: milliseconds since 1970, UTC; null where none was. */
  readonly editedAt: number | null;
  readonly teamChannel: string;
  /** Timestamp of the message in the team channel. */
  readonly teamTs: string;
  readonly closing: Closing | null;
  /** The wording that was learned on this occasion, or null. */
  readonly learnedId: string | null;
  /** Milliseconds since 1970, UTC. */
  readonly askedAt: number;
}

export interface TeamQuestionStore {
  /** Keeps it; one that is there already stays as it is. */
  add(question: TeamQuestion): Promise<void>;
  find(id: string): Promise<TeamQuestion | null>;
  findByTeamMessage(team: string, teamChannel: string, teamTs: string): Promise<TeamQuestion | null>;
  /** Those about one message, the oldest first. */
  listByQuestion(team: string, channel: string, ts: string): Promise<readonly TeamQuestion[]>;
  /** Takes in how the question reads now. False where it is closed already: then it stays as it was closed. */
  rewrite(id: string, to: Pick<TeamQuestion, 'questions' | 'proposed' | 'editedAt'>): Promise<boolean>;
  /** True for the one caller who closes it; false where it is closed already. Closed as `deleted`, it loses its words. */
  close(id: string, closing: Closing): Promise<boolean>;
  /** Opens it again, after what closed it has failed. */
  reopen(id: string): Promise<void>;
  /** Those on whose occasion this wording was learned. */
  listByLearned(learnedId: string): Promise<readonly TeamQuestion[]>;
  setLearned(id: string, learnedId: string | null): Promise<void>;
  /** Those still open, the newest first, at most `limit`. */
  listOpen(team: string, limit: number): Promise<readonly TeamQuestion[]>;
}
