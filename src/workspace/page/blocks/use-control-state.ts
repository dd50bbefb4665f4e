// Holds what was entered into the controls of one message or view.
import type { Confirm } from '@slack/types';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { ControlPlace, ControlState, ControlValue } from '../../page-api.ts';
import { useScene } from '../state/scene-context.ts';
import type { Controls } from './controls-context.ts';

/** A press that waits for the person's confirmation. */
export interface PendingPress {
  readonly confirm: Confirm;
  readonly go: () => void;
}

export interface ControlForm {
  readonly controls: Controls;
  readonly pending: PendingPress | null;
  readonly clearPending: () => void;
}

const noErrors: Controls['errors'] = {};

export function useControlState(place: ControlPlace, errors = noErrors): ControlForm {
  const { call } = useScene();
  const [entered, setEntered] = useState<ControlState>({});
  const [pending, setPending] = useState<PendingPress | null>(null);
  // A press right after a change must carry that change: the state of the next drawing is too late.
  const latest = useRef<ControlState>(entered);
  const key = JSON.stringify(place);

  const set = useCallback((blockId: string, actionId: string, value: ControlValue) => {
    latest.current = { ...latest.current, [blockId]: { ...latest.current[blockId], [actionId]: value } };
    setEntered(latest.current);
  }, []);

  const press = useCallback(
    (blockId: string, actionId: string, value?: ControlValue, confirm?: Confirm) => {
      const go = (): void => {
        const chosen = value === undefined ? {} : { value };
        const where = JSON.parse(key) as ControlPlace;
        void call('press', { place: where, blockId, actionId, ...chosen, state: latest.current });
      };
      if (confirm === undefined) go();
      else setPending({ confirm, go });
    },
    [call, key],
  );

  const clearPending = useCallback(() => setPending(null), []);
  const controls = useMemo<Controls>(
    () => ({ place: JSON.parse(key) as ControlPlace, entered, set, press, errors }),
    [key, entered, set, press, errors],
  );
  return { controls, pending, clearPending };
}
