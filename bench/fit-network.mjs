// Fits a small neural network: sparse features counted straight, and a layer of hidden units that read the sentence vector.
import { sigmoid, weighSides } from './learn.mjs';

const RATE = 0.003;
/**
 * `decay`: share of every weight that the first steps take away beside the step itself; it falls with the rate. `vectorWeight`: a sentence
 * vector's numbers are small, they are raised so that they and the features move at one pace. `isBalanced`: each side counts as much as the other.
 */
const usual = { epochs: 30, batch: 64, decay: 1e-3, vectorWeight: 4, isBalanced: true };

/** Chance that is the same everywhere: a linear congruential generator (Numerical Recipes, 3rd ed., §7.1), 0 to 1. */
export function toChances(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Fisher & Yates, in place. */
function shuffle(list, chance) {
  for (let at = list.length - 1; at > 0; at -= 1) {
    const other = Math.floor(chance() * (at + 1));
    [list[at], list[other]] = [list[other], list[at]];
  }
}

/** Where the weights of each part stand in one array. */
function layOut({ features, dimensions, units }) {
  const vectors = features + 1;
  const thresholds = vectors + units * dimensions;
  const outputs = thresholds + units;
  return { bias: features, vectors, thresholds, outputs, size: outputs + units };
}

/** The network's sum for one example; `active` is filled with what each hidden unit gives. */
function forward(weights, places, shape, { places: at, values, vector }, active) {
  let sum = weights[places.bias];
  for (let step = 0; step < at.length; step += 1) sum += weights[at[step]] * values[step];
  for (let unit = 0; unit < shape.units; unit += 1) {
    const start = places.vectors + unit * shape.dimensions;
    let raised = weights[places.thresholds + unit];
    for (let axis = 0; axis < shape.dimensions; axis += 1)
      raised += weights[start + axis] * vector[axis] * shape.vectorWeight;
    active[unit] = Math.max(0, raised);
    sum += weights[places.outputs + unit] * active[unit];
  }
  return sum;
}

/** Adds what one example pulls at each weight. */
function backward(weights, gradient, places, shape, { places: at, values, vector }, active, error) {
  gradient[places.bias] += error;
  for (let step = 0; step < at.length; step += 1) gradient[at[step]] += error * values[step];
  for (let unit = 0; unit < shape.units; unit += 1) {
    if (active[unit] === 0) continue;
    const slope = error * weights[places.outputs + unit];
    const start = places.vectors + unit * shape.dimensions;
    gradient[places.outputs + unit] += error * active[unit];
    gradient[places.thresholds + unit] += slope;
    for (let axis = 0; axis < shape.dimensions; axis += 1)
      gradient[start + axis] += slope * vector[axis] * shape.vectorWeight;
  }
}

function startWeights(places, shape, chance) {
  const weights = new Float64Array(places.size);
  const between = (spread) => (2 * chance() - 1) * Math.sqrt(3 / spread);
  for (let at = places.vectors; at < places.thresholds; at += 1) weights[at] = between(shape.dimensions);
  for (let at = places.outputs; at < places.size; at += 1) weights[at] = between(shape.units);
  return weights;
}

/** Each side counts as much as the other, whatever their numbers. */
function balance(examples) {
  const { asking, other } = weighSides(examples);
  return { asking: examples.length / (2 * asking), other: examples.length / (2 * other) };
}

/** Adam (Kingma & Ba 2015) with decoupled decay (Loshchilov & Hutter 2019) and a rate that falls to nothing. */
function toOptimizer(weights, steps, decay, keptBias) {
  const [mean, spread] = [new Float64Array(weights.length), new Float64Array(weights.length)];
  let step = 0;
  return (gradient) => {
    step += 1;
    const rate = RATE * (1 - step / (steps + 1));
    const [fade, slowFade] = [1 - 0.9 ** step, 1 - 0.999 ** step];
    for (let at = 0; at < weights.length; at += 1) {
      mean[at] = 0.9 * mean[at] + 0.1 * gradient[at];
      spread[at] = 0.999 * spread[at] + 0.001 * gradient[at] * gradient[at];
      const fall = at === keptBias ? 0 : (decay / RATE) * weights[at];
      weights[at] -= rate * (mean[at] / fade / (Math.sqrt(spread[at] / slowFade) + 1e-8) + fall);
    }
  };
}

/**
 * Fits by logistic loss. `examples`: `{ asks, weight, features: { places, values, vector } }`; `shape`: `{ features, dimensions, units }`, and what is not as `usual`.
 * Yields `{ bias, hashed, hidden: [{ bias, weight, vector }] }`, the vectors' weights ready for numbers as the encoder gives them.
 */
export function fitNetwork(examples, given) {
  const { asking, other } = (given.isBalanced ?? usual.isBalanced) ? balance(examples) : { asking: 1, other: 1 };
  const lists = examples.map(({ asks, weight, features }) => ({
    rows: [features],
    weight: 1,
    toErrors: ([sum]) => [(sigmoid(sum) - (asks ? 1 : 0)) * weight * (asks ? asking : other)],
  }));
  return fitLists(lists, given);
}

/**
 * The same by any loss over several rows of features at once. `lists`: `{ rows, weight, toErrors }`, where `toErrors` says from the network's
 * sum for each row how steeply the loss rises with it.
 */
export function fitLists(lists, given) {
  const shape = { ...usual, ...given };
  const { epochs, batch: size, decay } = shape;
  const places = layOut(shape);
  const chance = toChances(7);
  const weights = startWeights(places, shape, chance);
  const order = [...lists.keys()];
  const optimize = toOptimizer(weights, epochs * Math.ceil(lists.length / size), decay, places.bias);
  const gradient = new Float64Array(places.size);
  const longest = Math.max(...lists.map(({ rows }) => rows.length));
  const active = Array.from({ length: longest }, () => new Float64Array(shape.units));
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    shuffle(order, chance);
    for (let start = 0; start < order.length; start += size) {
      const batch = order.slice(start, start + size);
      gradient.fill(0);
      for (const at of batch) {
        const { rows, weight, toErrors } = lists[at];
        const errors = toErrors(rows.map((features, row) => forward(weights, places, shape, features, active[row])));
        rows.forEach((features, row) => {
          backward(weights, gradient, places, shape, features, active[row], (errors[row] * weight) / batch.length);
        });
      }
      optimize(gradient);
    }
  }
  return toModel(weights, places, shape);
}

function toModel(weights, places, { features, dimensions, units, vectorWeight }) {
  const hidden = Array.from({ length: units }, (_, unit) => ({
    bias: weights[places.thresholds + unit],
    weight: weights[places.outputs + unit],
    vector: weights
      .subarray(places.vectors + unit * dimensions, places.vectors + (unit + 1) * dimensions)
      .map((weight) => weight * vectorWeight),
  }));
  return { bias: weights[places.bias], hashed: weights.subarray(0, features), hidden };
}
