// Markdown as a tree (mdast), in the flavour of GitHub: for what takes answers apart and puts them together. Pure.
import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const reader = unified().use(remarkParse).use(remarkGfm).freeze();

/** Each node with its place in the text. */
export function readTree(markdown: string): Root {
  return reader.parse(markdown);
}
