// New wordings put into the text of a phrasings file. Pure.
import { type Document, isMap, isNode, isScalar, isSeq, parseDocument, stringify, YAMLSeq } from 'yaml';
import type { TextFile } from '../note-source.ts';
import { parsePhrasings, toSameWording } from './parse-phrasings.ts';

/** Entry id (or `not-covered`) to new wordings. */
export type LearnedWordings = ReadonlyMap<string, readonly string[]>;

/** Says behind a wording where it came from, as a comment for whoever reviews the file; nothing reads it. */
export type WordingMark = 'drafted' | 'asked in Slack';

/**
 * The text of a phrasings file with new wordings at the end of their lists, each marked where a mark is given; every line that
 * stood there stays as it was, unless a list stands on one line. A wording that stands anywhere in the file already is left out.
 * Throws where the text is no valid phrasings file.
 */
export function addWordings(
  { file, text }: TextFile,
  learned: LearnedWordings,
  mark: WordingMark | null = null,
): { readonly text: string; readonly added: number } {
  const read = parsePhrasings({ file, text });
  const error = read.faults.find(({ severity }) => severity === 'error');
  if (error !== undefined) throw new Error(`${file}:${error.line ?? 1}: ${error.problem} ${error.mend}`);
  const known = new Set([...[...read.wordings.values()].flat(), ...read.notCovered].map(toSameWording));
  const fresh = new Map<string, string[]>();
  for (const [id, wordings] of learned) {
    for (const wording of wordings.map((each) => each.replace(/\s+/gu, ' ').trim())) {
      if (wording === '' || known.has(toSameWording(wording))) continue;
      known.add(toSameWording(wording));
      fresh.set(id, [...(fresh.get(id) ?? []), wording]);
    }
  }
  const added = [...fresh.values()].reduce((sum, { length }) => sum + length, 0);
  if (added === 0) return { text, added };
  const written = insertLines(text, fresh, mark);
  const isRight = written !== null && countWordings({ file, text: written }) === countWordings({ file, text }) + added;
  return { text: isRight ? written : rewrite(text, fresh, mark), added };
}

function countWordings(file: TextFile): number {
  const { wordings, notCovered, faults } = parsePhrasings(file);
  const isBroken = faults.some(({ severity }) => severity === 'error');
  return isBroken ? -1 : [...wordings.values(), notCovered].reduce((sum, { length }) => sum + length, 0);
}

/** Puts lines between the lines; null where a list or the whole file is written in another form than with one line each. */
function insertLines(text: string, fresh: LearnedWordings, mark: WordingMark | null): string | null {
  const document = parseDocument(text, { uniqueKeys: false });
  const { contents } = document;
  if (contents !== null && !(isScalar(contents) && contents.value === null) && !(isMap(contents) && !contents.flow))
    return null;
  const ending = text.includes('\r\n') ? '\r\n' : '\n';
  const inserts: { readonly at: number; readonly lines: string }[] = [];
  let appended = '';
  for (const [id, wordings] of fresh) {
    const toLines = (indent: string) =>
      wordings.map((wording) => `${indent}- ${toLine(wording, mark)}${ending}`).join('');
    const list = document.get(id, true);
    if (list === undefined) appended += `${stringify(id).trimEnd()}:${ending}${toLines('  ')}`;
    else {
      const last = isSeq(list) && !list.flow ? list.items.at(-1) : null;
      if (!isSeq(list) || !isNode(last) || !last.range || !list.range) return null;
      inserts.push({ at: endOfLine(text, last.range[1]), lines: toLines(indentAt(text, list.range[0])) });
    }
  }
  const open = text === '' || text.endsWith('\n') ? '' : ending;
  const result = inserts
    .toSorted((one, other) => other.at - one.at)
    .reduce((whole, { at, lines }) => {
      const before = whole.slice(0, at);
      return `${before}${before.endsWith('\n') ? '' : ending}${lines}${whole.slice(at)}`;
    }, text);
  return appended === '' ? result : `${result}${result.endsWith('\n') ? '' : open}${appended}`;
}

/** Behind the line in which something ends. */
function endOfLine(text: string, at: number): number {
  if (text[at - 1] === '\n') return at;
  const next = text.indexOf('\n', at);
  return next < 0 ? text.length : next + 1;
}

function indentAt(text: string, at: number): string {
  return ' '.repeat(at - (text.lastIndexOf('\n', at - 1) + 1));
}

function toLine(wording: string, mark: WordingMark | null): string {
  const line = stringify(wording, { lineWidth: 0 }).trimEnd();
  return mark === null ? line : `${line} # ${mark}`;
}

/** The same by the library, which keeps comments and order and sets the lines anew. */
function rewrite(text: string, fresh: LearnedWordings, mark: WordingMark | null): string {
  const document = parseDocument(text, { uniqueKeys: false });
  for (const [id, wordings] of fresh) {
    for (const wording of wordings) {
      const node = document.createNode(wording);
      if (mark !== null) node.comment = ` ${mark}`;
      listOf(document, id).add(node);
    }
  }
  return document.toString({ lineWidth: 0 });
}

function listOf(document: Document, id: string): YAMLSeq {
  const list = document.get(id);
  if (isSeq(list)) {
    list.flow = false;
    return list;
  }
  const made = new YAMLSeq();
  document.set(id, made);
  return made;
}
