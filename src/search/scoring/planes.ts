// For each class a direction that examples are measured along; scores are taken about the mean of all examples. Pure.
import { type Example, hashedPlaces, multiply } from './example.ts';
import {
  addScaled,
  addSparse,
  addToColumns,
  columnProducts,
  innerProduct,
  type Sparse,
  sparseProduct,
} from './vector-math.ts';

/** So many classes are worked out together: every example then competes among nearly all of them. */
const few = { from: 4, to: 16 };
const everyPlace = Int32Array.from({ length: hashedPlaces }, (_, place) => place);

/** The weighted mean of examples, as an example that has every feature. `dimensions`: of their sentence vectors. */
export function meanOf(
  weighted: readonly { readonly example: Example; readonly weight: number }[],
  dimensions: number,
): Example {
  const [dense, values] = [new Float32Array(dimensions), new Float32Array(hashedPlaces)];
  const total = weighted.reduce((sum, { weight }) => sum + weight, 0) || 1;
  for (const { example, weight } of weighted) {
    if (weight === 0) continue;
    addScaled(dense, 0, example.dense, weight / total);
    addSparse(values, 0, example, weight / total);
  }
  return { dense, ids: everyPlace, values };
}

/** The part of the directions that meets the hashed features. `rivals` are classes; numbers for them stand from `start` on. */
interface HashedPart {
  clear(): void;
  add(example: Sparse, rivals: Int32Array, factors: Float64Array, start: number): void;
  /** Adds the inner products to `scores`. */
  measure(example: Sparse, rivals: Int32Array, scores: Float64Array): void;
}

/** Class by class. */
class Rows implements HashedPart {
  readonly #rows: Float32Array;

  constructor(classCount: number) {
    this.#rows = new Float32Array(classCount * hashedPlaces);
  }

  clear(): void {
    this.#rows.fill(0);
  }

  add(example: Sparse, rivals: Int32Array, factors: Float64Array, start: number): void {
    for (let place = 0; place < rivals.length; place += 1) {
      const factor = factors[start + place] as number;
      if (factor !== 0) addSparse(this.#rows, (rivals[place] as number) * hashedPlaces, example, factor);
    }
  }

  measure(example: Sparse, rivals: Int32Array, scores: Float64Array): void {
    for (let place = 0; place < rivals.length; place += 1) {
      const product = sparseProduct(this.#rows, (rivals[place] as number) * hashedPlaces, example);
      scores[place] = (scores[place] as number) + product;
    }
  }
}

/** Few classes side by side, feature by feature: what an example wants of all of them is fetched from memory at once. */
class Columns implements HashedPart {
  readonly #columns: Float32Array;
  /** A number for each class, and as many more as make four full. */
  readonly #byClass: Float64Array;

  constructor(classCount: number) {
    this.#byClass = new Float64Array(4 * Math.ceil(classCount / 4));
    this.#columns = new Float32Array(this.#byClass.length * hashedPlaces);
  }

  clear(): void {
    this.#columns.fill(0);
  }

  add(example: Sparse, rivals: Int32Array, factors: Float64Array, start: number): void {
    this.#byClass.fill(0);
    for (let place = 0; place < rivals.length; place += 1) {
      this.#byClass[rivals[place] as number] = factors[start + place] as number;
    }
    addToColumns(this.#columns, example, this.#byClass);
  }

  measure(example: Sparse, rivals: Int32Array, scores: Float64Array): void {
    columnProducts(this.#columns, example, this.#byClass);
    for (let place = 0; place < rivals.length; place += 1) {
      scores[place] = (scores[place] as number) + (this.#byClass[rivals[place] as number] as number);
    }
  }
}

/** The directions of all classes, and what is added up for them. */
export class Planes {
  readonly #mean: Example;
  readonly #meanSquare: number;
  /** The part that meets sentence vectors, class by class. */
  readonly #dense: Float32Array;
  readonly #hashed: HashedPart;
  readonly #sums: Float64Array;
  readonly #atMean: Float64Array;
  readonly #classes: Int32Array;

  /** `mean`: see `meanOf`. */
  constructor(classCount: number, mean: Example) {
    this.#mean = mean;
    this.#meanSquare = innerProduct(mean.dense, 0, mean.dense) + innerProduct(mean.values, 0, mean.values);
    this.#dense = new Float32Array(classCount * mean.dense.length);
    this.#hashed = few.from <= classCount && classCount <= few.to ? new Columns(classCount) : new Rows(classCount);
    this.#sums = new Float64Array(classCount);
    this.#atMean = new Float64Array(classCount);
    this.#classes = Int32Array.from({ length: classCount }, (_, at) => at);
  }

  clear(): void {
    this.#dense.fill(0);
    this.#hashed.clear();
    this.#sums.fill(0);
  }

  /** Adds an example to the directions of `rivals`, to each as often as `factors` say from `start` on. Scores wait for `settle`. */
  add(example: Example, rivals: Int32Array, factors: Float64Array, start: number): void {
    this.#hashed.add(example, rivals, factors, start);
    for (let place = 0; place < rivals.length; place += 1) {
      const rival = rivals[place] as number;
      const factor = factors[start + place] as number;
      if (factor === 0) continue;
      addScaled(this.#dense, rival * example.dense.length, example.dense, factor);
      this.#sums[rival] = (this.#sums[rival] as number) + factor;
    }
  }

  /** To be called when everything is added. */
  settle(): void {
    this.#measure(this.#mean, this.#classes, this.#atMean);
  }

  /** Inner product of an example with the mean: `score` and `likeness` want it, who asks for several works it out once. */
  toMean(example: Example): number {
    const { dense, values } = this.#mean;
    return innerProduct(dense, 0, example.dense) + sparseProduct(values, 0, example);
  }

  /** Writes the scores of an example for `rivals` into `scores`. */
  score(example: Example, toMean: number, rivals: Int32Array, scores: Float64Array): void {
    this.#measure(example, rivals, scores);
    for (let place = 0; place < rivals.length; place += 1) {
      const rival = rivals[place] as number;
      const aside = (this.#sums[rival] as number) * (toMean - this.#meanSquare) + (this.#atMean[rival] as number);
      scores[place] = (scores[place] as number) - aside;
    }
  }

  /** The score for each class, in their order. */
  scoreAll(example: Example, toMean: number): Float64Array {
    const scores = new Float64Array(this.#classes.length);
    this.score(example, toMean, this.#classes, scores);
    return scores;
  }

  /** How alike two examples are about the mean. */
  likeness(example: Example, toMean: number, other: Example): number {
    return multiply(example, other) - toMean - this.toMean(other) + this.#meanSquare;
  }

  #measure(example: Example, rivals: Int32Array, scores: Float64Array): void {
    const { dense } = example;
    for (let place = 0; place < rivals.length; place += 1) {
      scores[place] = innerProduct(this.#dense, (rivals[place] as number) * dense.length, dense);
    }
    this.#hashed.measure(example, rivals, scores);
  }
}
