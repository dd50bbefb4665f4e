// MkDocs and Material for MkDocs: https://www.mkdocs.org. Pure.
import type { Generator } from '../generator.ts';
import { expandIncludes, type Inclusion } from '../markup/expand-includes.ts';
import { rewrite } from '../markup/lines.ts';
import { parseMkdocsSite } from './parse-mkdocs-site.ts';
import { dropIcons, replaceAdmonitions, replaceBlocks } from './replace-admonitions.ts';
import { toMkdocsPath } from './to-mkdocs-path.ts';

/** `--8<-- "terms.md"`, as pymdownx writes snippets. */
function readSnippet(line: string): Inclusion | null {
  const path = /^\s*-+8<-+\s*["']((?:https?:)?[^"':;]+\.(?:md|markdown|txt))["']\s*$/.exec(line)?.[1];
  return path === undefined ? null : { path, from: '.' };
}

export const mkdocs: Generator = {
  name: 'mkdocs',
  configuration: /^mkdocs([.-][\w.-]+)?\.ya?ml$/,
  parseSite: parseMkdocsSite,
  toPath: toMkdocsPath,
  replaceMarkup: (lines, context) =>
    rewrite(replaceBlocks(replaceAdmonitions(expandIncludes(lines, context, readSnippet))), dropIcons),
};
