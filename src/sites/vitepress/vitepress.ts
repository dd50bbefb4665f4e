// VitePress (https://vitepress.dev) and VuePress. Pure.
import type { Generator } from '../generator.ts';
import { expandIncludes, type Inclusion } from '../markup/expand-includes.ts';
import { fillNames } from './fill-names.ts';
import { parseVitepressSite } from './parse-vitepress-site.ts';
import { toVitepressPath } from './to-vitepress-path.ts';

/** `<!-- @include: ./terms.md -->` */
function readInclusion(line: string): Inclusion | null {
  const path = /^\s*<!--\s*@include:\s*([^{#\s]+\.md)[^>]*-->\s*$/.exec(line)?.[1];
  return path === undefined ? null : { path, from: '' };
}

export const vitepress: Generator = {
  name: 'vitepress',
  configuration: /^\.(vitepress|vuepress)\/config(\.(ts|js|mts|mjs|cjs)|\/(index|shared|en)\.(ts|js|mts|mjs))$/,
  parseSite: parseVitepressSite,
  toPath: toVitepressPath,
  replaceMarkup: (lines, context) => fillNames(expandIncludes(lines, context, readInclusion), context),
};
