// What an encoder makes of each token of a text, packed: four bits a number. Pure.
import kernelCode from './token-kernel.json' with { type: 'json' };

/** The tokens of a text in order, without those that mark its beginning and end. */
export interface TokenStates {
  /** Which piece of a word each token is, by its number in the encoder's vocabulary. */
  readonly pieces: Uint16Array;
  /** The tokens' states one behind another, two numbers a byte, each from -7 to 7 above 8. Where they are read from a file it throws `LostStates` once that cannot be. */
  readonly states: Uint8Array;
}

/** What was kept of a text's tokens is no longer there: it has to be encoded anew. */
export class LostStates extends Error {}

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

/** How near each token of two texts is to the nearest of the other. */
export interface NearestTokens {
  readonly ofQuestion: Float64Array;
  readonly ofText: Float64Array;
}

/** What token-kernel.wat gives; each number is an address in its memory, a count, or a size in bytes. */
interface Kernel {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
  open(packed: number, count: number, size: number, opened: number, squares: number): void;
  multiply(opened: number, count: number, size: number, other: number, products: number): void;
}

/** As much of it as is used: TypeScript keeps its types with those of a browser. */
declare const WebAssembly: {
  readonly Module: new (code: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: unknown };
};

const { exports } = new WebAssembly.Instance(new WebAssembly.Module(Buffer.from(kernelCode, 'base64')));
const kernel = exports as Kernel;
const pageSize = 65_536;
/** Whose tokens lie opened at the beginning of the kernel's memory. */
let current: AskedTokens | null = null;

/** The tokens of a question, to be compared with those of many texts: of states of as many numbers, a multiple of 32, for the kernel's sake. */
export class AskedTokens {
  readonly #tokens: TokenStates;
  /** Bytes of a packed token. */
  readonly #size: number;
  #scales: Float64Array = new Float64Array(0);

  /** Throws a RangeError where the states have another size. */
  constructor(tokens: TokenStates) {
    const count = tokens.pieces.length;
    this.#tokens = tokens;
    this.#size = count === 0 ? 0 : tokens.states.length / count;
    if (this.#size % 16 !== 0) throw new RangeError(`States of ${2 * this.#size} numbers cannot be compared.`);
  }

  /** For each token of the question the likeness to the nearest of a text, and for each of the text that to the nearest of the question. */
  compare(text: TokenStates): NearestTokens {
    const size = this.#size;
    const [count, textCount] = [this.#tokens.pieces.length, text.pieces.length];
    const nearest = { ofQuestion: new Float64Array(count), ofText: new Float64Array(textCount) };
    if (count === 0 || textCount === 0) return nearest;
    if (current !== this) this.#scales = open(this.#tokens, 0, size);
    current = this;
    const opened = 2 * count * size;
    const scales = open(text, opened, size);
    const products = opened + 2 * textCount * size;
    reserve(products + 4 * count);
    const found = new Int32Array(kernel.memory.buffer, products, count);
    for (let at = 0; at < textCount; at += 1) {
      kernel.multiply(0, count, 2 * size, opened + 2 * at * size, products);
      for (let token = 0; token < count; token += 1) {
        const near = (found[token] as number) * (this.#scales[token] as number) * (scales[at] as number);
        if (near > (nearest.ofQuestion[token] as number)) nearest.ofQuestion[token] = near;
        if (near > (nearest.ofText[at] as number)) nearest.ofText[at] = near;
      }
    }
    return nearest;
  }
}

function reserve(end: number): void {
  const missing = end - kernel.memory.buffer.byteLength;
  if (missing > 0) kernel.memory.grow(Math.ceil(missing / pageSize));
}

/** Opens tokens at an address; returns what makes each of unit length. */
function open({ pieces, states }: TokenStates, address: number, size: number): Float64Array {
  const count = pieces.length;
  const packed = address + 2 * states.length;
  const squares = packed + states.length;
  reserve(squares + 4 * count);
  new Uint8Array(kernel.memory.buffer).set(states, packed);
  kernel.open(packed, count, size, address, squares);
  const sums = new Int32Array(kernel.memory.buffer, squares, count);
  return Float64Array.from(sums, (sum) => (sum === 0 ? 0 : Math.fround(1 / Math.sqrt(sum))));
}

/**
 * How well a text says what each token of the question says: for every token of the question the nearest token of the text (late interaction:
 * Khattab & Zaharia 2020), the mean of these by `weights`, one for each token of the question. At most 1.
 */
export function interact(question: AskedTokens, weights: ArrayLike<number>, text: TokenStates): number {
  const { ofQuestion } = question.compare(text);
  let [sum, total] = [0, 0];
  for (let token = 0; token < ofQuestion.length; token += 1) {
    sum += (weights[token] as number) * (ofQuestion[token] as number);
    total += weights[token] as number;
  }
  return total === 0 ? 0 : sum / total;
}
