// What a note's markup may ask for beside the note. Pure.

/** Named values, nested: `{ season: 'spring', contact: { mail: 'a@b.org' } }`. Names in lower case. */
export type Variables = ReadonlyMap<string, unknown>;

/** What the markup of one note is filled with. */
export interface MarkupContext {
  /** True where the note is MDX: indented text is no code, and `{…}` is an expression. */
  readonly isMdx: boolean;
  /** True where Quarto makes a page of the note. */
  readonly isQuarto: boolean;
  /** Values of the site's configuration. */
  readonly site: Variables;
  /** Values of the note's front matter. */
  readonly page: Variables;
  /** Text of another file of the site by its path as the note names it, or null. `from`: folder of includes, `''` for the note's own. */
  readonly include: (path: string, from: string) => string | null;
  /** Told of a variable for which there is no value. */
  readonly onMissing: (name: string) => void;
}

/** A context in which nothing is known. */
export const emptyContext: MarkupContext = {
  isMdx: false,
  isQuarto: false,
  site: new Map(),
  page: new Map(),
  include: () => null,
  onMissing: () => undefined,
};

/** What stands for a variable without a value: readers see that something is left out. */
export const hole = '…';

/** True where a text (the line so far) is a sentence that goes on, and no address or attribute. */
export function isInSentence(before: string): boolean {
  const line = before.slice(before.lastIndexOf('\n') + 1);
  const isAddress = /\]\([^)\s]*$|=\s*["'][^"']*$|<[a-z][^>]*$|^\s*\[[^\]]+\]:\s*\S*$|https?:\/\/\S*$/i.test(line);
  return !isAddress && /[\p{L}\p{N}]/u.test(line);
}

function step(value: unknown, name: string): unknown {
  if (value instanceof Map) return value.get(name.toLowerCase()) ?? value.get(name);
  if (typeof value !== 'object' || value === null) return undefined;
  const key = Object.keys(value).find((each) => each.toLowerCase() === name.toLowerCase());
  return key === undefined ? undefined : (value as Readonly<Record<string, unknown>>)[key];
}

/** The value of `contact.mail` as text; null where there is none, or where it is no text, number or date. */
export function findVariable(variables: Variables, path: string): string | null {
  const value = path
    .replace(/\[["']?([^\]"']+)["']?\]/g, '.$1')
    .split('.')
    .reduce<unknown>(step, variables);
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  return value instanceof Date ? value.toISOString().slice(0, 10) : null;
}
