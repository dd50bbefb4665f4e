// One tag of a component (`<Card title="…">`) as a name and its attributes. Pure.

/** A tag of MDX or Vue. `end`: offset just after it. */
export interface ComponentTag {
  readonly name: string;
  readonly role: 'open' | 'close' | 'single';
  /** Attributes that are plain text; names in lower case. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly end: number;
}

const tagName = /^<\/?([A-Z][A-Za-z0-9]*(?:\.[A-Za-z0-9]+)*|[a-z][a-z0-9]*(?:-[a-z0-9]+)+)(?=[\s/>])/;
const longestTag = 20_000;

/** Offset just after the brace that closes the one at `from`; -1 where it never closes. Quoted braces do not count. */
export function skipBraces(text: string, from: number): number {
  let depth = 0;
  let quote = '';
  const stop = Math.min(text.length, from + longestTag);
  for (let at = from; at < stop; at += 1) {
    const letter = text.charAt(at);
    if (quote !== '') {
      if (letter === '\\') at += 1;
      else if (letter === quote) quote = '';
    } else if (letter === '"' || letter === "'" || letter === '`') quote = letter;
    else if (letter === '{') depth += 1;
    else if (letter === '}') {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return -1;
}

function readText(text: string): string | null {
  return /^\{\s*(["'`])([\s\S]*)\1\s*\}$/.exec(text)?.[2] ?? null;
}

/** The value that begins at `from`: its end and, where it is plain text, what it says. */
function readValue(text: string, from: number): { readonly end: number; readonly value: string | null } | null {
  const first = text.charAt(from);
  if (first === '"' || first === "'") {
    const close = text.indexOf(first, from + 1);
    return close === -1 ? null : { end: close + 1, value: text.slice(from + 1, close) };
  }
  if (first === '{') {
    const end = skipBraces(text, from);
    return end === -1 ? null : { end, value: readText(text.slice(from, end)) };
  }
  const bare = /^[^\s>]+/.exec(text.slice(from, from + 200))?.[0].replace(/\/$/, '');
  return bare === undefined ? null : { end: from + bare.length, value: bare };
}

const space = /\s/;
const attributeName = /[^\s=/>{}]/;

/** Reads the component's tag that begins at an offset; null where there is none, or where it never ends. */
export function parseComponent(text: string, start: number): ComponentTag | null {
  const found = tagName.exec(text.slice(start, start + 100));
  if (found === null) return null;
  const isClosing = text.charAt(start + 1) === '/';
  const attributes = new Map<string, string>();
  const stop = Math.min(text.length, start + longestTag);
  let at = start + found[0].length;
  while (at < stop) {
    const letter = text.charAt(at);
    if (letter === '>') return { name: found[1] ?? '', role: isClosing ? 'close' : 'open', attributes, end: at + 1 };
    if (letter === '/' && text.charAt(at + 1) === '>')
      return { name: found[1] ?? '', role: 'single', attributes, end: at + 2 };
    if (letter === '{') {
      at = skipBraces(text, at);
      if (at === -1) return null;
    } else if (space.test(letter) || !attributeName.test(letter)) at += 1;
    else {
      let nameEnd = at;
      while (nameEnd < stop && attributeName.test(text.charAt(nameEnd))) nameEnd += 1;
      const name = text.slice(at, nameEnd).toLowerCase();
      at = nameEnd;
      if (text.charAt(at) !== '=') continue;
      const value = readValue(text, at + 1);
      if (value === null) return null;
      if (value.value !== null) attributes.set(name, value.value);
      at = value.end;
    }
  }
  return null;
}
