// Okapi BM25F over two fields, wordings above passages, and how much of a question an entry knows. Pure.
// Formula: Robertson & Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009), section 3.6.

interface Holding {
  readonly entry: number;
  readonly inWordings: number;
  readonly inPassages: number;
}

/** Stems of all entries. */
export interface StemIndex {
  readonly holdings: ReadonlyMap<string, readonly Holding[]>;
  readonly wordingLengths: Float64Array;
  readonly passageLengths: Float64Array;
  readonly meanWordingLength: number;
  readonly meanPassageLength: number;
}

/** Stems of one entry: of its question and phrasings, and of its answer. */
export interface EntryStems {
  readonly wordings: readonly string[];
  readonly passages: readonly string[];
}

/** What is left out of the index while an entry's own wording is asked: that wording, or the entry as a whole. */
export interface LeftOut {
  readonly entry: number;
  /** Stems of the wording; null leaves out the whole entry. */
  readonly stems: ReadonlyMap<string, number> | null;
}

/** Scores of one question for every entry, all between 0 and about 1. */
export interface StemScores {
  readonly bm25: Float64Array;
  /** Share of the question's weight in words that the entry knows at all, and that its wordings know. */
  readonly coverage: Float64Array;
  readonly wordingCoverage: Float64Array;
  /** Share of the question's weight in words that no entry knows. */
  readonly unknown: number;
  /** Weight of the question's words, all together. */
  readonly mass: number;
}

const k1 = 1.2;
const lengthShare = 0.5;
const wordingWeight = 2.5;

function tally(stems: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  return counts;
}

function mean(values: Float64Array): number {
  return values.length === 0 ? 1 : values.reduce((sum, value) => sum + value, 0) / values.length || 1;
}

export function buildStemIndex(entries: readonly EntryStems[]): StemIndex {
  const holdings = new Map<string, Holding[]>();
  entries.forEach(({ wordings, passages }, entry) => {
    const [ofWordings, ofPassages] = [tally(wordings), tally(passages)];
    for (const stem of new Set([...ofWordings.keys(), ...ofPassages.keys()])) {
      const holding = { entry, inWordings: ofWordings.get(stem) ?? 0, inPassages: ofPassages.get(stem) ?? 0 };
      const held = holdings.get(stem);
      if (held) held.push(holding);
      else holdings.set(stem, [holding]);
    }
  });
  const wordingLengths = Float64Array.from(entries, ({ wordings }) => wordings.length);
  const passageLengths = Float64Array.from(entries, ({ passages }) => passages.length);
  return {
    holdings,
    wordingLengths,
    passageLengths,
    meanWordingLength: mean(wordingLengths),
    meanPassageLength: mean(passageLengths),
  };
}

/** The holdings of a stem as they are without what is left out. */
function holdingsWithout(index: StemIndex, stem: string, leftOut: LeftOut | null): readonly Holding[] {
  const held = index.holdings.get(stem) ?? [];
  if (leftOut === null) return held;
  return held.flatMap((holding) => {
    if (holding.entry !== leftOut.entry) return [holding];
    if (leftOut.stems === null) return [];
    const inWordings = holding.inWordings - (leftOut.stems.get(stem) ?? 0);
    return inWordings <= 0 && holding.inPassages === 0 ? [] : [{ ...holding, inWordings: Math.max(0, inWordings) }];
  });
}

function frequency(index: StemIndex, { entry, inWordings, inPassages }: Holding): number {
  const norm = (lengths: Float64Array, average: number) =>
    1 - lengthShare + (lengthShare * (lengths[entry] ?? 0)) / average;
  return (
    (wordingWeight * inWordings) / norm(index.wordingLengths, index.meanWordingLength) +
    inPassages / norm(index.passageLengths, index.meanPassageLength)
  );
}

/** Scores the question's stems against every entry. `weightOf`: what a word is worth whatever the notes (see `word-weights.ts`). */
export function scoreStems(
  index: StemIndex,
  question: readonly string[],
  leftOut: LeftOut | null,
  weightOf: (stem: string) => number,
): StemScores {
  const size = index.wordingLengths.length;
  const [bm25, coverage, wordingCoverage] = [new Float64Array(size), new Float64Array(size), new Float64Array(size)];
  let [mass, unknown] = [0, 0];
  for (const stem of new Set(question)) {
    const held = holdingsWithout(index, stem, leftOut);
    const idf = weightOf(stem) * Math.log(1 + (size - held.length + 0.5) / (held.length + 0.5));
    mass += idf;
    if (held.length === 0) unknown += idf;
    for (const holding of held) {
      const tf = frequency(index, holding);
      bm25[holding.entry] = (bm25[holding.entry] ?? 0) + (idf * tf * (k1 + 1)) / (k1 + tf);
      coverage[holding.entry] = (coverage[holding.entry] ?? 0) + idf;
      if (holding.inWordings > 0) wordingCoverage[holding.entry] = (wordingCoverage[holding.entry] ?? 0) + idf;
    }
  }
  const share = (values: Float64Array) => values.map((value) => value / (mass || 1));
  return {
    bm25: bm25.map((value) => value / ((k1 + 1) * (mass || 1))),
    coverage: share(coverage),
    wordingCoverage: share(wordingCoverage),
    unknown: unknown / (mass || 1),
    mass,
  };
}
