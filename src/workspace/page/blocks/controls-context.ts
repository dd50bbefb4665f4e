// What a control of Block Kit reaches: its value as entered, and the way to the bot.
import type { Confirm } from '@slack/types';
import { createContext, useContext } from 'react';
import type { ControlPlace, ControlState, ControlValue } from '../../page-api.ts';

export interface Controls {
  readonly place: ControlPlace;
  readonly entered: ControlState;
  readonly set: (blockId: string, actionId: string, value: ControlValue) => void;
  /** Tells the bot that the control was used. With `confirm` the person is asked first. */
  readonly press: (blockId: string, actionId: string, value?: ControlValue, confirm?: Confirm) => void;
  /** Errors of the last submission, by `block_id`. */
  readonly errors: Readonly<Record<string, string>>;
}

export const ControlsContext = createContext<Controls | null>(null);

/** Throws outside the provider: blocks are drawn inside a message or a view only. */
export function useControls(): Controls {
  const controls = useContext(ControlsContext);
  if (controls === null) throw new Error('useControls was called outside ControlsContext');
  return controls;
}
