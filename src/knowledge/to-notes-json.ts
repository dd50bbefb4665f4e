// The entries as `rolecall notes --json` prints them. Pure.
import type { Entry } from './entry.ts';

/** One entry, for other programs. */
export interface NoteJson {
  readonly note: string;
  readonly question: string;
  readonly anchor: string | null;
  readonly url: string | null;
  readonly answer: string;
  readonly phrasings: readonly string[];
}

/** All entries in reading order. */
export function toNotesJson(entries: readonly Entry[]): readonly NoteJson[] {
  return entries.map(({ note, question, anchor, url, answer, phrasings }) => ({
    note,
    question,
    anchor,
    url,
    answer,
    phrasings,
  }));
}
