// "2 replies" below a message: opens its thread.
import type { JSX } from 'react';
import type { Message } from '../../page-api.ts';
import { Avatar } from '../icons/avatar.tsx';
import { toMs } from '../state/message-rows.ts';
import { findUser, useScene } from '../state/scene-context.ts';

const picturesAtMost = 3;
const time = new Intl.DateTimeFormat(undefined, { hour: 'numeric', minute: '2-digit' });

export function ReplySummary({ message }: { readonly message: Message }): JSX.Element {
  const scene = useScene();
  const { channel, ts, replyCount } = message;
  return (
    <button
      type="button"
      className="reply-summary"
      onClick={() => scene.dispatch({ type: 'open-thread', root: { channel, ts } })}
    >
      {message.replyUserIds.slice(0, picturesAtMost).map((id) => (
        <Avatar key={id} user={findUser(scene, id)} small />
      ))}
      <span className="reply-count">
        {replyCount} {replyCount === 1 ? 'reply' : 'replies'}
      </span>
      {message.latestReplyTs !== null && (
        <span className="reply-time">last at {time.format(toMs(message.latestReplyTs))}</span>
      )}
    </button>
  );
}
