// What the reader of YAML says, as people read it. Pure.
import type { YAMLParseError } from 'yaml';

/**
 * What is wrong with `text`, in a phrase without an ending, and the line (1 is the first) to look at, or null. A quotation mark that is
 * opened and not closed is looked for where it opens, not at the end of the text, where the reader misses the other.
 */
export function describeYamlError(
  text: string,
  error: YAMLParseError,
): { readonly what: string; readonly line: number | null } {
  const what = (error.message.split('\n')[0] ?? '').replace(/ at line.*$/, '');
  const [, quote] = /^Missing closing (['"])/.exec(what) ?? [];
  if (quote === undefined) return { what, line: error.linePos?.[0].line ?? null };
  const opened = text.lastIndexOf(quote, error.pos[0] - 1);
  return {
    what: `the quotation mark ${quote} is opened and not closed`,
    line: text.slice(0, opened).split('\n').length,
  };
}
