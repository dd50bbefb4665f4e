// One message: who, when, what; with its tools, its replies and the bot's decision on it.
import { type JSX, memo, useState } from 'react';
import type { DecisionTrace } from '../../decision-trace.ts';
import type { Message } from '../../page-api.ts';
import { DecisionBadge } from '../decision-panel/decision-badge.tsx';
import { Avatar } from '../icons/avatar.tsx';
import { Icon } from '../icons/icon.tsx';
import { isQuietLine, toMs } from '../state/message-rows.ts';
import { toRowId } from '../state/row-id.ts';
import { findUser, useScene } from '../state/scene-context.ts';
import { MessageBody } from './message-body.tsx';
import { MessageEditor } from './message-editor.tsx';
import { MessageTools } from './message-tools.tsx';
import { ReplySummary } from './reply-summary.tsx';

export interface MessageRowProps {
  readonly message: Message;
  /** The bot's decision on it, where there is one. */
  readonly trace: DecisionTrace | undefined;
  /** Continues the message above: no picture, no name. */
  readonly grouped: boolean;
  readonly inThread: boolean;
  readonly editing: boolean;
  /** True while the panel of decisions is open at it. */
  readonly inFocus: boolean;
  /** True for the one row of the list that Tab reaches. */
  readonly reachable: boolean;
  readonly onReach: (ts: string) => void;
}

const shortTime = new Intl.DateTimeFormat(undefined, { hour: 'numeric', minute: '2-digit' });
const fullTime = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'medium' });

/** The time without AM or PM: the narrow column beside a grouped message has no room for it. */
function toBareTime(ms: number): string {
  const parts = shortTime.formatToParts(ms).filter(({ type }) => type === 'hour' || type === 'minute');
  return parts.map(({ value }) => value).join(':');
}

function Time({ ts, bare = false }: { readonly ts: string; readonly bare?: boolean }): JSX.Element {
  const ms = toMs(ts);
  return (
    <time dateTime={new Date(ms).toISOString()} title={fullTime.format(ms)}>
      {bare ? toBareTime(ms) : shortTime.format(ms)}
    </time>
  );
}

function Notes({ message, inThread }: { readonly message: Message; readonly inThread: boolean }): JSX.Element | null {
  const { channels, dispatch, call } = useScene();
  const { channel, ts, threadTs } = message;
  if (message.ephemeral)
    return (
      <p className="message-note">
        <Icon name="eye" />
        Only visible to you ·{' '}
        <button type="button" className="link-button" onClick={() => void call('dismiss', { channel, ts })}>
          Dismiss
        </button>
      </p>
    );
  if (!message.alsoInChannel || threadTs === null) return null;
  const name = channels.find(({ id }) => id === channel)?.name ?? 'channel';
  if (inThread) return <p className="message-note">Also sent to #{name}</p>;
  return (
    <p className="message-note">
      <Icon name="reply" />
      <button
        type="button"
        className="link-button"
        onClick={() => dispatch({ type: 'open-thread', root: { channel, ts: threadTs } })}
      >
        Replied in a thread
      </button>
    </p>
  );
}

function QuietLine({ message }: { readonly message: Message }): JSX.Element {
  const scene = useScene();
  return (
    <li className="message quiet-line">
      <span className="message-gutter">
        <Avatar user={findUser(scene, message.userId)} small />
      </span>
      <div className="message-main">
        <MessageBody message={message} />
      </div>
      <Time ts={message.ts} />
    </li>
  );
}

export const MessageRow = memo(function MessageRow(props: MessageRowProps): JSX.Element {
  const { message, trace, grouped, inThread, editing, inFocus, reachable, onReach } = props;
  const scene = useScene();
  const [toolsOpen, setToolsOpen] = useState(false);
  if (isQuietLine(message)) return <QuietLine message={message} />;

  const { ts } = message;
  const id = toRowId(message, inThread);
  const user = findUser(scene, message.userId);
  const states = [
    reachable && 'reachable',
    message.ephemeral && 'ephemeral',
    grouped && 'grouped',
    toolsOpen && 'tools-open',
    inFocus && 'in-focus',
  ];
  return (
    <li
      id={id}
      className={['message', ...states].filter((state) => state !== false).join(' ')}
      data-ts={ts}
      tabIndex={reachable ? 0 : -1}
      aria-labelledby={`${id}-who ${id}-body`}
      onFocus={() => onReach(ts)}
    >
      <span className="message-gutter">{grouped ? <Time ts={ts} bare /> : <Avatar user={user} />}</span>
      <div className="message-main">
        <Notes message={message} inThread={inThread} />
        <p className={grouped ? 'message-who only-read' : 'message-who'} id={`${id}-who`}>
          <strong>{user.realName}</strong>
          {user.role === 'bot' && <span className="app-tag">APP</span>}
          {user.role === 'team' && <span className="team-tag">Team</span>}
          <Time ts={ts} />
        </p>
        {editing ? (
          <MessageEditor message={message} inThread={inThread} />
        ) : (
          <div id={`${id}-body`}>
            <MessageBody message={message} />
          </div>
        )}
        {!inThread && message.replyCount > 0 && <ReplySummary message={message} />}
      </div>
      {trace !== undefined && <DecisionBadge trace={trace} />}
      {!editing && <MessageTools message={message} inThread={inThread} onOpenChange={setToolsOpen} />}
    </li>
  );
});
