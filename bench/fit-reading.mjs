// Fits one reading (words alone, or words with meaning): ranking, coverage, calibration.
import { toRawLogit } from '../dist/search/calibration/calibrate.js';
import { rehearse } from '../dist/search/calibration/rehearse.js';
import { blendWeights, fuseSignals, toCoverageInputs, withToldShare } from '../dist/search/scoring/fuse-signals.js';
import { signalNames } from '../dist/search/scoring/signals.js';
import { fitLogistic, fitRanking, sigmoid } from './learn.mjs';

/** Every weight twice: for bare notes and for phrased ones, in shares. */
function spread(row, phrased) {
  return [...Array.from(row, (value) => (1 - phrased) * value), ...Array.from(row, (value) => phrased * value)];
}

function halves(weights) {
  const round = (value) => Number(value.toPrecision(6));
  return [weights.slice(0, weights.length / 2).map(round), weights.slice(weights.length / 2).map(round)];
}

/** The first post is what the program ships with and what most will try: it counts twice. */
function weightOf({ name }) {
  return name === 'first-post-dev' ? 2 : 1;
}

function fitRankingOf(measured) {
  const cases = measured
    .filter(({ isRepeated }) => !isRepeated)
    .flatMap((set) => {
      const covered = set.questions.filter(({ right }) => right.length > 0);
      return covered.map(({ rows, right }) => ({
        rows: rows.map((row) => spread(row, set.shares.phrased)),
        right,
        weight: weightOf(set) / covered.length,
      }));
    });
  return halves(fitRanking(cases, 2 * signalNames.length, { pull: 0.005, rounds: 300 }));
}

function bestOf(question, weights) {
  const { scores, order, shares, covered } = fuseSignals(question, weights);
  const best = order[0];
  return { scores, best, share: shares[best], covered, isRight: question.right.includes(best) };
}

function isUncovered({ right, kind }) {
  return right.length === 0 && kind !== 'chatter';
}

function fitCoverageOf(measured, ranking) {
  const blank = ranking.map(() => [0]);
  const weights = {
    bare: { ranking: ranking[0], coverage: blank[0] },
    phrased: { ranking: ranking[1], coverage: blank[1] },
  };
  const cases = measured.flatMap((set) => {
    const { phrased, told } = set.shares;
    const blended = blendWeights(weights, set.shares);
    const asked = set.questions.map((question) => ({ question, found: bestOf(question, blended) }));
    const right = asked.filter(({ found }) => found.isRight);
    const none = asked.filter(({ question }) => question.right.length === 0);
    if (none.length < 5) return [];
    const toCase =
      (isRight, count) =>
      ({ question, found }) => ({
        row: spread(withToldShare(toCoverageInputs(question, found.scores, found.best), told), phrased),
        isRight,
        weight: (0.5 * weightOf(set)) / count,
      });
    return [...right.map(toCase(true, right.length)), ...none.map(toCase(false, none.length))];
  });
  return halves(fitLogistic(cases, cases[0].row.length, { pull: 0.001, rounds: 600 }));
}

function mean(values) {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

/** How much of a difference between near questions here and there is passed on: measured between 0.2 and 0.3. */
const pull = 0.25;
const strength = 60;

/** Pairs of a confidence and the share of questions that reach it, sets weighing alike. */
function toShares(sets) {
  return Array.from({ length: 21 }, (_, step) => {
    const at = step / 20;
    return [at, Number(mean(sets.map((own) => mean(own.map((value) => (value >= at ? 1 : 0))))).toPrecision(4))];
  });
}

/** The prior of `calibration/calibrate.ts`, from notes whose uncovered questions are near ones. */
export function fitCalibration(measured, weights) {
  const sets = measured
    .filter(({ isNear }) => isNear)
    .map((set) => {
      const blended = blendWeights(weights, set.shares);
      const near = rehearse(set.signals, blended).near.map(toRawLogit);
      const asked = set.questions.map((question) => ({ question, found: bestOf(question, blended) }));
      return { set, near, asked };
    });
  const nearMean = mean(sets.map(({ near }) => mean(near)));
  const shifted = sets.map(({ set, near, asked }) => {
    const shift = ((pull * near.length) / (near.length + strength)) * (mean(near) - nearMean);
    return { set, asked: asked.map(({ question, found }) => ({ question, found, logit: toRawLogit(found) - shift })) };
  });
  const cases = shifted.flatMap(({ asked }) =>
    asked
      .filter(({ question }) => question.kind !== 'chatter')
      .map(({ found, logit }) => ({ row: [1, logit], isRight: found.isRight, weight: 1 / asked.length })),
  );
  const [intercept, slope] = fitLogistic(cases, 2, { pull: 0, rounds: 600 });
  const confidence = (logit) => sigmoid(slope * logit + intercept);
  const sharesOf = (isCounted, isWanted) =>
    toShares(
      shifted
        .map(({ asked }) => asked.filter(isWanted).map((one) => (isCounted(one) ? confidence(one.logit) : -1)))
        .filter((own) => own.length >= 10),
    );
  const round = (value) => Number(value.toPrecision(6));
  return {
    slope: round(slope),
    intercept: round(intercept),
    nearMean: round(nearMean),
    pull,
    strength,
    falseShares: sharesOf(
      () => true,
      ({ question }) => isUncovered(question),
    ),
    wrongShares: sharesOf(
      ({ found }) => !found.isRight,
      ({ question }) => question.right.length > 0,
    ),
  };
}

/** Everything that `fusion.model.json` holds for one reading. */
export function fitReading(measured) {
  const ranking = fitRankingOf(measured);
  const coverage = fitCoverageOf(measured, ranking);
  const weights = {
    bare: { ranking: ranking[0], coverage: coverage[0] },
    phrased: { ranking: ranking[1], coverage: coverage[1] },
  };
  return { weights, calibration: fitCalibration(measured, weights) };
}
