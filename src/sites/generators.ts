// The generators that are known: a new one is a folder and a line here. Pure.
import { astro } from './astro/astro.ts';
import { docusaurus } from './docusaurus/docusaurus.ts';
import { eleventy } from './eleventy/eleventy.ts';
import type { Generator } from './generator.ts';
import { hexo } from './hexo/hexo.ts';
import { hugo } from './hugo/hugo.ts';
import { jekyll } from './jekyll/jekyll.ts';
import { type MappedLine, toLines } from './markup/lines.ts';
import type { MarkupContext } from './markup/markup-context.ts';
import { mdbook } from './mdbook/mdbook.ts';
import { mkdocs } from './mkdocs/mkdocs.ts';
import { pelican } from './pelican/pelican.ts';
import { plain } from './plain/plain.ts';
import { quarto } from './quarto/quarto.ts';
import type { GeneratorName } from './site.ts';
import { sphinx } from './sphinx/sphinx.ts';
import { vitepress } from './vitepress/vitepress.ts';

/** All generators, in the order in which their configuration is looked for and their markup is taken out. */
export const generators: readonly Generator[] = [
  quarto,
  mdbook,
  hugo,
  hexo,
  jekyll,
  vitepress,
  docusaurus,
  mkdocs,
  astro,
  sphinx,
  pelican,
  eleventy,
  plain,
];

const byName = new Map(generators.map((generator) => [generator.name, generator]));

/** The generator of a name; throws for a name that no generator has. */
export function findGenerator(name: GeneratorName): Generator {
  const generator = byName.get(name);
  if (generator === undefined) throw new Error(`There is no generator called ${name}.`);
  return generator;
}

/** Takes the markup of every generator out of a text: notes are moved from one to another, and carry what they had. */
export function replaceMarkup(text: string, context: MarkupContext): readonly MappedLine[] {
  return generators.reduce((lines, generator) => generator.replaceMarkup(lines, context), toLines(text));
}
