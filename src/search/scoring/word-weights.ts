// What a word is worth in a question whatever the notes: "how" and "please" say little, a word that is seldom asked says much. Pure.
import model from '../fusion.model.json' with { type: 'json' };
import { toStem } from '../reading/stem.ts';

/** Weight of a stem, about 0.1 to 1.7: that of its commonest word. */
export type WeightOf = (stem: string) => number;

/** Weights in hundredths by word, learned from how often it occurs in questions of several fields; `unseen` for all others. */
interface WordTable {
  readonly unseen: number;
  readonly weights: Readonly<Record<string, number>>;
}

function toWeightOf({ unseen, weights }: WordTable): WeightOf {
  const byStem = new Map<string, number>();
  for (const [word, weight] of Object.entries(weights)) {
    const stem = toStem(word);
    byStem.set(stem, Math.min(weight, byStem.get(stem) ?? weight));
  }
  return (stem) => (byStem.get(stem) ?? unseen) / 100;
}

/** As `npm run fit` found it. */
export const weightOf: WeightOf = toWeightOf(model.words);
