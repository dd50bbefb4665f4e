// The panel that shows what the bot made of each message in the open channel, newest first.
import { type JSX, useEffect, useRef } from 'react';
import { Icon } from '../icons/icon.tsx';
import { toRowId } from '../state/row-id.ts';
import { useWorkspace } from '../state/workspace-context.ts';
import { TraceView } from './trace-view.tsx';

export function DecisionPanel(): JSX.Element {
  const { page, workspace, dispatch } = useWorkspace();
  const pane = useRef<HTMLElement>(null);
  const { focus } = page.why;
  const channelId = focus?.channel ?? (page.place?.kind === 'channel' ? page.place.id : null);
  const traces = workspace.decisions
    .filter((trace) => trace.channel === channelId)
    .toSorted((one, other) => other.ts.localeCompare(one.ts));

  useEffect(() => {
    if (focus === null) return;
    const shown = pane.current?.querySelector<HTMLElement>(`[data-trace="${focus.ts}"] > summary`);
    if (shown === undefined || shown === null) return;
    // Not scrollIntoView: on a phone that would move the whole page.
    const body = shown.closest('.pane-body');
    if (body !== null) body.scrollTop += shown.getBoundingClientRect().top - body.getBoundingClientRect().top - 8;
    shown.focus({ preventScroll: true });
  }, [focus]);

  const close = (): void => {
    dispatch({ type: 'close-why' });
    const row = focus === null ? null : document.getElementById(toRowId(focus, false));
    (row ?? document.querySelector<HTMLElement>('.why-button'))?.focus();
  };
  return (
    <aside
      ref={pane}
      className="pane why-pane"
      aria-label="Decisions of the bot"
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
      }}
    >
      <div className="pane-head">
        <h2>Decisions</h2>
        <p className="topic">what the bot thinks, and why</p>
        <button type="button" className="icon-button" aria-label="Close the decisions" onClick={close}>
          <Icon name="close" />
        </button>
      </div>
      <div className="pane-body">
        {traces.length === 0 && (
          <p className="empty">
            {channelId === null
              ? 'Open a channel to see what the bot decided there.'
              : 'Nothing has been decided here yet. Write a message.'}
          </p>
        )}
        {traces.map((trace, index) => (
          <TraceView
            key={trace.ts}
            trace={trace}
            startsOpen={focus === null ? index === 0 : trace.ts === focus.ts}
            focused={trace.ts === focus?.ts}
          />
        ))}
      </div>
    </aside>
  );
}
