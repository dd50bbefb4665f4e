// The modal of *Answer live*. Edge.
import type { KnownBlock, ModalView, Option } from '@slack/types';
import { saysSomething } from '../../answer/reading/says-something.ts';
import { toTypedText } from '../../answer/reading/typed-text.ts';
import { hours, linking } from '../../answer/wording.ts';
import type { LiveForm, TeamReply } from '../../use-cases/office-hours/answer-live.ts';
import { callbackIds } from '../action-ids.ts';
import { toSection } from '../answer/answer-blocks.ts';
import { toPlain } from '../blocks/elements.ts';
import { cutText, escapeWithin } from '../blocks/mrkdwn.ts';
import { toNames } from './board-blocks.ts';

const blocks = { text: 'text', reply: 'reply' } as const;
const maxTypedCharacters = 3000;

/** `problem`: what went wrong before, as plain text. The newest of the team's replies that answers is chosen beforehand. */
export function toLiveView({ question, replies }: LiveForm, problem: string | null = null): ModalView {
  const askers = [...new Set(question.askings.flatMap(({ askerName }) => askerName ?? []))];
  const isNameless = question.askings.some(({ asker }) => asker === null);
  const names = toNames({ askers, isNameless });
  return {
    type: 'modal',
    callback_id: callbackIds.hoursLive,
    private_metadata: question.id,
    title: toPlain(hours.live, 24),
    submit: toPlain(hours.post, 24),
    close: toPlain(linking.close, 24),
    blocks: [
      ...(problem === null ? [] : [toSection(`:warning: ${escapeWithin(problem, 300)}`)]),
      toSection(`*${escapeWithin(question.heading, 300)}*\n${hours.askedBy(question.askings.length, names)}`),
      {
        type: 'input',
        block_id: blocks.text,
        optional: replies.length > 0,
        label: toPlain(hours.liveText),
        hint: toPlain(hours.liveHint, 150),
        element: {
          type: 'plain_text_input',
          action_id: blocks.text,
          multiline: true,
          max_length: maxTypedCharacters,
        },
      },
      ...toReplyInput(replies),
    ],
  };
}

function toReplyInput(replies: readonly TeamReply[]): readonly KnownBlock[] {
  if (replies.length === 0) return [];
  const options = replies.map(toReplyOption);
  const answering = replies.find(({ text }) => saysSomething(text));
  return [
    {
      type: 'input',
      block_id: blocks.reply,
      optional: true,
      label: toPlain(hours.liveReply),
      element: {
        type: 'radio_buttons',
        action_id: blocks.reply,
        options,
        ...(answering === undefined ? {} : { initial_option: toReplyOption(answering) }),
      },
    },
  ];
}

function toReplyOption({ ts, name, text }: TeamReply): Option {
  const said = toTypedText(text).text.replace(/\s+/g, ' ');
  return { text: toPlain(cutText(`${name}: ${said}`, 75)), value: ts };
}

export interface LiveSubmission {
  readonly text: string;
  readonly replyTs: string | null;
}

type Values = Readonly<
  Record<
    string,
    Readonly<
      Record<string, { readonly value?: string | null; readonly selected_option?: { readonly value: string } | null }>
    >
  >
>;

/** What is typed counts before a reply that is chosen. */
export function readLive(values: Values): LiveSubmission {
  return {
    text: values[blocks.text]?.[blocks.text]?.value?.trim() ?? '',
    replyTs: values[blocks.reply]?.[blocks.reply]?.selected_option?.value ?? null,
  };
}
