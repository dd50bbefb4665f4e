// A phrasings file in the plain form in which the program writes it, read line by line: ten times as fast as YAML, of which it is a part. Pure.

/** What stands under one id. */
export interface PlainList {
  readonly id: string;
  readonly line: number;
  readonly wordings: { readonly text: string; readonly line: number }[];
}

const nothing = /^ *(?:#.*)?$/;
/** White space that YAML reads in ways of its own. */
const strange = /[^\S ]|\p{Cc}/u;
const heading = /^([a-z][a-z0-9-]*): *$/;
const quoted = /^(?:"([^"\\]*)"|'((?:[^']|'')*)')(?: +#.*| *)$/;
/** What YAML does not take for a text on one line where no quotation marks stand around it. */
const special = /^(?:null|true|false)$|:(?: |$)|^(?!\p{L}|\d+ \p{L})/iu;

/**
 * The lists of a file whose every line is an id with a colon, or a wording behind `  - `, or empty, or a comment: what YAML reads there,
 * too. Null where any line is something else.
 */
export function readPlain(text: string): readonly PlainList[] | null {
  const lists: PlainList[] = [];
  for (const [place, content] of text.split(/\r?\n/).entries()) {
    if (strange.test(content)) return null;
    if (nothing.test(content)) continue;
    const line = place + 1;
    const id = heading.exec(content)?.[1];
    const wording = id === undefined && content.startsWith('  - ') ? readWording(content.slice(4)) : null;
    if (id !== undefined) lists.push({ id, line, wordings: [] });
    else if (wording === null || lists.length === 0) return null;
    else lists.at(-1)?.wordings.push({ text: wording, line });
  }
  return lists;
}

function readWording(content: string): string | null {
  const inMarks = quoted.exec(content);
  if (inMarks !== null) return inMarks[1] ?? inMarks[2]?.replaceAll("''", "'") ?? null;
  const comment = content.indexOf(' #');
  const text = (comment === -1 ? content : content.slice(0, comment)).trimEnd();
  return text === '' || special.test(text) ? null : text;
}
