// The mark beside a message: what the bot decided. Opens the panel at that message.
import type { JSX } from 'react';
import { Icon } from '../icons/icon.tsx';
import { useWorkspace } from '../state/workspace-context.ts';
import { decisionWords } from './decision-words.ts';

export function DecisionBadge({ channel, ts }: { readonly channel: string; readonly ts: string }): JSX.Element | null {
  const { workspace, dispatch } = useWorkspace();
  const trace = workspace.decisions.find((other) => other.channel === channel && other.ts === ts);
  if (trace === undefined) return null;
  const { label, icon } = decisionWords[trace.decision];
  return (
    <button
      type="button"
      className="decision-badge"
      data-decision={trace.decision}
      aria-label={`The bot's decision: ${label}. Show why`}
      title={`${trace.reason} Press to see why.`}
      onClick={() => dispatch({ type: 'open-why', focus: { channel, ts } })}
    >
      <Icon name={icon} />
      <span>{label}</span>
    </button>
  );
}
