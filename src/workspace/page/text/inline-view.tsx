// Draws what stands inside a line: emphasis, code, links, mentions, dates.
import { Fragment, type JSX } from 'react';
import { parseMessageLink } from '../state/message-link.ts';
import { useScene } from '../state/scene-context.ts';
import { formatDate } from './format-date.ts';
import type { Inline } from './text-node.ts';

function Mention({ inline }: { readonly inline: Extract<Inline, { kind: 'user' | 'channel' }> }): JSX.Element {
  const { userId, users, channels } = useScene();
  if (inline.kind === 'channel') {
    const name = channels.find(({ id }) => id === inline.id)?.name ?? inline.label ?? 'private channel';
    return <span className="mention">#{name}</span>;
  }
  const name = users.find(({ id }) => id === inline.id)?.realName ?? inline.label ?? inline.id;
  return <span className={inline.id === userId ? 'mention mention-own' : 'mention'}>@{name}</span>;
}

/** A link to a message leads there on the page itself; every other one opens beside it. */
function Link({ link }: { readonly link: Extract<Inline, { kind: 'link' }> }): JSX.Element {
  const { dispatch } = useScene();
  const target = parseMessageLink(link.url, window.location.origin);
  return (
    <a
      href={link.url}
      target="_blank"
      rel="noopener noreferrer"
      onClick={(event) => {
        if (target === null || event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        dispatch({ type: 'show', link: target });
      }}
    >
      <InlineView inlines={link.children} />
    </a>
  );
}

function InlinePiece({ inline }: { readonly inline: Inline }): JSX.Element {
  switch (inline.kind) {
    case 'text':
      return <Fragment>{inline.text}</Fragment>;
    case 'strong':
      return (
        <strong>
          <InlineView inlines={inline.children} />
        </strong>
      );
    case 'emphasis':
      return (
        <em>
          <InlineView inlines={inline.children} />
        </em>
      );
    case 'strike':
      return (
        <s>
          <InlineView inlines={inline.children} />
        </s>
      );
    case 'code':
      return <code>{inline.text}</code>;
    case 'link':
      return <Link link={inline} />;
    case 'user':
    case 'channel':
      return <Mention inline={inline} />;
    case 'broadcast':
      return <span className="mention mention-own">{inline.label}</span>;
    case 'date':
      return <Fragment>{formatDate(inline.seconds, inline.format, inline.fallback)}</Fragment>;
    case 'break':
      return <br />;
  }
}

/** A stretch of text within one block. */
export function InlineView({ inlines }: { readonly inlines: readonly Inline[] }): JSX.Element {
  return (
    <Fragment>
      {inlines.map((inline, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces of a line have no identity but their place.
        <InlinePiece key={index} inline={inline} />
      ))}
    </Fragment>
  );
}
