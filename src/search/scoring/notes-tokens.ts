// The tokens of all entries of an index, and how rare their pieces are. Pure.
import type { TokenStates } from './token-states.ts';

/** What is read of all entries of an index. */
export interface NotesTokens {
  /** For each entry the states of its question's tokens, then those of its passages, each below the question. */
  readonly texts: readonly (readonly TokenStates[])[];
  /** How many of these texts hold a piece of a word. */
  readonly holders: ReadonlyMap<number, number>;
  readonly textCount: number;
}

export function toNotesTokens(texts: readonly (readonly TokenStates[])[]): NotesTokens {
  const holders = new Map<number, number>();
  let textCount = 0;
  for (const { pieces } of texts.flat()) {
    textCount += 1;
    for (const piece of new Set(pieces)) holders.set(piece, (holders.get(piece) ?? 0) + 1);
  }
  return { texts, holders, textCount };
}

/** What each token of a question counts: the more, the fewer texts hold its piece. */
export function toTokenWeights({ holders, textCount }: NotesTokens, { pieces }: TokenStates): Float64Array {
  return Float64Array.from(pieces, (piece) => Math.log(1 + textCount / (holders.get(piece) ?? 0.5)));
}
