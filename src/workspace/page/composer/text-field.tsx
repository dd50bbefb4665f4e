// The field to write in: grows with its text, sends with Enter, offers commands and people; used to write and to edit.
import { type JSX, type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import type { SlashCommand, User } from '../../page-api.ts';
import { CompletionList } from './completion-list.tsx';
import { type Completion, complete } from './completions.ts';

export interface TextFieldProps {
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  readonly commands: readonly SlashCommand[];
  readonly people: readonly User[];
  readonly autoFocus?: boolean;
  readonly onChange: (value: string) => void;
  readonly onSend: () => void;
  /** Arrow up in an empty field. */
  readonly onEditLast?: () => void;
  /** Escape, where no offers are open. */
  readonly onCancel?: () => void;
}

const tallestPx = 220;

export function TextField(props: TextFieldProps): JSX.Element {
  const { value, onChange } = props;
  const field = useRef<HTMLTextAreaElement>(null);
  const caretAfter = useRef<number | null>(null);
  const [caret, setCaret] = useState(0);
  const [chosen, setChosen] = useState(0);
  const [dismissedFor, setDismissedFor] = useState<string | null>(null);
  const listId = useId();

  const before = value.slice(0, caret);
  const offers = dismissedFor === before ? null : complete(before, props.commands, props.people);
  const active = offers?.items[Math.min(chosen, offers.items.length - 1)];

  useLayoutEffect(() => {
    const element = field.current;
    if (element === null || element.value !== value) return;
    element.style.height = 'auto';
    element.style.height = `${Math.min(element.scrollHeight, tallestPx)}px`;
    if (caretAfter.current === null) return;
    element.setSelectionRange(caretAfter.current, caretAfter.current);
    setCaret(caretAfter.current);
    caretAfter.current = null;
  }, [value]);

  const { autoFocus = false } = props;
  useEffect(() => {
    const element = field.current;
    if (!autoFocus || element === null) return;
    element.focus();
    element.setSelectionRange(element.value.length, element.value.length);
  }, [autoFocus]);

  const take = (completion: Completion): void => {
    if (offers === null) return;
    caretAfter.current = offers.from + completion.insert.length;
    setChosen(0);
    onChange(`${value.slice(0, offers.from)}${completion.insert}${value.slice(offers.to)}`);
    field.current?.focus();
  };

  /** True where the key was one for the offers. */
  const onOfferKey = (event: KeyboardEvent): boolean => {
    if (offers === null || active === undefined) return false;
    const count = offers.items.length;
    if (event.key === 'ArrowDown') setChosen((at) => (at + 1) % count);
    else if (event.key === 'ArrowUp') setChosen((at) => (at + count - 1) % count);
    else if (event.key === 'Escape') setDismissedFor(before);
    else if ((event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey) {
      // A command or a handle typed in full is sent by Enter: there is nothing left to complete.
      const typed = value.slice(offers.from, offers.to).toLowerCase();
      if (event.key === 'Enter' && active.insert.trim() === typed) return false;
      take(active);
    } else return false;
    return true;
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const plainEnter = event.key === 'Enter' && !event.shiftKey;
    if (onOfferKey(event)) {
      event.preventDefault();
      event.stopPropagation();
    } else if (plainEnter) {
      event.preventDefault();
      props.onSend();
    } else if (event.key === 'ArrowUp' && value === '' && props.onEditLast !== undefined) {
      event.preventDefault();
      props.onEditLast();
    } else if (event.key === 'Escape' && props.onCancel !== undefined) {
      event.stopPropagation();
      props.onCancel();
    }
  };

  return (
    <div className="text-field">
      {offers !== null && active !== undefined && (
        <CompletionList id={listId} offers={offers} activeId={active.id} onTake={take} />
      )}
      <textarea
        ref={field}
        rows={1}
        value={value}
        aria-label={props.label}
        placeholder={props.placeholder}
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-controls={offers === null ? undefined : listId}
        aria-activedescendant={active === undefined ? undefined : `${listId} ${active.id}`.replaceAll(' ', '-')}
        onChange={(event) => {
          setCaret(event.target.selectionStart);
          setChosen(0);
          onChange(event.target.value);
        }}
        onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
        onKeyDown={onKeyDown}
      />
    </div>
  );
}
