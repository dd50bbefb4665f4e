// What a reader saw of an entry, in one short string: to tell later whether the note has changed for them. Pure.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Nodes } from 'mdast';
import { readTree } from '../../knowledge/markup/read-tree.ts';
import { toPlainText } from '../../knowledge/to-plain-text.ts';
import { keepLast } from '../keep-last.ts';
import type { AnswerPart } from './reply.ts';

/** Words of an answer, and where its links lead. */
const readAnswer = keepLast(
  (answer) => ({ words: foldSpace(toPlainText(answer)), links: findLinks(readTree(answer)).toSorted() }),
  50,
);

/**
 * Fingerprint of one part of an answer: question, words of the answer, where its links lead, the post's title, and whether
 * the role is closed, and whether the words are the team's own. White space, emphasis and other markup leave it as it is. 16 hexadecimal characters.
 */
export function toFingerprint(
  part: Pick<AnswerPart, 'question' | 'answer' | 'post' | 'isClosed' | 'meanwhile'>,
): string {
  const { words, links } = readAnswer(part.answer);
  const said = part.meanwhile === undefined ? [] : [part.meanwhile];
  const titles = [part.question, part.post.title].map(foldSpace);
  const seen = JSON.stringify([...titles, words, links, part.isClosed, ...said]);
  return bytesToHex(sha256(utf8ToBytes(seen))).slice(0, 16);
}

function foldSpace(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function findLinks(node: Nodes): readonly string[] {
  const own = node.type === 'link' || node.type === 'definition' ? [node.url] : [];
  return 'children' in node ? [...own, ...node.children.flatMap(findLinks)] : own;
}
