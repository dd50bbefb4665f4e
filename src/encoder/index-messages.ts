// What the searcher and the worker that holds an index say to each other. Types only.
import type { Entry } from '../knowledge/entry.ts';
import type { Evidence, Thresholds } from '../search/match.ts';

/** To the worker: the notes in portions and what stands beside them; then what is to be built of them, and questions. */
export type IndexRequest =
  | { readonly kind: 'forget' }
  | { readonly kind: 'entries'; readonly entries: readonly Entry[] }
  | { readonly kind: 'notes-end'; readonly notCovered: readonly string[]; readonly maxFalseReplies: number }
  /** Which texts are to come as vectors: those from `start` to before `end`. */
  | { readonly kind: 'list-texts'; readonly start: number; readonly end: number }
  /** Vectors of the texts from `start` on, one behind another. */
  | { readonly kind: 'vectors'; readonly start: number; readonly count: number; readonly packed: Float32Array }
  | { readonly kind: 'build'; readonly reading: 'words' | 'words-and-meaning' }
  /** Which texts an encoder should see for these questions: their misspelt words corrected. */
  | { readonly kind: 'correct'; readonly id: number; readonly texts: readonly string[] }
  /** `packed`: the texts' vectors one behind another, or null where there are none. */
  | {
      readonly kind: 'match';
      readonly id: number;
      readonly texts: readonly string[];
      readonly packed: Float32Array | null;
    }
  | { readonly kind: 'complete'; readonly id: number; readonly typed: string; readonly limit: number };

/** A match without its entry, which the other side has: `place` counts the entries from 0. */
export interface PlacedMatch {
  readonly place: number;
  readonly confidence: number;
  readonly evidence: Evidence;
}

/** From the worker. `texts`: some of the `total` texts that the index would like to have as vectors. */
export type IndexReply =
  | { readonly kind: 'texts'; readonly texts: readonly string[]; readonly total: number }
  | { readonly kind: 'ready'; readonly reading: 'words' | 'words-and-meaning' }
  | {
      readonly kind: 'matches';
      readonly id: number;
      readonly results: readonly (readonly PlacedMatch[])[];
      readonly thresholds: Thresholds;
      readonly reading: 'words' | 'words-and-meaning';
    }
  | { readonly kind: 'corrected'; readonly id: number; readonly texts: readonly string[] }
  | { readonly kind: 'completions'; readonly id: number; readonly places: readonly number[] }
  | { readonly kind: 'refused'; readonly id: number; readonly problem: string };
