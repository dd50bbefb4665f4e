// How the confidence does on the notes at hand: their own wordings asked while they are left out. Pure.
import type { SearchIndex } from '../search/build-index.ts';
import { askOwnTexts, type Outcome } from '../search/leave-one-out.ts';

/** Outcomes within one tenth of confidence. */
export interface CalibrationRow {
  /** From this confidence on, up to the next row's. */
  readonly from: number;
  /** Own wordings, each left out: how many, and how many of them found their entry. */
  readonly own: number;
  readonly right: number;
  /** Wordings whose whole entry was left out, `not-covered` and chatter: nothing answers them. */
  readonly unanswerable: number;
}

/** All shares between 0 and 1; null where there was nothing to ask. */
export interface CalibrationReport {
  readonly reading: SearchIndex['reading'];
  /** Confidence from which a plain channel message is answered. */
  readonly answerInChannel: number;
  readonly answeredRight: number | null;
  readonly answeredWrong: number | null;
  /** Of wordings whose whole entry was left out: the hardest there are. */
  readonly nearReplies: number | null;
  /** Of `not-covered` and chatter, as far as chatter gets past the first look at a message. */
  readonly notCoveredReplies: number | null;
  /** The same for quiet suggestions: from which confidence of three together, what then is answered or among the three, and who is bothered. */
  readonly quiet: {
    readonly suggestInChannel: number;
    readonly reached: number | null;
    readonly near: number | null;
    readonly notCovered: number | null;
  };
  readonly rows: readonly CalibrationRow[];
}

const tenths = Array.from({ length: 10 }, (_, place) => place / 10);

/** Asks an index its own wordings, each left out: what the calibration looked at, at the working threshold and by confidence. */
export function leaveOneOut(index: SearchIndex): CalibrationReport {
  const { own, near, counter } = askOwnTexts(index);
  const { answerInChannel, suggestInChannel } = index.thresholds;
  const isSuggested = (outcome: Outcome) => !isAnswered(outcome) && outcome.together >= suggestInChannel;
  const isReached = (outcome: Outcome) =>
    isAnswered(outcome) ? outcome.isRight : isSuggested(outcome) && outcome.isAmongThree;
  const isAnswered = (outcome: Outcome) => outcome.confidence >= answerInChannel;
  const unanswerable = [...near, ...counter];
  const within = (from: number) => (outcome: Outcome) =>
    Math.min(0.9, Math.floor(outcome.confidence * 10) / 10) === from;
  return {
    reading: index.reading,
    answerInChannel,
    answeredRight: shareOf(own, (outcome) => isAnswered(outcome) && outcome.isRight),
    answeredWrong: shareOf(own, (outcome) => isAnswered(outcome) && !outcome.isRight),
    nearReplies: shareOf(near, isAnswered),
    notCoveredReplies: shareOf(counter, isAnswered),
    quiet: {
      suggestInChannel,
      reached: shareOf(own, isReached),
      near: shareOf(near, isSuggested),
      notCovered: shareOf(counter, isSuggested),
    },
    rows: tenths.map((from) => ({
      from,
      own: own.filter(within(from)).length,
      right: own.filter((outcome) => within(from)(outcome) && outcome.isRight).length,
      unanswerable: unanswerable.filter(within(from)).length,
    })),
  };
}

function shareOf(outcomes: readonly Outcome[], isCounted: (outcome: Outcome) => boolean): number | null {
  return outcomes.length === 0 ? null : outcomes.filter(isCounted).length / outcomes.length;
}
