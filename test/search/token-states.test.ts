import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import kernelCode from '../../src/search/scoring/token-kernel.json' with { type: 'json' };
import { AskedTokens, packTokens, type TokenStates } from '../../src/search/scoring/token-states.ts';
import { createRandom } from '../create-random.ts';
import { unpackTokens } from '../unpack-tokens.ts';

const random = createRandom(7);

/** `count` tokens with states of so many numbers; the first is nothing at all where `hasZero`. */
function makeTokens(count: number, dimensions: number, hasZero = false): TokenStates {
  const states = Float32Array.from({ length: count * dimensions }, (_, at) =>
    hasZero && at < dimensions ? 0 : 2 * random() - 1,
  );
  return packTokens(new Uint16Array(count), states);
}

function nearest(ones: readonly (readonly number[])[], others: readonly (readonly number[])[]): readonly number[] {
  return ones.map((one) =>
    Math.max(0, ...others.map((other) => one.reduce((sum, number, at) => sum + number * (other[at] ?? 0), 0))),
  );
}

describe('AskedTokens', () => {
  it.each([
    [1, 1, 32],
    [3, 7, 64],
    [12, 254, 384],
    [40, 254, 384],
    [2, 2, 4096],
  ])('finds for each of %i tokens the nearest of %i, and the other way round, by %i numbers', (one, other, numbers) => {
    const [question, text] = [makeTokens(one, numbers), makeTokens(other, numbers, true)];
    const { ofQuestion, ofText } = new AskedTokens(question).compare(text);
    const [asked, said] = [unpackTokens(question), unpackTokens(text)];
    for (const [at, value] of nearest(asked, said).entries()) expect(ofQuestion[at]).toBeCloseTo(value, 6);
    for (const [at, value] of nearest(said, asked).entries()) expect(ofText[at]).toBeCloseTo(value, 6);
  });

  it('keeps several questions apart that are compared by turns', () => {
    const texts = [makeTokens(5, 64), makeTokens(90, 64)];
    const questions = [makeTokens(4, 64), makeTokens(9, 64)].map((tokens) => new AskedTokens(tokens));
    const inTurn = texts.map((text) => questions.map((question) => question.compare(text)));
    const oneByOne = questions.map((question) => texts.map((text) => question.compare(text)));
    for (const [text, found] of inTurn.entries())
      for (const [question, values] of found.entries()) expect(values).toEqual(oneByOne[question]?.[text]);
  });

  it('finds nothing in a text without tokens, nor for a question without', () => {
    const [none, some] = [makeTokens(0, 64), makeTokens(3, 64)];
    expect(new AskedTokens(none).compare(some).ofText).toEqual(new Float64Array(3));
    expect(new AskedTokens(some).compare(none).ofQuestion).toEqual(new Float64Array(3));
  });

  it('refuses states whose numbers are no multiple of 32', () => {
    expect(() => new AskedTokens(makeTokens(2, 48))).toThrow('States of 48 numbers cannot be compared');
  });

  it('runs what token-kernel.wat says: `npm run kernel` after a change', () => {
    const script = join(import.meta.dirname, '..', '..', 'bench', 'make-kernel.mjs');
    expect(kernelCode).toBe(JSON.parse(execFileSync(process.execPath, [script, '--print'], { encoding: 'utf8' })));
  });
});
