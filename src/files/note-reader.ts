// Notes parsed one by one, each again only when something it depends on has changed. Edge: includes are read from disk.
import type { Fault } from '../knowledge/fault.ts';
import type { HeadedNote } from '../knowledge/front-matter/parse-head.ts';
import type { AddressTable } from '../knowledge/markup/resolve-link.ts';
import { type NoteKnowledge, toNoteKnowledge } from '../knowledge/parse-notes.ts';
import type { Phrasings } from '../knowledge/phrasings/parse-phrasings.ts';
import { toAddress } from '../sites/to-address.ts';
import { outside, readInclude } from './read-include.ts';
import type { PlacedSite } from './read-site.ts';

interface Cached {
  readonly note: HeadedNote;
  readonly phrasings: Phrasings | null;
  /** The site's settings as text: a site is read anew each time. */
  readonly site: string;
  readonly url: string | null;
  readonly isOfWholeSite: boolean;
  /** Addresses that its links asked for, and texts that it included. */
  readonly addresses: ReadonlyMap<string, string | null | undefined>;
  readonly includes: ReadonlyMap<string, string | null>;
  readonly knowledge: NoteKnowledge;
}

/** A table that remembers what was asked of it. */
class AskedTable {
  readonly asked = new Map<string, string | null | undefined>();
  readonly source: AddressTable;

  constructor(addresses: AddressTable) {
    this.source = addresses;
  }

  get(path: string): string | null | undefined {
    const address = this.source.get(path);
    this.asked.set(path, address);
    return address;
  }

  keys() {
    return this.source.keys();
  }
}

/** Keeps what was parsed between readings. */
export class NoteReader {
  #cache = new Map<string, Cached>();
  #next = new Map<string, Cached>();
  #sites = new Map<PlacedSite, string>();
  #isOfWholeSite = false;

  /** `isOfWholeSite`: there are so many notes that they are a whole site. */
  begin(isOfWholeSite: boolean): void {
    this.#isOfWholeSite = isOfWholeSite;
    this.#next = new Map();
    this.#sites = new Map();
  }

  /** What was not read since `begin` is forgotten. */
  end(): void {
    this.#cache = this.#next;
  }

  #textOf(placed: PlacedSite): string {
    const known = this.#sites.get(placed);
    if (known !== undefined) return known;
    const text = JSON.stringify(placed.site);
    this.#sites.set(placed, text);
    return text;
  }

  /** Reads a note; `isNew` where it had to be parsed. `folder`: the knowledge folder, absolute. */
  read(
    note: HeadedNote,
    phrasings: Phrasings | null,
    placed: PlacedSite,
    addresses: AddressTable,
    folder: string,
  ): { readonly knowledge: NoteKnowledge; readonly isNew: boolean } {
    const path = note.head.note;
    const before = this.#cache.get(path);
    const site = this.#textOf(placed);
    const url = toAddress(note.head, placed.site);
    const left = new Set<string>();
    const include = (name: string, from: string): string | null => {
      const text = readInclude(placed.folder, folder, path, name, from);
      if (text !== outside) return text;
      // Hugo's folders are looked through up to the top.
      if (!/^(?:\.\.\/)*_index\.md$/.test(name)) left.add(name);
      return null;
    };
    const isSame =
      before !== undefined &&
      before.note === note &&
      before.phrasings === phrasings &&
      before.site === site &&
      before.url === url &&
      before.isOfWholeSite === this.#isOfWholeSite &&
      [...before.addresses].every(([asked, address]) => addresses.get(asked) === address) &&
      [...before.includes].every(
        ([asked, text]) => include(asked.split('\0')[0] ?? '', asked.split('\0')[1] ?? '') === text,
      );
    if (isSame) {
      this.#next.set(path, before);
      return { knowledge: before.knowledge, isNew: false };
    }
    const table = new AskedTable(addresses);
    const includes = new Map<string, string | null>();
    const parsed = toNoteKnowledge(note, phrasings, {
      site: placed.site,
      addresses: table,
      url,
      isOfWholeSite: this.#isOfWholeSite,
      wasQuestionNote: before?.knowledge.isQuestionNote ?? false,
      include: (name, from) => {
        const text = include(name, from);
        includes.set(`${name}\0${from}`, text);
        return text;
      },
    });
    const knowledge = keepGood({ ...parsed, faults: [...parsed.faults, ...toLeftOut(path, left)] }, before);
    const isOfWholeSite = this.#isOfWholeSite;
    this.#next.set(path, { note, phrasings, site, url, isOfWholeSite, addresses: table.asked, includes, knowledge });
    return { knowledge, isNew: true };
  }
}

function toLeftOut(file: string, names: ReadonlySet<string>): readonly Fault[] {
  return [...names].map((name) => ({
    severity: 'warning',
    file,
    line: null,
    problem: `It includes "${name}", which lies outside the site's folder and is left out.`,
    mend: 'Put the file into the site, or write its words into the note.',
  }));
}

/** A text that cannot be parsed leaves the entries as they last were. */
function keepGood(knowledge: NoteKnowledge, before: Cached | undefined): NoteKnowledge {
  const isBroken = knowledge.faults.some(({ severity, file }) => severity === 'error' && file === knowledge.post.note);
  return isBroken && before !== undefined ? { ...before.knowledge, faults: knowledge.faults } : knowledge;
}
