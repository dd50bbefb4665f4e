// A `rich_text` block -> text nodes. What Slack may add later is left out, never guessed. Pure.
import type { RichTextBlock, RichTextBlockElement, RichTextElement, RichTextList } from '@slack/types';
import { toEmoji } from './emoji.ts';
import { toSafeUrl } from './safe-url.ts';
import type { Inline, ListItem, TextNode } from './text-node.ts';

type StyleName = 'bold' | 'italic' | 'strike' | 'code';
const wrappers = { bold: 'strong', italic: 'emphasis', strike: 'strike' } as const;

function toTextLines(text: string, code: boolean): readonly Inline[] {
  if (code) return [{ kind: 'code', text }];
  return text.split('\n').flatMap((line, index): readonly Inline[] => {
    const words: readonly Inline[] = line === '' ? [] : [{ kind: 'text', text: line }];
    return index === 0 ? words : [{ kind: 'break' }, ...words];
  });
}

function toLink(address: string, label: string | undefined): Inline {
  const shown: Inline = { kind: 'text', text: label === undefined || label === '' ? address : label };
  const url = toSafeUrl(address);
  return url === null ? shown : { kind: 'link', url, children: [shown] };
}

function toPlainInlines(element: RichTextElement): readonly Inline[] {
  switch (element.type) {
    case 'text':
      return toTextLines(element.text, element.style?.code === true);
    case 'link':
      return [toLink(element.url, element.text)];
    case 'user':
      return [{ kind: 'user', id: element.user_id, label: null }];
    case 'channel':
      return [{ kind: 'channel', id: element.channel_id, label: null }];
    case 'broadcast':
      return [{ kind: 'broadcast', label: `@${element.range}` }];
    case 'usergroup':
      return [{ kind: 'broadcast', label: '@group' }];
    case 'emoji':
      return [{ kind: 'text', text: toEmoji(element.name) ?? `:${element.name}:` }];
    case 'date':
      return [
        {
          kind: 'date',
          seconds: element.timestamp,
          format: element.format,
          fallback: element.fallback ?? element.format,
        },
      ];
    case 'color':
      return [{ kind: 'code', text: element.value }];
    case 'team':
      break;
  }
  return [];
}

function toInlines(elements: readonly RichTextElement[]): readonly Inline[] {
  return elements.flatMap((element) => {
    const style: Partial<Record<StyleName, boolean>> = 'style' in element ? (element.style ?? {}) : {};
    let inlines = toPlainInlines(element);
    for (const name of ['strike', 'italic', 'bold'] as const) {
      if (style[name] === true && inlines.length > 0) inlines = [{ kind: wrappers[name], children: inlines }];
    }
    return inlines;
  });
}

interface FlatList {
  readonly indent: number;
  readonly ordered: boolean;
  readonly items: readonly ListItem[];
}

function toFlatList(list: RichTextList): FlatList {
  const items = list.elements.map((section) => ({
    checked: null,
    children: [{ kind: 'paragraph' as const, children: toInlines(section.elements) }],
  }));
  return { indent: list.indent ?? 0, ordered: list.style === 'ordered', items };
}

/** Slack writes a nested list as flat lists with an indent: a deeper one becomes part of the item before it. */
function addList(nodes: readonly TextNode[], list: FlatList, depth: number): readonly TextNode[] {
  const before = nodes.at(-1);
  const last = before?.kind === 'list' ? before.items.at(-1) : undefined;
  if (before?.kind !== 'list' || last === undefined || (depth >= list.indent && before.ordered !== list.ordered))
    return [...nodes, { kind: 'list', ordered: list.ordered, start: 1, items: list.items }];
  const items =
    depth < list.indent
      ? [...before.items.slice(0, -1), { ...last, children: addList(last.children, list, depth + 1) }]
      : [...before.items, ...list.items];
  return [...nodes.slice(0, -1), { ...before, items }];
}

function toNode(element: Exclude<RichTextBlockElement, RichTextList>): TextNode | null {
  switch (element.type) {
    case 'rich_text_section':
      return { kind: 'paragraph', children: toInlines(element.elements) };
    case 'rich_text_quote':
      return { kind: 'quote', children: [{ kind: 'paragraph', children: toInlines(element.elements) }] };
    case 'rich_text_preformatted':
      return {
        kind: 'code-block',
        text: element.elements.map((part) => (part.type === 'link' ? (part.text ?? part.url) : part.text)).join(''),
      };
  }
}

/** The block's text as nodes. */
export function parseRichText(block: RichTextBlock): readonly TextNode[] {
  let nodes: readonly TextNode[] = [];
  for (const element of block.elements) {
    if (element.type === 'rich_text_list') nodes = addList(nodes, toFlatList(element), 0);
    else {
      const node = toNode(element);
      if (node !== null) nodes = [...nodes, node];
    }
  }
  return nodes;
}
