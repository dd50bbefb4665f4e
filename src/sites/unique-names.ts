// Names within one note, repeated ones numbered as a generator numbers them. Pure.
import type { AnchorStyle } from './site.ts';

/** How a name is told from the same name before it; `count` is 1 for the first repetition. */
const numbering: Readonly<Partial<Record<AnchorStyle, (name: string, count: number) => string>>> = {
  mkdocs: (name, count) => `${name}_${count}`,
  pymdown: (name, count) => `${name}_${count}`,
  sphinx: (_, count) => `id${count}`,
  eleventy: (name, count) => `${name}-${count + 1}`,
};

function toNumbered(name: string, count: number): string {
  return `${name}-${count}`;
}

/** Hands out names: the first keeps its name, repeated ones get `-1`, `-2` and so on (MkDocs `_1`, Sphinx `id1`). */
export class UniqueNames {
  readonly #taken = new Set<string>();
  readonly #number: (name: string, count: number) => string;

  constructor(style: AnchorStyle = 'github') {
    this.#number = numbering[style] ?? toNumbered;
  }

  has(name: string): boolean {
    return this.#taken.has(name);
  }

  /** Takes a name that the note gives explicitly: it is never numbered. */
  take(name: string): string {
    this.#taken.add(name);
    return name;
  }

  /** Takes the name, or the first free `name-1`, `name-2` … A name that is empty is numbered at once. */
  next(name: string): string {
    if (name !== '' && !this.#taken.has(name)) return this.take(name);
    for (let count = 1; ; count += 1) {
      const numbered = this.#number(name, count);
      if (!this.#taken.has(numbered)) return this.take(numbered);
    }
  }
}
