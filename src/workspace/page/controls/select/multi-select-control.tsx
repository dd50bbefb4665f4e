// A select of Block Kit with several choices: each one a chip that can be taken away.
import type { MultiSelect } from '@slack/types';
import type { JSX } from 'react';
import type { ControlValue, Option, WorkspaceState } from '../../../page-api.ts';
import { Icon } from '../../icons/icon.tsx';
import { useWorkspace } from '../../state/workspace-context.ts';
import { toPlain } from '../../text/to-plain.ts';
import type { ControlProps } from '../control-props.ts';
import { useElement } from '../use-element.ts';
import { Combobox } from './combobox.tsx';
import { readOwnOptions } from './option-source.ts';

function readIds(element: MultiSelect, value: ControlValue | undefined): readonly string[] {
  switch (element.type) {
    case 'multi_users_select':
      return value?.selected_users ?? element.initial_users ?? [];
    case 'multi_conversations_select':
      return value?.selected_conversations ?? element.initial_conversations ?? [];
    case 'multi_channels_select':
      return value?.selected_channels ?? element.initial_channels ?? [];
    case 'multi_static_select':
    case 'multi_external_select':
      return [];
  }
}

function readSelected(
  element: MultiSelect,
  workspace: WorkspaceState,
  value: ControlValue | undefined,
): readonly Option[] {
  if (element.type === 'multi_static_select' || element.type === 'multi_external_select')
    return value?.selected_options ?? element.initial_options ?? [];
  const ids = readIds(element, value);
  const own = (readOwnOptions(element, workspace) ?? []).flatMap((group) => group.options);
  return own.filter((option) => option.value !== undefined && ids.includes(option.value));
}

function toValue(type: MultiSelect['type'], options: readonly Option[]): Omit<ControlValue, 'type'> {
  const ids = options.map((option) => option.value ?? '');
  switch (type) {
    case 'multi_static_select':
    case 'multi_external_select':
      return { selected_options: options };
    case 'multi_users_select':
      return { selected_users: ids };
    case 'multi_conversations_select':
      return { selected_conversations: ids };
    case 'multi_channels_select':
      return { selected_channels: ids };
  }
}

export function MultiSelectControl(props: ControlProps<MultiSelect>): JSX.Element {
  const { element, blockId } = props;
  const { workspace } = useWorkspace();
  const { value, change } = useElement(props);
  const selected = readSelected(element, workspace, value);
  const without = (option: Option): readonly Option[] => selected.filter((other) => other.value !== option.value);
  const keep = (options: readonly Option[]): void => change(toValue(element.type, options));
  const choose = (option: Option): void => {
    if (selected.some((other) => other.value === option.value)) keep(without(option));
    else if (selected.length < (element.max_selected_items ?? Number.POSITIVE_INFINITY)) keep([...selected, option]);
  };
  return (
    <div className="multi-select">
      {selected.length > 0 && (
        <ul className="chips">
          {selected.map((option) => (
            <li key={option.value} className="chip">
              {toPlain(option.text.text)}
              <button
                type="button"
                aria-label={`Take away ${toPlain(option.text.text)}`}
                onClick={() => keep(without(option))}
              >
                <Icon name="close" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <Combobox
        element={element}
        blockId={blockId}
        input={props.input}
        selected={null}
        chosen={selected}
        onChoose={choose}
        onBackspace={() => keep(selected.slice(0, -1))}
      />
    </div>
  );
}
