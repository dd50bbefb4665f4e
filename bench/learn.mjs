// The order of entries fitted plainly, and always alike: no chance in it, sums in a fixed order.

export function sigmoid(logit) {
  return 1 / (1 + Math.exp(-logit));
}

/** What the lines of each side weigh together. */
export function weighSides(examples) {
  const total = (asks) => examples.reduce((sum, one) => sum + (one.asks === asks ? one.weight : 0), 0);
  return { asking: total(true), other: total(false) };
}

/** Root mean square of each column, so that the pull towards zero is fair to all. */
function scalesOf(rows, size) {
  const squares = new Float64Array(size);
  for (const row of rows) for (let at = 0; at < size; at += 1) squares[at] += row[at] * row[at];
  return squares.map((sum) => Math.sqrt(sum / Math.max(1, rows.length)) || 1);
}

/** Rows one behind another, each column divided by its scale. */
function flatten(rows, size, scales) {
  const flat = new Float64Array(rows.length * size);
  rows.forEach((row, place) => {
    for (let at = 0; at < size; at += 1) flat[place * size + at] = row[at] / scales[at];
  });
  return flat;
}

/** Adam (Kingma & Ba 2015) with a step that shrinks; `addGradient(weights, gradient)` adds that of the mean loss. */
function descend(size, rounds, pull, addGradient) {
  const [weights, first, second] = [new Float64Array(size), new Float64Array(size), new Float64Array(size)];
  const gradient = new Float64Array(size);
  for (let round = 1; round <= rounds; round += 1) {
    for (let at = 0; at < size; at += 1) gradient[at] = pull * weights[at];
    addGradient(weights, gradient);
    const step = 0.1 * (1 - (round - 1) / rounds);
    for (let at = 0; at < size; at += 1) {
      first[at] = 0.9 * first[at] + 0.1 * gradient[at];
      second[at] = 0.99 * second[at] + 0.01 * gradient[at] * gradient[at];
      const [slope, curve] = [first[at] / (1 - 0.9 ** round), second[at] / (1 - 0.99 ** round)];
      weights[at] -= (step * slope) / (Math.sqrt(curve) + 1e-8);
    }
  }
  return weights;
}

/**
 * Weights by which the right entry outscores the others (conditional logit, McFadden 1974).
 * `questions`: each with `rows` (features of its entries), `right` (places of the right ones among them) and `weight`.
 */
export function fitRanking(questions, size, { pull, rounds }) {
  const rows = questions.flatMap((question) => question.rows);
  const scales = scalesOf(rows, size);
  const flat = flatten(rows, size, scales);
  const total = questions.reduce((sum, { weight }) => sum + weight, 0);
  const longest = Math.max(...questions.map((question) => question.rows.length));
  const [chances, isRight] = [new Float64Array(longest), new Uint8Array(longest)];
  const weights = descend(size, rounds, pull, (current, gradient) => {
    let start = 0;
    for (const { rows: own, right, weight } of questions) {
      let [most, sum, rightSum] = [Number.NEGATIVE_INFINITY, 0, 0];
      for (let place = 0; place < own.length; place += 1) {
        let score = 0;
        const offset = (start + place) * size;
        for (let at = 0; at < size; at += 1) score += flat[offset + at] * current[at];
        chances[place] = score;
        most = Math.max(most, score);
      }
      isRight.fill(0);
      for (const place of right) isRight[place] = 1;
      for (let place = 0; place < own.length; place += 1) {
        chances[place] = Math.exp(chances[place] - most);
        sum += chances[place];
        if (isRight[place]) rightSum += chances[place];
      }
      for (let place = 0; place < own.length; place += 1) {
        const wanted = isRight[place] ? chances[place] / (rightSum || 1e-300) : 0;
        const error = ((chances[place] / sum - wanted) * weight) / total;
        const offset = (start + place) * size;
        for (let at = 0; at < size; at += 1) gradient[at] += error * flat[offset + at];
      }
      start += own.length;
    }
  });
  return Array.from(weights, (value, at) => value / scales[at]);
}
