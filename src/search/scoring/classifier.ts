// A multinomial logistic regression trained on the entries' own wordings and passages when an index is built. Pure.
// Accelerated gradient descent (Beck & Teboulle 2009, restarts after O'Donoghue & Candès 2015) on the examples' coefficients.
// Each example competes only among the classes most like it: those it is mistaken for; so a thousand entries stay affordable.
import { type Example, hashedPlaces, multiply } from './example.ts';
import { addScaled, addSparse, innerProduct, sparseProduct } from './vector-math.ts';

/** One text to learn from. `rivals`: the classes it competes among, its own first; none, where it is not learned from. */
export interface Lesson {
  readonly example: Example;
  readonly weight: number;
  readonly rivals: Int32Array;
}

export interface Classifier {
  readonly classCount: number;
  readonly lessons: readonly Lesson[];
  /** For each lesson what it adds to each of its rivals. */
  readonly coefficients: readonly Float64Array[];
  readonly planes: Planes;
}

/** For each class a direction; scores are taken about the mean of all lessons. */
interface Planes {
  readonly dimensions: number;
  readonly rows: Float32Array;
  readonly sums: Float64Array;
  readonly atMean: Float64Array;
  readonly mean: Float32Array;
  readonly meanSquare: number;
}

/** Strength of the pull towards zero; 0.1 and 0.3 measured alike. */
const pull = 0.1;
/** Rounds of training; twice and four times as many rank and keep quiet no better on the development sets. */
const rounds = { words: 10, meaning: 15 };
/** The first steps are so many times longer than is safe for any data; where the loss rises they are halved and begun anew. */
const boldness = 6;

function dot(rows: Float32Array, start: number, { dense, ids, values }: Example): number {
  return innerProduct(rows, start, dense) + sparseProduct(rows, start + dense.length, ids, values);
}

function addTo(rows: Float32Array, start: number, { dense, ids, values }: Example, factor: number): void {
  addScaled(rows, start, dense, factor);
  addSparse(rows, start + dense.length, ids, values, factor);
}

function meanOf(lessons: readonly Lesson[], dimensions: number): Float32Array {
  const mean = new Float32Array(dimensions);
  const total = lessons.reduce((sum, { weight }) => sum + weight, 0) || 1;
  for (const { example, weight } of lessons) if (weight > 0) addTo(mean, 0, example, weight / total);
  return mean;
}

/** Writes the directions that the coefficients add up to into `rows`. */
function toPlanes(
  lessons: readonly Lesson[],
  coefficients: readonly Float64Array[],
  rows: Float32Array,
  mean: Float32Array,
): Planes {
  const dimensions = mean.length;
  const classCount = rows.length / dimensions;
  const sums = new Float64Array(classCount);
  rows.fill(0);
  lessons.forEach(({ example, rivals }, lesson) => {
    rivals.forEach((rival, at) => {
      const coefficient = coefficients[lesson]?.[at] ?? 0;
      if (coefficient === 0) return;
      addTo(rows, rival * dimensions, example, coefficient);
      sums[rival] = (sums[rival] ?? 0) + coefficient;
    });
  });
  const atMean = Float64Array.from({ length: classCount }, (_, rival) => innerProduct(rows, rival * dimensions, mean));
  const meanSquare = innerProduct(mean, 0, mean);
  return { dimensions, rows, sums, atMean, mean, meanSquare };
}

function scoreOne(planes: Planes, example: Example, toMean: number, rival: number): number {
  const own = dot(planes.rows, rival * planes.dimensions, example);
  const sum = planes.sums[rival] ?? 0;
  return own - sum * toMean - (planes.atMean[rival] ?? 0) + sum * planes.meanSquare;
}

/** Largest eigenvalue of the examples' centred likenesses, by the power method: it sets the size of a step. */
function steepness(lessons: readonly Lesson[], mean: Float32Array): number {
  let values = Float64Array.from(lessons, (_, at) => 1 + (at % 7) / 7);
  let length = 1;
  for (let round = 0; round < 12; round += 1) {
    const coefficients = lessons.map((_, at) => Float64Array.of(values[at] ?? 0));
    const single = lessons.map((lesson) => ({ ...lesson, rivals: Int32Array.of(0) }));
    const planes = toPlanes(single, coefficients, new Float32Array(mean.length), mean);
    const next = Float64Array.from(lessons, ({ example }) => scoreOne(planes, example, dot(mean, 0, example), 0));
    length = Math.sqrt(next.reduce((sum, value) => sum + value * value, 0)) || 1;
    values = next.map((value) => value / length);
  }
  return length;
}

function chances(scores: Float64Array): Float64Array {
  const most = Math.max(...scores);
  const raised = scores.map((score) => Math.exp(score - most));
  const sum = raised.reduce((total, value) => total + value, 0);
  return raised.map((value) => value / sum);
}

/** Where training stands: coefficients of each lesson, and the point a little ahead of them from which the next step is taken. */
interface Progress {
  readonly last: readonly Float64Array[];
  readonly ahead: readonly Float64Array[];
  readonly pace: number;
}

/** Loss at the point ahead, and where a step of this size leads from it. */
function descend(
  lessons: readonly Lesson[],
  { ahead }: Progress,
  scoresOf: (lesson: number) => Float64Array,
  step: number,
): { readonly loss: number; readonly next: readonly Float64Array[] } {
  let loss = 0;
  const next = lessons.map(({ weight }, lesson) => {
    const coefficients = ahead[lesson] ?? new Float64Array(0);
    if (coefficients.length === 0) return coefficients;
    const scores = scoresOf(lesson);
    const chance = chances(scores);
    loss -= weight * Math.log(Math.max(1e-12, chance[0] ?? 0));
    return coefficients.map((value, place) => {
      loss += 0.5 * pull * value * (scores[place] ?? 0);
      const error = weight * ((chance[place] ?? 0) - (place === 0 ? 1 : 0));
      return value - step * (error + pull * value);
    });
  });
  return { loss, next };
}

/** Looks ahead in the direction of the last step. */
function accelerate({ last, pace }: Progress, next: readonly Float64Array[]): Progress {
  const nextPace = (1 + Math.sqrt(1 + 4 * pace * pace)) / 2;
  const momentum = (pace - 1) / nextPace;
  const ahead = next.map((values, lesson) =>
    values.map((value, place) => value + momentum * (value - (last[lesson]?.[place] ?? 0))),
  );
  return { last: next, ahead, pace: nextPace };
}

/** Trains on all lessons; the same lessons give the same classifier. */
export function train(lessons: readonly Lesson[], classCount: number): Classifier {
  const mean = meanOf(lessons, (lessons[0]?.example.dense.length ?? 0) + hashedPlaces);
  const rows = new Float32Array(classCount * mean.length);
  const toMeans = Float64Array.from(lessons, ({ example }) => dot(mean, 0, example));
  const taught = lessons.filter(({ rivals }) => rivals.length > 0);
  const most = (lessons[0]?.example.dense.length ?? 0) === 0 ? rounds.words : rounds.meaning;
  let step = boldness / (0.55 * steepness(taught, mean) + pull);
  const start = lessons.map(({ rivals }) => new Float64Array(rivals.length));
  let progress: Progress = { last: start, ahead: start, pace: 1 };
  for (let [round, lowest] = [0, Number.POSITIVE_INFINITY]; round < most; round += 1) {
    const planes = toPlanes(lessons, progress.ahead, rows, mean);
    const scoresOf = (lesson: number): Float64Array => {
      const { example, rivals } = lessons[lesson] as Lesson;
      return Float64Array.from(rivals, (rival) => scoreOne(planes, example, toMeans[lesson] ?? 0, rival));
    };
    const { loss, next } = descend(lessons, progress, scoresOf, step);
    if (loss > lowest) {
      step /= 2;
      progress = { last: progress.last, ahead: progress.last, pace: 1 };
    } else progress = accelerate(progress, next);
    lowest = Math.min(lowest, loss);
  }
  return { classCount, lessons, coefficients: progress.last, planes: toPlanes(lessons, progress.last, rows, mean) };
}

/** Score of an example for each class. `forgotten`: lessons whose part in the scores is taken out again. */
export function classify(classifier: Classifier, example: Example, forgotten: readonly number[]): Float64Array {
  const { planes, lessons, coefficients } = classifier;
  const toMean = dot(planes.mean, 0, example);
  const scores = Float64Array.from({ length: classifier.classCount }, (_, rival) =>
    scoreOne(planes, example, toMean, rival),
  );
  for (const lesson of forgotten) {
    const { example: learned, rivals } = lessons[lesson] ?? {};
    if (!learned || !rivals) continue;
    const likeness = multiply(example, learned) - toMean - dot(planes.mean, 0, learned) + planes.meanSquare;
    rivals.forEach((rival, at) => {
      scores[rival] = (scores[rival] ?? 0) - (coefficients[lesson]?.[at] ?? 0) * likeness;
    });
  }
  return scores;
}
