// Panels of Retype that fold, `==- Title` up to `===`, turned into `<details>`: https://retype.com. Pure.

import { toDetails } from '../markup/folding.ts';
import type { MappedLine } from '../markup/lines.ts';

const opening = /^==[-+]\s+(\S.*?)\s*$/;
const closing = /^==[-+=]\s*$/;

/** Rewrites panels; one ends where the next begins, and the last where nothing does. */
export function replacePanels(lines: readonly MappedLine[]): readonly MappedLine[] {
  if (!lines.some(({ text }) => opening.test(text))) return lines;
  let isOpen = false;
  const result = lines.flatMap(({ text, line }): readonly MappedLine[] => {
    if (/^!!!\s*\w*\s*$/.test(text)) return [{ text: '', line }];
    const title = opening.exec(text)?.[1];
    if (title === undefined && !(isOpen && closing.test(text))) return [{ text, line }];
    const before = isOpen ? ['', '</details>'] : [];
    isOpen = title !== undefined;
    return [...before, '', ...(title === undefined ? [] : [toDetails(title), ''])].map((each) => ({
      text: each,
      line,
    }));
  });
  return isOpen ? [...result, { text: '', line: lines.length }, { text: '</details>', line: lines.length }] : result;
}
