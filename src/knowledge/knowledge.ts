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
}
