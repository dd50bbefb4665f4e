// Where to answer and where to suggest: from what the fit saw on notes that it did not learn from. Pure.
import type { Thresholds } from './match.ts';
import type { NotesShares } from './scoring/fuse-signals.ts';

/**
 * Confidences, rising, each with the share of questions that reach it: in notes without phrasings, and in those with plenty; fitted on
 * other notes.
 */
type FittedShare = readonly number[];
type Shares = readonly (readonly [confidence: number, share: number])[];

export interface FittedShares {
  /** Of uncovered questions: reached by the best entry's confidence. */
  readonly falseShares: readonly FittedShare[];
  /** Of covered questions: reached by a best entry that is wrong. */
  readonly wrongShares: readonly FittedShare[];
  /** Of uncovered questions: reached by the confidence in the best three together. */
  readonly threeShares: readonly FittedShare[];
}

/** Covered questions that may get a wrong answer in a channel. */
const maxWrong = 0.035;
const [highest, step] = [0.98, 0.01];
/** Whom the bot is asked directly, it answers where it is rather right than wrong. */
const [answerWhenAsked, suggest] = [0.5, 0.5];

/** Share that reaches a confidence, between the two nearest pairs. */
function shareAt(pairs: Shares, confidence: number): number {
  const after = pairs.findIndex(([at]) => at >= confidence);
  if (after < 0) return pairs.at(-1)?.[1] ?? 0;
  const [at = 0, share = 0] = pairs[after] ?? [];
  const [before = 0, shareBefore = 1] = pairs[after - 1] ?? [];
  return shareBefore + ((share - shareBefore) * (confidence - before)) / (at - before || 1);
}

/** The lowest confidence from which on `share` stays within `most`. */
function lowestWithin(share: (confidence: number) => number, most: number, least: number): number {
  let threshold = highest;
  while (threshold - step >= least - 1e-9 && share(threshold - step) <= most) threshold -= step;
  return Math.round(1000 * threshold) / 1000;
}

/** Below it no answer is posted, whatever is allowed: higher where hundreds of phrasings resemble whatever is asked. */
function lowestAnswer(phrased: number): number {
  return 0.5 + 0.17 * toSaid(phrased);
}

/** What a team allows, as shares between 0 and 1. */
export interface Allowed {
  /** Of the channel questions that the notes do not cover: get an answer. The classifier in front stops what is no question. */
  readonly maxFalseReplies: number;
  /** Of the channel questions deserving no answer: get a quiet suggestion. 0 switches suggestions off. */
  readonly maxQuietSuggestions?: number | undefined;
}

const defaultQuietSuggestions = 0.3;
/** How far notes are on the way from sixteen phrasings an entry to hundreds: nearly nothing up to there. */
function toSaid(phrased: number): number {
  return phrased ** 10;
}

/**
 * Below it the right entry is too seldom among the three, whatever is allowed. Without phrasings: of questions that lie beside the entries three
 * in eight would get a suggestion, for one covered question in a hundred more. With hundreds an entry nearly all that is covered is answered,
 * and what is left is seldom covered.
 */
function lowestQuiet(phrased: number): number {
  return 0.34 - 0.11 * phrased + 0.24 * toSaid(phrased);
}

/** The sets of the fit have sixteen phrasings an entry at most, but for one: beyond that nothing is foretold. */
const mostPhrased = 0.8;

/** The shares for notes with so many phrasings (`NotesShares`). */
function blend(fitted: readonly FittedShare[], phrased: number): Shares {
  const seen = Math.min(phrased, mostPhrased);
  return fitted.map(([at = 0, bare = 0, plenty = 0]) => [at, (1 - seen) * bare + seen * plenty]);
}

export function toThresholds(
  fitted: FittedShares,
  { phrased }: Pick<NotesShares, 'phrased'>,
  { maxFalseReplies, maxQuietSuggestions = defaultQuietSuggestions }: Allowed,
): Thresholds {
  const falseShares = blend(fitted.falseShares, phrased);
  const wrongShares = blend(fitted.wrongShares, phrased);
  const threeShares = blend(fitted.threeShares, phrased);
  const lowest = lowestAnswer(phrased);
  const ofUncovered = lowestWithin((at) => shareAt(falseShares, at), maxFalseReplies, lowest);
  const ofCovered = lowestWithin((at) => shareAt(wrongShares, at), maxWrong, lowest);
  const answerInChannel = Math.max(ofUncovered, ofCovered);
  // Who is answered gets no suggestion.
  const answered = shareAt(falseShares, answerInChannel);
  const quiet = lowestWithin((at) => shareAt(threeShares, at) - answered, maxQuietSuggestions, lowestQuiet(phrased));
  return {
    answerInChannel,
    answerWhenAsked,
    suggest,
    suggestInChannel: maxQuietSuggestions === 0 ? 1 : quiet,
    leniency: 1 - toSaid(phrased),
  };
}
