// The notes as they stand now, for whoever needs an entry by its key. The composition root keeps one.
import type { Entry } from '../../knowledge/entry.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';

export class Notes {
  #knowledge: Knowledge = { entries: [], posts: [], notCovered: [], faults: [] };
  #byKey: ReadonlyMap<string, Entry> = new Map();

  get knowledge(): Knowledge {
    return this.#knowledge;
  }

  /** The entry with this key, or null where no note holds it (any more). */
  find(key: string): Entry | null {
    return this.#byKey.get(key) ?? null;
  }

  replace(knowledge: Knowledge): void {
    this.#knowledge = knowledge;
    this.#byKey = new Map(knowledge.entries.map((entry) => [entry.key, entry]));
  }
}
