// Sphinx with MyST, and Jupyter books: https://www.sphinx-doc.org, https://myst-parser.readthedocs.io. Pure.
import type { Generator } from '../generator.ts';
import { expandIncludes, type Inclusion } from '../markup/expand-includes.ts';
import { replaceDirectives } from '../markup/replace-directives.ts';
import { parseSphinxSite } from './parse-sphinx-site.ts';
import { toSphinxPath } from './to-sphinx-path.ts';

/** The line that opens ```` ```{include} ../terms.md ````; its closing fence is left, and is nothing. */
function readInclusion(line: string): Inclusion | null {
  const path = /^\s*(?:`{3,}|:{3,})\{include\}\s+(\S+\.md)\s*$/.exec(line)?.[1];
  return path === undefined ? null : { path, from: '' };
}

export const sphinx: Generator = {
  name: 'sphinx',
  configuration: /^(conf\.py|_config\.ya?ml|_toc\.yml|\.?readthedocs\.ya?ml|Makefile)$/,
  parseSite: parseSphinxSite,
  toPath: toSphinxPath,
  replaceMarkup: (lines, context) => replaceDirectives(expandIncludes(lines, context, readInclusion)),
};
