// What was taken from the notes and what was not, in a few lines. Pure.
import type { Knowledge } from '../knowledge/knowledge.ts';
import { noteExtension } from '../sites/content-path.ts';

/** "1 note", "3,000 notes". */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString('en')} ${number === 1 ? one : many}`;
}

function describeHeadings(whole: number, all: number): string {
  if (all === 0) return '';
  if (whole === all) return '; every heading counts';
  if (whole === 0) return '; only headings that ask count';
  return `; in ${whole} of them every heading counts, in the others only those that ask`;
}

/** Notes with an error of which no earlier state stands in. */
function findUnread({ counts = [], faults }: Pick<Knowledge, 'counts' | 'faults'>): readonly string[] {
  const wrong = faults.filter(({ severity, file }) => severity === 'error' && noteExtension.test(file));
  return [...new Set(wrong.map(({ file }) => file))].filter((file) => counts.every(({ note }) => note !== file));
}

/** The first names, and how many more: "one, two, three and 2 more". */
export function nameSome(names: readonly string[], most: number): string {
  return names.slice(0, most).join(', ') + (names.length > most ? ` and ${names.length - most} more` : '');
}

/** Says how many notes gave how many entries, which gave none, and how to change it. */
export function summarizeNotes(knowledge: Pick<Knowledge, 'counts' | 'entries' | 'faults'>): readonly string[] {
  const { counts = [], entries } = knowledge;
  const unread = findUnread(knowledge);
  if (counts.length + unread.length === 0) return ['There is no note to read.'];
  const giving = counts.filter((note) => note.entries > 0);
  const none = counts.filter((note) => note.entries === 0);
  const whole = giving.filter(({ isQuestionNote }) => isQuestionNote);
  const first = `${count(giving.length, 'note')} of ${counts.length + unread.length} gave ${count(entries.length, 'entry', 'entries')}${describeHeadings(whole.length, giving.length)}.`;
  const lines =
    unread.length === 0
      ? [first]
      : [first, `${count(unread.length, 'note')} could not be read: ${nameSome(unread, 3)}.`];
  if (none.length === 0) return lines;
  return [
    ...lines,
    `${count(none.length, 'note')} gave none, for nothing in ${none.length === 1 ? 'it' : 'them'} asks: ${nameSome(
      none.map(({ note }) => note),
      3,
    )}.`,
    'NOTES names the notes to read, as NOTES=handbook/**,!**/archive/**; "faq: true" in a note makes each of its headings an entry.',
  ];
}
