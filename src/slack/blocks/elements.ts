// Small Block Kit pieces that several of the team's views share. Edge.
import type { Button, ConfirmationDialog, PlainTextElement } from '@slack/types';
import { cutText } from './mrkdwn.ts';

/** Longest label of a button, and text of an option. https://docs.slack.dev/reference/block-kit/composition-objects/option-object */
export const maxLabelCharacters = 75;

export function toPlain(text: string, max = maxLabelCharacters): PlainTextElement {
  return { type: 'plain_text', text: cutText(text, max), emoji: false };
}

export function toButton(actionId: string, label: string, value?: string): Button {
  return {
    type: 'button',
    action_id: actionId,
    text: toPlain(label),
    ...(value === undefined ? {} : { value }),
  };
}

/** The same below one of several questions: who hears the button and does not see where it stands hears which one. */
export function toButtonFor(question: string, actionId: string, label: string, value: string): Button {
  return {
    ...toButton(actionId, label, value),
    accessibility_label: cutText(`${label}: ${question}`, maxLabelCharacters),
  };
}

/** Asks before something that cannot be taken back. */
export function toConfirm(words: {
  readonly title: string;
  readonly text: string;
  readonly confirm: string;
  readonly deny: string;
}): ConfirmationDialog {
  return {
    title: toPlain(words.title, 100),
    text: toPlain(words.text, 300),
    confirm: toPlain(words.confirm, 30),
    deny: toPlain(words.deny, 30),
    style: 'danger',
  };
}
