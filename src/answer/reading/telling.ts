// How much a question tells by itself of what it is about. Pure.
import model from '../../search/fusion.model.json' with { type: 'json' };
import { toStem } from '../../search/reading/stem.ts';
import { toWeightOf } from '../../search/scoring/word-weights.ts';
import { contentWords } from './function-words.ts';

/** What a word weighs, by its stem: about 0.1 to 1.7, the less, the more kinds of questions it stands in ("need", "help"). */
export const weightOf = toWeightOf(model.words);

/** The weight of all words of a text that name a subject: "can you help me out?" 0.8, "is a visa needed for the internship?" 3.5. */
export function toTold(text: string): number {
  return contentWords(text).reduce((sum, word) => sum + weightOf(toStem(word)), 0);
}
