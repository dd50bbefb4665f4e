// What was taken from the notes and what was not, in three lines. Pure.
import type { Knowledge } from '../knowledge/knowledge.ts';

/** "1 note", "3 notes". */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

function describeHeadings(whole: number, all: number): string {
  if (whole === all) return 'every heading counts';
  if (whole === 0) return 'only headings that ask count';
  return `in ${whole} of them every heading counts, in the others only those that ask`;
}

/** Says how many notes gave how many entries, which gave none, and how to change it. */
export function summarizeNotes({ counts = [], entries }: Pick<Knowledge, 'counts' | 'entries'>): readonly string[] {
  if (counts.length === 0) return ['There is no note to read.'];
  const giving = counts.filter((note) => note.entries > 0);
  const none = counts.filter((note) => note.entries === 0);
  const whole = giving.filter(({ isQuestionNote }) => isQuestionNote);
  const first = `${count(giving.length, 'note')} of ${counts.length} gave ${count(entries.length, 'entry', 'entries')}; ${describeHeadings(whole.length, giving.length)}.`;
  if (none.length === 0) return [first];
  const names = none.slice(0, 3).map(({ note }) => note);
  const rest = none.length > names.length ? ` and ${none.length - names.length} more` : '';
  return [
    first,
    `${count(none.length, 'note')} gave none, for nothing in them asks: ${names.join(', ')}${rest}.`,
    'NOTES names the notes to read, as NOTES=handbook/**,!**/archive/**; "faq: true" in a note makes each of its headings an entry.',
  ];
}
