// Fits one reading (words alone, or words with meaning): the order of entries, the confidence, and where to answer.
import { rankEntries, toConfidenceInputs, toRivalInputs, toWeights } from '../dist/search/scoring/fuse-signals.js';
import { sumUp } from '../dist/search/scoring/network.js';
import { fitLists, fitNetwork } from './fit-network.mjs';
import { fitRanking, sigmoid } from './learn.mjs';

/** Every weight twice: for bare notes and for phrased ones, in shares. */
function spread(row, phrased) {
  return [...Array.from(row, (value) => (1 - phrased) * value), ...Array.from(row, (value) => phrased * value)];
}

const round = (value) => Number(value.toPrecision(6));

/** The covered questions from which the order of entries is learned: each set weighs alike. */
function toCovered(measured) {
  return measured
    .filter(({ isRepeated }) => !isRepeated)
    .flatMap((set) => {
      const covered = set.questions.filter(({ right, kind }) => right.length > 0 && kind !== 'mixed');
      return covered.map(({ rows, right }) => ({ set, rows, right, weight: set.weight / covered.length }));
    });
}

function fitRankingOf(measured) {
  const cases = toCovered(measured).map(({ set, rows, ...one }) => ({
    ...one,
    rows: rows.map((row) => spread(row, set.shares.phrased)),
  }));
  const size = cases[0].rows[0].length;
  const weights = fitRanking(cases, size, { pull: 0.005, rounds: 300 }).map(round);
  return { bare: weights.slice(0, size / 2), phrased: weights.slice(size / 2) };
}

/** How steeply the loss rises with each score, where the right entries are to outscore the others (as in `fitRanking`). */
function toListErrors(scores, right) {
  const most = Math.max(...scores);
  const raised = scores.map((score) => Math.exp(score - most));
  const [all, wanted] = [sum(raised), sum(right.map((place) => raised[place]))];
  return raised.map((value, place) => value / all - (right.includes(place) ? value / Math.max(wanted, 1e-300) : 0));
}

/** From cross-validation, as below. */
const rivals = { units: 16, epochs: 8, batch: 64, decay: 0.001, vectorWeight: 1 };

/** What an entry's score gains or loses beside the others', where their texts are read token by token; else null. */
function fitRivalsOf(measured, ranking) {
  if (!measured.some(({ questions }) => questions.some(({ closeAt }) => closeAt !== null))) return null;
  const cases = toCovered(measured)
    .filter(({ rows }) => rows.length > 1)
    .map(({ set, rows, right, weight }) => {
      const { scores } = rankEntries({ rows }, toWeights({ ranking, rivals: null }, set.shares));
      return { right, weight, scores: [...scores], inputs: toRivalInputs(rows, scores, set.shares) };
    });
  const scale = toScale(cases.flatMap(({ inputs }) => inputs));
  const unit = mean(cases.map(({ weight }) => weight));
  const lists = cases.map(({ inputs, scores, right, weight }) => ({
    rows: inputs.map((row) => toFeatures(row, scale)),
    weight: weight / unit,
    toErrors: (added) =>
      toListErrors(
        scores.map((score, place) => score + added[place]),
        right,
      ),
  }));
  return toNetwork(fitLists(lists, { features: 0, dimensions: scale.means.length, ...rivals }), scale);
}

/** What questions of each kind weigh together in the fit of the confidence. */
const parts = { covered: 0.5, uncovered: 0.3, chatter: 0.2 };
const fewestUncovered = 5;

function partOf({ isCovered, kind }) {
  return kind === 'chatter' ? 'chatter' : isCovered ? 'covered' : 'uncovered';
}

/** Ranks a question; says whether the best entry, and one of the best three, is right. */
function rank(question, weights) {
  const scored = rankEntries(question, weights);
  const isRight = (count) => scored.order.slice(0, count).some((place) => question.right.includes(place));
  return { scored, best: isRight(1), three: isRight(3) };
}

/** What the confidence is read from, the best entry read closely. */
function toInputs(question, scored, shares) {
  const close = question.closeAt?.(scored.order[0]) ?? null;
  return toConfidenceInputs({ ...question, close }, scored, shares);
}

/** From cross-validation: more units, or fewer, tell no more on notes that were left out. */
const network = { units: 12, epochs: 20, batch: 128, decay: 0.001, vectorWeight: 1 };

/** Mean and deviation of each column, so that the pull towards zero is fair to all. */
function toScale(rows) {
  const size = rows[0].length;
  const means = Array.from({ length: size }, (_, at) => mean(rows.map((row) => row[at])));
  const spreads = means.map((middle, at) => Math.sqrt(mean(rows.map((row) => (row[at] - middle) ** 2))) || 1);
  return { means, spreads };
}

/** What the network is fitted on: a row's values, each by its scale. */
function toFeatures(row, { means, spreads }) {
  return { places: [], values: [], vector: Float64Array.from(row, (value, at) => (value - means[at]) / spreads[at]) };
}

/** The fitted network over the inputs as they come, with their scale worked into its weights. */
function toNetwork({ bias, hidden }, { means, spreads }) {
  const units = hidden.map((unit) => {
    const inputs = Array.from(unit.vector, (weight, at) => weight / spreads[at]);
    const shift = inputs.reduce((sum, weight, at) => sum + weight * means[at], 0);
    return { bias: round(unit.bias - shift), weight: round(unit.weight), inputs: inputs.map(round) };
  });
  return { bias: round(bias), units };
}

function fitConfidenceOf(measured, order, target) {
  const cases = measured.flatMap((set) => {
    const weights = toWeights(order, set.shares);
    const asked = set.questions.filter(({ kind, rows }) => kind !== 'mixed' && rows.length > 0);
    const counts = { covered: 0, uncovered: 0, chatter: 0 };
    for (const question of asked) counts[partOf(question)] += 1;
    if (counts.uncovered < fewestUncovered) return [];
    return asked.map((question) => {
      const found = rank(question, weights);
      const part = partOf(question);
      return {
        row: toInputs(question, found.scored, set.shares),
        asks: found[target],
        weight: (set.weight * parts[part]) / counts[part],
      };
    });
  });
  const scale = toScale(cases.map(({ row }) => row));
  const unit = mean(cases.map(({ weight }) => weight));
  const examples = cases.map(({ row, asks, weight }) => ({
    asks,
    weight: weight / unit,
    features: toFeatures(row, scale),
  }));
  const shape = { features: 0, dimensions: scale.means.length, isBalanced: false, ...network };
  return toNetwork(fitNetwork(examples, shape), scale);
}

function fitModel(measured) {
  const ranking = fitRankingOf(measured);
  const order = { ranking, rivals: fitRivalsOf(measured, ranking) };
  const of = (target) => fitConfidenceOf(measured, order, target);
  return { ...order, best: of('best'), three: of('three') };
}

/** What such a model says of each question of a set. */
function askSet(set, model) {
  const weights = toWeights(model, set.shares);
  return set.questions
    .filter(({ kind, rows }) => kind !== 'mixed' && rows.length > 0)
    .map((question) => {
      const found = rank(question, weights);
      const inputs = toInputs(question, found.scored, set.shares);
      const best = sigmoid(sumUp(model.best, inputs));
      const three = Math.max(best, sigmoid(sumUp(model.three, inputs)));
      return { part: partOf(question), confidence: best, three, isRight: found.best, isAmong: found.three };
    });
}

const folds = 5;

/** What is said of each set by weights fitted without its field: sets of one field stand or fall together. */
function askHeldOut(measured) {
  const fields = [...new Set(measured.map(({ field }) => field))].sort();
  return Array.from({ length: folds }, (_, fold) => {
    const out = new Set(fields.filter((_, place) => place % folds === fold));
    const model = fitModel(measured.filter(({ field }) => !out.has(field)));
    return measured.filter(({ field }) => out.has(field)).map((set) => ({ set, asked: askSet(set, model) }));
  }).flat();
}

function sum(values) {
  return values.reduce((total, value) => total + value, 0);
}

function mean(values) {
  return sum(values) / Math.max(1, values.length);
}

/** The shares of bare and of phrased notes between which those of all sets lie (weighted least squares). */
function between(points) {
  const total = (of) => sum(points.map((point) => point.weight * of(point)));
  const [bare, mixed, phrased] = [
    total(({ p }) => (1 - p) ** 2),
    total(({ p }) => p * (1 - p)),
    total(({ p }) => p ** 2),
  ];
  const [ofBare, ofPhrased] = [total(({ p, share }) => (1 - p) * share), total(({ p, share }) => p * share)];
  const whole = bare * phrased - mixed ** 2;
  const limit = (share) => Number(Math.min(1, Math.max(0, share)).toPrecision(4));
  return [limit((ofBare * phrased - ofPhrased * mixed) / whole), limit((ofPhrased * bare - ofBare * mixed) / whole)];
}

/** For each confidence the share of questions that reach it: in notes without phrasings, and in those with plenty. */
function toShares(values) {
  const own = values.filter(({ of }) => of.length >= 10);
  return Array.from({ length: 41 }, (_, step) => {
    const at = step / 40;
    const shares = own.map(({ of, ...set }) => ({ ...set, share: mean(of.map((value) => (value >= at ? 1 : 0))) }));
    return [at, ...between(shares)];
  });
}

function sharesOf(heldOut) {
  const near = heldOut.filter(({ set }) => set.nearness > 0);
  const [toThree, inFull] = [({ three }) => three, () => 1];
  const of = (part, toValue, weightOf = (set) => set.nearness) =>
    near.map(({ set, asked }) => ({
      p: set.shares.phrased,
      weight: weightOf(set),
      of: asked.filter((one) => one.part === part).map(toValue),
    }));
  return {
    falseShares: toShares(of('uncovered', ({ confidence }) => confidence)),
    wrongShares: toShares(of('covered', ({ confidence, isRight }) => (isRight ? -1 : confidence))),
    // Who asks beside the notes is not to be bothered any more than others: here sets with many near questions count in full.
    threeShares: toShares(of('uncovered', toThree, inFull)),
  };
}

/** What held-out sets come to at the threshold that lets 5% of the uncovered through: to judge an attempt by. */
function summarise(heldOut) {
  const shares = sharesOf(heldOut).falseShares;
  const threshold = shares.find(([, bare, phrased]) => (bare + phrased) / 2 <= 0.05)?.[0] ?? 1;
  const row = (of) => {
    const share = (part, isCounted) =>
      (
        100 *
        mean(
          of.map(({ asked }) => mean(asked.filter((one) => one.part === part).map((one) => (isCounted(one) ? 1 : 0)))),
        )
      ).toFixed(1);
    const answered = ({ confidence }) => confidence >= threshold;
    const uncovered = of.flatMap(({ asked }) => asked.filter(({ part }) => part === 'uncovered'));
    const reachedBy = (key, most) =>
      uncovered.map((one) => one[key]).sort((a, b) => b - a)[Math.floor(most * uncovered.length)] ?? 1;
    const rightAt = [0.03, 0.05, 0.1, 0.2]
      .map((most) => reachedBy('confidence', most))
      .map((least) => share('covered', ({ confidence, isRight }) => confidence > least && isRight));
    const leastOfThree = reachedBy('three', 0.35);
    const amongAt = share('covered', ({ three, isAmong }) => three > leastOfThree && isAmong);
    return `first ${share('covered', ({ isRight }) => isRight)} three ${share('covered', ({ isAmong }) => isAmong)} | answered right ${share('covered', (one) => answered(one) && one.isRight)} wrong ${share('covered', (one) => answered(one) && !one.isRight)} uncovered ${share('uncovered', answered)} chatter ${share('chatter', answered)} | right at 3, 5, 10, 20% of the uncovered ${rightAt.join(' ')}, among three at 35% ${amongAt}`;
  };
  const groups = Map.groupBy
    ? Map.groupBy(heldOut, ({ set }) => set.group)
    : heldOut.reduce((map, one) => map.set(one.set.group, [...(map.get(one.set.group) ?? []), one]), new Map());
  return [...groups].map(([group, of]) => `  held out, ${group}: ${row(of)}`).join('\n');
}

/** Everything that `fusion.model.json` holds for one reading, and a few lines on how it does on fields it was not fitted on. */
export function fitReading(measured) {
  const heldOut = askHeldOut(measured);
  return { ...fitModel(measured), ...sharesOf(heldOut), summary: summarise(heldOut) };
}
