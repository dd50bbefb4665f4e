// Compares a question with every text of the index at once: cosines of rare features, by inverted lists. Pure.
import type { Counts } from '../reading/features.ts';
import { toStarts } from './vector-math.ts';

/** Rows of different lengths, one behind another: row `n` stands from `starts[n]` up to `starts[n + 1]`. */
interface Rows {
  readonly starts: Int32Array;
  readonly members: Int32Array;
  readonly weights: Float32Array;
}

/** Texts as unit vectors over their features, each feature weighted by how rare it is. */
export interface Space {
  readonly size: number;
  /** The features that some text has, numbered. */
  readonly numbers: ReadonlyMap<string, number>;
  readonly idfs: Float64Array;
  /** Weight of a feature that no text has. */
  readonly highestIdf: number;
  /** For each text its features, for each feature its texts. */
  readonly byText: Rows;
  readonly byFeature: Rows;
}

/** A unit vector over numbered features, without those that no text of the space has. */
export interface Weights {
  readonly features: Int32Array;
  readonly values: Float32Array;
}

function weigh(count: number, idf: number): number {
  return (1 + Math.log(count)) * idf;
}

/** Numbers the features in the order in which they first occur, a token's features all at once. */
class Numbering {
  readonly numbers = new Map<string, number>();
  readonly #byToken = new Map<string, Int32Array>();
  readonly #toFeatures: (token: string) => readonly string[];

  constructor(toFeatures: (token: string) => readonly string[]) {
    this.#toFeatures = toFeatures;
  }

  /** The numbers of a token's features. */
  read(token: string): Int32Array {
    const known = this.#byToken.get(token);
    if (known !== undefined) return known;
    const numbers = Int32Array.from(this.#toFeatures(token), (feature) => this.#number(feature));
    this.#byToken.set(token, numbers);
    return numbers;
  }

  #number(feature: string): number {
    const known = this.numbers.get(feature);
    if (known !== undefined) return known;
    this.numbers.set(feature, this.numbers.size);
    return this.numbers.size - 1;
  }
}

/** Gives each text's features, each once in the order in which it first occurs there, and how often the text has it. */
function countFeatures(texts: readonly (readonly string[])[], toFeatures: (token: string) => readonly string[]) {
  const numbering = new Numbering(toFeatures);
  const read = texts.map((tokens) => tokens.map((token) => numbering.read(token)));
  const most = read.reduce((sum, tokens) => tokens.reduce((total, numbers) => total + numbers.length, sum), 0);
  const members = new Int32Array(most);
  const counts = new Float64Array(most);
  const starts = new Int32Array(texts.length + 1);
  // For each feature where it stands, counted from 1, among the members of the text that had it last.
  const places = new Int32Array(numbering.numbers.size);
  let end = 0;
  for (let text = 0; text < read.length; text += 1) {
    const start = end;
    for (const numbers of read[text] ?? []) {
      for (let at = 0; at < numbers.length; at += 1) {
        const number = numbers[at] as number;
        let place = (places[number] as number) - 1;
        if (place < start) {
          place = end;
          members[place] = number;
          places[number] = place + 1;
          end += 1;
        }
        counts[place] = (counts[place] as number) + 1;
      }
    }
    starts[text + 1] = end;
  }
  return { numbers: numbering.numbers, starts, members: members.slice(0, end), counts: counts.subarray(0, end) };
}

/** Weights of each text's features, scaled so that the text has length 1. */
function toUnitWeights(starts: Int32Array, members: Int32Array, counts: Float64Array, idfs: Float64Array) {
  const weights = new Float32Array(members.length);
  for (let text = 0; text + 1 < starts.length; text += 1) {
    const [start, end] = [starts[text] as number, starts[text + 1] as number];
    let squares = 0;
    for (let at = start; at < end; at += 1) {
      const weight = weigh(counts[at] as number, idfs[members[at] as number] as number);
      weights[at] = weight;
      squares += weight * weight;
    }
    const length = Math.sqrt(squares) || 1;
    for (let at = start; at < end; at += 1) weights[at] = (weights[at] as number) / length;
  }
  return weights;
}

/** The same rows the other way round: for each member the rows that have it. */
function turnRows({ starts, members, weights }: Rows, lengths: Int32Array): Rows {
  const turned = toStarts(lengths);
  const next = turned.slice();
  const [rows, values] = [new Int32Array(members.length), new Float32Array(members.length)];
  for (let row = 0; row + 1 < starts.length; row += 1) {
    for (let at = starts[row] as number; at < (starts[row + 1] as number); at += 1) {
      const member = members[at] as number;
      const place = next[member] as number;
      rows[place] = row;
      values[place] = weights[at] as number;
      next[member] = place + 1;
    }
  }
  return { starts: turned, members: rows, weights: values };
}

/**
 * Lays out texts by their features. Each text is given as its tokens, and `toFeatures` says which features a token has: it is
 * asked once for each.
 */
export function buildSpace(
  texts: readonly (readonly string[])[],
  toFeatures: (token: string) => readonly string[],
): Space {
  const { numbers, starts, members, counts } = countFeatures(texts, toFeatures);
  const holders = new Int32Array(numbers.size);
  for (const member of members) holders[member] = (holders[member] as number) + 1;
  const idfs = Float64Array.from(holders, (count) => Math.log(1 + texts.length / count));
  const byText = { starts, members, weights: toUnitWeights(starts, members, counts, idfs) };
  const byFeature = turnRows(byText, holders);
  return { size: texts.length, numbers, idfs, highestIdf: Math.log(1 + texts.length), byText, byFeature };
}

/** A question's weights. Features that no text has count in its length. */
export function toWeights(space: Space, question: Counts): Weights {
  const features: number[] = [];
  const values: number[] = [];
  let squares = 0;
  for (const [feature, count] of question) {
    const number = space.numbers.get(feature);
    const weight = weigh(count, number === undefined ? space.highestIdf : (space.idfs[number] as number));
    squares += weight * weight;
    if (number === undefined) continue;
    features.push(number);
    values.push(weight);
  }
  const length = Math.sqrt(squares) || 1;
  return { features: Int32Array.from(features), values: Float32Array.from(values, (value) => value / length) };
}

/** The weights of a text of the space, by its place. */
export function weightsOf({ byText: { starts, members, weights } }: Space, text: number): Weights {
  const [start, end] = [starts[text], starts[text + 1]];
  return { features: members.subarray(start, end), values: weights.subarray(start, end) };
}

/** Cosine of a question to each text, in the order of the texts. */
export function compareAll(space: Space, { features, values }: Weights): Float32Array {
  const { starts, members, weights } = space.byFeature;
  const cosines = new Float32Array(space.size);
  for (let place = 0; place < features.length; place += 1) {
    const feature = features[place] as number;
    const value = values[place] as number;
    for (let at = starts[feature] as number; at < (starts[feature + 1] as number); at += 1) {
      const text = members[at] as number;
      cosines[text] = (cosines[text] as number) + value * (weights[at] as number);
    }
  }
  return cosines;
}
