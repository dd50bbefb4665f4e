// How like a question is to single texts, by their words: spelling piece by piece, and stems with pairs of them. Pure.
import { toPieces } from '../lexicon.ts';
import type { Word } from '../reading/words.ts';
import { pairPlaces, type TextTable, toPair } from '../text-table.ts';

/** What one text is like, each a cosine from 0 to 1. */
export interface Likeness {
  /** Over pieces of words, weighted by how rare they are. */
  pieces: number;
  /** Over stems and pairs of neighbouring stems. */
  stems: number;
}

/** What is noted of a word of the texts once it is met: it shares nothing with the question, or something. */
const [strange, shared] = [1, 2];

/**
 * One question laid out for comparison with the texts of a table. What is worked out for it lies in arrays that are made once and
 * cleared for the next question: only one question is compared at a time.
 */
export class QuestionLikeness {
  readonly #table: TextTable;
  readonly #stemOf: Int32Array;
  readonly #pieceStarts: Int32Array;
  readonly #piecesOf: Int32Array;
  /** The question's weights by stem, pair and piece, and which of them are not zero. */
  readonly #stems: Float32Array;
  readonly #pairs = new Float32Array(pairPlaces);
  readonly #pieces: Float32Array;
  readonly #touched = { stems: [] as number[], pairs: [] as number[], pieces: [] as number[] };
  /** By word of the texts: whether it was met, and what it adds to the products of pieces and of stems. */
  readonly #met: Uint8Array;
  readonly #products: Float32Array;
  readonly #stemProducts: Float32Array;
  #stemLength = 1;
  #pieceLength = 1;

  constructor(table: TextTable) {
    const words = table.textsOfWord.length;
    this.#table = table;
    this.#stemOf = table.lexicon.stemOf.view();
    this.#pieceStarts = table.lexicon.pieceStarts.view();
    this.#piecesOf = table.lexicon.pieces.view();
    this.#stems = new Float32Array(table.stemIdfs.length);
    this.#pieces = new Float32Array(table.pieceIdfs.length);
    this.#met = new Uint8Array(words);
    this.#products = new Float32Array(words);
    this.#stemProducts = new Float32Array(words);
  }

  /** Lays out another question. What no text has counts in its length, as the rarest of all. */
  ask(words: readonly Word[]): void {
    this.#clear();
    const { lexicon, highestIdf, stemIdfs, pairIdfs, pieceIdfs } = this.#table;
    let [stemSquares, pieceSquares] = [0, 0];
    let before: number | null = null;
    for (const { plain, stem } of words) {
      const number = lexicon.findStem(stem);
      stemSquares += add(this.#stems, this.#touched.stems, number, stemIdfs[number] ?? highestIdf);
      if (before !== null) {
        const pair = before < 0 || number < 0 ? -1 : toPair(before, number);
        stemSquares += add(this.#pairs, this.#touched.pairs, pair, pairIdfs[pair] ?? highestIdf);
      }
      before = number;
      for (const piece of toPieces(plain)) {
        const place = lexicon.findPiece(piece);
        pieceSquares += add(this.#pieces, this.#touched.pieces, place, pieceIdfs[place] ?? highestIdf);
      }
    }
    this.#stemLength = Math.sqrt(stemSquares) || 1;
    this.#pieceLength = Math.sqrt(pieceSquares) || 1;
  }

  #clear(): void {
    for (const stem of this.#touched.stems.splice(0)) this.#stems[stem] = 0;
    for (const pair of this.#touched.pairs.splice(0)) this.#pairs[pair] = 0;
    for (const piece of this.#touched.pieces.splice(0)) this.#pieces[piece] = 0;
    this.#met.fill(0);
  }

  /** Compares a word of the texts with all words of the question, once. */
  #meet(word: number): void {
    const { pieceIdfs, stemIdfs } = this.#table;
    let product = 0;
    for (let at = this.#pieceStarts[word] as number; at < (this.#pieceStarts[word + 1] as number); at += 1) {
      const piece = this.#piecesOf[at] as number;
      const weight = this.#pieces[piece] as number;
      if (weight !== 0) product += weight * (pieceIdfs[piece] as number);
    }
    const stem = this.#stemOf[word] as number;
    const stemProduct = (stemIdfs[stem] as number) * (this.#stems[stem] as number);
    this.#products[word] = product;
    this.#stemProducts[word] = stemProduct;
    this.#met[word] = product === 0 && stemProduct === 0 ? strange : shared;
  }

  /** Compares the question with the text at a place of the table, into `likeness`. */
  compare(text: number, likeness: Likeness): void {
    const { starts, words, pairIdfs, pieceLengths, stemLengths } = this.#table;
    const [met, products, stemProducts, stemOf] = [this.#met, this.#products, this.#stemProducts, this.#stemOf];
    let product = 0;
    let stemProduct = 0;
    let before = -1;
    const end = starts[text + 1] as number;
    for (let at = starts[text] as number; at < end; at += 1) {
      const word = words[at] as number;
      if (met[word] === 0) this.#meet(word);
      if (met[word] === strange) {
        before = -1;
        continue;
      }
      product += products[word] as number;
      const ofStem = stemProducts[word] as number;
      if (ofStem === 0) {
        before = -1;
        continue;
      }
      const stem = stemOf[word] as number;
      const pair = before < 0 ? -1 : toPair(before, stem);
      if (pair >= 0) stemProduct += (pairIdfs[pair] as number) * (this.#pairs[pair] as number);
      stemProduct += ofStem;
      before = stem;
    }
    likeness.pieces = Math.min(1, product / (this.#pieceLength * (pieceLengths[text] as number)));
    likeness.stems = Math.min(1, stemProduct / (this.#stemLength * (stemLengths[text] as number)));
  }
}

/** Adds a weight at a place, where there is one; gives its square. */
function add(weights: Float32Array, touched: number[], place: number, weight: number): number {
  if (place >= 0 && place < weights.length) {
    weights[place] = (weights[place] as number) + weight;
    touched.push(place);
  }
  return weight * weight;
}
