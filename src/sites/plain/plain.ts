// A folder of notes without a generator, or with one that is not known. Pure.
import type { Generator } from '../generator.ts';
import { toPlainPath } from './to-plain-path.ts';

export const plain: Generator = {
  name: 'plain',
  configuration: /(?!)/,
  parseSite: () => null,
  toPath: toPlainPath,
  replaceMarkup: (lines) => lines,
};
