// Messages in order of time. One of them is reachable by Tab, the arrow keys move between them; new ones scroll into view.
import { type JSX, type KeyboardEvent, type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import type { Message } from '../../page-api.ts';
import type { MessageRef } from '../state/message-link.ts';
import { toRows } from '../state/message-rows.ts';
import { toRowId } from '../state/row-id.ts';
import { useWorkspace } from '../state/workspace-context.ts';
import { DayDivider } from './day-divider.tsx';
import { MessageRow } from './message-row.tsx';
import { useStickToEnd } from './use-stick-to-end.ts';

export interface MessageListProps {
  readonly label: string;
  readonly messages: readonly Message[];
  readonly inThread: boolean;
  /** Stands above the first message. */
  readonly start?: ReactNode;
}

function isSame(ref: MessageRef | null, message: Message): boolean {
  return ref !== null && ref.channel === message.channel && ref.ts === message.ts;
}

/** A thread with no more replies than these is read from its top: its answer may be longer than the pane. */
const shortThread = 3;

export function MessageList({ label, messages, inThread, start }: MessageListProps): JSX.Element {
  const list = useRef<HTMLDivElement>(null);
  const rows = useMemo(() => toRows(messages), [messages]);
  const { page, workspace } = useWorkspace();
  const channel = messages[0]?.channel;
  const traces = useMemo(() => {
    const here = workspace.decisions.filter((trace) => trace.channel === channel);
    return new Map(here.map((trace) => [trace.ts, trace]));
  }, [workspace.decisions, channel]);
  const lastTs = messages.at(-1)?.ts;
  const [chosenTs, setChosenTs] = useState<string | null>(null);
  const reachable = messages.some((message) => message.ts === chosenTs) ? chosenTs : lastTs;
  const { behind, toEnd, onScroll } = useStickToEnd(list, messages.at(-1), {
    startsAtEnd: !inThread || messages.length > shortThread,
    ownId: workspace.userId,
  });

  const { shown } = page;
  useEffect(() => {
    if (shown === null) return;
    const row = list.current?.querySelector<HTMLElement>(`[id="${toRowId(shown, inThread)}"]`);
    row?.scrollIntoView({ block: 'center' });
    row?.focus({ preventScroll: true });
  }, [shown, inThread]);

  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const items = [...event.currentTarget.querySelectorAll<HTMLElement>('.message')];
    const at = items.indexOf(event.target as HTMLElement);
    if (at < 0) return;
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    items[next]?.focus();
  };

  return (
    <div className="message-list-frame">
      <div ref={list} className="message-list" onScroll={onScroll}>
        <div className="message-list-content">
          {start}
          <div role="log" aria-live="polite" aria-relevant="additions" aria-label={label}>
            <ol onKeyDown={onKeyDown}>
              {rows.map((row) =>
                row.kind === 'day' ? (
                  <DayDivider key={row.day} ms={row.ms} />
                ) : (
                  <MessageRow
                    key={row.message.ts}
                    message={row.message}
                    trace={traces.get(row.message.ts)}
                    editing={isSame(page.editing, row.message) && !row.message.ephemeral}
                    inFocus={isSame(page.why.focus, row.message)}
                    grouped={row.grouped}
                    inThread={inThread}
                    reachable={row.message.ts === reachable}
                    onReach={setChosenTs}
                  />
                ),
              )}
            </ol>
          </div>
        </div>
      </div>
      {behind && (
        <button type="button" className="to-end" onClick={toEnd}>
          New messages
        </button>
      )}
    </div>
  );
}
