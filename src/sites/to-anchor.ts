// Anchors of one note's headings in order, repeated ones numbered. Pure.
import { slug as toGithubAnchor } from 'github-slugger';
import { toHugoAnchor } from './hugo/to-hugo-anchor.ts';
import { toKramdownAnchor } from './jekyll/to-kramdown-anchor.ts';
import type { AnchorStyle } from './site.ts';

const rules: Readonly<Record<AnchorStyle, (heading: string) => string>> = {
  hugo: toHugoAnchor,
  github: (heading) => toGithubAnchor(heading.trim()),
  kramdown: toKramdownAnchor,
};

/** Anchor of a heading (plain text) by a generator's rule, not yet numbered. */
export function toAnchor(heading: string, style: AnchorStyle): string {
  return rules[style](heading);
}

/** Hands out names within one note: the first keeps its name, repeated ones get `-1`, `-2` and so on. */
export class UniqueNames {
  readonly #taken = new Set<string>();

  has(name: string): boolean {
    return this.#taken.has(name);
  }

  /** Takes a name that the note gives explicitly: it is never numbered. */
  take(name: string): string {
    this.#taken.add(name);
    return name;
  }

  /** Takes the name, or the first free `name-1`, `name-2` … */
  next(name: string): string {
    if (!this.#taken.has(name)) return this.take(name);
    for (let count = 1; ; count += 1) {
      if (!this.#taken.has(`${name}-${count}`)) return this.take(`${name}-${count}`);
    }
  }
}
