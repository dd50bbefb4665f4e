// The tokens of all entries of an index, and how rare their pieces are. Pure.
import type { TokenStates } from './token-states.ts';

/** A text's place among those of its entry (or of the counter-evidence), and the states of its tokens. */
export interface PlacedTokens {
  readonly place: number;
  readonly tokens: TokenStates;
}

export interface EntryTokens {
  readonly question: TokenStates;
  /** Each below the question, as it is encoded. */
  readonly passages: readonly TokenStates[];
  /** Of many only some: see `toTokenPhrasings`. */
  readonly phrasings: readonly PlacedTokens[];
}

/** What is read of all entries of an index. */
export interface NotesTokens {
  readonly entries: readonly EntryTokens[];
  /** The `not-covered` wordings, by their places among the counter-evidence. */
  readonly told: readonly PlacedTokens[];
  /** How many questions and passages hold a piece of a word. */
  readonly holders: ReadonlyMap<number, number>;
  readonly textCount: number;
}

export function toNotesTokens(entries: readonly EntryTokens[], told: readonly PlacedTokens[] = []): NotesTokens {
  const holders = new Map<number, number>();
  const texts = entries.flatMap(({ question, passages }) => [question, ...passages]);
  for (const { pieces } of texts) {
    for (const piece of new Set(pieces)) holders.set(piece, (holders.get(piece) ?? 0) + 1);
  }
  return { entries, told, holders, textCount: texts.length };
}

/** What each token of a text counts: the more, the fewer texts hold its piece. */
export function toTokenWeights(
  { holders, textCount }: Pick<NotesTokens, 'holders' | 'textCount'>,
  { pieces }: Pick<TokenStates, 'pieces'>,
): Float64Array {
  return Float64Array.from(pieces, (piece) => Math.log(1 + textCount / (holders.get(piece) ?? 0.5)));
}
