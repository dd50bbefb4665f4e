// Makes confidences mean the same on every set of notes, and finds the thresholds. Pure.
//
// The search first says how likely it is that the notes cover a question, and which entry's it then is. Both were fitted on
// other notes. Here the notes at hand are asked their own wordings with the whole entry left out: near questions that nothing
// answers. Where these score higher than they did on the notes of the fit, every confidence is lowered, and the other way round,
// by a part of the difference that grows with their number (`pull`, `prior.strength`). What share of unanswerable questions
// reaches a confidence is known from the fit too (`falseShares`); the notes' own counter-evidence moves that share with its weight.
import type { Thresholds } from '../match.ts';
import type { Outcome, Rehearsal } from './rehearse.ts';

/** What was fitted on other notes; it stands in `fusion.model.json`. */
export interface CalibrationPrior {
  /** Confidence as a logit = `slope` times the raw logit + `intercept`. */
  readonly slope: number;
  readonly intercept: number;
  /** Mean raw logit of near questions on the notes of the fit, and the part of a difference that is passed on. */
  readonly nearMean: number;
  readonly pull: number;
  /** So many questions at hand weigh as much as the fit. */
  readonly strength: number;
  /** Pairs of a confidence and the share of uncovered questions that reach it, confidences rising. */
  readonly falseShares: readonly (readonly number[])[];
  /** The same for covered questions whose best match is wrong. */
  readonly wrongShares: readonly (readonly number[])[];
}

export interface Calibration {
  readonly slope: number;
  readonly intercept: number;
  readonly thresholds: Thresholds;
}

/**
 * Of the messages in a channel that deserve no answer at most so many are questions that the notes do not cover; of the rest, chatter,
 * the classifier in front of the search stops nearly all.
 */
const questionShare = 0.5;
/** Counter-evidence was written with the notes in mind, by few people: one such line says less than a question of the fit. */
const counterWeight = 0.2;
/** Wordings left out come out wrong more often than what people ask: 8 in 100 where that is 1 to 6. */
const ownWeight = 0.1;
/** Covered questions that may get a wrong answer in a channel. */
const maxWrong = 0.03;
const [lowest, highest, step] = [0.5, 0.98, 0.01];

function toLogit(chance: number): number {
  const kept = Math.min(1 - 1e-6, Math.max(1e-6, chance));
  return Math.log(kept / (1 - kept));
}

function toChance(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}

/** Chance that the notes cover the question times the entry's share, as a logit. */
export function toRawLogit({ covered, share }: Pick<Outcome, 'covered' | 'share'>): number {
  return toLogit(toChance(covered) * share);
}

/** The confidence in an entry: probability that it answers the question. */
export function toConfidence({ slope, intercept }: Calibration, outcome: Pick<Outcome, 'covered' | 'share'>): number {
  return toChance(slope * toRawLogit(outcome) + intercept);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

/** Share that reaches a confidence, between the two nearest pairs. */
function shareAt(pairs: readonly (readonly number[])[], confidence: number): number {
  const after = pairs.findIndex(([at = 1]) => at >= confidence);
  if (after < 0) return pairs.at(-1)?.[1] ?? 0;
  const [at = 0, share = 0] = pairs[after] ?? [];
  const [before = 0, shareBefore = 1] = pairs[after - 1] ?? [];
  return shareBefore + ((share - shareBefore) * (confidence - before)) / (at - before || 1);
}

/** The share known from the fit, moved by what was counted here; one counted question weighs `weight`. */
function moved(prior: number, strength: number, counted: readonly boolean[], weight: number): number {
  const here = counted.filter((isCounted) => isCounted).length;
  return (strength * prior + weight * here) / (strength + weight * counted.length);
}

/** The lowest confidence from which on `share` stays within `most`. */
function lowestWithin(share: (confidence: number) => number, most: number): number {
  let threshold = highest;
  while (threshold - step >= lowest - 1e-9 && share(threshold - step) <= most) threshold -= step;
  return Math.round(1000 * threshold) / 1000;
}

/** Calibrates on what a rehearsal found. `maxFalseReplies`: see `buildIndex`. */
export function calibrate(rehearsal: Rehearsal, prior: CalibrationPrior, maxFalseReplies: number): Calibration {
  const { near, own, counter } = rehearsal;
  const weight = near.length / (near.length + prior.strength);
  const shift = prior.pull * weight * (mean(near.map(toRawLogit)) - prior.nearMean);
  const bare = { slope: prior.slope, intercept: prior.intercept - prior.slope * shift };
  const confidenceOf = (outcome: Outcome): number => toConfidence({ ...bare, thresholds }, outcome);
  const thresholds: Thresholds = { answerInChannel: 0.7, answerWhenAsked: 0.5, suggest: 0.5 };
  const falseShare = (confidence: number): number => {
    const reached = counter.map((outcome) => confidenceOf(outcome) >= confidence);
    return moved(shareAt(prior.falseShares, confidence), prior.strength, reached, counterWeight);
  };
  const wrongShare = (confidence: number): number => {
    const wrong = own.map((outcome) => !outcome.isRight && confidenceOf(outcome) >= confidence);
    return moved(shareAt(prior.wrongShares, confidence), prior.strength, wrong, ownWeight);
  };
  const answerInChannel = Math.max(
    lowestWithin(falseShare, maxFalseReplies / questionShare),
    lowestWithin(wrongShare, maxWrong),
  );
  return { ...bare, thresholds: { ...thresholds, answerInChannel } };
}
