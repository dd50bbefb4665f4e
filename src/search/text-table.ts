// All texts of an index as rows of numbered words, entry behind entry, the counter-evidence last. Pure.
import type { IndexedEntry } from './indexed-entry.ts';
import { countWordings } from './indexed-entry.ts';
import type { Lexicon } from './lexicon.ts';

/** Pairs of neighbouring stems are counted in so many places; of a few ten thousand two rarely share one. */
export const pairPlaces = 1 << 18;

/** The place of two neighbouring stems among the counted pairs. */
export function toPair(one: number, other: number): number {
  return ((Math.imul(one, 0x9e3779b1) ^ Math.imul(other, 0x85ebca6b)) >>> 14) & (pairPlaces - 1);
}

export interface TextTable {
  readonly lexicon: Lexicon;
  readonly entryCount: number;
  /** The texts of entry `n` are those from `firstTexts[n]` up to `firstTexts[n + 1]`; those after the last entry's are counter-evidence. */
  readonly firstTexts: Int32Array;
  /** For each entry how many of its texts, the first ones, are wordings. The rest are passages. */
  readonly wordingCounts: Int32Array;
  readonly textCount: number;
  /** The words of text `n` stand in `words` from `starts[n]` up to `starts[n + 1]`. */
  readonly starts: Int32Array;
  readonly words: Int32Array;
  /** In how many texts each word stands; 0 where only an earlier state of the notes had it. */
  readonly textsOfWord: Int32Array;
  /** In how many texts each stem stands. */
  readonly textsOfStem: Int32Array;
  /** How much a stem, a pair of stems, a piece says: the rarer, the more. Of a thing that no text has: `highestIdf`. */
  readonly stemIdfs: Float32Array;
  readonly pairIdfs: Float32Array;
  readonly pieceIdfs: Float32Array;
  readonly highestIdf: number;
  /** For each text its length over pieces, and over stems and pairs. */
  readonly pieceLengths: Float32Array;
  readonly stemLengths: Float32Array;
  /** For each word the length of its pieces, squared. */
  readonly pieceSquares: Float32Array;
}

/** Lays out entries and counter-evidence; each line of the latter as its words' numbers. */
export function toTextTable(
  lexicon: Lexicon,
  entries: readonly IndexedEntry[],
  counter: readonly Int32Array[],
): TextTable {
  const firstTexts = new Int32Array(entries.length + 1);
  entries.forEach(({ ends }, at) => {
    firstTexts[at + 1] = (firstTexts[at] as number) + ends.length;
  });
  const own = firstTexts[entries.length] as number;
  const textCount = own + counter.length;
  const starts = new Int32Array(textCount + 1);
  const words = new Int32Array(
    entries.reduce((sum, entry) => sum + entry.words.length, 0) + counter.reduce((sum, line) => sum + line.length, 0),
  );
  let [text, end] = [0, 0];
  for (const entry of entries) {
    words.set(entry.words, end);
    for (const place of entry.ends) starts[++text] = end + place;
    end += entry.words.length;
  }
  for (const line of counter) {
    words.set(line, end);
    end += line.length;
    starts[++text] = end;
  }
  return {
    lexicon,
    entryCount: entries.length,
    firstTexts,
    wordingCounts: Int32Array.from(entries, countWordings),
    textCount,
    starts,
    words,
    ...measureTexts(lexicon, starts, words, weigh(lexicon, starts, words, textCount)),
  };
}

/** Lengths of all texts, which cosines are divided by. */
function measureTexts(lexicon: Lexicon, starts: Int32Array, words: Int32Array, weights: ReturnType<typeof weigh>) {
  const { stemIdfs, pairIdfs, pieceSquares } = weights;
  const stemOf = lexicon.stemOf.view();
  const textCount = starts.length - 1;
  const pieceLengths = new Float32Array(textCount);
  const stemLengths = new Float32Array(textCount);
  for (let text = 0; text < textCount; text += 1) {
    let [pieces, stems, before] = [0, 0, -1];
    for (let at = starts[text] as number; at < (starts[text + 1] as number); at += 1) {
      const word = words[at] as number;
      const stem = stemOf[word] as number;
      const idf = stemIdfs[stem] as number;
      pieces += pieceSquares[word] as number;
      stems += idf * idf;
      if (before >= 0) stems += (pairIdfs[toPair(before, stem)] as number) ** 2;
      before = stem;
    }
    pieceLengths[text] = Math.sqrt(pieces) || 1;
    stemLengths[text] = Math.sqrt(stems) || 1;
  }
  return { ...weights, pieceLengths, stemLengths };
}

/** Inverse frequencies of all that texts are compared by. */
function weigh(lexicon: Lexicon, starts: Int32Array, words: Int32Array, textCount: number) {
  const textsOfWord = new Int32Array(lexicon.words.length);
  const textsOfStem = new Int32Array(lexicon.stems.length);
  const textsOfPair = new Int32Array(pairPlaces);
  const lastOfWord = new Int32Array(lexicon.words.length).fill(-1);
  const lastOfStem = new Int32Array(lexicon.stems.length).fill(-1);
  const stemOf = lexicon.stemOf.view();
  for (let text = 0; text < textCount; text += 1) {
    let before = -1;
    for (let at = starts[text] as number; at < (starts[text + 1] as number); at += 1) {
      const word = words[at] as number;
      const stem = stemOf[word] as number;
      if (lastOfWord[word] !== text) textsOfWord[word] = (textsOfWord[word] as number) + 1;
      if (lastOfStem[stem] !== text) textsOfStem[stem] = (textsOfStem[stem] as number) + 1;
      lastOfWord[word] = text;
      lastOfStem[stem] = text;
      const pair = before < 0 ? -1 : toPair(before, stem);
      if (pair >= 0) textsOfPair[pair] = (textsOfPair[pair] as number) + 1;
      before = stem;
    }
  }
  const textsOfPiece = new Int32Array(lexicon.pieceCount);
  const [pieceStarts, pieces] = [lexicon.pieceStarts.view(), lexicon.pieces.view()];
  eachPiece(pieceStarts, pieces, (word, piece) => {
    textsOfPiece[piece] = (textsOfPiece[piece] as number) + (textsOfWord[word] as number);
  });
  const pieceIdfs = toIdfs(textsOfPiece, textCount);
  const pieceSquares = new Float32Array(lexicon.words.length);
  eachPiece(pieceStarts, pieces, (word, piece) => {
    pieceSquares[word] = (pieceSquares[word] as number) + (pieceIdfs[piece] as number) ** 2;
  });
  return {
    textsOfWord,
    textsOfStem,
    stemIdfs: toIdfs(textsOfStem, textCount),
    pairIdfs: toIdfs(textsOfPair, textCount),
    pieceIdfs,
    pieceSquares,
    highestIdf: Math.log(1 + textCount),
  };
}

/** What stands in no text weighs as what stands in one. Most places of the pairs are such: they are filled at once. */
function toIdfs(counts: Int32Array, textCount: number): Float32Array {
  const idfs = new Float32Array(counts.length).fill(Math.log(1 + textCount));
  for (let at = 0; at < counts.length; at += 1) {
    const count = counts[at] as number;
    if (count > 1) idfs[at] = Math.log(1 + textCount / count);
  }
  return idfs;
}

function eachPiece(starts: Int32Array, pieces: Int32Array, take: (word: number, piece: number) => void): void {
  for (let word = 0; word + 1 < starts.length; word += 1) {
    for (let at = starts[word] as number; at < (starts[word + 1] as number); at += 1) take(word, pieces[at] as number);
  }
}
