// Anchor of a heading by the rule of any generator. Pure.
import { slug } from 'github-slugger';
import { toEleventyAnchor, toMarkdownItAnchor } from './eleventy/to-eleventy-anchor.ts';
import { toHexoAnchor } from './hexo/to-hexo-anchor.ts';
import { toHugoAnchor } from './hugo/to-hugo-anchor.ts';
import { toGfmAnchor, toKramdownAnchor } from './jekyll/to-kramdown-anchor.ts';
import { toMkdocsAnchor, toPymdownAnchor } from './mkdocs/to-mkdocs-anchor.ts';
import { toPandocAnchor } from './quarto/to-pandoc-anchor.ts';
import type { AnchorStyle } from './site.ts';
import { toSphinxAnchor } from './sphinx/to-sphinx-anchor.ts';
import { toVitepressAnchor } from './vitepress/to-vitepress-anchor.ts';

function toGithubAnchor(heading: string): string {
  return slug(heading.trim());
}

const rules: Readonly<Record<AnchorStyle, (heading: string) => string>> = {
  hugo: toHugoAnchor,
  github: toGithubAnchor,
  kramdown: toKramdownAnchor,
  gfm: toGfmAnchor,
  mkdocs: toMkdocsAnchor,
  pymdown: toPymdownAnchor,
  sphinx: toSphinxAnchor,
  vitepress: toVitepressAnchor,
  pandoc: toPandocAnchor,
  hexo: toHexoAnchor,
  eleventy: toEleventyAnchor,
  'markdown-it': toMarkdownItAnchor,
  none: toGithubAnchor,
};

/** Anchor of a heading (plain text) by a generator's rule, not yet numbered. */
export function toAnchor(heading: string, style: AnchorStyle): string {
  return rules[style](heading);
}
