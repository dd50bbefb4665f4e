// Entries (and vectors, or none) -> index. Pure.
import type { Entry } from '../knowledge/entry.ts';
import { type Completions, toCompletions } from './complete-question.ts';
import model from './fusion.model.json' with { type: 'json' };
import type { Thresholds } from './match.ts';
import { toPieceCounts, toStemCounts } from './reading/features.ts';
import { toPassages } from './reading/passages.ts';
import { toVocabulary, type Vocabulary } from './reading/spelling.ts';
import { toWords } from './reading/words.ts';
import { buildStemIndex } from './scoring/bm25f.ts';
import type { FusionWeights } from './scoring/fuse-signals.ts';
import type { IndexedText, SignalSources } from './scoring/signals.ts';
import { buildSpace } from './scoring/space.ts';

export interface IndexSources {
  readonly entries: readonly Entry[];
  /** Wordings of questions that the notes do not answer. */
  readonly notCovered: readonly string[];
  /** Messages that ask nothing; they ship with the program. */
  readonly chatter: readonly string[];
  /** Vectors by text, for all of `textsToEncode`; null where only words are read. */
  readonly vectors: ReadonlyMap<string, Float32Array> | null;
  /** Share of the channel messages deserving no answer that may get one, between 0 and 1. */
  readonly maxFalseReplies: number;
}

/** Everything that answers a question, made once for a state of the notes. */
export interface SearchIndex {
  readonly entries: readonly Entry[];
  readonly reading: 'words' | 'words-and-meaning';
  readonly signals: SignalSources;
  readonly vocabulary: Vocabulary;
  readonly ordinary: ReadonlySet<string>;
  readonly weights: FusionWeights;
  readonly completions: Completions;
  readonly thresholds: Thresholds;
}

function textsOf(entry: Entry, place: number): readonly IndexedText[] {
  const text = (kind: IndexedText['kind']) => (wording: string) => ({
    entry: place,
    kind,
    text: wording,
    words: toWords(wording),
  });
  return [
    text('question')(entry.question),
    ...entry.phrasings.map(text('phrasing')),
    ...toPassages(entry.answer).map(text('passage')),
  ];
}

function stemsOf(texts: readonly IndexedText[]): readonly string[] {
  return texts.flatMap(({ words }) => words.map((word) => word.stem));
}

function toSignalSources(entries: readonly Entry[], counter: readonly string[]): SignalSources {
  const byEntry = entries.map((entry, place) => textsOf(entry, place));
  const against = counter.map((text) => ({ entry: -1, kind: 'counter' as const, text, words: toWords(text) }));
  const texts = [...byEntry.flat(), ...against];
  const stems = buildStemIndex(
    byEntry.map((own) => ({
      wordings: stemsOf(own.filter(({ kind }) => kind !== 'passage')),
      passages: stemsOf(own.filter(({ kind }) => kind === 'passage')),
    })),
  );
  return {
    entryCount: entries.length,
    texts,
    stems,
    stemSpace: buildSpace(texts.map(({ words }) => toStemCounts(words))),
    pieceSpace: buildSpace(texts.map(({ words }) => toPieceCounts(words))),
    weightOf: () => 1,
  };
}

/** The texts whose vectors `buildIndex` wants, each once, in a fixed order. */
export function textsToEncode(
  entries: readonly Entry[],
  notCovered: readonly string[],
  chatter: readonly string[],
): readonly string[] {
  const own = entries.flatMap((entry) => [entry.question, ...entry.phrasings, ...toPassages(entry.answer)]);
  return [...new Set([...own, ...notCovered, ...chatter])].filter((text) => text.trim() !== '');
}

/** Builds the index and calibrates it on the notes at hand. */
export function buildIndex(sources: IndexSources): SearchIndex {
  const signals = toSignalSources(sources.entries, [...sources.notCovered, ...sources.chatter]);
  return {
    entries: sources.entries,
    reading: 'words',
    signals,
    vocabulary: toVocabulary(signals.texts.filter(({ entry }) => entry >= 0).map(({ words }) => words)),
    ordinary: new Set(model.ordinary),
    weights: model.words,
    completions: toCompletions(sources.entries),
    thresholds: { answerInChannel: 0.7, answerWhenAsked: 0.45, suggest: 0.12 },
  };
}
