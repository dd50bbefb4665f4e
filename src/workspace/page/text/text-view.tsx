// Draws text nodes. The only place where text from messages becomes elements: React escapes it, links are safe already.
import { Fragment, type JSX } from 'react';
import { InlineView } from './inline-view.tsx';
import type { ListItem, TextNode } from './text-node.ts';

interface NodesProps {
  readonly nodes: readonly TextNode[];
}

function ListItemView({ item }: { readonly item: ListItem }): JSX.Element {
  const [first, ...rest] = item.children;
  const tight = first?.kind === 'paragraph';
  return (
    <li>
      {item.checked !== null && <span className="task-mark">{item.checked ? '☑ ' : '☐ '}</span>}
      {tight && <InlineView inlines={first.children} />}
      <TextNodes nodes={tight ? rest : item.children} />
    </li>
  );
}

function TableView({ table }: { readonly table: Extract<TextNode, { kind: 'table' }> }): JSX.Element {
  const sideOf = (column: number): string | undefined => {
    const side = table.align[column] ?? null;
    return side === null ? undefined : `align-${side}`;
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls by itself and must be reachable by keyboard.
    <section className="text-table" tabIndex={0} aria-label="Table">
      <table>
        <thead>
          <tr>
            {table.head.map((cell, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: cells have no identity but their place.
              <th key={column} className={sideOf(column)}>
                <InlineView inlines={cell} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place.
            <tr key={index}>
              {row.map((cell, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: cells have no identity but their place.
                <td key={column} className={sideOf(column)}>
                  <InlineView inlines={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function NodeView({ node }: { readonly node: TextNode }): JSX.Element {
  switch (node.kind) {
    case 'paragraph':
      return (
        <p>
          <InlineView inlines={node.children} />
        </p>
      );
    case 'heading':
      return (
        <h3>
          <InlineView inlines={node.children} />
        </h3>
      );
    case 'quote':
      return (
        <blockquote>
          <TextNodes nodes={node.children} />
        </blockquote>
      );
    case 'code-block':
      return (
        <pre>
          <code>{node.text}</code>
        </pre>
      );
    case 'list': {
      // biome-ignore lint/suspicious/noArrayIndexKey: items have no identity but their place.
      const items = node.items.map((item, index) => <ListItemView key={index} item={item} />);
      return node.ordered ? <ol start={node.start}>{items}</ol> : <ul>{items}</ul>;
    }
    case 'table':
      return <TableView table={node} />;
    case 'rule':
      return <hr />;
  }
}

function TextNodes({ nodes }: NodesProps): JSX.Element {
  return (
    <Fragment>
      {nodes.map((node, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: blocks of text have no identity but their place.
        <NodeView key={index} node={node} />
      ))}
    </Fragment>
  );
}

/** A text with paragraphs, lists, tables and the rest. */
export function TextView({ nodes }: NodesProps): JSX.Element {
  return (
    <div className="text">
      <TextNodes nodes={nodes} />
    </div>
  );
}
