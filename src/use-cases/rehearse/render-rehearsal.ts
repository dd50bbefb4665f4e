// A rehearsal as lines for the terminal. Pure.
import { reasons } from '../../answer/wording.ts';
import { count } from '../../quality/summarize-notes.ts';
import type { EntryRow, Rehearsal } from './rehearsal.ts';
import {
  decisionLines,
  decisionOrder,
  describeScope,
  describeSpeaking,
  shownExamples,
  toWeekly,
} from './rehearsal-words.ts';

/** Rows shown of each kind. */
const mostRows = 15;

/** `isWhole`: every row, and not only the commonest. */
export function renderRehearsal(rehearsal: Rehearsal, channels: readonly string[], isWhole: boolean): string {
  if (rehearsal.messages === 0) return 'Nobody wrote anything there: no message was found.';
  const most = isWhole ? Number.POSITIVE_INFINITY : mostRows;
  const { answered, suggested, uncovered, leftAlone } = rehearsal;
  return [
    describeScope(rehearsal, channels),
    describeSpeaking(rehearsal),
    '',
    ...decisionOrder.map((kind) => toDecisionLine(rehearsal, kind)),
    ...section('Answered, by entry', answered.map(toEntryLines), most),
    ...section('Suggested quietly, by the likeliest entry', suggested.map(toEntryLines), most),
    ...section(
      'Questions that are not in the notes, alike ones together',
      uncovered.map(({ text, count }) => [`${pad(count)}  ${text}`]),
      most,
    ),
    ...section(
      'Left alone, and why',
      leftAlone.map(({ reason, count, examples }) => [
        `${pad(count)}  ${reasons[reason]}`,
        ...examples.slice(0, isWhole ? examples.length : shownExamples).map((text) => `          “${text}”`),
        ...(isWhole || examples.length <= shownExamples ? [] : ['          … (--all shows more)']),
      ]),
      most,
    ),
  ].join('\n');
}

function toDecisionLine(rehearsal: Rehearsal, kind: (typeof decisionOrder)[number]): string {
  const count = rehearsal.decisions[kind];
  const share = `${((100 * count) / rehearsal.messages).toFixed(1)}%`;
  const weekly = toWeekly(rehearsal, count);
  return `  ${decisionLines[kind].padEnd(24)}${pad(count)}${share.padStart(8)}${weekly === null ? '' : `  ${weekly}`}`;
}

function section(title: string, rows: readonly (readonly string[])[], most: number): readonly string[] {
  if (rows.length === 0) return [];
  const more = rows.length > most ? [`        … and ${count(rows.length - most, 'more row')} (--all shows them)`] : [];
  return ['', `${title}:`, ...rows.slice(0, most).flat(), ...more];
}

function toEntryLines({ name, count, examples }: EntryRow): readonly string[] {
  return [
    `${pad(count)}  ${name}`,
    ...examples.map(({ text, confidence }) => `          “${text}” (${Math.round(100 * confidence)}%)`),
  ];
}

function pad(count: number): string {
  return count.toLocaleString('en').padStart(6);
}
