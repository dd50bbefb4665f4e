// A select of Block Kit with one choice, whatever its options are.
import type { Select } from '@slack/types';
import type { JSX } from 'react';
import type { ControlValue, Option, WorkspaceState } from '../../../page-api.ts';
import { useWorkspace } from '../../state/workspace-context.ts';
import type { ControlProps } from '../control-props.ts';
import { useElement } from '../use-element.ts';
import { Combobox } from './combobox.tsx';
import { readOwnOptions } from './option-source.ts';

function findOption(element: Select, workspace: WorkspaceState, value: string | null | undefined): Option | null {
  const own = readOwnOptions(element, workspace) ?? [];
  return own.flatMap((group) => group.options).find((option) => option.value === value) ?? null;
}

function readSelected(element: Select, workspace: WorkspaceState, value: ControlValue | undefined): Option | null {
  switch (element.type) {
    case 'static_select':
    case 'external_select':
      return (value === undefined ? element.initial_option : value.selected_option) ?? null;
    case 'users_select':
      return findOption(element, workspace, value === undefined ? element.initial_user : value.selected_user);
    case 'conversations_select':
      return findOption(
        element,
        workspace,
        value === undefined ? element.initial_conversation : value.selected_conversation,
      );
    case 'channels_select':
      return findOption(element, workspace, value === undefined ? element.initial_channel : value.selected_channel);
  }
}

function toValue(type: Select['type'], option: Option): Omit<ControlValue, 'type'> {
  const value = option.value ?? null;
  switch (type) {
    case 'static_select':
    case 'external_select':
      return { selected_option: option };
    case 'users_select':
      return { selected_user: value };
    case 'conversations_select':
      return { selected_conversation: value };
    case 'channels_select':
      return { selected_channel: value };
  }
}

export function SelectControl(props: ControlProps<Select>): JSX.Element {
  const { element, blockId } = props;
  const { workspace } = useWorkspace();
  const { value, change } = useElement(props);
  const selected = readSelected(element, workspace, value);
  return (
    <Combobox
      element={element}
      blockId={blockId}
      input={props.input}
      selected={selected}
      chosen={selected === null ? [] : [selected]}
      onChoose={(option) => change(toValue(element.type, option))}
    />
  );
}
