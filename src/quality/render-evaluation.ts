// An evaluation as text for people. Pure.
import type { Evaluation } from './evaluate.ts';

/** "87.5%", or "–" where there was nothing to count. */
export function toPercent(share: number | null): string {
  return share === null ? '–' : `${(100 * share).toFixed(1)}%`;
}

/** Columns as wide as their widest cell; the first to the left, the others to the right. */
export function toTable(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')
      .trimEnd();
  return rows.map(line).join('\n');
}

function toKindTable({ kinds }: Evaluation): string {
  return toTable([
    ['kind', 'questions', 'right first', 'answered right', 'answered wrong', 'reached', 'false replies', 'bothered'],
    ...kinds.map(({ kind, count, first, answeredRight, answeredWrong, reached, falseReplies, bothered }) => [
      kind,
      String(count),
      ...[first, answeredRight, answeredWrong, reached, falseReplies, bothered].map(toPercent),
    ]),
  ]);
}

function toRateTable({ rates }: Evaluation): string {
  return toTable([
    ['false replies let through', 'confidence above', 'answered right', 'answered wrong'],
    ...rates.map(({ rate, threshold, answeredRight, answeredWrong }) => [
      `${Math.round(100 * rate)}%`,
      threshold.toFixed(3),
      toPercent(answeredRight),
      toPercent(answeredWrong),
    ]),
  ]);
}

function toReliabilityTable(reliability: Evaluation['reliability']): string {
  return toTable([
    ['confidence', 'questions', 'mean', 'right'],
    ...reliability.map(({ from, to, count, meanConfidence, right }) => [
      `${from.toFixed(1)}–${to.toFixed(1)}`,
      String(count),
      toPercent(meanConfidence),
      toPercent(right),
    ]),
  ]);
}

function toConfusionLines({ confusions }: Evaluation): string {
  return confusions
    .map(({ text, expected, found, confidence, kind }) => {
      const wanted = expected.length === 0 ? 'nothing' : expected.join(' or ');
      return `${confidence.toFixed(2)}  ${text.replace(/\s+/g, ' ').slice(0, 160)}\n      ${kind}: expected ${wanted}, found ${found}`;
    })
    .join('\n');
}

/** The whole report, for a terminal. */
export function renderEvaluation(evaluation: Evaluation): string {
  const { count, covered, ranking, working, thresholds } = evaluation;
  const sections = [
    `${count} questions, ${covered} of them covered by the notes.`,
    `Right entry first ${toPercent(ranking.first)}, among the first three ${toPercent(ranking.firstThree)}, mean reciprocal rank ${ranking.meanReciprocalRank?.toFixed(3) ?? '–'}.`,
    `In a channel (confidence from ${thresholds.answerInChannel.toFixed(3)}): answered right ${toPercent(working.answeredRight)}, answered wrong ${toPercent(working.answeredWrong)}, false replies ${toPercent(working.falseReplies)}.`,
    `With quiet suggestions (three together from ${thresholds.suggestInChannel.toFixed(3)}), which only the asker sees: reached ${toPercent(working.reached)}, answered right or with the right entry among the three; ${toPercent(working.bothered)} of what nothing answers is bothered.`,
    `By kind\n${toKindTable(evaluation)}`,
    `At other thresholds\n${toRateTable(evaluation)}`,
    `Reliability: what the confidence promises and what it keeps\n${toReliabilityTable(evaluation.reliability)}`,
    `The same of the best three together\n${toReliabilityTable(evaluation.reliabilityOfThree)}`,
    `Worst confusions\n${toConfusionLines(evaluation)}`,
  ];
  return `${sections.join('\n\n')}\n`;
}
