// How much a question tells by itself of what it is about. Pure.
import { toStem } from '../../search/reading/stem.ts';
import { weightOf } from '../../search/scoring/word-weights.ts';
import { contentWords } from './function-words.ts';

/** The weight of all words of a text that name a subject: "can you help me out?" 0.8, "is a visa needed for the internship?" 3.5. */
export function toTold(text: string): number {
  return contentWords(text).reduce((sum, word) => sum + weightOf(toStem(word)), 0);
}
