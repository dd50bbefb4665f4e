// The team's tables as Kysely sees them. Edge. Dates are ISO 8601 in UTC; JSON is kept as text.

import type { SessionTables } from './session-schema.ts';

export interface LearnedTable {
  readonly id: string;
  /** The wording without case, spare white space and closing signs: one row for each. */
  readonly same: string;
  readonly wording: string;
  readonly entry_key: string;
  readonly note: string;
  readonly entry_id: string;
  readonly team: string;
  readonly taught_by: string;
  readonly taught_by_name: string;
  readonly taught_at: string;
  readonly channel: string;
  readonly ts: string;
  readonly asker: string | null;
  readonly exported_at: string | null;
}

export interface VersionTable {
  readonly name: string;
  readonly number: number;
}

export interface LinkDraftTable {
  readonly id: string;
  readonly opened_by: string;
  readonly author: string;
  readonly opened_at: string;
  /** JSON: the draft. */
  readonly draft: string;
}

export interface TeamQuestionTable {
  readonly id: string;
  readonly kind: string;
  readonly team: string;
  readonly channel: string;
  readonly ts: string;
  readonly thread_ts: string | null;
  readonly asker: string | null;
  /** JSON: the questions. */
  readonly questions: string;
  /** JSON: the proposed reply, or null. */
  readonly proposed: string | null;
  readonly edited_at: string | null;
  readonly team_channel: string;
  readonly team_ts: string;
  readonly closed_state: string | null;
  readonly closed_by: string | null;
  readonly closed_entry: string | null;
  readonly learned_id: string | null;
  readonly asked_at: string;
}

export interface WaitTable {
  readonly team: string;
  readonly channel: string;
  readonly ts: string;
  readonly thread_ts: string | null;
  readonly asker: string;
  /** JSON: the questions. */
  readonly questions: string;
  /** JSON: keys of the entries that were not the answer. */
  readonly seen: string;
  readonly since: string;
  readonly settled_at: string | null;
}

export interface OfferedTable {
  readonly id: string;
  readonly team: string;
  readonly channel: string;
  readonly ts: string;
  readonly asker: string;
  readonly wording: string;
  readonly entry_key: string;
  readonly state: string;
  readonly decided_by: string | null;
  readonly offered_at: string;
  readonly shown_in: string | null;
}

export interface DraftTable {
  readonly id: string;
  readonly team: string;
  readonly channel: string;
  readonly ts: string;
  readonly thread_ts: string | null;
  readonly asker: string | null;
  readonly author: string;
  readonly author_name: string;
  readonly question: string;
  /** JSON: what was asked and by whom, or null. */
  readonly wordings: string | null;
  readonly answer: string;
  readonly note: string;
  readonly entry_id: string | null;
  readonly corrects: string | null;
  readonly state: string;
  readonly decided_by: string | null;
  readonly released_at: string | null;
  readonly exported_at: string | null;
  readonly written_at: string;
}

export interface ReviewTable {
  readonly id: string;
  readonly team: string;
  readonly note: string;
  /** Empty for the note as a whole. */
  readonly entry_id: string;
  readonly review: string;
  readonly interval_days: number;
  readonly asked_at: string | null;
  readonly renewed_to: string | null;
  readonly exported_at: string | null;
}

export interface TeamSchema extends SessionTables {
  readonly learned_phrasings: LearnedTable;
  readonly versions: VersionTable;
  readonly link_drafts: LinkDraftTable;
  readonly team_questions: TeamQuestionTable;
  readonly waits: WaitTable;
  readonly offered_wordings: OfferedTable;
  readonly draft_entries: DraftTable;
  readonly reviews: ReviewTable;
}
