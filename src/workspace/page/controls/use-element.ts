// The one way in which controls read and change their value.
import type { Confirm } from '@slack/types';
import type { ControlValue } from '../../page-api.ts';
import { useControls } from '../blocks/controls-context.ts';
import type { ControlProps } from './control-props.ts';

interface AnyElement {
  readonly type: string;
  readonly action_id?: string;
  readonly confirm?: Confirm;
}

export interface ElementState {
  /** What was entered, or undefined where the element's initial value still stands. */
  readonly value: ControlValue | undefined;
  /** Keeps the value; tells the bot where the control stands outside an input block or its block dispatches. */
  readonly change: (value: Omit<ControlValue, 'type'>) => void;
  /** Keeps the value without telling the bot. */
  readonly keep: (value: Omit<ControlValue, 'type'>) => void;
  /** Tells the bot. */
  readonly press: (value?: Omit<ControlValue, 'type'>) => void;
}

export function useElement({ element, blockId, input }: ControlProps<AnyElement>): ElementState {
  const controls = useControls();
  const actionId = element.action_id ?? '';
  const full = (value: Omit<ControlValue, 'type'>): ControlValue => ({ type: element.type, ...value });
  const keep: ElementState['keep'] = (value) => controls.set(blockId, actionId, full(value));
  const press: ElementState['press'] = (value) =>
    controls.press(blockId, actionId, value === undefined ? undefined : full(value), element.confirm);
  return {
    value: controls.entered[blockId]?.[actionId],
    keep,
    press,
    change: (value) => {
      keep(value);
      if (input === undefined || input.dispatches) press(value);
    },
  };
}
