// The offers above the field: a listbox that the field steers, so that the focus stays where one types. By hand: no library
// of controls has a list for a field of several lines, which HTML does not let be a combobox.
import type { JSX } from 'react';
import type { Completion, Completions } from './completions.ts';

export interface CompletionListProps {
  readonly id: string;
  readonly offers: Completions;
  readonly activeId: string;
  readonly onTake: (completion: Completion) => void;
}

export function CompletionList({ id, offers, activeId, onTake }: CompletionListProps): JSX.Element {
  const label = offers.kind === 'command' ? 'Commands' : 'People';
  return (
    <div id={id} role="listbox" aria-label={label} className="completions">
      {offers.items.map((item) => (
        <div
          key={item.id}
          id={`${id} ${item.id}`.replaceAll(' ', '-')}
          role="option"
          tabIndex={-1}
          aria-selected={item.id === activeId}
          className="completion"
          // The field keeps the focus: a press must not take it away.
          onPointerDown={(event) => {
            event.preventDefault();
            onTake(item);
          }}
        >
          <span className="completion-label">{item.label}</span>
          <span className="completion-hint">{item.hint}</span>
        </div>
      ))}
    </div>
  );
}
