// The notes as they stand now, for whoever needs an entry or their figures. Interface, and what it is made of. Pure.
import type { Entry } from '../../knowledge/entry.ts';
import type { Fault } from '../../knowledge/fault.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { describeStanding, toStanding } from '../../quality/standing.ts';
import { summarizeNotes } from '../../quality/summarize-notes.ts';
import type { SearchIndex } from '../../search/build-index.ts';
import type { Linked } from '../unfurl/find-linked.ts';

/** An entry as lists show it. */
export type ListedEntry = Pick<Entry, 'key' | 'note' | 'question' | 'url' | 'post'>;

/** How many there are of what, and what was found wrong with the notes. */
export interface NotesSummary {
  readonly posts: number;
  readonly entries: number;
  readonly phrasings: number;
  /** Entries without a link. */
  readonly unlinked: number;
  readonly faults: readonly Fault[];
  /** What was taken from the notes and what was not, and where they stand, in at most five lines. */
  readonly taken: readonly string[];
}

/** Everything is asked for: the texts of the notes are kept where their index is. */
export interface Notes {
  /** The entry with this key, or null where no note holds it (any more). */
  find(key: string): Promise<Entry | null>;
  /** Those of the entries with these keys that the notes hold, by key. */
  findAll(keys: readonly string[]): Promise<ReadonlyMap<string, Entry>>;
  /** All entries in reading order. */
  list(): Promise<readonly ListedEntry[]>;
  /** Which post or section an address leads to; null for an address of somewhere else. */
  findLinked(address: string): Promise<Linked | null>;
  summarise(): Promise<NotesSummary>;
}

export function toListed({ key, note, question, url, post }: Entry): ListedEntry {
  return { key, note, question, url, post };
}

/** `reading`: how the notes are read once they are read as far as they will be. */
export function toSummary(knowledge: Knowledge, reading: SearchIndex['reading']): NotesSummary {
  const { posts, entries, faults } = knowledge;
  return {
    taken: [...summarizeNotes(knowledge), ...describeStanding(toStanding(knowledge, reading))],
    posts: posts.length,
    entries: entries.length,
    phrasings: entries.reduce((sum, { phrasings }) => sum + phrasings.length, 0),
    unlinked: entries.filter(({ url }) => url === null).length,
    faults,
  };
}
