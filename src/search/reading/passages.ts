// Cuts an answer into passages, each short enough to be about one thing. Pure.
import type { Nodes, Root } from 'mdast';
import { toString as toPlainText } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { toSentences } from './sentences.ts';

const parser = unified().use(remarkParse).use(remarkGfm);

/** A passage is closed once it has this many letters; the next sentence begins another one. */
const enough = 140;
const maxPassages = 24;

function blocksOf(node: Nodes): readonly string[] {
  if (node.type === 'code' || node.type === 'html') return [];
  if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableRow') return [toPlainText(node)];
  return 'children' in node ? node.children.flatMap((child) => blocksOf(child)) : [];
}

function joinShort(sentences: readonly string[]): readonly string[] {
  const passages: string[] = [];
  let open = '';
  for (const sentence of sentences) {
    open = open === '' ? sentence : `${open} ${sentence}`;
    if (open.length < enough) continue;
    passages.push(open);
    open = '';
  }
  return open === '' ? passages : [...passages, open];
}

/** The passages of an answer (Markdown) as plain text, in order: paragraphs and list items, long ones cut between sentences. */
export function toPassages(answer: string): readonly string[] {
  const blocks = blocksOf(parser.parse(answer) as Root).map((block) => block.replace(/\s+/g, ' ').trim());
  return blocks
    .flatMap((block) => joinShort(toSentences(block)))
    .filter((passage) => /\p{L}/u.test(passage))
    .slice(0, maxPassages);
}
