// The modal in which somebody asks without a name. Edge.
import type { ModalView } from '@slack/types';
import { hours, linking } from '../../answer/wording.ts';
import { longestNameless, type NamelessOutcome } from '../../use-cases/office-hours/ask-nameless.ts';
import { callbackIds } from '../action-ids.ts';
import { toSection } from '../answer/answer-blocks.ts';
import { toPlain } from '../blocks/elements.ts';
import { toLink } from '../blocks/mrkdwn.ts';
import { toRefusalText } from '../delivery/refusal-text.ts';

const block = 'text';

/** `channel`: where the session runs. */
export function toNamelessView(channel: string): ModalView {
  return {
    type: 'modal',
    callback_id: callbackIds.askNameless,
    private_metadata: channel,
    title: toPlain(hours.askNameless, 24),
    submit: toPlain(hours.ask, 24),
    close: toPlain(linking.close, 24),
    blocks: [
      toSection(hours.namelessPrivacy),
      {
        type: 'input',
        block_id: block,
        label: toPlain(hours.namelessLabel),
        element: { type: 'plain_text_input', action_id: block, multiline: true, max_length: longestNameless },
      },
    ],
  };
}

export function readNameless(
  values: Readonly<Record<string, Readonly<Record<string, { readonly value?: string | null }>>>>,
): string {
  return values[block]?.[block]?.value?.trim() ?? '';
}

/** What who asked reads, as mrkdwn. */
export function toNamelessText(outcome: NamelessOutcome): string {
  switch (outcome.kind) {
    case 'asked':
      return hours.askedNameless(outcome.link === null ? '' : toLink(outcome.link, hours.seeQuestion));
    case 'asked-already':
      return hours.askedNameless('');
    case 'refused':
      return toRefusalText(outcome.code);
    case 'not-running':
    case 'not-member':
    case 'too-many':
    case 'no-text':
      return hours.problems[outcome.kind];
  }
}
