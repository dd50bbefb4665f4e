// A multinomial logistic regression trained on the entries' own wordings and passages when an index is built. Pure.
// Accelerated gradient descent (Beck & Teboulle 2009, restarts after O'Donoghue & Candès 2015) on the examples' coefficients.
// Each example competes only among the classes most like it: those it is mistaken for; so a thousand entries stay affordable.
// All numbers of a kind lie in one array: a round of training makes nothing that has to be cleared away.
import type { Example } from './example.ts';
import { meanOf, Planes } from './planes.ts';
import { toStarts } from './vector-math.ts';

/** One text to learn from. `rivals`: the classes it competes among, its own first; none, where it is not learned from. */
export interface Lesson {
  readonly example: Example;
  readonly weight: number;
  readonly rivals: Int32Array;
}

export interface Classifier {
  readonly classCount: number;
  readonly lessons: readonly Lesson[];
  /** What each lesson adds to each of its rivals, one lesson behind another: those of lesson `n` from `starts[n]` on. */
  readonly coefficients: Float64Array;
  readonly starts: Int32Array;
  readonly planes: Planes;
}

/** Strength of the pull towards zero; 0.1 and 0.3 measured alike. */
const pull = 0.1;
/** Rounds of training; twice and four times as many rank and keep quiet no better on the development sets. */
const rounds = { words: 10, meaning: 15 };
/** The first steps are so many times longer than is safe for any data; where the loss rises they are halved and begun anew. */
const boldness = 6;
const powerRounds = 12;

function soften(scores: Float64Array, chances: Float64Array, count: number): void {
  let most = Number.NEGATIVE_INFINITY;
  for (let place = 0; place < count; place += 1) most = Math.max(most, scores[place] as number);
  let sum = 0;
  for (let place = 0; place < count; place += 1) {
    const raised = Math.exp((scores[place] as number) - most);
    chances[place] = raised;
    sum += raised;
  }
  for (let place = 0; place < count; place += 1) chances[place] = (chances[place] as number) / sum;
}

/** The lessons with room for what is worked out on the way. */
class Training {
  readonly planes: Planes;
  readonly starts: Int32Array;
  readonly #lessons: readonly Lesson[];
  readonly #mean: Example;
  readonly #toMeans: Float64Array;
  readonly #scores: Float64Array;
  readonly #chances: Float64Array;

  constructor(lessons: readonly Lesson[], classCount: number) {
    this.#mean = meanOf(lessons, lessons[0]?.example.dense.length ?? 0);
    this.planes = new Planes(classCount, this.#mean);
    this.starts = toStarts(Int32Array.from(lessons, ({ rivals }) => rivals.length));
    this.#lessons = lessons;
    this.#toMeans = Float64Array.from(lessons, ({ example }) => this.planes.toMean(example));
    this.#scores = new Float64Array(classCount);
    this.#chances = new Float64Array(classCount);
  }

  /** Writes the directions that the coefficients add up to into the planes. */
  lay(coefficients: Float64Array): void {
    this.planes.clear();
    this.#lessons.forEach(({ example, rivals }, lesson) => {
      if (rivals.length > 0) this.planes.add(example, rivals, coefficients, this.starts[lesson] as number);
    });
    this.planes.settle();
  }

  /** Largest eigenvalue of the examples' centred likenesses, by the power method: it sets the size of a step. */
  steepness(): number {
    const taught = [...this.#lessons.entries()].filter(([, { rivals }]) => rivals.length > 0);
    const examples = taught.map(([, { example }]) => example);
    const toMeans = Float64Array.from(taught, ([lesson]) => this.#toMeans[lesson] as number);
    const planes = new Planes(1, this.#mean);
    const [only, score] = [Int32Array.of(0), new Float64Array(1)];
    const values = Float64Array.from(taught, (_, at) => 1 + (at % 7) / 7);
    let length = 1;
    for (let round = 0; round < powerRounds; round += 1) {
      planes.clear();
      for (let at = 0; at < values.length; at += 1) planes.add(examples[at] as Example, only, values, at);
      planes.settle();
      let squares = 0;
      for (let at = 0; at < values.length; at += 1) {
        planes.score(examples[at] as Example, toMeans[at] as number, only, score);
        values[at] = score[0] as number;
        squares += (score[0] as number) ** 2;
      }
      length = Math.sqrt(squares) || 1;
      for (let at = 0; at < values.length; at += 1) values[at] = (values[at] as number) / length;
    }
    return length;
  }

  /** Writes into `next` where a step of this size leads from the coefficients, whose planes are laid; gives the loss at them. */
  descend(coefficients: Float64Array, next: Float64Array, step: number): number {
    const [scores, chances] = [this.#scores, this.#chances];
    let loss = 0;
    this.#lessons.forEach(({ example, weight, rivals }, lesson) => {
      if (rivals.length === 0) return;
      const [start, toMean] = [this.starts[lesson] as number, this.#toMeans[lesson] as number];
      this.planes.score(example, toMean, rivals, scores);
      soften(scores, chances, rivals.length);
      loss -= weight * Math.log(Math.max(1e-12, chances[0] as number));
      for (let place = 0; place < rivals.length; place += 1) {
        const value = coefficients[start + place] as number;
        loss += 0.5 * pull * value * (scores[place] as number);
        const error = weight * ((chances[place] as number) - (place === 0 ? 1 : 0));
        next[start + place] = value - step * (error + pull * value);
      }
    });
    return loss;
  }
}

/** Trains on all lessons; the same lessons give the same classifier. */
export function train(lessons: readonly Lesson[], classCount: number): Classifier {
  const training = new Training(lessons, classCount);
  const most = (lessons[0]?.example.dense.length ?? 0) === 0 ? rounds.words : rounds.meaning;
  let step = boldness / (0.55 * training.steepness() + pull);
  const size = training.starts[lessons.length] as number;
  // Where training stands, the point a little ahead of it from which the next step is taken, and where that leads.
  let [last, next] = [new Float64Array(size), new Float64Array(size)];
  const ahead = new Float64Array(size);
  let pace = 1;
  for (let [round, lowest] = [0, Number.POSITIVE_INFINITY]; round < most; round += 1) {
    training.lay(ahead);
    const loss = training.descend(ahead, next, step);
    if (loss > lowest) {
      step /= 2;
      ahead.set(last);
      pace = 1;
    } else {
      const nextPace = (1 + Math.sqrt(1 + 4 * pace * pace)) / 2;
      const momentum = (pace - 1) / nextPace;
      for (let at = 0; at < size; at += 1) {
        const value = next[at] as number;
        ahead[at] = value + momentum * (value - (last[at] as number));
      }
      [last, next] = [next, last];
      pace = nextPace;
    }
    lowest = Math.min(lowest, loss);
  }
  training.lay(last);
  return { classCount, lessons, coefficients: last, starts: training.starts, planes: training.planes };
}

/** Score of an example for each class. `forgotten`: lessons whose part in the scores is taken out again. */
export function classify(classifier: Classifier, example: Example, forgotten: readonly number[]): Float64Array {
  const { planes, lessons, coefficients, starts } = classifier;
  const toMean = planes.toMean(example);
  const scores = planes.scoreAll(example, toMean);
  for (const lesson of forgotten) {
    const { example: learned, rivals } = lessons[lesson] ?? {};
    if (!learned || !rivals) continue;
    const likeness = planes.likeness(example, toMean, learned);
    rivals.forEach((rival, place) => {
      const coefficient = coefficients[(starts[lesson] ?? 0) + place] ?? 0;
      scores[rival] = (scores[rival] ?? 0) - coefficient * likeness;
    });
  }
  return scores;
}
