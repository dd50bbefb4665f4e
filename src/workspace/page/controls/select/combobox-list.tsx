// The list of a combobox: options, in groups where there are any, or a line that says why there are none.
import type { JSX, RefObject } from 'react';
import type { Option } from '../../../page-api.ts';
import { Icon } from '../../icons/icon.tsx';
import { toPlain } from '../../text/to-plain.ts';
import type { Offered } from './option-source.ts';
import type { Options } from './use-options.ts';

export interface ComboboxListProps {
  readonly id: string;
  readonly popup: RefObject<HTMLDivElement | null>;
  readonly label: string;
  readonly offered: readonly Offered[];
  readonly status: Options['status'];
  readonly active: number;
  readonly chosen: readonly Option[];
  readonly onChoose: (option: Option) => void;
}

const emptyTexts: Readonly<Record<Options['status'], string>> = {
  ready: 'Nothing matches.',
  waiting: 'Searching …',
  short: 'Type a few letters to search.',
};

interface OptionRowProps {
  readonly id: string;
  readonly option: Option;
  readonly active: boolean;
  readonly chosen: boolean;
  readonly onChoose: (option: Option) => void;
}

function OptionRow({ id, option, active, chosen, onChoose }: OptionRowProps): JSX.Element {
  return (
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={active}
      className="option"
      ref={(element) => {
        if (active) element?.scrollIntoView({ block: 'nearest' });
      }}
      onPointerDown={(event) => event.preventDefault()}
      onClick={() => onChoose(option)}
      onKeyDown={undefined}
    >
      <span className="option-text">
        <span>{toPlain(option.text.text)}</span>
        {option.description !== undefined && <span className="option-hint">{toPlain(option.description.text)}</span>}
      </span>
      {chosen && <Icon name="check" />}
    </div>
  );
}

export function ComboboxList(props: ComboboxListProps): JSX.Element {
  const { id, offered, status } = props;
  const chosen = new Set(props.chosen.map((option) => option.value));
  let index = -1;
  const rows = (options: readonly Option[]): readonly JSX.Element[] =>
    options.map((option) => {
      index += 1;
      return (
        <OptionRow
          key={option.value ?? index}
          id={`${id}-${index}`}
          option={option}
          active={index === props.active}
          chosen={chosen.has(option.value)}
          onChoose={props.onChoose}
        />
      );
    });
  return (
    <div ref={props.popup} popover="manual" className="popup">
      <div id={`${id}-list`} role="listbox" aria-label={props.label}>
        {offered.map((group) =>
          group.label === null ? (
            rows(group.options)
          ) : (
            // biome-ignore lint/a11y/useSemanticElements: a listbox groups its options by role, not by fieldset.
            <div key={group.label} role="group" aria-label={group.label}>
              <div className="option-group" aria-hidden="true">
                {group.label}
              </div>
              {rows(group.options)}
            </div>
          ),
        )}
      </div>
      {offered.length === 0 && (
        <p className="option-empty" role="status">
          {emptyTexts[status]}
        </p>
      )}
    </div>
  );
}
