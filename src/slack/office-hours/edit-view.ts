// The modal of *Edit*: the heading, the question that is the same, the words that ask for something else. Edge.
import type { KnownBlock, ModalView, PlainTextOption } from '@slack/types';
import { hours, linking } from '../../answer/wording.ts';
import type { Asking, SessionQuestion } from '../../office-hours/session.ts';
import { type EditForm, longestHeading } from '../../use-cases/office-hours/edit-question.ts';
import { callbackIds } from '../action-ids.ts';
import { toPlain } from '../blocks/elements.ts';
import { cutText } from '../blocks/mrkdwn.ts';

export const editBlocks = { heading: 'heading', merge: 'merge', split: 'split' } as const;
/** https://docs.slack.dev/reference/block-kit/block-elements/ */
const [mostOptions, mostBoxes] = [100, 10];

export function toEditView({ question, others }: EditForm): ModalView {
  return {
    type: 'modal',
    callback_id: callbackIds.hoursEdit,
    private_metadata: question.id,
    title: toPlain(hours.editTitle, 24),
    submit: toPlain(hours.save, 24),
    close: toPlain(linking.close, 24),
    blocks: [toHeadingInput(question), ...toMergeInput(others), ...toSplitInput(question)],
  };
}

function toHeadingInput({ heading }: SessionQuestion): KnownBlock {
  return {
    type: 'input',
    block_id: editBlocks.heading,
    label: toPlain(hours.heading),
    hint: toPlain(hours.headingHint, 150),
    element: {
      type: 'plain_text_input',
      action_id: editBlocks.heading,
      initial_value: cutText(heading, longestHeading),
      max_length: longestHeading,
    },
  };
}

function toMergeInput(others: readonly SessionQuestion[]): readonly KnownBlock[] {
  if (others.length === 0) return [];
  const options = others.slice(-mostOptions).map(({ id, heading }) => toOption(heading, id));
  return [
    {
      type: 'input',
      block_id: editBlocks.merge,
      optional: true,
      label: toPlain(hours.mergeWith),
      element: { type: 'static_select', action_id: editBlocks.merge, options },
    },
  ];
}

function toSplitInput({ askings }: SessionQuestion): readonly KnownBlock[] {
  if (askings.length < 2) return [];
  const options = askings.slice(-mostBoxes).map((asking) => toOption(toWho(asking), asking.id));
  return [
    {
      type: 'input',
      block_id: editBlocks.split,
      optional: true,
      label: toPlain(hours.split),
      hint: toPlain(hours.splitHint, 150),
      element: { type: 'checkboxes', action_id: editBlocks.split, options },
    },
  ];
}

function toWho({ askerName, wording }: Asking): string {
  return `${askerName ?? hours.nobody}: ${wording}`;
}

function toOption(label: string, value: string): PlainTextOption {
  return { text: toPlain(label), value };
}

type Values = Readonly<
  Record<
    string,
    Readonly<
      Record<
        string,
        {
          readonly value?: string | null;
          readonly selected_option?: { readonly value: string } | null;
          readonly selected_options?: readonly { readonly value: string }[] | null;
        }
      >
    >
  >
>;

export function readEdit(values: Values) {
  return {
    heading: values[editBlocks.heading]?.[editBlocks.heading]?.value?.trim() ?? '',
    mergeInto: values[editBlocks.merge]?.[editBlocks.merge]?.selected_option?.value ?? null,
    splitOff: (values[editBlocks.split]?.[editBlocks.split]?.selected_options ?? []).map(({ value }) => value),
  };
}
