// Whether a piece of text reads as a question, or as a worry that asks for an answer. Pure.
import model from './asks.model.json' with { type: 'json' };
import { toFeatures } from './reading/asks-features.ts';

/*
 * Two models over words, their order, the sentence's build, openings, endings and letters. The one for words alone is a logistic
 * regression; the other is a small neural network whose hidden units read the numbers of a sentence vector beside them. Fitted by
 * `npm run fit` (bench/fit-asks.mjs) on bench/lines/asks.jsonl, the development questions, those of the made-up programmes, search/chatter.json and, for
 * little, the statements of a public chat; the network also on the talk and the unusual questions of the documents that the encoder learns from. The
 * scores are shifted so that 89% (94% with a vector) of the questions in the first four reach 0.5, and
 * stretched so that 96% of the plain statements there that ask nothing stay below 0.9, each line scored by a model that has not seen it.
 */

/** A sentence vector with the name of the encoder that made it. */
export interface SentenceVector {
  readonly encoder: string;
  readonly numbers: Float32Array;
}

/** Reads a sentence vector for one thing, and is silent (zero) where it does not find it. */
interface HiddenUnit {
  readonly bias: number;
  readonly weight: number;
  readonly vector: readonly number[];
}

function fromFeatures({ bias, hashed }: { readonly bias: number; readonly hashed: readonly number[] }, text: string) {
  let sum = bias;
  for (const [place, value] of toFeatures(text)) sum += (hashed[place] ?? 0) * value;
  return sum;
}

function fromVector(hidden: readonly HiddenUnit[], numbers: Float32Array): number {
  const give = ({ bias, weight, vector }: HiddenUnit): number =>
    weight *
    Math.max(
      0,
      vector.reduce((sum, value, place) => sum + value * (numbers[place] ?? 0), bias),
    );
  return hidden.reduce((sum, unit) => sum + give(unit), 0);
}

function sigmoid(sum: number): number {
  return 1 / (1 + Math.exp(-sum));
}

/** How much a text reads as a question or as a worry that asks for an answer: 0 to 1. From 0.5 on it counts as one. */
export function asks(text: string): number {
  return text.trim() === '' ? 0 : sigmoid(fromFeatures(model.words, text));
}

/** The same with the text's sentence vector, which tells more; without one, or with another encoder's, by words alone. */
export function asksWithMeaning(text: string, vector: SentenceVector | null): number {
  const { encoder, hidden } = model.meaning;
  const isOurs = vector?.encoder === encoder && vector.numbers.length === hidden[0]?.vector.length;
  if (!isOurs || text.trim() === '') return asks(text);
  return sigmoid(fromFeatures(model.meaning, text) + fromVector(hidden, vector.numbers));
}
