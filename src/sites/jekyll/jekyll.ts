// Jekyll: https://jekyllrb.com. Pure.
import type { Generator } from '../generator.ts';
import { dedentHtml } from '../markup/dedent-html.ts';
import { rewrite } from '../markup/lines.ts';
import { parseJekyllSite } from './parse-jekyll-site.ts';
import { expandLiquidIncludes, replaceLiquid } from './replace-liquid.ts';
import { toJekyllPath } from './to-jekyll-path.ts';

export const jekyll: Generator = {
  name: 'jekyll',
  configuration: /^_config\.(ya?ml|toml)$/,
  parseSite: parseJekyllSite,
  toPath: toJekyllPath,
  // Braces of MDX are code.
  replaceMarkup: (lines, context) =>
    context.isMdx
      ? rewrite(lines, dedentHtml)
      : rewrite(expandLiquidIncludes(lines, context), (text) => dedentHtml(replaceLiquid(text, context))),
};
