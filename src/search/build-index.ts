// Entries (and vectors, or none) -> index. Pure.
import type { Entry } from '../knowledge/entry.ts';
import { toSpokenWording } from '../knowledge/phrasings/parse-phrasings.ts';
import { type Completions, toCompletions } from './complete-question.ts';
import model from './fusion.model.json' with { type: 'json' };
import {
  countWordings,
  type IndexedEntry,
  isReadAlike,
  readEntry,
  toEncoded,
  toSummary,
  toTokenTexts,
} from './indexed-entry.ts';
import { Lexicon } from './lexicon.ts';
import type { Thresholds } from './match.ts';
import { guessLanguage, type Language } from './reading/languages.ts';
import type { Ordinary } from './reading/spelling.ts';
import { toVocabulary, type Vocabulary, withWords } from './reading/vocabulary.ts';
import { toWords, type Word } from './reading/words.ts';
import { buildStemIndex } from './scoring/bm25f.ts';
import { type NotesShares, toNotesShares, toWeights, type Weights } from './scoring/fuse-signals.ts';
import { QuestionLikeness } from './scoring/likeness.ts';
import { lengthOfSum, type Meaning, packVectors } from './scoring/meaning.ts';
import { type NotesTokens, toNotesTokens } from './scoring/notes-tokens.ts';
import type { SignalSources } from './scoring/signals.ts';
import type { TokenStates } from './scoring/token-states.ts';
import { weightOf } from './scoring/word-weights.ts';
import { toTextTable } from './text-table.ts';
import { type Allowed, toThresholds } from './thresholds.ts';

export interface IndexSources extends Allowed {
  readonly entries: readonly Entry[];
  /** Wordings of questions that the notes do not answer. */
  readonly notCovered: readonly string[];
  /** Messages that ask nothing; they ship with the program. */
  readonly chatter: readonly string[];
  /** The vector of a text, for each of `textsToEncode`; null where only words are read. */
  readonly vectorOf: ((text: string) => Float32Array | null) | null;
  /** The states of a text's tokens, for each of `textsOfTokens`; null, or left out, where the encoder gives none. */
  readonly tokensOf?: ((text: string) => TokenStates | null) | null;
  /** Words of English in lower case, each with its rank, the commonest first: what is among them is not corrected. Left out where there is no list. */
  readonly english?: ReadonlyMap<string, number>;
}

/** Everything that answers a question, made once for a state of the notes. */
export interface SearchIndex {
  readonly entries: readonly Entry[];
  readonly reading: 'words' | 'words-and-meaning';
  readonly signals: SignalSources;
  readonly indexed: readonly IndexedEntry[];
  /** The counter-evidence: chatter, so many texts, then `not-covered`. */
  readonly counter: readonly string[];
  readonly chatterCount: number;
  readonly vocabulary: Vocabulary;
  /** The notes' words and everyday ones: for the text that is encoded. */
  readonly wideVocabulary: Vocabulary;
  readonly ordinary: Ordinary;
  readonly weights: Weights;
  /** Weights for what is read token by token. */
  readonly tokenWeights: Weights;
  /** Headings and phrasings as they are compared word for word, with the places of their entries. */
  readonly wordings: ReadonlyMap<string, readonly number[]>;
  /** Made when it is first asked for. */
  readonly completions: () => Completions;
  readonly thresholds: Thresholds;
  /** In which the notes are written. */
  readonly languages: ReadonlySet<Language>;
}

const everyday: ReadonlySet<string> = new Set(Object.keys(model.words.weights));

/** The language of each note, guessed from all that it says. */
function toLanguages(entries: readonly Entry[]): ReadonlyMap<string, Language> {
  const texts = new Map<string, string>();
  for (const { note, question, answer } of entries) texts.set(note, `${texts.get(note) ?? ''} ${question} ${answer}`);
  return new Map([...texts].map(([note, text]) => [note, guessLanguage(text)]));
}

/** Reads the entries that `previous` does not hold as they are now. */
function readEntries(
  entries: readonly Entry[],
  lexicon: Lexicon,
  words: Map<string, Word>,
  previous: SearchIndex | null,
): readonly IndexedEntry[] {
  const before = new Map(previous?.indexed.map((indexed) => [indexed.entry.key, indexed]));
  const languageOf = toLanguages(entries);
  return entries.map((entry) => {
    const known = before.get(entry.key);
    const language = languageOf.get(entry.note) ?? 'en';
    if (known === undefined || !isReadAlike(known, entry, language)) return readEntry(entry, lexicon, language, words);
    return known.entry === entry ? known : { ...known, entry };
  });
}

/** The texts whose vectors an index wants, each once, the chatter first: its vectors ship with the program. None is empty. */
export function textsToEncode(index: Pick<SearchIndex, 'indexed' | 'counter'>): readonly string[] {
  const texts = new Set(index.counter);
  for (const entry of index.indexed) {
    for (const text of toEncoded(entry)) texts.add(text);
    texts.add(toSummary(entry));
  }
  texts.delete('');
  return [...texts];
}

/** Those of `textsToEncode` whose tokens an index reads too. */
export function textsOfTokens(index: Pick<SearchIndex, 'indexed' | 'counter' | 'chatterCount'>): readonly string[] {
  const texts = new Set<string>();
  for (const entry of index.indexed) {
    const { question, passages, phrasings } = toTokenTexts(entry);
    for (const text of [question, ...passages, ...phrasings.map(({ text }) => text)]) texts.add(text);
  }
  for (const text of index.counter.slice(index.chatterCount)) texts.add(text);
  texts.delete('');
  return [...texts];
}

const noTokens: TokenStates = { pieces: new Uint16Array(0), states: new Uint8Array(0) };

/** Null where a text lacks them: entries compare only where all are read. */
function toTokens(
  index: Pick<SearchIndex, 'indexed' | 'counter' | 'chatterCount'>,
  tokensOf: (text: string) => TokenStates | null,
): NotesTokens | null {
  if (textsOfTokens(index).some((text) => tokensOf(text) === null)) return null;
  const read = (text: string): TokenStates => (text === '' ? noTokens : (tokensOf(text) ?? noTokens));
  const { indexed, counter, chatterCount } = index;
  const entries = indexed.map((entry) => {
    const { question, passages, phrasings } = toTokenTexts(entry);
    const placed = phrasings.map(({ place, text }) => ({ place, tokens: read(text) }));
    return { question: read(question), passages: passages.map(read), phrasings: placed };
  });
  const told = counter.slice(chatterCount).map((text, at) => ({ place: chatterCount + at, tokens: read(text) }));
  return toNotesTokens(entries, told);
}

function toMeaning(
  indexed: readonly IndexedEntry[],
  counter: readonly string[],
  vectorOf: (text: string) => Float32Array | null,
): Meaning {
  const encoded = [...indexed.flatMap(toEncoded), ...counter];
  const dimensions = (vectorOf(encoded.find((text) => vectorOf(text) !== null) ?? '') ?? new Float32Array(0)).length;
  const texts = packVectors(encoded.length, dimensions, (place) => vectorOf(encoded[place] ?? ''));
  const summaries = packVectors(indexed.length, dimensions, (place) =>
    vectorOf(toSummary(indexed[place] as IndexedEntry)),
  );
  let first = 0;
  const centreLengths = Float32Array.from(indexed, (entry) => {
    const length = lengthOfSum(texts, first, first + countWordings(entry));
    first += entry.ends.length;
    return length;
  });
  return { texts, summaries, centreLengths };
}

/** How the notes compare with those that the weights were fitted on. */
export function sharesOf({ entries, notCovered }: Pick<IndexSources, 'entries' | 'notCovered'>): NotesShares {
  const phrasings = entries.reduce((sum, entry) => sum + entry.phrasings.length, 0);
  return toNotesShares(phrasings, entries.length, notCovered.length);
}

function toWordings(entries: readonly Entry[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  entries.forEach(({ question, phrasings }, place) => {
    for (const wording of [question, ...phrasings]) {
      const same = toSpokenWording(wording);
      const held = places.get(same);
      if (held === undefined) places.set(same, [place]);
      else if (held.at(-1) !== place) held.push(place);
    }
  });
  return places;
}

/** What is made once, when it is first asked for. */
function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function isAlike(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((item, at) => item === other[at]);
}

/** Reads all texts in every way that signals need. `previous`: an index whose unchanged entries are taken over. */
export function readSources(
  sources: Omit<IndexSources, 'english' | keyof Allowed>,
  previous: SearchIndex | null = null,
) {
  const lexicon = previous?.signals.table.lexicon ?? new Lexicon();
  const words = new Map<string, Word>();
  const indexed = readEntries(sources.entries, lexicon, words, previous);
  const isText = (text: string): boolean => text.trim() !== '';
  const chatterCount = new Set(sources.chatter.filter(isText)).size;
  const counter = [...new Set([...sources.chatter, ...sources.notCovered].filter(isText))];
  const meaning = sources.vectorOf && toMeaning(indexed, counter, sources.vectorOf);
  const read = { indexed, counter, chatterCount };
  const tokens = meaning && sources.tokensOf ? toTokens(read, sources.tokensOf) : null;
  if (previous !== null && isAlike(previous.indexed, indexed) && isAlike(previous.counter, counter)) {
    return { ...read, signals: { ...previous.signals, meaning, tokens } };
  }
  const lines = counter.map((text) => Int32Array.from(toWords(text, words), (word) => lexicon.add(word)));
  const table = toTextTable(lexicon, indexed, lines);
  const likeness = new QuestionLikeness(table);
  const signals: SignalSources = { table, stems: buildStemIndex(table), weightOf, likeness, meaning, tokens };
  return { ...read, signals };
}

/** Builds the index. `previous`: an index of an earlier state of the notes, of which what has not changed is taken over. */
export function buildIndex(sources: IndexSources, previous: SearchIndex | null = null): SearchIndex {
  const { entries, english = new Map() } = sources;
  const { indexed, counter, chatterCount, signals } = readSources(sources, previous);
  const reading = signals.meaning === null ? 'words' : 'words-and-meaning';
  const vocabulary = toVocabulary(signals.table, english);
  const shares = sharesOf(sources);
  const read = model.readings[signals.tokens === null ? reading : 'words-meaning-and-tokens'];
  return {
    entries,
    reading,
    signals,
    indexed,
    counter,
    chatterCount,
    vocabulary,
    wideVocabulary: withWords(vocabulary, everyday),
    ordinary: { everyday, english },
    weights: toWeights(model.readings[reading], shares),
    tokenWeights: toWeights(read, shares),
    wordings: previous !== null && isAlike(previous.entries, entries) ? previous.wordings : toWordings(entries),
    completions: once(() => toCompletions(entries)),
    thresholds: toThresholds(read, shares, sources),
    languages: new Set(indexed.map(({ language }) => language)),
  };
}
