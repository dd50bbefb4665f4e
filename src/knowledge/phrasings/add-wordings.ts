// New wordings put into the text of a phrasings file. Pure.
import { type Document, isSeq, parseDocument, YAMLSeq } from 'yaml';
import type { TextFile } from '../note-source.ts';
import { parsePhrasings, toSameWording } from './parse-phrasings.ts';

/** Entry id (or `not-covered`) to new wordings. */
export type LearnedWordings = ReadonlyMap<string, readonly string[]>;

/** Says behind a wording where it came from, as a comment for whoever reviews the file; nothing reads it. */
export type WordingMark = 'drafted' | 'asked in Slack';

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

/**
 * The text of a phrasings file with new wordings at the end of their lists, each marked where a mark is given; comments and
 * order stay. A wording that stands anywhere in the file already is left out. Throws where the text is no valid phrasings file.
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
  const document = parseDocument(text, { uniqueKeys: false });
  let added = 0;
  for (const [id, wordings] of learned) {
    for (const wording of wordings.map((each) => each.replace(/\s+/gu, ' ').trim())) {
      if (wording === '' || known.has(toSameWording(wording))) continue;
      known.add(toSameWording(wording));
      const node = document.createNode(wording);
      if (mark !== null) node.comment = ` ${mark}`;
      listOf(document, id).add(node);
      added += 1;
    }
  }
  return { text: added === 0 ? text : document.toString({ lineWidth: 0 }), added };
}
