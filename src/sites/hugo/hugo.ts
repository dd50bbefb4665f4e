// Hugo: https://gohugo.io. Pure.
import type { Generator } from '../generator.ts';
import { rewrite } from '../markup/lines.ts';
import { parseHugoSite } from './parse-hugo-site.ts';
import { dropBlockAttributes, replaceShortcodes } from './replace-shortcodes.ts';
import { toHugoPath } from './to-hugo-path.ts';

export const hugo: Generator = {
  name: 'hugo',
  configuration:
    /^(hugo|config)\.(toml|ya?ml|json)$|^config\/(_default|production)\/[\w.-]+\.(toml|ya?ml|json)$|^netlify\.toml$|^\.github\/workflows\/.+\.ya?ml$/,
  parseSite: parseHugoSite,
  toPath: toHugoPath,
  replaceMarkup: (lines, context) => rewrite(lines, (text) => dropBlockAttributes(replaceShortcodes(text, context))),
};
