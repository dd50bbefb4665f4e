// `rolecall check`: the notes doctor, and how well the confidence does on these notes.

import type { Knowledge } from '../../knowledge/knowledge.ts';
import { examineNotes, type Finding } from '../../quality/doctor.ts';
import { type CalibrationReport, rehearseNotes } from '../../quality/rehearse-notes.ts';
import { toPercent, toTable } from '../../quality/render-evaluation.ts';
import { openSearch } from './open-search.ts';
import { type CommandContext, toJson } from './output.ts';
import { withState } from './with-state.ts';

export interface CheckOptions {
  readonly json: boolean;
  /** Count what the team taught in Slack, and name entries that it lost. */
  readonly state: boolean;
}

const marks: Readonly<Record<Finding['severity'], string>> = { error: 'Error', warning: 'Warning', hint: 'Hint' };

/** Prints what could be better in the notes, faults first. Returns the exit code: 1 where something is an error. */
export async function runCheck(context: CommandContext, { json, state }: CheckOptions): Promise<number> {
  const { config, out } = context;
  const learned = state ? await withState(context, async ({ learned }) => await learned.list()) : [];
  const opened = await openSearch(context, { learned, onFault: () => {} });
  const { knowledge, index } = await opened.look();
  await opened.close();
  const findings = examineNotes(knowledge, { now: Date.now(), staleAfterDays: config.STALE_AFTER });
  const calibration = knowledge.entries.length === 0 ? null : rehearseNotes(index);
  out(json ? toJson({ findings, calibration }) : renderCheck(knowledge, findings, calibration));
  return findings.some(({ severity }) => severity === 'error') ? 1 : 0;
}

function renderCheck(
  { entries }: Knowledge,
  findings: readonly Finding[],
  calibration: CalibrationReport | null,
): string {
  const lines = findings.map(({ severity, file, line, problem, mend }) => {
    return `${marks[severity]}: ${file}${line === null ? '' : `:${line}`}\n  ${problem}\n  ${mend}`;
  });
  const summary = toSummary(entries.length, findings);
  return [...lines, summary, ...(calibration === null ? [] : ['', renderCalibration(calibration)])].join('\n');
}

function toSummary(entries: number, findings: readonly Finding[]): string {
  const counts = (['error', 'warning', 'hint'] as const).map((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return `${count} ${severity}${count === 1 ? '' : 's'}`;
  });
  return `${entries} entries: ${counts.join(', ')}.`;
}

function renderCalibration({ reading, answerInChannel, rows, ...shares }: CalibrationReport): string {
  return [
    `The notes asked their own wordings, each left out, by ${reading === 'words' ? 'words alone' : 'words and meaning'}:`,
    `  from confidence ${answerInChannel.toFixed(2)} on a channel gets the answer: ${toPercent(shares.answeredRight)} right, ${toPercent(shares.answeredWrong)} wrong;`,
    `  of what nothing answers, ${toPercent(shares.counterReplies)} (not-covered and chatter) and ${toPercent(shares.nearReplies)} (the hardest: an entry left out whole) would get one.`,
    '',
    toTable([
      ['confidence', 'own wordings', 'found their entry', 'nothing answers'],
      ...rows.map(({ from, own, right, unanswerable }) => [
        `${from.toFixed(1)}–${(from + 0.1).toFixed(1)}`,
        String(own),
        own === 0 ? '–' : toPercent(right / own),
        String(unanswerable),
      ]),
    ]),
  ].join('\n');
}
