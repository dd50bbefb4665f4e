// The bot's two places side by side: its Home and the direct message with it.
import type { JSX } from 'react';
import type { Place } from '../state/page-state.ts';
import { useWorkspace } from '../state/workspace-context.ts';

export function HomeTabs({ current }: { readonly current: 'home' | 'messages' }): JSX.Element {
  const { workspace, dispatch } = useWorkspace();
  const direct = workspace.channels.find((channel) => channel.kind === 'direct');
  const tab = (name: 'home' | 'messages', label: string, place: Place): JSX.Element => (
    <button
      type="button"
      className="tab"
      aria-current={name === current ? 'page' : undefined}
      onClick={() => dispatch({ type: 'go', place })}
    >
      {label}
    </button>
  );
  return (
    <div className="tabs">
      {tab('home', 'Home', { kind: 'home' })}
      {direct !== undefined && tab('messages', 'Messages', { kind: 'channel', id: direct.id })}
    </div>
  );
}
