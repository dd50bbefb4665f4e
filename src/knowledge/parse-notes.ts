// All notes of a knowledge folder as one body of knowledge. Pure.
import { toContentPath } from '../sites/content-path.ts';
import type { Site } from '../sites/site.ts';
import { toAddress } from '../sites/to-address.ts';
import { dropUnreadable } from './drop-unreadable.ts';
import type { Entry } from './entry.ts';
import type { Fault } from './fault.ts';
import { findWaiting, type HeadedNote, isPublished, parseHead } from './front-matter/parse-head.ts';
import type { Knowledge } from './knowledge.ts';
import type { AddressTable } from './markup/resolve-link.ts';
import { nameCommon } from './name-common.ts';
import type { NoteSource } from './note-source.ts';
import { type NoteSurroundings, type ParsedNote, parseNote, toPost } from './parse-note.ts';
import { notCoveredName, type Phrasings, parsePhrasings, toSameWording } from './phrasings/parse-phrasings.ts';
import { wholeSiteNotes } from './sections/is-question-note.ts';

/** Addresses of notes by their place in the site's content. */
export function toAddressTable(notes: readonly HeadedNote[], site: Site): AddressTable {
  const table = new Map<string, string | null>();
  for (const { head } of notes) {
    const path = toContentPath(head.note, site);
    if (path !== null) table.set(path, toAddress(head, site));
  }
  return table;
}

function toUnknownId(file: string, id: string, line: number | null, entries: readonly Entry[]): Fault {
  const known = entries.map((entry) => entry.id).join(', ');
  const problem = `The note has no entry "${id}".`;
  return {
    severity: 'warning',
    file,
    line,
    problem,
    mend: known === '' ? 'The note has no entries.' : `Use one of its ids: ${known}.`,
  };
}

/** Hands the wordings to their entries; what belongs to no entry is a fault. */
export function addPhrasings(
  entries: readonly Entry[],
  phrasings: Phrasings,
): { readonly entries: readonly Entry[]; readonly faults: readonly Fault[] } {
  const ids = new Set(entries.map(({ id }) => id));
  const unknown = [...phrasings.lines.keys()].filter((id) => id !== notCoveredName && !ids.has(id));
  const faults = unknown.map((id) => toUnknownId(phrasings.file, id, phrasings.lines.get(id) ?? null, entries));
  const withWordings = entries.map((entry) => ({ ...entry, phrasings: phrasings.wordings.get(entry.id) ?? [] }));
  return { entries: withWordings, faults };
}

/** What one note gives to the whole. */
export interface NoteKnowledge extends ParsedNote {
  readonly notCovered: readonly string[];
  readonly faults: readonly Fault[];
}

function toFault(note: string, severity: Fault['severity'], line: number | null, problem: string, mend: string): Fault {
  return { severity, file: note, line, problem, mend };
}

/** A note that the parser gives up on, nested too deeply for instance: what can be read without that part is kept. */
function parseRest(note: HeadedNote, surroundings: NoteSurroundings, error: unknown): NoteKnowledge {
  const reason = error instanceof Error ? error.message : String(error);
  const { head } = note;
  const mend = 'Take out what is nested too deeply there, or write it more simply.';
  const readable = (body: string): boolean => {
    try {
      parseNote({ ...note, body }, surroundings);
      return true;
    } catch {
      return false;
    }
  };
  const rest = dropUnreadable(note.body, readable);
  const faults = rest.dropped.map((line) =>
    toFault(
      head.note,
      'error',
      line + note.bodyLine - 1,
      `The text from this line on cannot be parsed: ${reason}.`,
      mend,
    ),
  );
  const parsed =
    rest.body === null ? unreadNote(head, surroundings.url) : parseNote({ ...note, body: rest.body }, surroundings);
  return { ...parsed, notCovered: [], faults: [...note.faults, ...faults] };
}

function unreadNote(head: HeadedNote['head'], url: string | null): ParsedNote {
  const nothing = { entries: [], lines: new Map<string, number>(), missing: [], badLinks: [], isNearBorder: false };
  return { post: toPost(head, null, url), isQuestionNote: false, ...nothing };
}

/** One note with its phrasings. Never throws: a part that cannot be parsed is an `error` and gives no entries. */
export function toNoteKnowledge(
  note: HeadedNote,
  phrasings: Phrasings | null,
  surroundings: NoteSurroundings,
): NoteKnowledge {
  try {
    return withPhrasings(note, parseNote(note, surroundings), phrasings);
  } catch (error) {
    const rest = parseRest(note, surroundings, error);
    return withPhrasings({ ...note, faults: rest.faults }, rest, phrasings);
  }
}

function toMissing({ post, missing }: ParsedNote): readonly Fault[] {
  return missing.map((name) =>
    toFault(
      post.note,
      'warning',
      null,
      `The variable "${name}" has no value here: its place stays empty.`,
      'Give it a value in the site\u2019s configuration or in the front matter, or write its words into the note.',
    ),
  );
}

function toLinkFaults({ post, badLinks }: ParsedNote): readonly Fault[] {
  return badLinks.map(({ href, fault, line }) =>
    fault === 'dead'
      ? toFault(
          post.note,
          'warning',
          line,
          `An answer links to "${href}", and no note of that name is read.`,
          'Correct the link, or point it at a page that is there.',
        )
      : toFault(
          post.note,
          'warning',
          line,
          `An answer links to "${href}", which lies outside the site.`,
          'Write the whole address of the page.',
        ),
  );
}

function withPhrasings(note: HeadedNote, parsed: ParsedNote, phrasings: Phrasings | null): NoteKnowledge {
  const own = [...note.faults, ...toMissing(parsed), ...toLinkFaults(parsed)];
  if (phrasings === null) return { ...parsed, notCovered: [], faults: own };
  const { entries, faults } = addPhrasings(parsed.entries, phrasings);
  const { notCovered } = phrasings;
  return { ...parsed, entries, notCovered, faults: [...own, ...phrasings.faults, ...faults] };
}

/** The same wording under entries of different notes finds neither for certain: named as a warning. */
function findShared(entries: readonly Entry[]): readonly Fault[] {
  const owner = new Map<string, Entry>();
  const faults: Fault[] = [];
  for (const entry of entries) {
    for (const wording of entry.phrasings) {
      const first = owner.get(toSameWording(wording));
      if (first === undefined) owner.set(toSameWording(wording), entry);
      else if (first.note !== entry.note) {
        const problem = `"${wording}" stands under "${entry.id}" and, in ${first.note}, under "${first.id}".`;
        faults.push({ severity: 'warning', file: entry.note, line: null, problem, mend: 'Keep it where it belongs.' });
      }
    }
  }
  return faults;
}

/** Puts the notes together, in the order in which they come. */
export function joinNotes(notes: readonly NoteKnowledge[]): Knowledge {
  const own = notes.flatMap((note) => note.entries);
  const entries = notes.length > wholeSiteNotes ? nameCommon(own) : own;
  return {
    entries,
    posts: notes.map(({ post }) => post),
    notCovered: [...new Set(notes.flatMap(({ notCovered }) => notCovered))],
    faults: [...notes.flatMap(({ faults }) => faults), ...findShared(entries)],
    lines: new Map(notes.flatMap(({ lines }) => [...lines])),
    counts: notes.map(({ post, entries: { length }, isQuestionNote, isNearBorder, notCovered }) => ({
      note: post.note,
      entries: length,
      isQuestionNote,
      isNearBorder,
      notCovered: notCovered.length,
    })),
  };
}

/**
 * Reads notes. `now`: milliseconds since 1970, for `publishDate` and `expiryDate`. Never throws: a note that cannot be
 * read is left out and named in `faults` with severity `error`.
 */
export function parseNotes(sources: readonly NoteSource[], site: Site, now: number): Knowledge {
  const headed = sources.map((source) => ({ source, note: parseHead(source.note, source.text) }));
  const broken = headed.flatMap(({ note }) => note.faults.filter(({ severity }) => severity === 'error'));
  const published = headed.filter(
    ({ note }) => note.faults.every(({ severity }) => severity !== 'error') && isPublished(note.head, now),
  );
  const isOfWholeSite = published.length > wholeSiteNotes;
  const addresses = toAddressTable(
    published.map(({ note }) => note),
    site,
  );
  const knowledge = joinNotes(
    published.map(({ source, note }) =>
      toNoteKnowledge(note, source.phrasings && parsePhrasings(source.phrasings), {
        site,
        addresses,
        isOfWholeSite,
        url: toAddress(note.head, site),
      }),
    ),
  );
  const waiting = findWaiting(
    headed.map(({ note }) => note.head),
    now,
  );
  return { ...knowledge, waiting, faults: [...broken, ...knowledge.faults] };
}
