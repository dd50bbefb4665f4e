// All notes of a knowledge folder as one body of knowledge. Pure.
import { toContentPath } from '../sites/content-path.ts';
import type { Site } from '../sites/site.ts';
import { toAddress } from '../sites/to-address.ts';
import type { Entry } from './entry.ts';
import type { Fault } from './fault.ts';
import { type HeadedNote, isPublished, parseHead } from './front-matter/parse-head.ts';
import type { Knowledge } from './knowledge.ts';
import type { AddressTable } from './markup/resolve-link.ts';
import type { NoteSource } from './note-source.ts';
import { type ParsedNote, parseNote, toPost } from './parse-note.ts';
import { notCoveredName, type Phrasings, parsePhrasings, toSameWording } from './phrasings/parse-phrasings.ts';

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

/** A note that the parser gives up on, nested too deeply for instance. */
function toUnparsed({ head, faults }: HeadedNote, error: unknown, url: string | null): NoteKnowledge {
  const reason = error instanceof Error ? error.message : String(error);
  const problem = `Its text cannot be parsed: ${reason}.`;
  const mend = 'Take out what is nested too deeply, or divide the note.';
  const fault: Fault = { severity: 'error', file: head.note, line: null, problem, mend };
  return { post: toPost(head, null, url), entries: [], lines: new Map(), notCovered: [], faults: [...faults, fault] };
}

/** One note with its phrasings. Never throws: a text that cannot be parsed is an `error` and gives no entries. */
export function toNoteKnowledge(
  note: HeadedNote,
  phrasings: Phrasings | null,
  site: Site,
  addresses: AddressTable,
): NoteKnowledge {
  const url = toAddress(note.head, site);
  try {
    return withPhrasings(note, parseNote(note, site, addresses, url), phrasings);
  } catch (error) {
    return toUnparsed(note, error, url);
  }
}

function withPhrasings(note: HeadedNote, parsed: ParsedNote, phrasings: Phrasings | null): NoteKnowledge {
  if (phrasings === null) return { ...parsed, notCovered: [], faults: note.faults };
  const { entries, faults } = addPhrasings(parsed.entries, phrasings);
  const { notCovered } = phrasings;
  return { ...parsed, entries, notCovered, faults: [...note.faults, ...phrasings.faults, ...faults] };
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
  const entries = notes.flatMap((note) => note.entries);
  return {
    entries,
    posts: notes.map(({ post }) => post),
    notCovered: [...new Set(notes.flatMap(({ notCovered }) => notCovered))],
    faults: [...notes.flatMap(({ faults }) => faults), ...findShared(entries)],
    lines: new Map(notes.flatMap(({ lines }) => [...lines])),
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
  const addresses = toAddressTable(
    published.map(({ note }) => note),
    site,
  );
  const knowledge = joinNotes(
    published.map(({ source, note }) =>
      toNoteKnowledge(note, source.phrasings && parsePhrasings(source.phrasings), site, addresses),
    ),
  );
  return { ...knowledge, faults: [...broken, ...knowledge.faults] };
}
