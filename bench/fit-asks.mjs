// Fits the two classifiers that tell questions from other talk, and writes src/answer/asks.model.json.
import { writeFileSync } from 'node:fs';
import { FEATURE_COUNT, toFeatures } from '../dist/answer/reading/asks-features.js';
import { isExplicit } from '../dist/answer/reading/question-forms.js';
import { fitNetwork } from './fit-network.mjs';
import { sigmoid, weighSides } from './learn.mjs';
import { chatLines, chatter, firstPost, programmes, readLines, tuningDocuments } from './sets.mjs';
import { encoderName, vectorsOf } from './vectors.mjs';

const at = (path) => new URL(`../${path}`, import.meta.url);
const FOLDS = 5;
const STEPS = 200;
/** Share of the cross-validated questions that pass at 0.5: the scores are shifted so. The lines are hard ones; of the questions in other sets 93 to 99% pass. */
const PASSING = { words: 0.89, meaning: 0.94 };
/** Share of the talk in plain statements that is stopped at 0.9: the scores are stretched so. */
const STOPPED = 0.96;
/** The pull of all weights of the linear model towards zero, and the network's hidden units: from cross-validation. */
const PENALTY = 3e-4;
const UNITS = 32;

/** Of a story only a part asks. */
const isShort = ({ kind }) => kind !== 'long';

/** Half a public chat, without what has a question's form: what people there say asks a bot nothing, what they ask they ask one another. */
const readPublicChat = () =>
  chatLines(4000)
    .filter(({ text }) => !isExplicit(text) && text.length < 200)
    .map(({ text }) => ({ text, asks: false, kind: 'public chat' }));

/** All labelled lines: those written for this, the development questions, those of the programmes, and the chatter that ships with the search. */
export function readLabelled() {
  const own = readLines(at('bench/lines/asks.jsonl'));
  const ofProgrammes = programmes().flatMap((set) => set.questions);
  const questions = [...firstPost('dev').questions, ...ofProgrammes.filter(isShort)].map(({ text, kind }) => ({
    text,
    asks: kind !== 'chatter',
    kind,
  }));
  return [...own, ...questions, ...chatter.map((text) => ({ text, asks: false, kind: 'chatter' }))];
}

/** Kinds in which hardly anybody asks in a plain sentence with a question's form: there is enough of that elsewhere. */
const unusual = new Set(['chatter', 'short', 'typo', 'indirect', 'vocabulary-gap']);

/** What is said in the documents that the encoder learns from: talk, and what asks in an unusual way. */
const readDocumentLines = () =>
  tuningDocuments()
    .flatMap(({ questions }) => questions)
    .filter((line) => isShort(line) && (unusual.has(line.kind) || !isExplicit(line.text)))
    .map(({ text, kind }) => ({ text, asks: kind !== 'chatter', kind, isOfDocument: true }));

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
const PUBLIC_CHAT_WEIGHT = 0.3;

const isPublicChat = ({ kind }) => kind === 'public chat';
/** Of our own lists: by these lines a model is judged. */
const isListed = (line) => !isPublicChat(line) && !line.isOfDocument;

/** Talk in the form of a question is rarer in channels than among these lines, which look for it: it weighs less. So does what is far from any programme. */
function weightOf(line) {
  if (isPublicChat(line)) return PUBLIC_CHAT_WEIGHT;
  return !line.asks && isExplicit(line.text) ? RHETORICAL_WEIGHT : 1;
}

/** Each line, and those of our own lists hurried and misspelt for less. */
export function toExamples(lines) {
  return lines.flatMap((line, group) => {
    const weight = weightOf(line);
    const kinds = [
      [line.text, weight],
      [hurried(line.text), 0.4 * weight],
      [misspelt(line.text), 0.4 * weight],
    ];
    const seen = new Set();
    return (isListed(line) ? kinds : kinds.slice(0, 1)).flatMap(([text, weight]) => {
      if (seen.has(text) || text === '') return [];
      seen.add(text);
      return [{ ...line, text, weight, group, isOriginal: text === line.text }];
    });
  });
}

/** Features as two parallel arrays, and the sentence vector's numbers. */
function encode(text, vector) {
  const hashed = [...toFeatures(text)];
  return {
    places: Int32Array.from(hashed, ([place]) => place),
    values: Float64Array.from(hashed, ([, value]) => value),
    vector: Float64Array.from(vector),
  };
}

const dot = (weights, values) => weights.reduce((sum, weight, place) => sum + weight * values[place], 0);

/** What a model says of a text, as in `src/answer/asks.ts`. */
function sumOf({ bias, hashed, hidden }, { places, values, vector }) {
  let sum = bias;
  for (let at = 0; at < places.length; at += 1) sum += hashed[places[at]] * values[at];
  for (const unit of hidden) sum += unit.weight * Math.max(0, unit.bias + dot(unit.vector, vector));
  return sum;
}

/** Logistic regression with an L2 penalty, by Adam (Kingma & Ba 2015) over the whole set: no chance, the same everywhere. */
function fitLinear(examples) {
  const size = FEATURE_COUNT + 1;
  const [weights, mean, spread] = [0, 0, 0].map(() => new Float64Array(size));
  const { asking, other } = weighSides(examples);
  for (let step = 1; step <= STEPS; step += 1) {
    const slope = weights.map((weight) => PENALTY * weight);
    slope[size - 1] = 0;
    const model = { bias: weights[size - 1], hashed: weights, hidden: [] };
    for (const { features, asks, weight } of examples) {
      const error = (sigmoid(sumOf(model, features)) - (asks ? 1 : 0)) * ((0.5 * weight) / (asks ? asking : other));
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
  return { bias: weights[size - 1], hashed: weights.subarray(0, FEATURE_COUNT), hidden: [] };
}

const learners = {
  words: fitLinear,
  meaning: (examples) =>
    fitNetwork(examples, {
      features: FEATURE_COUNT,
      dimensions: examples[0].features.vector.length,
      units: UNITS,
    }),
};

/** Scores each original line by a model that has seen neither it nor its variants. */
function crossValidate(examples, learn) {
  return Array.from({ length: FOLDS }, (_, fold) => {
    const model = learn(examples.filter(({ group }) => group % FOLDS !== fold));
    const held = examples.filter(({ group, isOriginal }) => isOriginal && group % FOLDS === fold);
    return held.map((line) => ({ ...line, sum: sumOf(model, line.features) }));
  }).flat();
}

/** The sum that a share of these lines reaches, the most asking ones. */
function reachedBy(lines, share) {
  const sums = lines.map(({ sum }) => sum).sort((a, b) => b - a);
  return sums[Math.ceil(share * sums.length) - 1];
}

const isTalk = ({ asks }) => !asks;
const isStatement = ({ text }) => !isExplicit(text);

/** What turns a model's sums into logits: at 0.5 so many questions pass, at 0.9 so much talk in statements is stopped. */
function toScale(scored, passing) {
  const half = reachedBy(
    scored.filter(({ asks }) => asks),
    passing,
  );
  const high = reachedBy(
    scored.filter((line) => isTalk(line) && isStatement(line)),
    1 - STOPPED,
  );
  return { half, stretch: Math.log(9) / (high - half) };
}

const percent = (share) => `${(100 * share).toFixed(1)}%`;

function report(say, name, scored) {
  const questions = scored.filter(({ asks }) => asks);
  const talk = scored.filter(isTalk);
  const points = [0.9, 0.95, 0.97, 0.99].map((passing) => {
    const threshold = reachedBy(questions, passing);
    return `${percent(passing)}: ${percent(talk.filter(({ sum }) => sum < threshold).length / talk.length)}`;
  });
  say(`${name}: other talk stopped where so many questions pass: ${points.join(', ')}`);
}

const round = (number) => Number(number.toFixed(4));
const rounded = (numbers) => Array.from(numbers, round);

/** Fits both models, says how they do on lines they have not seen, and writes them down. */
export async function fitAsks(say = console.log) {
  const lines = toExamples([...readLabelled(), ...readDocumentLines(), ...readPublicChat()]);
  const vectors = await vectorsOf(
    lines.map(({ text }) => text),
    say,
  );
  const examples = lines.map((line) => ({ ...line, features: encode(line.text, vectors.get(line.text)) }));
  const models = {};
  for (const [name, learn] of Object.entries(learners)) {
    // By words alone short pieces that ask make every short text of another language a question.
    const seen = name === 'words' ? examples.filter(({ isOfDocument }) => !isOfDocument) : examples;
    const scored = crossValidate(seen, learn).filter(isListed);
    report(say, name, scored);
    const { half, stretch } = toScale(scored, PASSING[name]);
    const { bias, hashed, hidden } = learn(seen);
    models[name] = {
      ...(name === 'words' ? {} : { encoder: encoderName }),
      bias: round(stretch * (bias - half)),
      hashed: rounded(hashed.map((weight) => stretch * weight)),
      hidden: hidden.map((unit) => ({
        bias: round(unit.bias),
        weight: round(stretch * unit.weight),
        vector: rounded(unit.vector),
      })),
    };
  }
  writeFileSync(at('src/answer/asks.model.json'), `${JSON.stringify(models)}\n`);
}
