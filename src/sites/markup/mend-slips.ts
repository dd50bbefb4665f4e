// Slips of an author's hand that keep a heading from being one. Pure.
import { findCode, isInSpans } from './find-code.ts';

/** `###Is it far?`, `#` alone before what asks, and a space behind the signs that does not break, as some keyboards make it. */
const closeSigns =
  /^( {0,3}(?:#{1,6}(?=[\u00a0\u3000])|#{2,6}(?=[\p{L}\p{N}¿¡"'“«‘*_`[(])|#(?=[\p{Lu}¿](?:[^\n]*\s){3}[^\n]*[?？؟]\s*$)))[\u00a0\u3000]*(?=\S)/gmu;

/** A line break alone on a line, below a heading or an empty line, opens HTML in which the next heading is none. */
const loneBreak = /(^|\n[ \t]*\n|(?:^|\n)#{1,6}[ \t][^\n]*\n)[ \t]*<\/?br\s*\/?>[ \t]*(?=\n[ \t]*\S)/gi;

/** Sets right what its author meant for a heading. Lines keep their numbers, code keeps its text. */
export function mendSlips(text: string): string {
  const isClose = /^ {0,3}#+[^\s#]/m.test(text) || /^ {0,3}#+[\u00a0\u3000]/m.test(text);
  const isBroken = /^[ \t]*<\/?br\s*\/?>[ \t]*$/im.test(text);
  if (!isClose && !isBroken) return text;
  const code = findCode(text);
  const spaced = text.replace(closeSigns, (whole, signs: string, offset: number) => {
    const isUnderlined = /^[^\n]*\n {0,3}(?:-{2,}|={2,})[ \t]*(?:\n|$)/.test(text.slice(offset, offset + 1000));
    return isInSpans(code, offset) || isUnderlined ? whole : `${signs} `;
  });
  return isBroken ? spaced.replace(loneBreak, '$1') : spaced;
}
