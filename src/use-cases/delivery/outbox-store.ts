// What is on its way to Slack: kept before it is sent, gone once Slack has it. Interface only.

import type { Message } from '../../answer/message.ts';
import type { TeamQuestion } from '../ask-team/team-question-store.ts';
import type { Destination, Posting } from '../interfaces/chat.ts';
import type { Claim } from '../interfaces/claim-store.ts';
import type { StoredReply } from '../interfaces/reply-store.ts';
import type { NewAsking, SessionPost } from '../office-hours/session-store.ts';
import type { MarkedPlace, QuestionMark } from './mark-store.ts';

/** What is kept of a message once it stands; `questionTs` is null where it answers no message. */
export type PostRecord =
  | ({ readonly kind: 'reply'; readonly questionTs: string | null } & Pick<StoredReply, 'asker' | 'purpose'>)
  | { readonly kind: 'card'; readonly question: Omit<TeamQuestion, 'teamTs'> }
  /** Wordings offered to the team: they stand in this message now. */
  | { readonly kind: 'offers' }
  /** A part of what is shown of office hours. */
  | { readonly kind: 'session'; readonly sessionId: string; readonly post: Pick<SessionPost, 'part' | 'fingerprint'> }
  /** A question asked without a name: the bot's own message asks it. */
  | { readonly kind: 'nameless'; readonly asking: Omit<NewAsking, 'ts'> }
  | { readonly kind: 'nothing' };

/** Something to be posted, once: whoever has the claim posts it. */
export interface Outgoing {
  readonly claim: Claim;
  readonly to: Destination;
  readonly posting: Posting;
  readonly record: PostRecord;
  /** Id of the question in the team channel that was closed for it: open again should it never be posted. */
  readonly closes?: string;
}

/** A message of the bot's own. */
export interface PostedPlace {
  readonly team: string;
  readonly channel: string;
  readonly ts: string;
  /** User id of the person whose words it may repeat, or null. */
  readonly asker: string | null;
}

export type Work =
  | ({ readonly kind: 'post' } & Outgoing)
  | { readonly kind: 'update'; readonly place: PostedPlace; readonly posting: Posting }
  | { readonly kind: 'delete'; readonly place: PostedPlace }
  /** The reaction that is to stand on a question; null for none. */
  | { readonly kind: 'mark'; readonly place: MarkedPlace; readonly mark: QuestionMark | null }
  /** A question that people may answer first. */
  | { readonly kind: 'wait'; readonly message: Message };

export interface Pending<Kind extends Work = Work> {
  /** For a post a fresh id that nobody can guess; for a change the name of the message: a later change takes its place. */
  readonly id: string;
  readonly work: Kind;
  /** Tries that somebody gave up. */
  readonly attempts: number;
  /** Milliseconds since 1970, UTC. */
  readonly since: number;
  /** Until then it belongs to whoever put it there or took it up; afterwards to who takes it up first. */
  readonly dueAt: number;
}

export interface OutboxStore {
  /** Claims and keeps what will be posted, both or neither. False where it was claimed before. */
  claim(pending: Pending<Extract<Work, { kind: 'post' }>>): Promise<boolean>;
  /** Keeps a change; an earlier one of the same message makes room for it. */
  keep(pending: Pending): Promise<void>;
  /** Keeps what is not kept yet. */
  keepNew(pending: Pending): Promise<void>;
  /** Puts off until `dueAt`, counting a try. Null where somebody else has it, or it is gone. */
  postpone<Kind extends Work>(pending: Pending<Kind>, dueAt: number): Promise<Pending<Kind> | null>;
  /** It is done. Nothing happens where somebody else has it. */
  remove(pending: Pending): Promise<void>;
  /** What is kept: how much, and since when the oldest of it (null for nothing). */
  measure(): Promise<{ readonly count: number; readonly since: number | null }>;
  /** What is due at `now`, the oldest first, at most `limit`. */
  listDue(now: number, limit: number): Promise<readonly Pending[]>;
}
