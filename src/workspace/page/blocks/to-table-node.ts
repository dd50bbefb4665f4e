// A `table` block -> a table of text nodes. Pure.
import type { TableBlock } from '@slack/types';
import { parseRichText } from '../text/parse-rich-text.ts';
import type { Inline, TextNode } from '../text/text-node.ts';

type Cell = TableBlock['rows'][number][number];

function toInlines(cell: Cell): readonly Inline[] {
  if (cell.type !== 'rich_text') return [{ kind: 'text', text: cell.text }];
  return parseRichText(cell).flatMap((node) => (node.kind === 'paragraph' ? node.children : []));
}

/** The block's first row becomes the head. */
export function toTableNode(block: TableBlock): TextNode {
  const [head = [], ...rows] = block.rows.map((row) => row.map(toInlines));
  return { kind: 'table', align: (block.column_settings ?? []).map((column) => column.align ?? null), head, rows };
}
