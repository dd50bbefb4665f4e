// Where a note's front matter ends and its body begins. Pure.

/** Front matter as it was found: its format, and the note's text up to and including the closing line. */
export interface SplitNote {
  readonly format: string | null;
  readonly block: string;
  readonly body: string;
  /** Line of the file on which the body begins; the first line is 1. */
  readonly bodyLine: number;
  /** False where the front matter was opened and never closed. */
  readonly closed: boolean;
}

const keyLine = /^["']?[\p{L}_][\p{L}\p{N}_ .-]*["']?\s*:(\s|$)/u;

function without(text: string): SplitNote {
  return { format: null, block: '', body: text, bodyLine: 1, closed: true };
}

function cut(format: string, lines: readonly string[], end: number): SplitNote {
  const block = lines.slice(0, end + 1).join('\n');
  return { format, block, body: lines.slice(end + 1).join('\n'), bodyLine: end + 2, closed: true };
}

/** A block between `---` is front matter when it begins like a mapping; else the `---` is a rule above the text. */
function beginsLikeYaml(inside: readonly string[]): boolean {
  const first = inside.findIndex((line) => line.trim() !== '' && !line.startsWith('#'));
  if (first === -1) return inside.every((line) => line.trim() === '' || /^#(?!#)/.test(line)) && inside[0] !== '';
  const isHeadingAboveText = inside[0]?.trim() === '' && inside.slice(0, first).some((line) => line.startsWith('#'));
  return !isHeadingAboveText && (keyLine.test(inside[first] ?? '') || /^[{?]/.test(inside[first] ?? ''));
}

function splitYaml(text: string, lines: readonly string[]): SplitNote {
  const language = (lines[0] ?? '').slice(3).trim().toLowerCase();
  if (!/^[a-z]*$/.test(language)) return without(text);
  const close = lines.findIndex((line, index) => index > 0 && /^(---|\.\.\.)\s*$/.test(line));
  const inside = lines.slice(1, close === -1 ? undefined : close);
  if (language === '' && !beginsLikeYaml(inside) && !(close === 1)) return without(text);
  const format = language === '' || language === 'yml' ? 'yaml' : language;
  if (close === -1) return { format, block: text, body: '', bodyLine: lines.length, closed: false };
  return cut(format, lines, close);
}

function splitToml(text: string, lines: readonly string[]): SplitNote {
  const close = lines.findIndex((line, index) => index > 0 && /^\+\+\+\s*$/.test(line));
  if (close === -1) return { format: 'toml', block: text, body: '', bodyLine: lines.length, closed: false };
  return cut('toml', lines, close);
}

/** Index just after the object that begins at 0, or -1 where it never ends. */
function endOfObject(text: string): number {
  let depth = 0;
  let quoted = false;
  for (let index = 0; index < text.length; index += 1) {
    const letter = text[index];
    if (quoted && letter === '\\') index += 1;
    else if (letter === '"') quoted = !quoted;
    else if (!quoted && letter === '{') depth += 1;
    else if (!quoted && letter === '}') {
      depth -= 1;
      if (depth === 0) return index + 1;
    }
  }
  return -1;
}

function splitJson(text: string): SplitNote {
  const end = endOfObject(text);
  if (end === -1) return { format: 'json', block: text, body: '', bodyLine: text.split('\n').length, closed: false };
  const block = text.slice(0, end);
  return { format: 'json', block, body: text.slice(end), bodyLine: block.split('\n').length, closed: true };
}

/** `Title: A question?`; the space behind the colon may be left out, but no address begins so. */
const metaLine = /^[A-Za-z][\w-]*:(?!\/\/)/;

/** Fields at the top of a text without any mark, a title among them, as Pelican and MultiMarkdown have them: up to an empty line. */
function splitMeta(text: string, lines: readonly string[]): SplitNote {
  const end = lines.findIndex((line) => line.trim() === '');
  const head = lines.slice(0, end === -1 ? undefined : end);
  const isHead = head.every((line, at) => metaLine.test(line) || (at > 0 && /^(?: {4}|\t)\S/.test(line)));
  if (!isHead || !head.some((line) => /^title:[ \t]*\S/i.test(line))) return without(text);
  return cut('meta', lines, head.length - 1);
}

/** Splits a note's text (line ends `\n`, no byte order mark). A `---` that only draws a rule stays in the body. */
export function splitFrontMatter(text: string): SplitNote {
  const lines = text.split('\n');
  const first = lines[0] ?? '';
  if (/^\+\+\+\s*$/.test(first)) return splitToml(text, lines);
  if (/^---(?!-)/.test(first)) return splitYaml(text, lines);
  if (/^\{\s*("|\}|$)/.test(first) && /^\{\s*["}]/.test(text)) return splitJson(text);
  return metaLine.test(first) ? splitMeta(text, lines) : without(text);
}
