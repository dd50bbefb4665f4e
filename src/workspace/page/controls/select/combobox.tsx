// A field with a list: type to narrow it down, arrows to move, Enter to choose, Escape to close (Ariakit's doing).
import {
  Combobox as ComboboxField,
  ComboboxGroup,
  ComboboxGroupLabel,
  ComboboxItem,
  ComboboxPopover,
  ComboboxProvider,
} from '@ariakit/react';
import type { MultiSelect, Select } from '@slack/types';
import { type JSX, useId, useState } from 'react';
import type { Option } from '../../../page-api.ts';
import { Icon } from '../../icons/icon.tsx';
import { toPlain } from '../../text/to-plain.ts';
import type { InputFrame } from '../control-props.ts';
import { popupProps } from '../popup-props.ts';
import { type Options, useOptions } from './use-options.ts';

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

const emptyTexts: Readonly<Record<Options['status'], string>> = {
  ready: 'Nothing matches.',
  waiting: 'Searching …',
  short: 'Type a few letters to search.',
};

interface OptionRowProps {
  readonly option: Option;
  readonly chosen: boolean;
  readonly onChoose: (option: Option) => void;
}

function OptionRow({ option, chosen, onChoose }: OptionRowProps): JSX.Element {
  return (
    <ComboboxItem
      className="option"
      focusOnHover
      hideOnClick
      selectValueOnClick={false}
      setValueOnClick={false}
      value={option.value ?? option.text.text}
      aria-selected={chosen}
      onClick={() => onChoose(option)}
    >
      <span className="option-text">
        <span>{toPlain(option.text.text)}</span>
        {option.description !== undefined && <span className="option-hint">{toPlain(option.description.text)}</span>}
      </span>
      {chosen && <Icon name="check" />}
    </ComboboxItem>
  );
}

export function Combobox(props: ComboboxProps): JSX.Element {
  const { element, blockId, input, selected, onBackspace } = props;
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const ownId = useId();
  const { offered, status } = useOptions(element, blockId, typed, open);

  const chosen = props.chosen.map(({ value = '' }) => value);
  const shown = selected === null ? '' : toPlain(selected.text.text);
  const placeholder = element.placeholder === undefined ? 'Choose …' : toPlain(element.placeholder.text);
  const rows = (options: readonly Option[]): readonly JSX.Element[] =>
    options.map((option) => (
      <OptionRow
        key={option.value}
        option={option}
        chosen={chosen.includes(option.value ?? '')}
        onChoose={props.onChoose}
      />
    ));
  return (
    <ComboboxProvider
      open={open}
      setOpen={(next) => {
        setOpen(next);
        if (!next) setTyped('');
      }}
      inputValue={open ? typed : shown}
      // What is typed while a choice stands in the field begins a search.
      setInputValue={(text) => setTyped(open || !text.startsWith(shown) ? text : text.slice(shown.length))}
      selectedValue={element.type.startsWith('multi_') ? chosen : (chosen[0] ?? '')}
    >
      <div className="combobox">
        <ComboboxField
          id={input?.id ?? ownId}
          type="text"
          className="field combobox-field"
          autoSelect="always"
          spellCheck={false}
          aria-label={input === undefined ? placeholder : undefined}
          aria-describedby={input?.describedBy}
          aria-invalid={input?.invalid === true ? true : undefined}
          aria-required={input !== undefined && !input.optional ? true : undefined}
          placeholder={open && shown !== '' ? shown : placeholder}
          onKeyDown={(event) => {
            if (event.key === 'Backspace' && typed === '') onBackspace?.();
          }}
        />
        <Icon name="chevron" />
      </div>
      <ComboboxPopover
        {...popupProps}
        sameWidth
        role={offered.length === 0 ? 'status' : 'listbox'}
        aria-label={input?.label ?? placeholder}
      >
        {offered.length === 0 && <p className="option-empty">{emptyTexts[status]}</p>}
        {offered.map((group) =>
          group.label === null ? (
            rows(group.options)
          ) : (
            <ComboboxGroup key={group.label}>
              <ComboboxGroupLabel className="option-group">{group.label}</ComboboxGroupLabel>
              {rows(group.options)}
            </ComboboxGroup>
          ),
        )}
      </ComboboxPopover>
    </ComboboxProvider>
  );
}
