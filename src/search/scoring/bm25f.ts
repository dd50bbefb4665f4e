// Okapi BM25F over two fields, wordings above passages, and how much of a question an entry knows. Pure.
// Formula: Robertson & Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009), section 3.6.
import type { TextTable } from '../text-table.ts';

/** For each stem the entries that have it, and how often in their wordings and passages. */
export interface StemIndex {
  readonly starts: Int32Array;
  readonly entries: Int32Array;
  readonly inWordings: Uint16Array;
  readonly inPassages: Uint16Array;
  /** For each entry the lengths of both fields as BM25F counts them: 1 for an average one. */
  readonly wordingNorms: Float32Array;
  readonly passageNorms: Float32Array;
  /** For each entry the number of words in its wordings, for each stem its share among the words of all wordings. */
  readonly wordingLengths: Float64Array;
  readonly wordingShares: Float32Array;
}

/** What is left out while an entry's own wording is asked: that text, or the entry as a whole. */
export interface LeftOut {
  readonly entry: number;
  /** The place of the text among all texts; null leaves out the whole entry. */
  readonly text: number | null;
}

/** Scores of one question for every entry, all between 0 and about 1. */
export interface StemScores {
  readonly bm25: Float64Array;
  /** Share of the question's weight in words that the entry knows at all, and that its wordings know. */
  readonly coverage: Float64Array;
  readonly wordingCoverage: Float64Array;
  /** How much likelier the question's words are in the entry's wordings than in all, as a mean of logarithms weighed by what a word is worth. */
  readonly likelihood: Float64Array;
  /** Share of the question's weight in words that no entry knows. */
  readonly unknown: number;
  /** Weight of the question's words, all together. */
  readonly mass: number;
}

/** A stem of a question: its number in the lexicon or -1, and what it is worth whatever the notes. */
export interface AskedStem {
  readonly number: number;
  readonly weight: number;
}

const k1 = 1.2;
const lengthShare = 0.5;
const wordingWeight = 2.5;
/** So many words of all wordings are mixed into an entry's own (Dirichlet smoothing, Zhai & Lafferty 2004). */
const smoothing = 40;
const mostCounted = 65_535;

/** Calls `take` for each stem of an entry with how often its wordings and its passages have it. */
function tally(
  table: TextTable,
  entry: number,
  counts: Int32Array,
  take: (stem: number, wordings: number, passages: number) => void,
) {
  const { firstTexts, wordingCounts, starts, words, lexicon } = table;
  const stemOf = lexicon.stemOf.view();
  const first = firstTexts[entry] as number;
  const from = starts[first] as number;
  const border = starts[first + (wordingCounts[entry] as number)] as number;
  const end = starts[firstTexts[entry + 1] as number] as number;
  for (let at = from; at < end; at += 1) {
    const place = 2 * (stemOf[words[at] as number] as number) + (at < border ? 0 : 1);
    counts[place] = (counts[place] as number) + 1;
  }
  for (let at = from; at < end; at += 1) {
    const stem = stemOf[words[at] as number] as number;
    const [wordings, passages] = [counts[2 * stem] as number, counts[2 * stem + 1] as number];
    if (wordings + passages === 0) continue;
    take(stem, wordings, passages);
    counts[2 * stem] = 0;
    counts[2 * stem + 1] = 0;
  }
}

/** Lengths over their mean, as far as BM25F counts them. */
function toNorms(lengths: Float64Array): Float32Array {
  const mean = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length) || 1;
  return Float32Array.from(lengths, (length) => 1 - lengthShare + (lengthShare * length) / mean);
}

export function buildStemIndex(table: TextTable): StemIndex {
  const { entryCount, firstTexts, wordingCounts, starts, lexicon } = table;
  const counts = new Int32Array(2 * lexicon.stems.length);
  const starting = new Int32Array(lexicon.stems.length + 1);
  const [wordingLengths, passageLengths] = [new Float64Array(entryCount), new Float64Array(entryCount)];
  for (let entry = 0; entry < entryCount; entry += 1) {
    const first = firstTexts[entry] as number;
    const border = starts[first + (wordingCounts[entry] as number)] as number;
    wordingLengths[entry] = border - (starts[first] as number);
    passageLengths[entry] = (starts[firstTexts[entry + 1] as number] as number) - border;
    tally(table, entry, counts, (stem) => {
      starting[stem + 1] = (starting[stem + 1] as number) + 1;
    });
  }
  for (let stem = 0; stem < lexicon.stems.length; stem += 1) {
    starting[stem + 1] = (starting[stem + 1] as number) + (starting[stem] as number);
  }
  const words = wordingLengths.reduce((sum, length) => sum + length, 0) || 1;
  const wordingShares = new Float32Array(lexicon.stems.length);
  const size = starting[lexicon.stems.length] as number;
  const next = starting.slice();
  const entries = new Int32Array(size);
  const [inWordings, inPassages] = [new Uint16Array(size), new Uint16Array(size)];
  for (let entry = 0; entry < entryCount; entry += 1) {
    tally(table, entry, counts, (stem, wordings, passages) => {
      const place = next[stem] as number;
      next[stem] = place + 1;
      entries[place] = entry;
      inWordings[place] = Math.min(mostCounted, wordings);
      inPassages[place] = Math.min(mostCounted, passages);
      wordingShares[stem] = (wordingShares[stem] as number) + wordings / words;
    });
  }
  return {
    starts: starting,
    entries,
    inWordings,
    inPassages,
    wordingNorms: toNorms(wordingLengths),
    passageNorms: toNorms(passageLengths),
    wordingLengths,
    wordingShares,
  };
}

/** How often the left-out text has a stem. */
function countIn(table: TextTable, text: number, stem: number): number {
  const stemOf = table.lexicon.stemOf.view();
  let count = 0;
  for (let at = table.starts[text] as number; at < (table.starts[text + 1] as number); at += 1) {
    if (stemOf[table.words[at] as number] === stem) count += 1;
  }
  return count;
}

/** What remains of a holding where something of its entry is left out. */
function remaining(table: TextTable, stem: number, wordings: number, passages: number, { entry, text }: LeftOut) {
  if (text === null) return { wordings: 0, passages: 0 };
  const count = countIn(table, text, stem);
  const isWording = text - (table.firstTexts[entry] as number) < (table.wordingCounts[entry] as number);
  return isWording ? { wordings: wordings - count, passages } : { wordings, passages: passages - count };
}

/** Scores the stems of a question, each once, against every entry. */
export function scoreStems(
  index: StemIndex,
  table: TextTable,
  question: readonly AskedStem[],
  leftOut: LeftOut | null,
): StemScores {
  const size = table.entryCount;
  const [bm25, coverage] = [new Float64Array(size), new Float64Array(size)];
  const [wordingCoverage, likelihood] = [new Float64Array(size), new Float64Array(size)];
  const { starts, entries, inWordings, inPassages, wordingNorms, passageNorms } = index;
  let [mass, unknown] = [0, 0];
  for (const { number, weight } of question) {
    const isKnown = number >= 0 && number + 1 < starts.length;
    const from = isKnown ? (starts[number] as number) : 0;
    const end = isKnown ? (starts[number + 1] as number) : 0;
    let held = end - from;
    let changed = -1;
    let rest = { wordings: 0, passages: 0 };
    if (leftOut !== null) {
      changed = entries.subarray(from, end).indexOf(leftOut.entry);
      if (changed >= 0) {
        changed += from;
        rest = remaining(table, number, inWordings[changed] as number, inPassages[changed] as number, leftOut);
        if (rest.wordings + rest.passages === 0) held -= 1;
      }
    }
    const idf = weight * Math.log(1 + (size - held + 0.5) / (held + 0.5));
    mass += idf;
    if (held === 0) {
      unknown += idf;
      continue;
    }
    for (let at = from; at < end; at += 1) {
      const entry = entries[at] as number;
      const wordings = at === changed ? rest.wordings : (inWordings[at] as number);
      const passages = at === changed ? rest.passages : (inPassages[at] as number);
      const tf =
        (wordingWeight * wordings) / (wordingNorms[entry] as number) + passages / (passageNorms[entry] as number);
      if (tf === 0) continue;
      bm25[entry] = (bm25[entry] as number) + (idf * tf * (k1 + 1)) / (k1 + tf);
      coverage[entry] = (coverage[entry] as number) + idf;
      if (wordings === 0) continue;
      wordingCoverage[entry] = (wordingCoverage[entry] as number) + idf;
      likelihood[entry] =
        (likelihood[entry] as number) +
        weight * Math.log1p(wordings / (smoothing * (index.wordingShares[number] as number)));
    }
  }
  const whole = mass || 1;
  const weights = question.reduce((sum, { weight }) => sum + weight, 0);
  for (let entry = 0; entry < size; entry += 1) {
    bm25[entry] = (bm25[entry] as number) / ((k1 + 1) * whole);
    coverage[entry] = (coverage[entry] as number) / whole;
    wordingCoverage[entry] = (wordingCoverage[entry] as number) / whole;
    const mixed = Math.log(smoothing / ((index.wordingLengths[entry] as number) + smoothing));
    likelihood[entry] = (likelihood[entry] as number) / (weights || 1) + mixed;
  }
  return { bm25, coverage, wordingCoverage, likelihood, unknown: unknown / whole, mass };
}
