// Docusaurus: https://docusaurus.io. Pure.
import type { Generator } from '../generator.ts';
import { rewrite } from '../markup/lines.ts';
import { dropGivenCode, dropMdxCode, replaceComponents } from '../markup/replace-components.ts';
import { parseDocusaurusSite } from './parse-docusaurus-site.ts';
import { toDocusaurusPath } from './to-docusaurus-path.ts';

export const docusaurus: Generator = {
  name: 'docusaurus',
  configuration: /^(docusaurus\.config\.(ts|js|mts|mjs|cjs)|versions\.json)$/,
  parseSite: parseDocusaurusSite,
  toPath: toDocusaurusPath,
  replaceMarkup: (lines, { isMdx }) =>
    rewrite(lines, (text) => replaceComponents(isMdx ? dropMdxCode(text) : dropGivenCode(text))),
};
