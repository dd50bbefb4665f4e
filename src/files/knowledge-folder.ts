// The knowledge folder: notes read from disk, each kept at its last good state, and watched. Edge.
import { setTimeout as startTimer } from 'node:timers';
import { setImmediate, setTimeout } from 'node:timers/promises';
import type { Fault } from '../knowledge/fault.ts';
import {
  findWaiting,
  type HeadedNote,
  isPublished,
  nextTurn,
  parseHead,
} from '../knowledge/front-matter/parse-head.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { toPhrasingsPath } from '../knowledge/note-source.ts';
import { joinNotes, type NoteKnowledge, toAddressTable } from '../knowledge/parse-notes.ts';
import { type Phrasings, parsePhrasings } from '../knowledge/phrasings/parse-phrasings.ts';
import { wholeSiteNotes } from '../knowledge/sections/is-question-note.ts';
import type { KnowledgeSource } from '../use-cases/notes/knowledge-source.ts';
import { type FileList, listFiles, takeFingerprint } from './list-files.ts';
import { type KnowledgePlace, locateKnowledge } from './locate-knowledge.ts';
import { NoteReader } from './note-reader.ts';
import { readAhead } from './read-ahead.ts';
import { readDataFiles } from './read-data-files.ts';
import { type FoundSites, findPlace, readSites, type SiteSettings } from './read-site.ts';
import { type ReadText, readText } from './read-text.ts';
import { toNoteFilter } from './to-note-filter.ts';
import { watchFolder } from './watch-folder.ts';

/** Where the notes lie and what is known of their site. */
export interface KnowledgeFolderOptions {
  /** A folder, a single note, or a link to one of them. */
  readonly folder: string;
  /** Globs of the notes that are read, `!` before those that are not; none: all. */
  readonly notes?: readonly string[];
  /** Settings that win over what stands in the site's own configuration. */
  readonly site?: SiteSettings;
}

/** No timer waits longer; by then the notes are read once more for nothing. */
const longestTimerMs = 2 ** 31 - 1;
/** How long a note may lie empty on disk while somebody writes it. */
const emptyMs = 200;

/** A phrasings file as it last was good. */
interface ReadPhrasings {
  readonly text: string;
  readonly phrasings: Phrasings;
}

interface GoodNote {
  readonly text: string;
  readonly note: HeadedNote;
}

/** The notes below a folder as a source of knowledge. Nothing is read before `read`. */
export class KnowledgeFolder implements KnowledgeSource {
  readonly #options: KnowledgeFolderOptions;
  readonly #reader = new NoteReader();
  #goodNotes = new Map<string, GoodNote>();
  #goodPhrasings = new Map<string, ReadPhrasings>();
  #extraFolders: readonly string[] = [];
  #onTurn: (() => void) | null = null;
  #timer: NodeJS.Timeout | null = null;
  /** How long after the last reading the next date in a note comes, or null. */
  #turnInMs: number | null = null;
  /** What lay in the folder at the last reading, or null before the first. */
  #seen: string | null = null;

  constructor(options: KnowledgeFolderOptions) {
    this.#options = options;
  }

  watch(onChange: () => void): () => Promise<void> {
    this.#onTurn = onChange;
    const stop = watchFolder(this.#options.folder, {
      onChange,
      onReady: () => void this.hasChanged().then((hasChanged) => (hasChanged ? onChange() : undefined)),
    });
    this.#waitForTurn();
    return async () => {
      this.#onTurn = null;
      this.#waitForTurn();
      await stop();
    };
  }

  /** Reads again when the next date in a note comes: a note that expires falls silent without anybody writing to it. */
  #waitForTurn(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    if (this.#onTurn === null || this.#turnInMs === null) return;
    this.#timer = startTimer(this.#onTurn, Math.min(this.#turnInMs, longestTimerMs)).unref();
  }

  /** True where a file came, went or was written since the last reading; nobody watched until now. */
  async hasChanged(): Promise<boolean> {
    if (this.#seen === null) return false;
    const seen = this.#seen;
    try {
      const place = await locateKnowledge(this.#options.folder);
      const files = await listFiles(place.folder, { extraFolders: this.#extraFolders, only: place.only });
      return (await takeFingerprint(place.folder, files)) !== seen;
    } catch {
      return true;
    }
  }

  async read(now: number): Promise<Knowledge> {
    const place = await locateKnowledge(this.#options.folder);
    const found = await readSites(place.folder, this.#options.site);
    this.#extraFolders = found.extraFolders;
    const files = await listFiles(place.folder, { extraFolders: found.extraFolders, only: place.only });
    this.#seen = await takeFingerprint(place.folder, files);
    const faults: Fault[] = [...found.faults, ...files.faults];
    const wanted = toNoteFilter(this.#options.notes ?? []);
    const isRead = (file: string): boolean => wanted(file) && findPlace(found, file) !== null;
    const notes = await this.#readNotes(place.folder, files.notes.filter(isRead), faults);
    const phrasings = await this.#readPhrasings(
      place.folder,
      files.phrasings.filter((file) => findPlace(found, file) !== null),
      faults,
    );
    const read = await this.#parse(place, found, { ...files, data: files.data.filter(wanted) }, notes, phrasings, now);
    const knowledge = joinNotes(read);
    const known = [...notes.keys(), ...files.data];
    const next = nextTurn(
      [...notes.values()].map(({ head }) => head),
      now,
    );
    this.#turnInMs = next === null ? null : next - now + 1;
    this.#waitForTurn();
    return {
      ...knowledge,
      waiting: findWaiting(
        [...notes.values()].map(({ head }) => head),
        now,
      ),
      faults: [...faults, ...findLonely(phrasings, known), ...knowledge.faults],
    };
  }

  /** Reads the heads. A note that cannot be read stays as it last was, if it ever was good. */
  async #readNotes(
    folder: string,
    files: readonly string[],
    faults: Fault[],
  ): Promise<ReadonlyMap<string, HeadedNote>> {
    const notes = new Map<string, GoodNote>();
    const texts = readAhead(files, (file) => this.#readSettled(folder, file));
    for await (const { file, read } of texts) {
      const { text, fault } = read;
      const before = this.#goodNotes.get(file);
      const note = text === null ? null : text === before?.text ? before.note : parseHead(file, text);
      const errors = note === null ? [fault] : note.faults.filter(({ severity }) => severity === 'error');
      faults.push(...errors.filter((error) => error !== null));
      if (errors.length > 0 && before !== undefined) notes.set(file, before);
      else if (errors.length === 0 && note !== null && text !== null) notes.set(file, { text, note });
    }
    this.#goodNotes = notes;
    return new Map([...notes].map(([file, { note }]) => [file, note]));
  }

  /** An editor that is writing empties the file first: an empty one that was not is read again. */
  async #readSettled(folder: string, file: string): Promise<ReadText> {
    const read = await readText(folder, file);
    if (read.text !== '' || !this.#goodNotes.has(file)) return read;
    await setTimeout(emptyMs);
    return readText(folder, file);
  }

  async #readPhrasings(
    folder: string,
    files: readonly string[],
    faults: Fault[],
  ): Promise<ReadonlyMap<string, ReadPhrasings>> {
    const phrasings = new Map<string, ReadPhrasings>();
    for (const file of files) {
      const { text, fault } = await readText(folder, file);
      const before = this.#goodPhrasings.get(file);
      const read =
        text === null || text === before?.text ? before : { text, phrasings: parsePhrasings({ file, text }) };
      const errors =
        text === null ? [fault] : (read?.phrasings.faults.filter(({ severity }) => severity === 'error') ?? []);
      const good = errors.length === 0 || before === undefined ? read : before;
      if (good?.text !== text) faults.push(...errors.filter((error) => error !== null));
      if (good !== undefined) phrasings.set(file, good);
    }
    this.#goodPhrasings = phrasings;
    return phrasings;
  }

  /** Parses what has changed, one note at a time, letting others work in between. */
  async #parse(
    place: KnowledgePlace,
    found: FoundSites,
    files: FileList,
    notes: ReadonlyMap<string, HeadedNote>,
    phrasings: ReadonlyMap<string, ReadPhrasings>,
    now: number,
  ): Promise<readonly NoteKnowledge[]> {
    const published = [...notes.values()].filter(({ head }) => isPublished(head, now));
    const placed = published.map((note) => ({ note, placed: findPlace(found, note.head.note) }));
    const tables = new Map(
      found.places.map((each) => [
        each,
        toAddressTable(
          placed.filter((one) => one.placed === each).map(({ note }) => note),
          each.site,
        ),
      ]),
    );
    const wordings = (file: string): Phrasings | null => {
      const path = toPhrasingsPath(file);
      return (phrasings.get(path) ?? phrasings.get(path.replace(/yml$/, 'yaml')))?.phrasings ?? null;
    };
    this.#reader.begin(published.length > wholeSiteNotes);
    const read: NoteKnowledge[] = [];
    for (const { note, placed: at } of placed) {
      const addresses = at === null ? undefined : tables.get(at);
      if (at === null || addresses === undefined) continue;
      const { knowledge, isNew } = this.#reader.read(note, wordings(note.head.note), at, addresses, place.folder);
      read.push(knowledge);
      if (isNew) await setImmediate();
    }
    this.#reader.end();
    const pages = placed.flatMap(({ note, placed: at }) => (at === null ? [] : [{ note, placed: at }]));
    return [...read, ...(await readDataFiles(place.folder, files, found, pages, wordings))];
  }
}

/** Phrasings beside which no note lies. */
function findLonely(phrasings: ReadonlyMap<string, unknown>, notes: readonly string[]): readonly Fault[] {
  const known = new Set(notes.map((note) => toPhrasingsPath(note)));
  const lonely = [...phrasings.keys()].filter((file) => !known.has(file.replace(/yaml$/, 'yml')));
  return lonely.map((file) => {
    const problem = 'No note that is read lies beside these phrasings.';
    return {
      severity: 'warning',
      file,
      line: null,
      problem,
      mend: 'Name the file for its note: faq.md has faq.phrasings.yml.',
    };
  });
}

/** Reads the notes below a folder once. Rejects where the folder itself cannot be read. */
export async function readKnowledge({
  now,
  ...options
}: KnowledgeFolderOptions & { readonly now: () => number }): Promise<Knowledge> {
  return await new KnowledgeFolder(options).read(now());
}
