// Jekyll's Liquid taken out of a text: values are filled in, addresses keep their path, the rest goes. Pure.
import { expandIncludes, type Inclusion } from '../markup/expand-includes.ts';
import { findCode, isInSpans } from '../markup/find-code.ts';
import { toDetails } from '../markup/folding.ts';
import type { MappedLine } from '../markup/lines.ts';
import { findVariable, hole, isInSentence, type MarkupContext } from '../markup/markup-context.ts';
import { parseTag } from '../markup/parse-tag.ts';
import { parseSettings } from '../settings.ts';

function lineEnds(text: string): string {
  return '\n'.repeat(text.split('\n').length - 1);
}

function toCodeTest(text: string): (offset: number) => boolean {
  const code = findCode(text);
  return (offset) => isInSpans(code, offset);
}

const questionKeys = ['question', 'q', 'title', 'summary', 'heading', 'header'];
const answerKeys = ['answer', 'a', 'content', 'text', 'body'];

/** Fills variables and tags of one note; knows what the note itself assigns. */
class LiquidReader {
  readonly #context: MarkupContext;
  readonly #assigned: ReadonlyMap<string, string>;
  readonly #closed: ReadonlySet<string>;

  constructor(context: MarkupContext, assigned: ReadonlyMap<string, string>, closed: ReadonlySet<string>) {
    this.#context = context;
    this.#assigned = assigned;
    this.#closed = closed;
  }

  /** Value of `"a text"`, of an assigned name or of `site.x`; null where there is none. */
  #value(expression: string): string | null {
    const quoted = /^(["'])(.*?)\1/s.exec(expression)?.[2];
    if (quoted !== undefined) return quoted;
    const name = /^[\w.[\]"'-]+/.exec(expression)?.[0] ?? '';
    // The site's own address: what follows it is a path from the site's root.
    if (/^site\.(baseurl|url|github\.url)$/.test(name)) return '';
    const known = this.#assigned.get(name);
    if (known !== undefined) return known;
    if (name.startsWith('page.')) return findVariable(this.#context.page, name.slice('page.'.length));
    const { site, page } = this.#context;
    const [, file, path] = /^site\.data\.([\w-]+)\.(.+)$/.exec(name) ?? [];
    if (file !== undefined && path !== undefined) return this.#data(file, path);
    return name.startsWith('site.')
      ? findVariable(site, name.slice('site.'.length))
      : (findVariable(site, name) ?? findVariable(page, name));
  }

  /** What a data file of the site says: `site.data.contact.mail` stands in `_data/contact.yml`. */
  #data(file: string, path: string): string | null {
    for (const name of [`${file}.yml`, `${file}.yaml`, `${file}.json`]) {
      const text = this.#context.include(name, '_data');
      if (text !== null) return findVariable(parseSettings(name, text).settings, path);
    }
    return null;
  }

  /** `{{ "/apply" | relative_url }}` says `/apply`; a variable its value; one without a value nothing, and its name is told. */
  toOutput(inside: string, before: string): string {
    const expression = inside.trim();
    const value = this.#value(expression);
    if (value !== null && value !== '') return value;
    const fallback = /\|\s*default:\s*(["'])(.*?)\1/.exec(expression)?.[2];
    const name = expression.split('|')[0]?.trim() ?? '';
    const isMissing = value === null && fallback === undefined && /^(?:(?:site|page)\.[\w.[\]"'-]*|[\w-]+)$/.test(name);
    if (!isMissing) return fallback ?? '';
    this.#context.onMissing(name);
    return isInSentence(before) ? hole : '';
  }

  toTag(inside: string): string {
    const markdoc = this.#toComponent(inside.trim());
    if (markdoc !== null) return markdoc;
    const { name, positional, named } = parseTag(inside);
    const target = positional[0] ?? '';
    if (name === 'link') return `/${target.replace(/^\//, '')}`;
    if (name === 'post_url') return `/_posts/${target}.md`;
    if (name === 'highlight') return `\`\`\`${target}`;
    if (name === 'endhighlight') return '```';
    return /^include/.test(name) ? this.#toIncluded(inside, named) : '';
  }

  /** A tag that the text closes as Markdoc does, `{% item title="…" %} … {% /item %}`, is a component; null for any other. */
  #toComponent(inside: string): string | null {
    const [, slash = '', name = '', rest = ''] = /^(\/?)\s*([a-z][\w-]*)\s*([\s\S]*)$/i.exec(inside) ?? [];
    if (!this.#closed.has(name) || rest.endsWith('/')) return null;
    return `<${slash}${name.charAt(0).toUpperCase()}${name.slice(1).replaceAll('-', '')}${rest === '' ? '' : ` ${rest}`}>`;
  }

  /** `{% include faq.html question="…" answer="…" %}` is a question with its answer, whatever the file makes of it. */
  #toIncluded(inside: string, named: ReadonlyMap<string, string>): string {
    const parameter = (keys: readonly string[]): string | undefined => {
      const key = keys.find((each) => named.has(each));
      if (key === undefined) return undefined;
      const given = named.get(key) ?? '';
      const isQuoted = new RegExp(`${key}\\s*=\\s*["']`, 'i').test(inside);
      return isQuoted ? given : (this.#value(given) ?? '');
    };
    const [question, answer] = [parameter(questionKeys), parameter(answerKeys)];
    if (question !== undefined && answer !== undefined)
      return `${toDetails(question)}${answer.replace(/\n\s*\n/g, '<br>')}</details>`;
    return named.get('caption') ?? '';
  }
}

/** Names of tags that are closed with a slash, as Markdoc does. */
function findClosed(text: string): ReadonlySet<string> {
  const closings = [...text.matchAll(/(?<!\{)\{%\s*\/\s*([a-z][\w-]*)\s*%\}/gi)];
  return new Set(closings.map(([, name = '']) => name).filter((name) => name !== 'if'));
}

/** Drops the inside of comments (Liquid's, kramdown's, MDX's) and of loops, whose text is a template; lines stay. */
function dropHidden(text: string): string {
  const hidden =
    /\{%-?\s*comment\s*-?%\}[\s\S]*?\{%-?\s*endcomment\s*-?%\}|\{::comment\}[\s\S]*?\{:\/(?:comment)?\}|\{\/\*[\s\S]*?\*\/\}/g;
  const isCode = toCodeTest(text);
  const shown = text.replace(hidden, (whole, offset: number) => (isCode(offset) ? whole : lineEnds(whole)));
  return dropLoops(shown).replace(/\{::nomarkdown\}|\{:\/nomarkdown\}/g, '');
}

function dropLoops(text: string): string {
  if (!/\{%-?\s*for\s/.test(text)) return text;
  const isCode = toCodeTest(text);
  let depth = 0;
  let start = 0;
  let from = 0;
  const parts: string[] = [];
  for (const { 0: tag, index } of text.matchAll(/\{%-?\s*(?:for\s[^%]*|endfor\s*-?)%\}/g)) {
    if (isCode(index)) continue;
    const isEnd = tag.includes('endfor');
    if (isEnd && depth === 0) continue;
    if (!isEnd && depth === 0) start = index;
    depth = Math.max(depth + (isEnd ? -1 : 1), 0);
    if (!isEnd || depth > 0 || start < from) continue;
    const end = index + tag.length;
    parts.push(text.slice(from, start), lineEnds(text.slice(start, end)));
    from = end;
  }
  parts.push(text.slice(from));
  return parts.join('');
}

/** `{% assign x = "…" %}` and `{% capture x %}…{% endcapture %}`: names with their texts, and the text without the captures. */
function readAssignments(text: string): { readonly rest: string; readonly assigned: ReadonlyMap<string, string> } {
  const assigned = new Map<string, string>();
  const capture = /\{%-?\s*capture\s+["']?([\w-]+)["']?\s*-?%\}([\s\S]*?)\{%-?\s*endcapture\s*-?%\}/g;
  const rest = text.replace(capture, (whole, name: string, value: string) => {
    assigned.set(name, value.replace(/\{%[^%]*%\}/g, '').trim());
    return lineEnds(whole);
  });
  for (const [, name = '', , value = ''] of rest.matchAll(/\{%-?\s*assign\s+([\w-]+)\s*=\s*(["'])(.*?)\2/g))
    assigned.set(name, value);
  return { rest, assigned };
}

/** A Markdown file is read as it is; of a page's part in HTML only one that holds questions. */
function readInclusion(line: string): Inclusion | null {
  const found = /^\s*\{%-?\s*(include|include_relative)\s+([\w./-]+\.(md|markdown|html))\s*(.*?)-?%\}\s*$/.exec(line);
  if (found === null) return null;
  const [, kind, path = '', extension, parameters = ''] = found;
  const { named } = parseTag(`x ${parameters}`);
  const fill = (text: string): string =>
    text.replace(/\{\{-?\s*include\.([\w-]+)[^}]*\}\}/g, (_, name: string) => named.get(name.toLowerCase()) ?? '');
  const holdsQuestions = (text: string): boolean =>
    /[?？؟]\s*(?:<\/[a-z]+\d?>|\*\*|$)/im.test(text.replace(/\{[{%][\s\S]*?[%}]\}/g, ''));
  return {
    path,
    from: kind === 'include' ? '_includes' : '',
    change: (text) => (extension !== 'html' || holdsQuestions(text) ? fill(text) : null),
  };
}

/** Puts included files into a note. */
export function expandLiquidIncludes(lines: readonly MappedLine[], context: MarkupContext): readonly MappedLine[] {
  return expandIncludes(lines, context, readInclusion);
}

/**
 * Takes Liquid out of a Markdown text. `{% link %}`, `{% post_url %}` and quoted addresses leave their path, variables
 * their value; other tags leave nothing, and their inside stays. Lines keep their numbers, code keeps its text (without
 * `{% raw %}`).
 */
export function replaceLiquid(source: string, context: MarkupContext): string {
  if (!/\{\{|\{%|\{\/\*|\{::|\{:\//.test(source)) return source;
  const { rest: text, assigned } = readAssignments(dropHidden(source));
  const isCode = toCodeTest(text);
  const reader = new LiquidReader(context, assigned, findClosed(text));
  return text.replace(
    /\{%-?([^{}]*?|(?:"[^"]*"|'[^']*'|[^{}"'])*?)-?%\}|\{\{-?(?![<%])([^{}]*?)-?\}\}/g,
    (whole: string, tag: string | undefined, output: string | undefined, offset: number) => {
      if (isCode(offset)) return /^\s*(end)?raw\s*$/.test(tag ?? '') ? '' : whole;
      const said =
        tag === undefined
          ? reader.toOutput(output ?? '', text.slice(Math.max(0, offset - 300), offset))
          : reader.toTag(tag);
      return said.replace(/\s*\n\s*/g, ' ') + lineEnds(whole);
    },
  );
}
