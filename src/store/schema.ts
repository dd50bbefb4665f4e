// The tables as Kysely sees them. Edge. Dates are ISO 8601 in UTC; JSON is kept as text, so that every engine reads it alike.
import type { TeamSchema } from './team/team-schema.ts';

export interface ClaimTable {
  readonly team: string;
  readonly channel: string;
  readonly ts: string;
  readonly purpose: string;
  readonly claimed_at: string;
}

export interface ReplyTable {
  readonly team: string;
  readonly channel: string;
  readonly ts: string;
  readonly thread_ts: string;
  readonly question_ts: string;
  readonly asker: string | null;
  readonly kind: string;
  readonly purpose: string;
  /** JSON: the entries that the reply shows. */
  readonly entries: string;
  /** JSON: the entries of the thread that it points to. */
  readonly earlier: string;
  /** JSON: who brought it, or null. */
  readonly byline: string | null;
  /** JSON: what it repeats of the question; null once that was removed. */
  readonly texts: string | null;
  readonly posted_at: string;
}

export interface VoteTable {
  readonly team: string;
  readonly channel: string;
  readonly ts: string;
  readonly user_id: string;
  readonly vote: string;
  readonly reason: string | null;
  /** JSON: keys of the entries that the reply showed. */
  readonly entry_keys: string;
  readonly voted_at: string;
}

export interface ChangeTable {
  readonly team: string;
  readonly channel: string;
  readonly ts: string;
  readonly user_id: string | null;
  /** JSON: the message as it reads now; null where it was deleted. */
  readonly message: string | null;
  readonly changed_ts: string;
  readonly changed_at: string;
  /** 1 once what follows from it is done. */
  readonly settled: number;
}

export interface DecisionTable {
  readonly team: string;
  readonly channel: string;
  readonly ts: string;
  readonly user_id: string;
  /** 1 where the person got a reply, else 0. */
  readonly answered: number;
  /** What was decided; null in rows older than the column. */
  readonly kind: string | null;
  /** JSON: the decision, in keys and figures. */
  readonly decision: string;
  readonly decided_at: string;
  /** 1 once what was decided is carried out, or in the outbox. */
  readonly done: number;
}

export interface OpenQuestionTable {
  readonly team: string;
  readonly channel: string;
  readonly ts: string;
  readonly position: number;
  readonly user_id: string;
  readonly text: string;
  readonly nearest_entry_key: string | null;
  readonly asked_at: string;
  readonly thread_ts: string | null;
  readonly taken_by: string | null;
  readonly taken_by_name: string | null;
  readonly taken_at: string | null;
  readonly reminded_at: string | null;
}

export interface ChannelSettingTable {
  readonly team: string;
  readonly channel: string;
  readonly mode: string;
  /** 1 where quiet suggestions may be made, else 0. */
  readonly suggestions: number;
  /** 1 where the bot's reactions show how a question stands, else 0. */
  readonly reactions: number;
  /** JSON: folders and notes that the channel is answered from; none for all. */
  readonly notes: string;
}

export interface SuggestionTable {
  readonly key: string;
  readonly team: string;
  readonly channel: string;
  readonly ts: string;
  readonly thread_ts: string | null;
  readonly asker: string;
  readonly question: string;
  readonly position: number;
  /** The message as it was asked. */
  readonly text: string;
  /** JSON: keys of the entries. */
  readonly entries: string;
  readonly state: string;
  readonly offered_at: string;
}

/** Who wants no suggestions. */
export interface SuggestionStopTable {
  readonly team: string;
  readonly user_id: string;
}

export interface LeaseTable {
  readonly name: string;
  /** Who does it now; empty where nobody does. */
  readonly holder: string;
  readonly held_until: string;
  /** When it was begun that ended well last. */
  readonly done_at: string;
}

export interface OutboxTable {
  readonly id: string;
  readonly team: string;
  readonly asker: string | null;
  /** JSON: what is to be done. */
  readonly work: string;
  readonly attempts: number;
  readonly since: string;
  readonly due_at: string;
}

/** The bot's own reaction on a question. */
export interface QuestionMarkTable {
  readonly team: string;
  readonly channel: string;
  readonly ts: string;
  readonly mark: string;
  /** 0 while nobody knows whether Slack has taken it. */
  readonly sure: number;
  readonly marked_at: string;
}

export interface Schema extends TeamSchema {
  readonly claims: ClaimTable;
  readonly replies: ReplyTable;
  readonly votes: VoteTable;
  readonly changes: ChangeTable;
  readonly decisions: DecisionTable;
  readonly open_questions: OpenQuestionTable;
  readonly channel_settings: ChannelSettingTable;
  readonly outbox: OutboxTable;
  readonly suggestions: SuggestionTable;
  readonly suggestion_stops: SuggestionStopTable;
  readonly leases: LeaseTable;
  readonly question_marks: QuestionMarkTable;
}
