// A field with a list: type to narrow it down, arrows to move, Enter to choose, Escape to close. ARIA's combobox pattern.
import type { MultiSelect, Select } from '@slack/types';
import { type JSX, type KeyboardEvent, useId, useRef, useState } from 'react';
import type { Option } from '../../../page-api.ts';
import { Icon } from '../../icons/icon.tsx';
import { toPlain } from '../../text/to-plain.ts';
import type { InputFrame } from '../control-props.ts';
import { usePopup } from '../use-popup.ts';
import { ComboboxList } from './combobox-list.tsx';
import { useOptions } from './use-options.ts';

export interface ComboboxProps {
  readonly element: Select | MultiSelect;
  readonly blockId: string;
  readonly input: InputFrame | undefined;
  /** Shown while nothing is typed. */
  readonly selected: Option | null;
  /** Options that are chosen already (of several). */
  readonly chosen: readonly Option[];
  readonly onChoose: (option: Option) => void;
  /** Backspace in the empty field. */
  readonly onBackspace?: () => void;
}

export function Combobox(props: ComboboxProps): JSX.Element {
  const { element, blockId, input, selected } = props;
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const field = useRef<HTMLInputElement>(null);
  const popup = useRef<HTMLDivElement>(null);
  const ownId = useId();
  const id = input?.id ?? ownId;
  const { offered, status } = useOptions(element, blockId, typed, open);
  const options = offered.flatMap((group) => group.options);
  const active = Math.min(at, options.length - 1);
  usePopup(field, popup, open);

  const close = (): void => {
    setOpen(false);
    setTyped('');
    setAt(0);
  };
  const choose = (option: Option | undefined): void => {
    if (option === undefined) return;
    props.onChoose(option);
    close();
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    const { key } = event;
    if (key === 'Escape' && open) close();
    else if (key === 'ArrowDown' || key === 'ArrowUp') {
      const step = key === 'ArrowDown' ? 1 : -1;
      if (open) setAt((active + step + options.length) % Math.max(1, options.length));
      else setOpen(true);
    } else if (key === 'Enter' && open) choose(options[active]);
    else if (key === 'Backspace' && typed === '' && props.onBackspace !== undefined) {
      props.onBackspace();
      return;
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const shown = selected === null ? '' : toPlain(selected.text.text);
  const placeholder = element.placeholder === undefined ? 'Choose …' : toPlain(element.placeholder.text);
  return (
    <div className="combobox">
      <input
        ref={field}
        id={id}
        type="text"
        className="field combobox-field"
        role="combobox"
        autoComplete="off"
        spellCheck={false}
        aria-label={input === undefined ? placeholder : undefined}
        aria-describedby={input?.describedBy}
        aria-invalid={input?.invalid === true ? true : undefined}
        aria-required={input !== undefined && !input.optional ? true : undefined}
        aria-expanded={open}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={open && active >= 0 ? `${id}-${active}` : undefined}
        placeholder={open && shown !== '' ? shown : placeholder}
        value={open ? typed : shown}
        onClick={() => setOpen(true)}
        onChange={(event) => {
          setOpen(true);
          setAt(0);
          setTyped(event.target.value);
        }}
        onBlur={close}
        onKeyDown={onKeyDown}
      />
      <Icon name="chevron" />
      {open && (
        <ComboboxList
          id={id}
          popup={popup}
          label={input?.label ?? placeholder}
          offered={offered}
          status={status}
          active={active}
          chosen={props.chosen}
          onChoose={choose}
        />
      )}
    </div>
  );
}
