// Sphinx with MyST, and Jupyter books: https://www.sphinx-doc.org, https://myst-parser.readthedocs.io. Pure.
import type { Generator } from '../generator.ts';
import { expandIncludes, type Inclusion } from '../markup/expand-includes.ts';
import { replaceDirectives } from '../markup/replace-directives.ts';
import { parseSphinxSite } from './parse-sphinx-site.ts';
import { toSphinxPath } from './to-sphinx-path.ts';

/** The part of a file between the texts that `:start-after:` and `:end-before:` name; null where the first is not in it. */
function cut(text: string, after: string | undefined, before: string | undefined): string | null {
  const start = after === undefined ? 0 : text.indexOf(after) + after.length;
  if (after !== undefined && !text.includes(after)) return null;
  const end = before === undefined ? -1 : text.indexOf(before, start);
  return text.slice(start, end === -1 ? undefined : end);
}

/** The line that opens ```` ```{include} ../terms.md ````; its options and its closing fence go with it. */
function readInclusion(line: string, below: readonly string[]): Inclusion | null {
  const path = /^\s*(?:`{3,}|:{3,})\s*\{include\}\s+(\S+\.md)\s*$/.exec(line)?.[1];
  if (path === undefined) return null;
  const end = below.findIndex((each) => !/^\s*:[\w-]+:/.test(each));
  const options = end === -1 ? below : below.slice(0, end);
  const isClosed = /^\s*(?:`{3,}|:{3,})\s*$/.test(below[options.length] ?? '');
  const option = (name: string): string | undefined =>
    options
      .map((each) => new RegExp(`^\\s*:${name}:\\s*["']?(.+?)["']?\\s*$`).exec(each)?.[1])
      .find((value) => value !== undefined);
  const [after, before] = [option('start-after'), option('end-before')];
  return { path, from: '', change: (text) => cut(text, after, before), takes: options.length + (isClosed ? 1 : 0) };
}

export const sphinx: Generator = {
  name: 'sphinx',
  configuration: /^(conf\.py|_config\.ya?ml|_toc\.yml|\.?readthedocs\.ya?ml|Makefile)$/,
  parseSite: parseSphinxSite,
  toPath: toSphinxPath,
  replaceMarkup: (lines, context) => replaceDirectives(expandIncludes(lines, context, readInclusion)),
};
