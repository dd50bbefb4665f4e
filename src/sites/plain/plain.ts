// A folder of notes without a generator, or with one that is not known. Pure.
import type { Generator } from '../generator.ts';
import { rewrite } from '../markup/lines.ts';
import { replaceDefinitions } from '../markup/replace-definitions.ts';
import { replacePanels } from './replace-panels.ts';
import { replaceWikiLinks } from './replace-wiki-links.ts';
import { toPlainPath } from './to-plain-path.ts';

export const plain: Generator = {
  name: 'plain',
  configuration: /(?!)/,
  parseSite: () => null,
  toPath: toPlainPath,
  replaceMarkup: (lines) => rewrite(replaceDefinitions(replacePanels(lines)), replaceWikiLinks),
};
