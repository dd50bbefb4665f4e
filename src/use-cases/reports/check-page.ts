// The notes doctor's figures as a page: how far the notes reach, and whether a confidence means what it says. Pure.
import type { CalibrationReport } from '../../quality/leave-one-out.ts';
import type { Standing } from '../../quality/standing.ts';
import { toBarChart, toChartPage, toReliabilityPlot } from './charts.ts';

export interface CheckReport {
  readonly standing: Standing | null;
  readonly calibration: CalibrationReport | null;
  /** What the doctor found, as it prints it. */
  readonly summary: readonly string[];
}

/** Middle of a tenth of confidence. */
const half = 0.05;

export function toCheckPage({ standing, calibration, summary }: CheckReport, madeOn: string): string {
  const rows = calibration?.rows.filter(({ own }) => own > 0) ?? [];
  const points = rows.map(({ from, own, right }) => ({ said: from + half, came: right / own, count: own }));
  const charts = [
    ...(standing === null ? [] : [toCoverage(standing)]),
    ...(points.length === 0 ? [] : [toReliabilityPlot('The notes asked their own wordings, each left out', points)]),
  ];
  return toChartPage('How far the notes reach', [...summary, `Looked at on ${madeOn}.`], charts);
}

function toCoverage({ answered, suggested, missed }: Standing): string {
  return toBarChart({
    title: 'Of a hundred questions that the notes cover',
    of: 'notes',
    series: [
      { tone: 'answer', name: 'answered in a channel' },
      { tone: 'suggest', name: 'suggested' },
      { tone: 'silent', name: 'nothing' },
    ],
    bars: [{ label: 'these notes', values: [answered, suggested, missed] }],
  });
}
