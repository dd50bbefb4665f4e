// Question -> matches with confidence and evidence. Pure.
import type { Entry } from '../knowledge/entry.ts';
import { allNotes, isWithin, type NoteScope } from '../knowledge/note-scope.ts';
import { toSameWording, toSpokenWording } from '../knowledge/phrasings/parse-phrasings.ts';
import type { SearchIndex } from './build-index.ts';
import { toRanking } from './confidence.ts';
import { toEvidence } from './evidence.ts';
import type { Match } from './match.ts';
import { chooseLanguage } from './reading/languages.ts';
import { correctText, correctWords } from './reading/spelling.ts';
import { toWords } from './reading/words.ts';
import { readClosely } from './scoring/close-reading.ts';
import { rankEntries } from './scoring/fuse-signals.ts';
import { readTokens } from './scoring/late-interaction.ts';
import { toUnit } from './scoring/meaning.ts';
import { measure, type SignalTable } from './scoring/signals.ts';
import type { TokenStates } from './scoring/token-states.ts';

/** Matches are listed up to here; nobody reads further. */
const most = 10;

/** A question as an encoder gives it: its vector, and the states of its tokens where there are any. */
export interface EncodedQuestion {
  readonly vector: Float32Array;
  readonly tokens: TokenStates | null;
}

/** The text whose vector `matchQuestion` wants for a question: its misspelt words corrected, because an encoder stumbles over them. */
export function textToEncode(index: SearchIndex, text: string): string {
  return correctText(index.wideVocabulary, text, index.ordinary);
}

/** The best of these candidates, in the order that counts, is read once more. */
function withClose(
  { signals, tokenWeights }: SearchIndex,
  table: SignalTable,
  question: Parameters<typeof readClosely>[2],
): SignalTable {
  const [best] = rankEntries(table, tokenWeights).order;
  const entry = best === undefined ? undefined : table.candidates[best];
  return entry === undefined ? table : { ...table, close: readClosely(signals, entry, question) };
}

/** Places of the entries of the notes in `scope`; null where that is all of them. */
function placesWithin(entries: readonly Entry[], scope: NoteScope): ReadonlySet<number> | null {
  if (scope.length === 0) return null;
  return new Set(entries.flatMap(({ note }, place) => (isWithin(note, scope) ? [place] : [])));
}

/**
 * The entries that may answer a question, best first: at least three where there are three. What is word for word a heading or a
 * phrasing finds its entry with certainty.
 * `encoded`: what `textToEncode` is encoded as, or null; on an index of words alone it is not looked at. An index with vectors wants one:
 * without it the meaning counts as nothing, and confidences are lower than they should be. `scope`: notes whose entries are looked through.
 */
export function matchQuestion(
  index: SearchIndex,
  text: string,
  encoded: EncodedQuestion | null,
  scope: NoteScope = allNotes,
): readonly Match[] {
  const within = placesWithin(index.entries, scope);
  if (within?.size === 0) return [];
  const language = chooseLanguage(text, index.languages);
  const asked = toWords(text, undefined, language);
  const { words, corrections } = correctWords(index.vocabulary, asked, index.ordinary, language);
  const known = index.wordings.get(toSpokenWording(text)) ?? [];
  const exact = within === null ? known : known.filter((place) => within.has(place));
  const unit = index.signals.meaning === null ? null : encoded && toUnit(encoded.vector);
  const measured = measure(index.signals, { words, vector: unit, included: exact, within });
  // What is asked word for word is certain without.
  const question = exact.length === 0 && unit && encoded?.tokens ? { vector: unit, tokens: encoded.tokens } : null;
  const deep = question && readTokens(index.signals, measured, question, { weights: index.weights });
  const table = (deep && question && withClose(index, deep, question)) ?? measured;
  const headingAt = (place: number): string => toSameWording(index.entries[place]?.question ?? '');
  const ranking = toRanking(table, deep === null ? index.weights : index.tokenWeights, { exact, headingAt });
  return ranking.slice(0, most).flatMap(({ place, candidate, confidence }) => {
    const entry = index.entries[place];
    if (entry === undefined) return [];
    return [{ entry, confidence, evidence: toEvidence(index, { words, corrections, table }, candidate) }];
  });
}
