// A draft as the index of the notes takes it. Pure.
import GithubSlugger from 'github-slugger';
import type { TakenDraft } from '../notes/keep-knowledge.ts';
import type { DraftEntry } from './draft-store.ts';

const dayMs = 86_400_000;
/** The team's own words answer so long at most. */
export const meanwhileDays = 30;

/** Released before this, it answers no more. */
export function toLastRelease(now: number): number {
  return now - meanwhileDays * dayMs;
}

export function isReleased({ state, releasedAt }: Pick<DraftEntry, 'state' | 'releasedAt'>, now: number): boolean {
  return state === 'taken' && releasedAt !== null && releasedAt > toLastRelease(now);
}

export function toTakenDraft(draft: DraftEntry, now: number): TakenDraft {
  const { id, question, answer, note, authorName, corrects } = draft;
  return {
    ...{ id, question, answer, note, corrects },
    by: authorName,
    writtenOn: new Date(draft.writtenAt).toISOString(),
    entryId: draft.entryId ?? new GithubSlugger().slug(question),
    isReleased: isReleased(draft, now),
    isExported: draft.exportedAt !== null,
  };
}
