// The part of a long answer that fits the question best, cut at paragraphs. Pure.

import { toString as toText } from 'mdast-util-to-string';
import { readTree } from '../../knowledge/markup/read-tree.ts';
import { keepLast } from '../keep-last.ts';
import { cutCharacters } from '../reading/cut-characters.ts';

/** Longest answer shown whole, in characters. */
export const maxAnswerCharacters = 1500;
/** The same for the team's own words: more than the window takes in which they are written. */
export const maxMeanwhileCharacters = 3500;

export interface Excerpt {
  readonly markdown: string;
  /** Characters of the answer that are not shown; 0 where it is whole. */
  readonly charactersLeftOut: number;
}

interface Block {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Returns `answer` (Markdown) whole where it is short enough; else the run of its blocks (paragraphs, list items, code)
 * that holds `passage` (plain text; null: the beginning), extended downwards, then upwards, while it fits `max`.
 */
export function cutExcerpt(answer: string, passage: string | null, max: number = maxAnswerCharacters): Excerpt {
  if (answer.length <= max) return { markdown: answer, charactersLeftOut: 0 };
  const blocks = readBlocks(answer);
  const found = passage === null ? 0 : findBlock(blocks, passage);
  let [first, last] = [found, found];
  const length = (from: number, to: number) => (blocks[to]?.end ?? 0) - (blocks[from]?.start ?? 0);
  while (last + 1 < blocks.length && length(first, last + 1) <= max) last += 1;
  while (first > 0 && length(first - 1, last) <= max) first -= 1;
  const markdown = answer.slice(blocks[first]?.start ?? 0, blocks[last]?.end ?? answer.length);
  const shown = markdown.length <= max ? markdown : cutAtWord(markdown, max);
  return { markdown: shown.trim(), charactersLeftOut: answer.length - shown.length };
}

/** Top-level blocks of an answer, and the items of lists one by one, each with its place in the text. */
const readBlocks = keepLast((answer: string): readonly Block[] => {
  const tree = readTree(answer);
  const nodes = tree.children.flatMap((node) => (node.type === 'list' ? node.children : [node]));
  return nodes.map((node) => ({
    start: lineStart(answer, node.position?.start.offset ?? 0),
    end: node.position?.end.offset ?? answer.length,
    text: normalise(toText(node)),
  }));
}, 50);

/** A list item keeps its indentation: the cut begins at the start of its line. */
function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

function findBlock(blocks: readonly Block[], passage: string): number {
  const wanted = normalise(passage);
  const exact = blocks.findIndex(
    (block) => block.text.includes(wanted) || (block.text !== '' && wanted.includes(block.text)),
  );
  return Math.max(exact, 0);
}

function normalise(text: string): string {
  return text.replace(/\s+/g, ' ').trim().toLowerCase();
}

function cutAtWord(text: string, max: number): string {
  const space = text.lastIndexOf(' ', max);
  return `${space > 0 ? text.slice(0, space) : cutCharacters(text, max)}…`;
}
