// What an encoder makes of each token of a text, packed: four bits a number. Pure.

/** The tokens of a text in order, without those that mark its beginning and end. */
export interface TokenStates {
  /** Which piece of a word each token is, by its number in the encoder's vocabulary. */
  readonly pieces: Uint16Array;
  /** The tokens' states one behind another, two numbers a byte, each from -7 to 7 above 8. */
  readonly states: Uint8Array;
}

const [middle, highest] = [8, 7];

/** Packs the states of tokens, as many numbers for each. What is lost changes a likeness by a thousandth. */
export function packTokens(pieces: Uint16Array, states: Float32Array): TokenStates {
  const dimensions = pieces.length === 0 ? 0 : states.length / pieces.length;
  const packed = new Uint8Array(states.length / 2);
  for (let token = 0; token < pieces.length; token += 1) {
    const start = token * dimensions;
    let most = 0;
    for (let at = start; at < start + dimensions; at += 1) most = Math.max(most, Math.abs(states[at] as number));
    const scale = most === 0 ? 0 : highest / most;
    const step = (at: number): number => middle + Math.round((states[at] as number) * scale);
    for (let at = start; at < start + dimensions; at += 2) packed[at / 2] = step(at) | (step(at + 1) << 4);
  }
  return { pieces, states: packed };
}

/** States of tokens as they are compared: whole numbers, and what makes each of unit length. */
export interface OpenStates {
  readonly pieces: Uint16Array;
  readonly dimensions: number;
  readonly numbers: Int8Array;
  readonly scales: Float32Array;
}

export function openTokens({ pieces, states }: TokenStates): OpenStates {
  const dimensions = pieces.length === 0 ? 0 : (2 * states.length) / pieces.length;
  const numbers = new Int8Array(2 * states.length);
  const scales = new Float32Array(pieces.length);
  for (let token = 0; token < pieces.length; token += 1) {
    let squares = 0;
    for (let at = token * dimensions; at < (token + 1) * dimensions; at += 2) {
      const both = states[at / 2] as number;
      const [low, high] = [(both & 15) - middle, (both >> 4) - middle];
      numbers[at] = low;
      numbers[at + 1] = high;
      squares += low * low + high * high;
    }
    scales[token] = squares === 0 ? 0 : 1 / Math.sqrt(squares);
  }
  return { pieces, dimensions, numbers, scales };
}

/** The states of a question's tokens, two of them in each number: both are compared in one multiplication. */
export interface PairedStates {
  readonly count: number;
  readonly dimensions: number;
  readonly pairs: Int32Array;
  readonly scales: Float32Array;
}

/** A product of two states is at most 49 times their numbers: of some six hundred it fits below the other one. */
const shift = 16;

export function pairTokens(tokens: TokenStates): PairedStates {
  const { pieces, dimensions, numbers, scales } = openTokens(tokens);
  const count = pieces.length;
  const pairs = new Int32Array(Math.ceil(count / 2) * dimensions);
  for (let token = 0; token < count; token += 1) {
    const [from, to] = [token * dimensions, (token >> 1) * dimensions];
    const factor = token % 2 === 0 ? 1 : 1 << shift;
    for (let at = 0; at < dimensions; at += 1)
      pairs[to + at] = (pairs[to + at] as number) + (numbers[from + at] as number) * factor;
  }
  return { count, dimensions, pairs, scales };
}

/** The products of two tokens of a question with one of a text, the second shifted above the first. Four sums at a time, so that they overlap. */
function multiply({ pairs, dimensions }: PairedStates, start: number, numbers: Int8Array, otherStart: number): number {
  let [first, second, third, fourth] = [0, 0, 0, 0];
  for (let at = 0; at < dimensions; at += 4) {
    first = (first + Math.imul(pairs[start + at] as number, numbers[otherStart + at] as number)) | 0;
    second = (second + Math.imul(pairs[start + at + 1] as number, numbers[otherStart + at + 1] as number)) | 0;
    third = (third + Math.imul(pairs[start + at + 2] as number, numbers[otherStart + at + 2] as number)) | 0;
    fourth = (fourth + Math.imul(pairs[start + at + 3] as number, numbers[otherStart + at + 3] as number)) | 0;
  }
  return (first + second + third + fourth) | 0;
}

/** For each token of a question the likeness to the nearest of a text, and for each of the text that to the nearest of the question. */
export function compareTokens(
  question: PairedStates,
  text: OpenStates,
): { readonly ofQuestion: Float64Array; readonly ofText: Float64Array } {
  const { count, dimensions, scales } = question;
  const ofQuestion = new Float64Array(count);
  const ofText = new Float64Array(text.pieces.length);
  const see = (token: number, at: number, product: number): void => {
    const near = product * (scales[token] as number) * (text.scales[at] as number);
    if (near > (ofQuestion[token] as number)) ofQuestion[token] = near;
    if (near > (ofText[at] as number)) ofText[at] = near;
  };
  for (let at = 0; at < ofText.length; at += 1) {
    for (let token = 0; token < count; token += 2) {
      const both = multiply(question, (token >> 1) * dimensions, text.numbers, at * dimensions);
      const low = (both << shift) >> shift;
      see(token, at, low);
      if (token + 1 < count) see(token + 1, at, (both - low) >> shift);
    }
  }
  return { ofQuestion, ofText };
}

/**
 * How well a text says what each token of the question says: for every token of the question the nearest token of the text (late interaction:
 * Khattab & Zaharia 2020), the mean of these by `weights`, one for each token of the question. At most 1.
 */
export function interact(question: PairedStates, weights: ArrayLike<number>, text: OpenStates): number {
  const { ofQuestion } = compareTokens(question, text);
  let [sum, total] = [0, 0];
  for (let token = 0; token < ofQuestion.length; token += 1) {
    sum += (weights[token] as number) * (ofQuestion[token] as number);
    total += weights[token] as number;
  }
  return total === 0 ? 0 : sum / total;
}
