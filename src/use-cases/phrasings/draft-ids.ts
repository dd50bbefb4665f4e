// Names by which a model speaks of entries, and back from what it says. Pure.
import type { Entry } from '../../knowledge/entry.ts';
import { toSameWording } from '../../knowledge/phrasings/parse-phrasings.ts';

/** Entries by the names that models are given: the id where one entry alone has it, else the note and the id. */
export class DraftIds {
  readonly #names = new Map<string, string>();
  readonly #entries = new Map<string, Entry | null>();

  constructor(entries: readonly Entry[]) {
    for (const entry of entries) {
      for (const name of [entry.id, `${entry.note}#${entry.id}`, toSameWording(entry.question)])
        this.#claim(name, entry);
    }
    for (const entry of entries) {
      const isAlone = this.#entries.get(normalise(entry.id)) === entry;
      this.#names.set(entry.key, isAlone ? entry.id : `${entry.note}#${entry.id}`);
    }
  }

  nameOf(entry: Entry): string {
    return this.#names.get(entry.key) ?? entry.id;
  }

  /** The entry that a model means by an id, or by its question; null where it means none, or one of several. */
  find(said: string): Entry | null {
    return this.#entries.get(normalise(said)) ?? null;
  }

  #claim(name: string, entry: Entry): void {
    const known = this.#entries.get(normalise(name));
    this.#entries.set(normalise(name), known === undefined || known === entry ? entry : null);
  }
}

function normalise(name: string): string {
  return toSameWording(name.replace(/^#/, ''));
}
