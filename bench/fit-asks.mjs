// Fits the two classifiers that tell questions from other talk, and writes src/answer/asks.model.json.
import { readFileSync, writeFileSync } from 'node:fs';
import { FEATURE_COUNT, toFeatures } from '../dist/answer/reading/asks-features.js';
import { isExplicit } from '../dist/answer/reading/question-forms.js';
import { encoderName, vectorsOf } from './vectors.mjs';

const at = (path) => new URL(`../${path}`, import.meta.url);
const FOLDS = 5;
const STEPS = 200;
/** Share of the cross-validated questions that pass at 0.5: the scores are shifted so. The lines are hard ones; of the questions in other sets 93 to 99% pass. */
const PASSING = { words: 0.92, meaning: 0.94 };
/** What a sentence vector counts beside words and letters, and the pull of all weights towards zero: from cross-validation. */
const VECTOR_WEIGHT = 4;
const PENALTY = 3e-4;

/** All labelled lines: those written for this, and the chatter that ships with the search. */
export function readLabelled() {
  const own = readFileSync(at('bench/lines/asks.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const chatter = JSON.parse(readFileSync(at('src/search/chatter.json'), 'utf8'));
  return [...own, ...chatter.map((text) => ({ text, asks: false, kind: 'chatter' }))];
}

/** The line as a hurried person types it: no capitals, no mark at its end. */
const hurried = (text) => text.toLowerCase().replace(/[.?!\s]+$/, '');

/** The line with two letters swapped in every third longer word: always the same ones. */
const misspelt = (text) => {
  let count = 0;
  return text.replace(/\p{L}{4,}/gu, (word) => {
    count += 1;
    const place = 1 + (word.length % (word.length - 2));
    return count % 3 === 1 ? word.slice(0, place) + word[place + 1] + word[place] + word.slice(place + 2) : word;
  });
};

const RHETORICAL_WEIGHT = 0.2;

/** Talk in the form of a question is rarer in channels than among these lines, which look for it: it weighs less. */
const weightOf = ({ text, asks }) => (!asks && isExplicit(text) ? RHETORICAL_WEIGHT : 1);

/** Each line, and the same hurried and misspelt for less. */
export function toExamples(lines) {
  return lines.flatMap((line, group) => {
    const weight = weightOf(line);
    const kinds = [
      [line.text, weight],
      [hurried(line.text), 0.4 * weight],
      [misspelt(line.text), 0.4 * weight],
    ];
    const seen = new Set();
    return kinds.flatMap(([text, weight]) => {
      if (seen.has(text) || text === '') return [];
      seen.add(text);
      return [{ ...line, text, weight, group, isOriginal: text === line.text }];
    });
  });
}

/** Features as two parallel arrays; a vector's numbers stand behind the hashed ones. */
export function encode(text, vector) {
  const hashed = [...toFeatures(text)];
  const numbers =
    vector === null ? [] : [...vector].map((value, place) => [FEATURE_COUNT + place, value * VECTOR_WEIGHT]);
  const all = [...hashed, ...numbers];
  return { places: Int32Array.from(all, ([place]) => place), values: Float64Array.from(all, ([, value]) => value) };
}

const sigmoid = (sum) => 1 / (1 + Math.exp(-sum));

function sumOf({ weights, bias }, { places, values }) {
  let sum = bias;
  for (let at = 0; at < places.length; at += 1) sum += weights[places[at]] * values[at];
  return sum;
}

/** Logistic regression with an L2 penalty, by Adam (Kingma & Ba 2015) over the whole set: no chance, the same everywhere. */
export function fitModel(examples, dimensions) {
  const size = FEATURE_COUNT + dimensions + 1;
  const [weights, mean, spread] = [0, 0, 0].map(() => new Float64Array(size));
  const total = (asks) => examples.reduce((sum, one) => sum + (one.asks === asks ? one.weight : 0), 0);
  const [asking, other] = [total(true), total(false)];
  for (let step = 1; step <= STEPS; step += 1) {
    const slope = weights.map((weight) => PENALTY * weight);
    slope[size - 1] = 0;
    for (const { features, asks, weight } of examples) {
      const sum = sumOf({ weights, bias: weights[size - 1] }, features);
      const error = (sigmoid(sum) - (asks ? 1 : 0)) * ((0.5 * weight) / (asks ? asking : other));
      const { places, values } = features;
      for (let at = 0; at < places.length; at += 1) slope[places[at]] += error * values[at];
      slope[size - 1] += error;
    }
    const rate = 0.1 * (1 - step / (STEPS + 1));
    const [fade, slowFade] = [1 - 0.9 ** step, 1 - 0.999 ** step];
    for (let place = 0; place < size; place += 1) {
      if (slope[place] === 0) continue;
      mean[place] = 0.9 * mean[place] + 0.1 * slope[place];
      spread[place] = 0.999 * spread[place] + 0.001 * slope[place] * slope[place];
      weights[place] -= (rate * mean[place]) / fade / (Math.sqrt(spread[place] / slowFade) + 1e-9);
    }
  }
  return { weights: weights.subarray(0, size - 1), bias: weights[size - 1] };
}

/** Scores each original line by a model that has seen neither it nor its variants. */
export function crossValidate(examples, dimensions) {
  return Array.from({ length: FOLDS }, (_, fold) => {
    const model = fitModel(
      examples.filter(({ group }) => group % FOLDS !== fold),
      dimensions,
    );
    const held = examples.filter(({ group, isOriginal }) => isOriginal && group % FOLDS === fold);
    return held.map((line) => ({ ...line, sum: sumOf(model, line.features) }));
  }).flat();
}

/** The sum at which a share `passing` of the questions passes, and the share of other talk that it stops. */
export function working(scored, passing) {
  const questions = scored
    .filter(({ asks }) => asks)
    .map(({ sum }) => sum)
    .sort((a, b) => b - a);
  const threshold = questions[Math.ceil(passing * questions.length) - 1];
  const others = scored.filter(({ asks }) => !asks);
  return { threshold, stopped: others.filter(({ sum }) => sum < threshold).length / others.length };
}

const percent = (share) => `${(100 * share).toFixed(1)}%`;

function report(say, name, scored) {
  const points = [0.9, 0.95, 0.97, 0.99].map(
    (passing) => `${percent(passing)}: ${percent(working(scored, passing).stopped)}`,
  );
  say(`${name}: other talk stopped where so many questions pass: ${points.join(', ')}`);
}

const rounded = (numbers) => Array.from(numbers, (number) => Number(number.toFixed(4)));

/** Fits both models, says how they do on lines they have not seen, and writes them down. */
export async function fitAsks(say = console.log) {
  const examples = toExamples(readLabelled());
  const vectors = await vectorsOf(
    examples.map(({ text }) => text),
    say,
  );
  const models = {};
  const dimensions = vectors.get(examples[0].text).length;
  for (const name of ['words', 'meaning']) {
    const vectorOf = (text) => (name === 'words' ? null : vectors.get(text));
    const encoded = examples.map((example) => ({ ...example, features: encode(example.text, vectorOf(example.text)) }));
    const scored = crossValidate(encoded, dimensions);
    report(say, name, scored);
    const { weights, bias } = fitModel(encoded, dimensions);
    const hashed = rounded(weights.subarray(0, FEATURE_COUNT));
    const shifted = Number((bias - working(scored, PASSING[name]).threshold).toFixed(4));
    const numbers = rounded(weights.subarray(FEATURE_COUNT).map((weight) => weight * VECTOR_WEIGHT));
    models[name] = {
      bias: shifted,
      hashed,
      ...(name === 'words' ? {} : { encoder: encoderName, vector: numbers }),
    };
  }
  writeFileSync(at('src/answer/asks.model.json'), `${JSON.stringify(models)}\n`);
}
