// A note's front matter as the head that the rest of the program knows, with what is wrong in it. Pure.
import type { Fault } from '../fault.ts';
import type { WaitingNote } from '../knowledge.ts';
import type { NoteHead } from './note-head.ts';
import { type FrontMatter, parseFrontMatter } from './parse-front-matter.ts';
import { dateField, flagField, listField, textField } from './read-fields.ts';

/** A note with its head read and its body still as text. */
export interface HeadedNote {
  readonly head: NoteHead;
  readonly body: string;
  /** Line of the file on which the body begins. */
  readonly bodyLine: number;
  readonly faults: readonly Fault[];
}

/** A head in which nothing is said. */
function emptyHead(note: string): NoteHead {
  return {
    note,
    title: null,
    date: null,
    authors: [],
    closed: false,
    deadline: null,
    ownAddress: null,
    slug: null,
    id: null,
    categories: [],
    isDraft: false,
    isHidden: false,
    publishDate: null,
    expiryDate: null,
    question: null,
    isFaq: null,
    language: null,
    fields: new Map(),
  };
}

const dateFields = ['date', 'deadline', 'publishdate', 'pubdate', 'published', 'expirydate', 'unpublishdate', 'review'];

/** What Quarto puts the day in place of. */
const dateWords = /^(?:today|now|last-modified)$/;

/** Dates that are none: named, and treated as if they were not there. */
function findBadDates(note: string, { fields, lines }: FrontMatter): readonly Fault[] {
  return dateFields.flatMap((name): readonly Fault[] => {
    if (typeof fields.get(name) === 'boolean' || dateField(fields, name) !== undefined) return [];
    const text = textField(fields, name) ?? '';
    if (dateWords.test(text)) return [];
    const problem = `"${name}: ${text.length > 40 ? `${text.slice(0, 40)}…` : text}" is no date.`;
    return [
      { severity: 'warning', file: note, line: lines.get(name) ?? null, problem, mend: 'Write it as 2022-03-22.' },
    ];
  });
}

function isNotRendered(build: unknown): boolean {
  if (typeof build !== 'object' || build === null) return false;
  const render = new Map(Object.entries(build).map(([name, value]) => [name.toLowerCase(), value])).get('render');
  return render === false || render === 'never' || render === 'link';
}

function readHead(note: string, { fields }: FrontMatter): NoteHead {
  const unpublished =
    fields.get('published') === false || isNotRendered(fields.get('_build')) || isNotRendered(fields.get('build'));
  return {
    note,
    title: textField(fields, 'title'),
    date: dateField(fields, 'date') ?? null,
    authors: listField(fields, 'authors', 'author'),
    closed: flagField(fields, 'closed'),
    deadline: dateField(fields, 'deadline') ?? null,
    ownAddress: textField(fields, 'url', 'permalink'),
    slug: textField(fields, 'slug'),
    id: textField(fields, 'id'),
    categories: listField(fields, 'categories', 'category'),
    isDraft: flagField(fields, 'draft'),
    isHidden: unpublished || flagField(fields, 'headless'),
    publishDate: dateField(fields, 'publishdate', 'pubdate') ?? null,
    expiryDate: dateField(fields, 'expirydate', 'unpublishdate') ?? null,
    question: textField(fields, 'question'),
    isFaq: fields.has('faq') ? (flagField(fields, 'faq') ? true : fields.get('faq') === false ? false : null) : null,
    language: textField(fields, 'lang', 'language', 'locale'),
    fields,
  };
}

/** Reads the head of a note. A front matter that cannot be read is an `error`; a field that says nonsense a `warning`. */
export function parseHead(note: string, source: string): HeadedNote {
  const text = source.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const front = parseFrontMatter(text);
  if (front.fault !== null) {
    const fault: Fault = { severity: 'error', file: note, ...front.fault };
    return { head: emptyHead(note), body: '', bodyLine: front.bodyLine, faults: [fault] };
  }
  const { body, bodyLine } = front;
  return { head: readHead(note, front), body, bodyLine, faults: findBadDates(note, front) };
}

/** True where the note is published at `now` (milliseconds since 1970), as Hugo decides it. */
export function isPublished(head: NoteHead, now: number): boolean {
  if (head.isDraft || head.isHidden) return false;
  if (head.publishDate !== null && Date.parse(head.publishDate) > now) return false;
  return head.expiryDate === null || Date.parse(head.expiryDate) > now;
}

/** The notes that only a date keeps out at `now`. */
export function findWaiting(heads: readonly NoteHead[], now: number): readonly WaitingNote[] {
  return heads
    .filter((head) => !head.isDraft && !head.isHidden && !isPublished(head, now))
    .map(({ note, expiryDate, publishDate }) =>
      expiryDate !== null && Date.parse(expiryDate) <= now
        ? { note, reason: 'expired', date: expiryDate }
        : { note, reason: 'not-yet', date: publishDate ?? '' },
    );
}

/** The next moment (milliseconds since 1970) at which a date of one of the heads comes, or null where none is ahead. */
export function nextTurn(heads: readonly NoteHead[], now: number): number | null {
  const ahead = heads
    .filter(({ isDraft, isHidden }) => !isDraft && !isHidden)
    .flatMap(({ publishDate, expiryDate, deadline }) => [publishDate, expiryDate, deadline])
    .map((date) => (date === null ? Number.NaN : Date.parse(date)))
    .filter((moment) => moment > now);
  return ahead.length === 0 ? null : Math.min(...ahead);
}
