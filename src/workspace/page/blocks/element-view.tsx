// One interactive element of Block Kit -> the page's own control.
import type { ActionsBlockElement, ContextActionsBlockElement, InputBlock, SectionBlockAccessory } from '@slack/types';
import type { JSX } from 'react';
import { ButtonControl, FeedbackControl, IconButtonControl } from '../controls/button-control.tsx';
import { CheckboxesControl, RadioControl } from '../controls/choice-controls.tsx';
import type { ControlProps } from '../controls/control-props.ts';
import { MomentControl } from '../controls/moment-control.tsx';
import { OverflowControl } from '../controls/overflow-control.tsx';
import { MultiSelectControl } from '../controls/select/multi-select-control.tsx';
import { SelectControl } from '../controls/select/select-control.tsx';
import { TextControl } from '../controls/text-control.tsx';

export type DrawnElement =
  | ActionsBlockElement
  | ContextActionsBlockElement
  | InputBlock['element']
  | Exclude<SectionBlockAccessory, { type: 'image' }>;

export function ElementView(props: ControlProps<DrawnElement>): JSX.Element {
  const { element, blockId } = props;
  const rest = props.input === undefined ? { blockId } : { blockId, input: props.input };
  switch (element.type) {
    case 'button':
      return <ButtonControl element={element} {...rest} />;
    case 'feedback_buttons':
      return <FeedbackControl element={element} {...rest} />;
    case 'icon_button':
      return <IconButtonControl element={element} {...rest} />;
    case 'overflow':
      return <OverflowControl element={element} {...rest} />;
    case 'static_select':
    case 'external_select':
    case 'users_select':
    case 'conversations_select':
    case 'channels_select':
      return <SelectControl element={element} {...rest} />;
    case 'multi_static_select':
    case 'multi_external_select':
    case 'multi_users_select':
    case 'multi_conversations_select':
    case 'multi_channels_select':
      return <MultiSelectControl element={element} {...rest} />;
    case 'plain_text_input':
    case 'email_text_input':
    case 'url_text_input':
    case 'number_input':
      return <TextControl element={element} {...rest} />;
    case 'checkboxes':
      return <CheckboxesControl element={element} {...rest} />;
    case 'radio_buttons':
      return <RadioControl element={element} {...rest} />;
    case 'datepicker':
    case 'timepicker':
    case 'datetimepicker':
      return <MomentControl element={element} {...rest} />;
    case 'workflow_button':
    case 'file_input':
    case 'rich_text_input':
      break;
  }
  return <span className="not-drawn">A control of the type “{element.type}” is not drawn here.</span>;
}
