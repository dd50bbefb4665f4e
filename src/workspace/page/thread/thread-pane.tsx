// The pane at the right with one thread: its root, its replies, its own field to write in.
import { type JSX, useEffect, useMemo, useRef } from 'react';
import { Composer } from '../composer/composer.tsx';
import { Icon } from '../icons/icon.tsx';
import { MessageList } from '../messages/message-list.tsx';
import type { MessageRef } from '../state/message-link.ts';
import { selectReplies } from '../state/message-rows.ts';
import { toPlaceName } from '../state/place-name.ts';
import { toRowId } from '../state/row-id.ts';
import { useWorkspace } from '../state/workspace-context.ts';

export function ThreadPane({ root }: { readonly root: MessageRef }): JSX.Element | null {
  const { page, workspace, dispatch } = useWorkspace();
  // Led here by a link: then the message has the focus.
  const isLed = useRef(page.shown !== null);
  const pane = useRef<HTMLElement>(null);
  const channel = workspace.channels.find(({ id }) => id === root.channel);
  const message = workspace.messages.find((other) => other.channel === root.channel && other.ts === root.ts);
  const replies = selectReplies(workspace.messages, root.channel, root.ts);
  const shown = useMemo(() => (message === undefined ? replies : [message, ...replies]), [message, replies]);

  useEffect(() => {
    if (isLed.current) return;
    // On a touch screen the field would bring up the keyboard, over the answer that one wants to read.
    const isTouch = window.matchMedia('(pointer: coarse)').matches;
    pane.current?.querySelector<HTMLElement>(isTouch ? 'h2' : 'textarea')?.focus();
  }, []);

  if (channel === undefined) return null;
  const close = (): void => {
    dispatch({ type: 'close-thread' });
    document.getElementById(toRowId(root, false))?.focus();
  };
  return (
    <aside
      ref={pane}
      className="pane thread-pane"
      aria-label="Thread"
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
      }}
    >
      <div className="pane-head">
        <h2 tabIndex={-1}>Thread</h2>
        <p className="topic">{toPlaceName(channel, workspace)}</p>
        <button type="button" className="icon-button" aria-label="Close the thread" onClick={close}>
          <Icon name="close" />
        </button>
      </div>
      <MessageList label="Thread" messages={shown} inThread />
      <Composer key={workspace.userId} channel={channel} root={root} />
    </aside>
  );
}
