// Elements (hast) that know on which lines of a text they stand. Pure.
import type { Element, ElementContent, Properties, Text } from 'hast';

/** HTML as it was typed, until parse5 reads it. */
interface Raw {
  readonly type: 'raw';
  readonly value: string;
}

export type Content = ElementContent | Raw;

/** First line, and the first behind the last; from 0 on, as markdown-it counts. */
export type Lines = readonly [from: number, to: number];

export const newline: Text = { type: 'text', value: '\n' };

/** Each child on lines of its own. */
export function spaced(children: readonly Content[]): readonly Content[] {
  return children.length === 0 ? [] : [newline, ...children.flatMap((child) => [child, newline])];
}

/** Makes the elements of one text. */
export class ElementMaker {
  readonly #starts: readonly number[];

  constructor(text: string) {
    const starts = [0];
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    this.#starts = starts;
  }

  element(tagName: string, children: readonly Content[], lines: Lines, properties: Properties = {}): Element {
    // Raw HTML is no part of hast's own tree; parse5 takes it.
    return this.place({ type: 'element', tagName, properties, children: children as ElementContent[] }, lines);
  }

  place<Node extends Content>(node: Node, [from, to]: Lines): Node {
    return { ...node, position: { start: this.#toPoint(from), end: this.#toPoint(Math.max(from, to - 1)) } };
  }

  #toPoint(line: number): { readonly line: number; readonly column: number; readonly offset: number } {
    return { line: line + 1, column: 1, offset: this.#starts[line] ?? this.#starts.at(-1) ?? 0 };
  }
}
