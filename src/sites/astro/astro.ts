// Astro and its Starlight: https://astro.build. Pure.
import type { Generator } from '../generator.ts';
import { parseAstroSite } from './parse-astro-site.ts';
import { toAstroPath } from './to-astro-path.ts';

export const astro: Generator = {
  name: 'astro',
  configuration: /^astro\.config\.(ts|js|mts|mjs|cjs)$/,
  parseSite: parseAstroSite,
  toPath: toAstroPath,
  replaceMarkup: (lines) => lines,
};
