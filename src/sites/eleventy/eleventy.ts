// Eleventy: https://www.11ty.dev. Pure.
import type { Generator } from '../generator.ts';
import { eleventyConfiguration, isEleventyData, parseEleventySite } from './parse-eleventy-site.ts';
import { toEleventyPath } from './to-eleventy-path.ts';

export const eleventy: Generator = {
  name: 'eleventy',
  configuration: eleventyConfiguration,
  isFolderData: isEleventyData,
  parseSite: parseEleventySite,
  toPath: toEleventyPath,
  replaceMarkup: (lines) => lines,
};
