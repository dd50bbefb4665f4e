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

/** Cosine between the state of one token and that of another. */
function cosine(one: OpenStates, at: number, other: OpenStates, otherAt: number): number {
  const { dimensions, numbers } = one;
  const [start, otherStart] = [at * dimensions, otherAt * dimensions];
  let [first, second, third, fourth] = [0, 0, 0, 0];
  for (let place = 0; place < dimensions; place += 4) {
    first += (numbers[start + place] as number) * (other.numbers[otherStart + place] as number);
    second += (numbers[start + place + 1] as number) * (other.numbers[otherStart + place + 1] as number);
    third += (numbers[start + place + 2] as number) * (other.numbers[otherStart + place + 2] as number);
    fourth += (numbers[start + place + 3] as number) * (other.numbers[otherStart + place + 3] as number);
  }
  return (first + second + third + fourth) * (one.scales[at] as number) * (other.scales[otherAt] as number);
}

/**
 * How well a text says what each token of the question says: for every token of the question the nearest token of the text (late interaction:
 * Khattab & Zaharia 2020), the mean of these by `weights`, one for each token of the question. At most 1.
 */
export function interact(question: OpenStates, weights: ArrayLike<number>, text: OpenStates): number {
  let [sum, total] = [0, 0];
  for (let token = 0; token < question.pieces.length; token += 1) {
    const weight = weights[token] as number;
    let nearest = 0;
    for (let at = 0; at < text.pieces.length; at += 1) nearest = Math.max(nearest, cosine(question, token, text, at));
    sum += weight * nearest;
    total += weight;
  }
  return total === 0 ? 0 : sum / total;
}
