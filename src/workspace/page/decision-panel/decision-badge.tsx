// The mark beside a message: what the bot decided. Opens the panel at that message.
import type { JSX } from 'react';
import type { DecisionTrace } from '../../decision-trace.ts';
import { Icon } from '../icons/icon.tsx';
import { useScene } from '../state/scene-context.ts';
import { decisionWords } from './decision-words.ts';

export function DecisionBadge({ trace }: { readonly trace: DecisionTrace }): JSX.Element {
  const { dispatch } = useScene();
  const { channel, ts } = trace;
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
