// What a message says: its blocks, or its text where it has none; previews of links; reactions.
import { type JSX, useMemo } from 'react';
import type { Message, Unfurl } from '../../page-api.ts';
import { LiveBlocks } from '../blocks/block-list.tsx';
import { MrkdwnView } from '../blocks/text-object.tsx';
import { toSafeUrl } from '../text/safe-url.ts';
import { Reactions } from './reactions.tsx';

function UnfurlView({ message, unfurl }: { readonly message: Message; readonly unfurl: Unfurl }): JSX.Element {
  const { channel, ts } = message;
  const place = useMemo(() => ({ kind: 'message' as const, channel, ts }), [channel, ts]);
  const url = toSafeUrl(unfurl.url);
  return (
    <div className="unfurl">
      {unfurl.title !== undefined && (
        <p className="unfurl-title">
          {url === null ? (
            unfurl.title
          ) : (
            <a href={url} target="_blank" rel="noopener noreferrer">
              {unfurl.title}
            </a>
          )}
        </p>
      )}
      {unfurl.text !== undefined && <MrkdwnView text={unfurl.text} />}
      {unfurl.blocks.length > 0 && <LiveBlocks place={place} blocks={unfurl.blocks} />}
    </div>
  );
}

export function MessageBody({ message }: { readonly message: Message }): JSX.Element {
  const { channel, ts } = message;
  const place = useMemo(() => ({ kind: 'message' as const, channel, ts }), [channel, ts]);
  if (message.subtype === 'tombstone') return <p className="tombstone">This message was deleted.</p>;
  return (
    <>
      {message.blocks.length > 0 ? (
        <LiveBlocks place={place} blocks={message.blocks} />
      ) : (
        <MrkdwnView text={message.text} />
      )}
      {message.editedTs !== null && <span className="edited">(edited)</span>}
      {message.unfurls.map((unfurl) => (
        <UnfurlView key={unfurl.url} message={message} unfurl={unfurl} />
      ))}
      {message.reactions.length > 0 && <Reactions message={message} />}
    </>
  );
}
