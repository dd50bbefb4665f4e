// Entries (and vectors, or none) -> index. Pure.
import type { Entry } from '../knowledge/entry.ts';
import { type Calibration, calibrate } from './calibration/calibrate.ts';
import { rehearse } from './calibration/rehearse.ts';
import { type Completions, toCompletions } from './complete-question.ts';
import model from './fusion.model.json' with { type: 'json' };
import { type IndexedText, toIndexedTexts, toSummary } from './indexed-text.ts';
import type { Thresholds } from './match.ts';
import { toPieces, toStemFeatures } from './reading/features.ts';
import type { Ordinary } from './reading/spelling.ts';
import { toVocabulary, type Vocabulary } from './reading/vocabulary.ts';
import { toWords } from './reading/words.ts';
import { toOwners } from './scoring/aggregate.ts';
import { buildStemIndex } from './scoring/bm25f.ts';
import { toView } from './scoring/example.ts';
import { blendWeights, type NotesShares, toPhrasedShare, toToldShare } from './scoring/fuse-signals.ts';
import { toMeaning } from './scoring/meaning.ts';
import type { SignalSources } from './scoring/signals.ts';
import { buildSpace } from './scoring/space.ts';
import { teach } from './scoring/teach.ts';
import { toWeightOf } from './scoring/word-weights.ts';

export { textsToEncode } from './indexed-text.ts';

export interface IndexSources {
  readonly entries: readonly Entry[];
  /** Wordings of questions that the notes do not answer. */
  readonly notCovered: readonly string[];
  /** Messages that ask nothing; they ship with the program. */
  readonly chatter: readonly string[];
  /** Vectors by text, for all of `textsToEncode`; null where only words are read. */
  readonly vectors: ReadonlyMap<string, Float32Array> | null;
  /** Words of English in lower case, each with its rank, the commonest first: what is among them is not corrected. Left out where there is no list. */
  readonly english?: ReadonlyMap<string, number>;
  /** Share of the channel messages deserving no answer that may get one, between 0 and 1. */
  readonly maxFalseReplies: number;
}

/** Everything that answers a question, made once for a state of the notes. */
export interface SearchIndex {
  readonly entries: readonly Entry[];
  readonly reading: 'words' | 'words-and-meaning';
  readonly signals: SignalSources;
  readonly vocabulary: Vocabulary;
  /** The notes' words and everyday ones: for the text that is encoded. */
  readonly wideVocabulary: Vocabulary;
  readonly ordinary: Ordinary;
  readonly weights: ReturnType<typeof blendWeights>;
  readonly calibration: Calibration;
  readonly completions: Completions;
  /** Where to answer; on `calibration`'s confidences. */
  readonly thresholds: Thresholds;
}

function stemsOf(texts: readonly IndexedText[]): readonly string[] {
  return texts.flatMap(({ words }) => words.map((word) => word.stem));
}

/** Reads the texts of the index in every way that signals need. */
export function toSignalSources(sources: IndexSources): SignalSources {
  const { entries, vectors } = sources;
  const texts = toIndexedTexts(entries, [...sources.notCovered, ...sources.chatter]);
  const byEntry = entries.map(() => [] as IndexedText[]);
  for (const text of texts) byEntry[text.entry]?.push(text);
  const stemSpace = buildSpace(
    texts.map(({ words }) => toStemFeatures(words)),
    (stem) => [stem],
  );
  const pieceSpace = buildSpace(
    texts.map(({ words }) => words.map(({ plain }) => plain)),
    toPieces,
  );
  const untaught: SignalSources = {
    entryCount: entries.length,
    owners: toOwners(texts, entries.length),
    texts,
    stems: buildStemIndex(
      byEntry.map((own) => ({
        wordings: stemsOf(own.filter(({ kind }) => kind !== 'passage')),
        passages: stemsOf(own.filter(({ kind }) => kind === 'passage')),
      })),
    ),
    stemSpace,
    pieceSpace,
    view: toView(stemSpace, pieceSpace),
    weightOf: toWeightOf(model.words),
    meaning: vectors && toMeaning(texts, entries.map(toSummary), vectors),
    classifier: null,
  };
  return { ...untaught, classifier: teach(untaught) };
}

/** How the notes compare with those that the weights were fitted on. */
export function toNotesShares({ entries, notCovered }: Pick<IndexSources, 'entries' | 'notCovered'>): NotesShares {
  const phrasings = entries.reduce((sum, entry) => sum + entry.phrasings.length, 0);
  return { phrased: toPhrasedShare(phrasings, entries.length), told: toToldShare(notCovered.length) };
}

/** Builds the index and calibrates it on the notes at hand. */
export function buildIndex(sources: IndexSources): SearchIndex {
  const { entries } = sources;
  const signals = toSignalSources(sources);
  const ownWords = signals.texts.filter(({ entry }) => entry >= 0).map(({ words }) => words);
  const { english = new Map() } = sources;
  const everyday = Object.keys(model.words.weights);
  const reading = signals.meaning === null ? 'words' : 'words-and-meaning';
  const weights = blendWeights(model.readings[reading], toNotesShares(sources));
  const calibration = calibrate(rehearse(signals, weights), model.calibration[reading], sources.maxFalseReplies);
  return {
    entries,
    reading,
    signals,
    vocabulary: toVocabulary(ownWords, english),
    wideVocabulary: toVocabulary([...ownWords, ...everyday.map((word) => toWords(word))], english),
    ordinary: { everyday: new Set(everyday), english },
    weights,
    calibration,
    completions: toCompletions(entries),
    thresholds: calibration.thresholds,
  };
}
