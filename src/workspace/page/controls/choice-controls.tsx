// Checkboxes and radio buttons of Block Kit, as the browser's own.
import type { Checkboxes, Option, RadioButtons } from '@slack/types';
import { type JSX, useId } from 'react';
import { toPlain } from '../text/to-plain.ts';
import type { ControlProps } from './control-props.ts';
import { useElement } from './use-element.ts';

interface ChoiceProps {
  readonly type: 'checkbox' | 'radio';
  readonly name: string;
  readonly option: Option;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

function Choice({ type, name, option, checked, onChange }: ChoiceProps): JSX.Element {
  return (
    <label className="choice">
      <input type={type} name={name} checked={checked} onChange={(event) => onChange(event.target.checked)} />
      <span>
        {toPlain(option.text.text)}
        {option.description !== undefined && <span className="choice-hint">{toPlain(option.description.text)}</span>}
      </span>
    </label>
  );
}

export function CheckboxesControl(props: ControlProps<Checkboxes>): JSX.Element {
  const { element } = props;
  const { value, change } = useElement(props);
  const name = useId();
  const chosen = new Set((value?.selected_options ?? element.initial_options ?? []).map((option) => option.value));
  return (
    <div className="choices">
      {element.options.map((option, index) => (
        <Choice
          key={option.value ?? index}
          type="checkbox"
          name={name}
          option={option}
          checked={chosen.has(option.value)}
          onChange={(checked) => {
            const holds = (other: Option): boolean =>
              other.value === option.value ? checked : chosen.has(other.value);
            change({ selected_options: element.options.filter(holds) });
          }}
        />
      ))}
    </div>
  );
}

export function RadioControl(props: ControlProps<RadioButtons>): JSX.Element {
  const { element } = props;
  const { value, change } = useElement(props);
  const name = useId();
  const chosen = value === undefined ? element.initial_option : value.selected_option;
  return (
    <div className="choices" role="radiogroup" aria-label={props.input?.label ?? 'Choices'}>
      {element.options.map((option, index) => (
        <Choice
          key={option.value ?? index}
          type="radio"
          name={name}
          option={option}
          checked={chosen?.value === option.value}
          onChange={() => change({ selected_option: option })}
        />
      ))}
    </div>
  );
}
