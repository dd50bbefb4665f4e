// Quarto: https://quarto.org. Pure.
import { isAboutRepository } from '../about-repository.ts';
import type { Generator, SiteAt, SiteFolder } from '../generator.ts';
import { expandIncludes, type Inclusion } from '../markup/expand-includes.ts';
import { type MappedLine, rewrite } from '../markup/lines.ts';
import type { MarkupContext } from '../markup/markup-context.ts';
import { findSettings, type Settings, textSetting, toSettings } from '../settings.ts';
import { toSite } from '../site.ts';
import { toHtmlPage } from '../to-page.ts';
import { replaceReferences, replaceSpans } from './replace-spans.ts';

/** `{{< include _terms.qmd >}}` */
function readInclusion(line: string): Inclusion | null {
  const path = /^\s*\{\{<\s*include\s+["']?([^"'\s]+\.(?:qmd|md))["']?\s*>\}\}\s*$/.exec(line)?.[1];
  return path === undefined ? null : { path, from: '' };
}

/** Files and folders that `project: {render: [...]}` takes out: `!Templates/`. */
function findUnrendered(settings: Settings): readonly string[] {
  const render = toSettings(settings.get('project')).get('render');
  const names = (Array.isArray(render) ? render : []).map(String).filter((name) => /^!\/?[^*]+$/.test(name));
  return names.map((name) => name.replace(/^!\/?|\/+$/g, ''));
}

/** The Quarto website or book at `folder`, or null where there is none. */
function parseQuartoSite({ texts }: SiteFolder): SiteAt | null {
  const file = findSettings(texts, ['_quarto.yml', '_quarto.yaml']);
  if (file === null) return null;
  const parts = ['website', 'book'].map((name) => toSettings(file.settings.get(name)));
  const url = parts.map((part) => textSetting(part, 'site-url')).find((text) => text !== null) ?? null;
  const site = toSite({
    generator: 'quarto',
    url: url !== null && /^https?:/.test(url) ? url : null,
    anchors: 'pandoc',
    htmlPages: true,
    language: textSetting(file.settings, 'lang'),
    variables: { meta: Object.fromEntries(file.settings) },
  });
  const unrendered = findUnrendered(file.settings);
  const isLeftOut = (path: string): boolean =>
    /(^|\/)_(?:site|book|freeze)\//.test(path) ||
    isAboutRepository(path) ||
    unrendered.some((each) => `${path}/`.startsWith(`${each}/`));
  return { site, content: [{ folder: '', base: '' }], extraFolders: [], isLeftOut, files: [file] };
}

/** References are Quarto's own: elsewhere `@name` is a person. */
function replaceMarkup(lines: readonly MappedLine[], context: MarkupContext): readonly MappedLine[] {
  const whole = expandIncludes(lines, context, readInclusion);
  return rewrite(whole, (text) => replaceSpans(context.isQuarto ? replaceReferences(text) : text));
}

export const quarto: Generator = {
  name: 'quarto',
  configuration: /^_quarto\.ya?ml$/,
  parseSite: parseQuartoSite,
  toPath: toHtmlPage,
  replaceMarkup,
};
