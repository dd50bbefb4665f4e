// Text inputs of Block Kit: one line or several, also for addresses and numbers.
import type { EmailInput, NumberInput, PlainTextInput, URLInput } from '@slack/types';
import { type ChangeEvent, type JSX, type KeyboardEvent, useEffect, useId, useRef } from 'react';
import { toPlain } from '../text/to-plain.ts';
import type { ControlProps } from './control-props.ts';
import { useElement } from './use-element.ts';

/** A bot that hears every character is told when the typing pauses. */
const pauseMs = 200;

const inputTypes = {
  plain_text_input: 'text',
  email_text_input: 'email',
  url_text_input: 'url',
  number_input: 'text',
} as const;

export function TextControl(props: ControlProps<PlainTextInput | EmailInput | URLInput | NumberInput>): JSX.Element {
  const { element, input } = props;
  const { value, keep, press } = useElement(props);
  const ownId = useId();
  const timer = useRef<number | undefined>(undefined);
  useEffect(() => () => window.clearTimeout(timer.current), []);

  const triggers = element.dispatch_action_config?.trigger_actions_on ?? ['on_enter_pressed'];
  const dispatches = input?.dispatches === true;
  const text = value === undefined ? (element.initial_value ?? '') : (value.value ?? '');

  const onChange = (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>): void => {
    const typed = event.target.value;
    const kept = { value: typed === '' ? null : typed };
    keep(kept);
    if (!dispatches || !triggers.includes('on_character_entered')) return;
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => press(kept), pauseMs);
  };
  const multiline = element.type === 'plain_text_input' && element.multiline === true;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || multiline || !dispatches) return;
    event.preventDefault();
    if (triggers.includes('on_enter_pressed')) press({ value: text === '' ? null : text });
  };

  const shared = {
    id: input?.id ?? ownId,
    className: 'field',
    value: text,
    placeholder: element.placeholder === undefined ? undefined : toPlain(element.placeholder.text),
    'aria-label': input === undefined ? 'Text' : undefined,
    'aria-describedby': input?.describedBy,
    'aria-invalid': input?.invalid === true ? true : undefined,
    'aria-required': input !== undefined && !input.optional ? true : undefined,
    maxLength: element.type === 'plain_text_input' ? element.max_length : undefined,
    onChange,
  };
  if (multiline) return <textarea {...shared} rows={5} />;
  return (
    <input
      {...shared}
      type={inputTypes[element.type]}
      inputMode={element.type === 'number_input' ? 'decimal' : undefined}
      onKeyDown={onKeyDown}
    />
  );
}
