// Numbers the words of all texts, their stems and the pieces they are spelt with, so that texts are rows of numbers. Pure.
import { IntList } from './int-list.ts';
import type { Word } from './reading/words.ts';

/** Pieces of 3 to 5 letters of a plain word, its edges marked: what makes a typing error cheap. */
export function toPieces(plain: string): readonly string[] {
  const edged = `_${plain}_`;
  const pieces: string[] = [];
  for (let size = 3; size <= 5; size += 1) {
    for (let start = 0; start + size <= edged.length; start += 1) pieces.push(edged.slice(start, start + size));
  }
  return pieces.length === 0 ? [edged] : pieces;
}

/** It only grows: a word keeps its number, so that what was read once stays good when other notes change. */
export class Lexicon {
  readonly #numbers = new Map<string, number>();
  readonly #stems = new Map<string, number>();
  readonly #pieces = new Map<string, number>();
  /** The words by number: lower case, without accents. */
  readonly words: string[] = [];
  /** The stems by number. */
  readonly stems: string[] = [];
  /** For each word the number of its stem. */
  readonly stemOf = new IntList();
  /** The pieces of word `n` stand in `pieces` from `pieceStarts[n]` up to `pieceStarts[n + 1]`. */
  readonly pieceStarts = IntList.of(0);
  readonly pieces = new IntList();

  get pieceCount(): number {
    return this.#pieces.size;
  }

  /** The number of a word; a new one is added. */
  add({ plain, stem }: Word): number {
    const known = this.#numbers.get(plain);
    if (known !== undefined) return known;
    const number = this.words.push(plain) - 1;
    this.#numbers.set(plain, number);
    this.stemOf.push(this.#addStem(stem));
    for (const piece of toPieces(plain)) this.pieces.push(this.#addPiece(piece));
    this.pieceStarts.push(this.pieces.length);
    return number;
  }

  /** The number of a word, or -1. */
  find(plain: string): number {
    return this.#numbers.get(plain) ?? -1;
  }

  /** The number of a stem, or -1. */
  findStem(stem: string): number {
    return this.#stems.get(stem) ?? -1;
  }

  /** The number of a piece, or -1. */
  findPiece(piece: string): number {
    return this.#pieces.get(piece) ?? -1;
  }

  #addStem(stem: string): number {
    const known = this.#stems.get(stem);
    if (known !== undefined) return known;
    this.#stems.set(stem, this.stems.length);
    return this.stems.push(stem) - 1;
  }

  #addPiece(piece: string): number {
    const known = this.#pieces.get(piece);
    if (known !== undefined) return known;
    this.#pieces.set(piece, this.#pieces.size);
    return this.#pieces.size - 1;
  }
}
