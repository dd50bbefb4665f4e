// The knowledge folder: notes read from disk, each kept at its last good state, and watched. Edge.
import { setImmediate, setTimeout } from 'node:timers/promises';
import type { Fault } from '../knowledge/fault.ts';
import { type HeadedNote, isPublished, parseHead } from '../knowledge/front-matter/parse-head.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { toPhrasingsPath } from '../knowledge/note-source.ts';
import { joinNotes, type NoteKnowledge, toAddressTable, toNoteKnowledge } from '../knowledge/parse-notes.ts';
import { type Phrasings, parsePhrasings } from '../knowledge/phrasings/parse-phrasings.ts';
import type { Site } from '../sites/site.ts';
import type { KnowledgeSource } from '../use-cases/notes/knowledge-source.ts';
import { listFiles, takeFingerprint } from './list-files.ts';
import { readSite, type SiteSettings } from './read-site.ts';
import { type ReadText, readText } from './read-text.ts';
import { watchFolder } from './watch-folder.ts';

/** Where the notes lie and what is known of their site. */
export interface KnowledgeFolderOptions {
  readonly folder: string;
  /** Settings that win over what stands in the site's own configuration. */
  readonly site?: SiteSettings;
}

/** How long a note may lie empty on disk while somebody writes it. */
const emptyMs = 200;

/** A phrasings file as it last was good. */
interface ReadPhrasings {
  readonly text: string;
  readonly phrasings: Phrasings;
}

interface Cached {
  readonly from: string;
  readonly knowledge: NoteKnowledge;
}

/** The notes below a folder as a source of knowledge. Nothing is read before `read`. */
export class KnowledgeFolder implements KnowledgeSource {
  readonly #options: KnowledgeFolderOptions;
  #goodNotes = new Map<string, HeadedNote>();
  #goodPhrasings = new Map<string, ReadPhrasings>();
  #cache = new Map<string, Cached>();
  #extraFolders: readonly string[] = [];
  /** What lay in the folder at the last reading, or null before the first. */
  #seen: string | null = null;

  constructor(options: KnowledgeFolderOptions) {
    this.#options = options;
  }

  watch(onChange: () => void): () => Promise<void> {
    return watchFolder(this.#options.folder, {
      onChange,
      onReady: () => void this.hasChanged().then((hasChanged) => (hasChanged ? onChange() : undefined)),
    });
  }

  /** True where a file came, went or was written since the last reading; nobody watched until now. */
  async hasChanged(): Promise<boolean> {
    if (this.#seen === null) return false;
    const { folder } = this.#options;
    const seen = this.#seen;
    return listFiles(folder, this.#extraFolders)
      .then((files) => takeFingerprint(folder, files))
      .then(
        (fingerprint) => fingerprint !== seen,
        () => true,
      );
  }

  async read(now: number): Promise<Knowledge> {
    const { folder, site: settings } = this.#options;
    const found = await readSite(folder, settings);
    this.#extraFolders = found.extraFolders;
    const files = await listFiles(folder, found.extraFolders);
    this.#seen = await takeFingerprint(folder, files);
    const faults: Fault[] = [...found.faults, ...files.faults];
    const isContent = (file: string): boolean => file.startsWith(found.site.root) && !found.isLeftOut(file);
    const notes = await this.#readNotes(files.notes.filter(isContent), faults);
    const phrasings = await this.#readPhrasings(files.phrasings.filter(isContent), faults);
    const published = [...notes.values()].filter(({ head }) => isPublished(head, now));
    const knowledge = joinNotes(await this.#parse(published, phrasings, found.site));
    return { ...knowledge, faults: [...faults, ...findLonely(phrasings, notes), ...knowledge.faults] };
  }

  /** Reads the heads. A note that cannot be read stays as it last was, if it ever was good. */
  async #readNotes(files: readonly string[], faults: Fault[]): Promise<ReadonlyMap<string, HeadedNote>> {
    const notes = new Map<string, HeadedNote>();
    for (const file of files) {
      const { text, fault } = await this.#readSettled(file);
      const note = text === null ? null : parseHead(file, text);
      const errors = note === null ? [fault] : note.faults.filter(({ severity }) => severity === 'error');
      faults.push(...errors.filter((error) => error !== null));
      const good = errors.length === 0 ? note : this.#goodNotes.get(file);
      if (good !== null && good !== undefined) notes.set(file, good);
    }
    this.#goodNotes = notes;
    return notes;
  }

  /** An editor that is writing empties the file first: an empty one that was not is read again. */
  async #readSettled(file: string): Promise<ReadText> {
    const read = await readText(this.#options.folder, file);
    if (read.text !== '' || !this.#goodNotes.has(file)) return read;
    await setTimeout(emptyMs);
    return readText(this.#options.folder, file);
  }

  async #readPhrasings(files: readonly string[], faults: Fault[]): Promise<ReadonlyMap<string, ReadPhrasings>> {
    const phrasings = new Map<string, ReadPhrasings>();
    for (const file of files) {
      const { text, fault } = await readText(this.#options.folder, file);
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
    notes: readonly HeadedNote[],
    phrasings: ReadonlyMap<string, ReadPhrasings>,
    site: Site,
  ): Promise<readonly NoteKnowledge[]> {
    const addresses = toAddressTable(notes, site);
    const surroundings = JSON.stringify([site, [...addresses]]);
    const cache = new Map<string, Cached>();
    for (const note of notes) {
      const path = toPhrasingsPath(note.head.note);
      const wordings = phrasings.get(path) ?? phrasings.get(path.replace(/yml$/, 'yaml')) ?? null;
      const from = JSON.stringify([note, wordings?.text ?? null, surroundings]);
      const before = this.#cache.get(note.head.note);
      if (before?.from === from) cache.set(note.head.note, before);
      else {
        await setImmediate();
        cache.set(note.head.note, {
          from,
          knowledge: keepGood(toNoteKnowledge(note, wordings?.phrasings ?? null, site, addresses), before),
        });
      }
    }
    this.#cache = cache;
    return [...cache.values()].map(({ knowledge }) => knowledge);
  }
}

/** A text that cannot be parsed leaves the entries as they last were. */
function keepGood(knowledge: NoteKnowledge, before: Cached | undefined): NoteKnowledge {
  const isBroken = knowledge.faults.some(({ severity, file }) => severity === 'error' && file === knowledge.post.note);
  return isBroken && before !== undefined ? { ...before.knowledge, faults: knowledge.faults } : knowledge;
}

/** Phrasings beside which no note lies. */
function findLonely(phrasings: ReadonlyMap<string, unknown>, notes: ReadonlyMap<string, HeadedNote>): readonly Fault[] {
  const known = new Set([...notes.keys()].map((note) => toPhrasingsPath(note)));
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
