// Reads the best entries once more, token by token of their texts: what single vectors of whole texts blur. Pure.
import { rankEntries, type Weights } from './fuse-signals.ts';
import { cosineAt, type PackedVectors } from './meaning.ts';
import { toTokenWeights } from './notes-tokens.ts';
import type { SignalSources, SignalTable } from './signals.ts';
import { AskedTokens, interact, type TokenStates } from './token-states.ts';

/** So many entries are read again, and so many passages of each: those nearest in meaning. */
const [mostEntries, mostPassages] = [8, 4];

/** Places of an entry's passages, the nearest in meaning first. */
function nearestPassages(
  { table }: SignalSources,
  texts: PackedVectors,
  entry: number,
  vector: Float32Array,
): readonly number[] {
  const from = (table.firstTexts[entry] as number) + (table.wordingCounts[entry] as number);
  const count = (table.firstTexts[entry + 1] as number) - from;
  const cosines = Array.from({ length: count }, (_, place) => cosineAt(texts, from + place, vector));
  const places = [...cosines.keys()].sort((a, b) => (cosines[b] as number) - (cosines[a] as number) || a - b);
  return places.slice(0, mostPassages);
}

/**
 * The best candidates of a table, by these `weights`, and those `included`: each row with the token signals behind the others. Null where the index
 * has no tokens. `vector` (of unit length) and `tokens` are the question's.
 */
export function readTokens(
  sources: SignalSources,
  table: SignalTable,
  question: { readonly vector: Float32Array; readonly tokens: TokenStates },
  { weights: choosing, included = [] }: { readonly weights: Weights; readonly included?: readonly number[] },
): SignalTable | null {
  const { meaning, tokens: notes } = sources;
  if (meaning === null || notes === null) return null;
  const asked = new AskedTokens(question.tokens);
  const weights = toTokenWeights(notes, question.tokens);
  const near = rankEntries(table, choosing).order.filter(
    (place, rank) => rank < mostEntries || included.includes(table.candidates[place] as number),
  );
  const rows = near.map((place) => {
    const entry = table.candidates[place] as number;
    const value = (text: TokenStates | undefined): number => (text === undefined ? 0 : interact(asked, weights, text));
    const read = notes.entries[entry];
    const ofQuestion = value(read?.question);
    const places = nearestPassages(sources, meaning.texts, entry, question.vector);
    const ofPassage = Math.max(0, ...places.map((at) => value(read?.passages[at])));
    return Float64Array.of(...(table.rows[place] ?? []), ofQuestion, ofPassage, Math.max(ofQuestion, ofPassage));
  });
  return {
    candidates: Int32Array.from(near, (place) => table.candidates[place] as number),
    rows,
    nearest: Int32Array.from(near, (place) => table.nearest[place] as number),
    question: table.question,
  };
}
