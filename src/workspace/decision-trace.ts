// What the panel beside the chat shows: the bot's decision on one message and why. Types only. Pure.

/** Why the bot answered, or did not: shown in the panel beside the message at `channel` and `ts`. */
export interface DecisionTrace {
  readonly channel: string;
  readonly ts: string;
  readonly decision: TraceDecision;
  readonly reason: string;
  /** The questions read out of the message; none where nothing in it asks. */
  readonly questions: readonly TracedQuestion[];
}

/** `proposed`: an answer that waits for the team to post it. */
export type TraceDecision = 'answer' | 'proposed' | 'suggest' | 'uncovered' | 'silent';

export interface TracedQuestion {
  readonly text: string;
  readonly decision: TraceDecision;
  readonly reason: string;
  /** Best first. */
  readonly matches: readonly TracedMatch[];
}

export interface TracedMatch {
  readonly question: string;
  readonly url: string | null;
  /** From 0 to 1. */
  readonly confidence: number;
  /** Words of the question that the entry knows, the most telling first. */
  readonly words: readonly string[];
  readonly source: { readonly kind: 'question' | 'phrasing' | 'passage'; readonly text: string };
  readonly signals: readonly { readonly name: string; readonly value: number; readonly reason: string }[];
}
