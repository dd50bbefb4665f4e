// Everything that was read from a knowledge folder. Pure.
import type { Entry, Post } from './entry.ts';
import type { Fault } from './fault.ts';

/** The entries of all notes in reading order, with what was found wrong on the way. */
export interface Knowledge {
  readonly entries: readonly Entry[];
  readonly posts: readonly Post[];
  /** Wordings of questions that the notes do not answer, from the `not-covered` lists. Counter-evidence for the search. */
  readonly notCovered: readonly string[];
  readonly faults: readonly Fault[];
  /** Entry key to the line of its question in its note, where known. */
  readonly lines?: ReadonlyMap<string, number>;
  /** Notes that a date of theirs keeps out at the moment. */
  readonly waiting?: readonly WaitingNote[];
  /** What each note gave, in reading order. */
  readonly counts?: readonly NoteCount[];
}

/** How much of a note became entries. */
export interface NoteCount {
  readonly note: string;
  readonly entries: number;
  /** True where all its headings are entries, and not only those that ask. */
  readonly isQuestionNote: boolean;
  /** True where one heading more or less decides that. */
  readonly isNearBorder: boolean;
  /** Wordings under its `not-covered`. */
  readonly notCovered: number;
}

/** A note that is not shown now: its `expiryDate` is past, or its `publishDate` is still to come. */
export interface WaitingNote {
  readonly note: string;
  readonly reason: 'expired' | 'not-yet';
  /** The date in question, ISO 8601. */
  readonly date: string;
}
