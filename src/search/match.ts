// What the search says about one question: entries with confidence and evidence. Pure.
import type { Entry } from '../knowledge/entry.ts';

/** One named measurement that went into a confidence. */
export interface Signal {
  readonly name: string;
  readonly value: number;
  /** What it means for this question, in words that a note's author understands. */
  readonly reason: string;
}

/** Where a match was found: the heading, a phrasing, or a passage of the answer. */
export interface MatchSource {
  readonly kind: 'question' | 'phrasing' | 'passage';
  readonly text: string;
}

export interface Evidence {
  /** Words of the question (as typed) that the entry knows, the most telling first. */
  readonly words: readonly string[];
  readonly source: MatchSource;
  /** Shares of the two readings in the ranking, adding up to 1; `meaning` is null where only words were read. */
  readonly shares: { readonly words: number; readonly meaning: number | null };
  readonly signals: readonly Signal[];
  /** Words taken for misspelt, with the vocabulary word they were read as. */
  readonly corrections: readonly { readonly typed: string; readonly readAs: string }[];
}

/** An entry that may answer a question. `confidence`: calibrated probability from 0 to 1 that it does. */
export interface Match {
  readonly entry: Entry;
  readonly confidence: number;
  readonly evidence: Evidence;
}

/** Thresholds on `confidence` for the notes at hand; see `search/thresholds.ts` for how they come about. */
export interface Thresholds {
  /** From here on a plain channel message gets its answer (governed by MAX_FALSE_REPLIES). */
  readonly answerInChannel: number;
  /** From here on a mention or a direct message gets the answer at once. */
  readonly answerWhenAsked: number;
  /** From here on the right entry is probably (0.5) among the best three: below `answerWhenAsked` they are suggested. */
  readonly suggest: number;
  /** From here on the best three together get a quiet suggestion in a channel (governed by MAX_QUIET_SUGGESTIONS); 1: never. */
  readonly suggestInChannel: number;
  /**
   * How far a match that is surer than it has to be makes up in a channel for a text that reads less like a question: 1 where its odds count in full,
   * 0 where they say nothing, for in notes with dozens of phrasings an entry talk about the subject matches as surely.
   */
  readonly leniency: number;
}
