// The inside of a shortcode or a Liquid tag as a name and its parameters. Pure.

/** `{{< figure src="a.png" caption="…" >}}`: name `figure`, two named parameters. */
export interface Tag {
  readonly name: string;
  readonly positional: readonly string[];
  readonly named: ReadonlyMap<string, string>;
}

const token = /([\w-]+)\s*=\s*("(?:[^"\\]|\\.)*"|`[^`]*`|'[^']*'|[^\s"'`]+)|"(?:[^"\\]|\\.)*"|`[^`]*`|'[^']*'|[^\s]+/g;

function unquote(text: string): string {
  if (/^".*"$/s.test(text)) return text.slice(1, -1).replace(/\\(.)/gs, '$1');
  return /^(`.*`|'.*')$/s.test(text) ? text.slice(1, -1) : text;
}

/** Reads the text between the brackets of a tag. */
export function parseTag(inside: string): Tag {
  const positional: string[] = [];
  const named = new Map<string, string>();
  for (const [whole, key, value] of inside.matchAll(token)) {
    if (key === undefined || value === undefined) positional.push(unquote(whole));
    else named.set(key.toLowerCase(), unquote(value));
  }
  const [name = '', ...rest] = positional;
  return { name, positional: rest, named };
}
