import { describe, expect, it } from 'vitest';
import { type Example, hashedPlaces } from '../../src/search/scoring/example.ts';
import { meanOf, Planes } from '../../src/search/scoring/planes.ts';

const DIMENSIONS = 5;
const CLASSES = 6;

/** An example that is another one for each seed, with the same numbers every time. */
function exampleOf(seed: number): Example {
  const ids = Int32Array.from({ length: 40 }, (_, at) => (seed * 13 + at * (37 + seed)) % hashedPlaces).sort();
  return {
    dense: Float32Array.from({ length: DIMENSIONS }, (_, at) => Math.sin(seed + at)),
    ids,
    values: Float32Array.from(ids, (id) => Math.cos(id + seed) / 4),
  };
}

const examples = Array.from({ length: 12 }, (_, seed) => exampleOf(seed));
const lessons = examples.map((example, at) => ({
  example,
  rivals: Int32Array.of(at % CLASSES, (at + 1) % CLASSES, (at + 4) % CLASSES),
}));
const factors = Float64Array.from({ length: 3 * lessons.length }, (_, at) => ((at % 5) - 2) / 3);
const mean = meanOf(
  examples.map((example, at) => ({ example, weight: at % 3 })),
  DIMENSIONS,
);

/** Planes of so many classes, of which the first few are learned. */
function learned(classCount: number): Planes {
  const planes = new Planes(classCount, mean);
  planes.clear();
  lessons.forEach(({ example, rivals }, at) => {
    planes.add(example, rivals, factors, 3 * at);
  });
  planes.settle();
  return planes;
}

/** The score by its definition: likenesses about the mean, each as often as it was added. */
function scoreByHand(planes: Planes, example: Example, wanted: number): number {
  let sum = 0;
  lessons.forEach((lesson, at) => {
    lesson.rivals.forEach((rival, place) => {
      if (rival === wanted)
        sum += (factors[3 * at + place] ?? 0) * planes.likeness(example, planes.toMean(example), lesson.example);
    });
  });
  return sum;
}

describe('the planes of a classifier', () => {
  it.each([
    ['few classes, worked out together', CLASSES],
    ['many classes, one by one', 40],
  ])('score by the likeness to what was added: %s', (_, classCount) => {
    const planes = learned(classCount);
    for (const example of [exampleOf(20), ...examples.slice(0, 3)]) {
      const scores = planes.scoreAll(example, planes.toMean(example));
      expect(scores).toHaveLength(classCount);
      for (let rival = 0; rival < CLASSES; rival += 1)
        expect(scores[rival]).toBeCloseTo(scoreByHand(planes, example, rival), 4);
    }
  });

  it('score the classes that are asked for, in the order asked', () => {
    const example = exampleOf(30);
    for (const planes of [learned(CLASSES), learned(40)]) {
      const all = planes.scoreAll(example, planes.toMean(example));
      const some = new Float64Array(2);
      planes.score(example, planes.toMean(example), Int32Array.of(4, 1), some);
      expect([...some]).toEqual([all[4], all[1]]);
    }
  });

  it('forget what was added when they are cleared', () => {
    const planes = learned(CLASSES);
    planes.clear();
    planes.settle();
    expect(planes.scoreAll(exampleOf(20), planes.toMean(exampleOf(20))).every((score) => score === 0)).toBe(true);
  });
});

describe('the mean of examples', () => {
  it('weighs them, and leaves out those without a weight', () => {
    const [one, two] = [exampleOf(1), exampleOf(2)];
    const { dense } = meanOf(
      [
        { example: one, weight: 3 },
        { example: two, weight: 1 },
        { example: exampleOf(3), weight: 0 },
      ],
      5,
    );
    dense.forEach((value, at) => {
      expect(value).toBeCloseTo(0.75 * (one.dense[at] ?? 0) + 0.25 * (two.dense[at] ?? 0), 6);
    });
  });
});
