// Draft entries: what the team wrote in Slack and may become part of the notes. Interface only.
import type { DraftSource } from '../notes/keep-knowledge.ts';

/**
 * `offered`: only its author sees it, who may keep it; `kept`: it waits for the team; `taken`: it goes into the notes with the next
 * export; `refused`: nothing comes of it.
 */
export const draftStates = ['offered', 'kept', 'taken', 'refused'] as const;
export type DraftState = (typeof draftStates)[number];

/** What was asked, in its asker's own words, and by whom (null where that is not known any more). */
export interface AskedWording {
  readonly asker: string | null;
  readonly wording: string;
}

export interface DraftEntry {
  readonly id: string;
  readonly team: string;
  /** The message with these words; one that has no message of its own has another id for a timestamp. */
  readonly channel: string;
  readonly ts: string;
  /** The thread in which it was said, or null. */
  readonly threadTs: string | null;
  /** User id of who asked, or null where it is not known any more. */
  readonly asker: string | null;
  /** User id and name (plain text) of who wrote it; both empty where they wanted to be forgotten. */
  readonly author: string;
  readonly authorName: string;
  /** As plain text; empty where its asker wanted to be forgotten. */
  readonly question: string;
  /** As it was asked: phrasings of it once it is in the notes. Left out where none is known. */
  readonly wordings?: readonly AskedWording[];
  /** Markdown. */
  readonly answer: string;
  /** The note that it belongs to, below the knowledge folder. */
  readonly note: string;
  /** Id of the entry that it corrects, with what that answered (`toAnswerPrint`); both null for a new one. */
  readonly entryId: string | null;
  readonly corrects: string | null;
  readonly state: DraftState;
  /** Name of who took or refused it, as plain text, or null. */
  readonly decidedBy: string | null;
  /** Since when it may answer meanwhile, or null. Milliseconds since 1970, UTC, as all times here. */
  readonly releasedAt: number | null;
  readonly exportedAt: number | null;
  readonly writtenAt: number;
}

/** What of a draft people change in a modal. */
export type DraftText = Pick<DraftEntry, 'question' | 'answer'>;

/** Every change of one that is taken also changes `version`, in the same transaction. */
export interface DraftStore extends DraftSource {
  /** Keeps it, once for each message: false where there is one already. */
  add(draft: DraftEntry): Promise<boolean>;
  find(id: string): Promise<DraftEntry | null>;
  /** The oldest first. */
  list(team: string, states: readonly DraftState[]): Promise<readonly DraftEntry[]>;
  /** Those that go with the next export, of all teams, the oldest first. */
  listToExport(): Promise<readonly DraftEntry[]>;
  /** It corrects this entry after all. Nothing happens once it is kept. */
  aim(id: string, at: Pick<DraftEntry, 'question' | 'note' | 'entryId' | 'corrects'>): Promise<void>;
  /** False where it is refused, or gone. What was exported before is exported anew. */
  edit(id: string, text: DraftText): Promise<boolean>;
  /** The words that were said read differently now. Nothing happens once it is kept. */
  rewriteOffered(place: Pick<DraftEntry, 'team' | 'channel' | 'ts'>, answer: string): Promise<void>;
  /** The words that were said are deleted. Nothing happens once it is kept. */
  removeOffered(place: Pick<DraftEntry, 'team' | 'channel' | 'ts'>): Promise<void>;
  /** True for the one caller who decides; false where it is in none of the states `from`. One that is refused answers no more. */
  decide(
    id: string,
    decision: { readonly from: readonly DraftState[]; readonly to: DraftState; readonly by: string | null },
  ): Promise<boolean>;
  /** It answers from `at` on, or (null) no longer. False where it is not taken. */
  release(id: string, at: number | null): Promise<boolean>;
  markExported(ids: readonly string[], at: number): Promise<void>;
}
