// Whether a piece of text reads as a question, or as a worry that asks for an answer. Pure.
import model from './asks.model.json' with { type: 'json' };
import { type Features, toFeatures } from './reading/asks-features.ts';

/*
 * Two logistic regressions over words, their order, the sentence's build, openings, endings and letters; the second has the numbers of
 * a sentence vector beside them. Fitted by `npm run fit` (bench/fit-asks.mjs) on bench/lines/asks.jsonl and search/chatter.json. The
 * scores are shifted so that 92% (94% with a vector) of the questions in those lines, each scored by a model that has not
 * seen it, reach 0.5.
 */

/** A sentence vector with the name of the encoder that made it. */
export interface SentenceVector {
  readonly encoder: string;
  readonly numbers: Float32Array;
}

function toSum(bias: number, hashed: readonly number[], features: Features): number {
  let sum = bias;
  for (const [place, value] of features) sum += (hashed[place] ?? 0) * value;
  return sum;
}

function sigmoid(sum: number): number {
  return 1 / (1 + Math.exp(-sum));
}

/** How much a text reads as a question or as a worry that asks for an answer: 0 to 1. From 0.5 on it counts as one. */
export function asks(text: string): number {
  if (text.trim() === '') return 0;
  return sigmoid(toSum(model.words.bias, model.words.hashed, toFeatures(text)));
}

/** The same with the text's sentence vector, which tells more; without one, or with another encoder's, by words alone. */
export function asksWithMeaning(text: string, vector: SentenceVector | null): number {
  const { bias, hashed, encoder, vector: weights } = model.meaning;
  if (vector?.encoder !== encoder || vector.numbers.length !== weights.length || text.trim() === '') return asks(text);
  const sum = weights.reduce((total, weight, place) => total + weight * (vector.numbers[place] ?? 0), 0);
  return sigmoid(sum + toSum(bias, hashed, toFeatures(text)));
}
