// Pandoc's spans, cross-references and citations taken out of a text: what they say stays. Pure.
import { replaceOutsideCode } from '../markup/find-code.ts';

const attribute = String.raw`(?:[.#][\w:-]+|[\w-]+=(?:"[^"\n]*"|[^\s{}"]+))`;
/** `[New → Project]{.menu}`, `[]{#start}`; what stands in the brackets may hold links. */
const span = new RegExp(
  String.raw`\[((?:[^[\]\n]|\[[^[\]\n]*\](?:\([^()\n]*\))?)*)\]\{\s*(${attribute}(?:\s+${attribute})*)\s*\}`,
  'g',
);
const target = '@(?:fig|tbl|sec|eq|lst)-[\\w-]+';
/** `(see @fig-map and @tbl-fees)`, `[@miller2020, p. 3; @smith]`: nothing but where else to look. */
const aside = new RegExp(
  String.raw`[ \t]*(?:\((?:\p{L}+\.? )?${target}(?:(?:,| \p{L}+) ${target})*\)|\[(?:\p{L}+\.? )?-?@[\p{L}\d][^[\]\n]*\](?![([{:]))`,
  'gu',
);
/** `@fig-map` in a sentence. */
const reference = new RegExp(String.raw`(?<![\w@[/.-])${target}`, 'g');
const names: Readonly<Record<string, string>> = {
  fig: 'figure',
  tbl: 'table',
  sec: 'section',
  eq: 'equation',
  lst: 'listing',
};

/** The words of spans; an id of theirs stays as a place. */
export function replaceSpans(text: string): string {
  if (!text.includes(']{')) return text;
  return replaceOutsideCode(text, span, ([, said = '', attributes = '']) => {
    const id = /#([\w:-]+)/.exec(attributes.replace(/"[^"]*"/g, ''))?.[1];
    return id === undefined ? said : `<span id="${id}">${said}</span>`;
  });
}

/** Cross-references as links to their places, where they stand for a word of the sentence; the rest of them and citations go. */
export function replaceReferences(text: string): string {
  if (!text.includes('@')) return text;
  const without = replaceOutsideCode(text, aside, () => '');
  return replaceOutsideCode(without, reference, ([place]) => {
    const id = place.slice(1);
    return `[${names[id.split('-')[0] ?? ''] ?? ''}](#${id})`;
  });
}
