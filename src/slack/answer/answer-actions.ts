// The buttons under a posted answer. Edge. The one place that makes them.
import type { ConfirmationDialog, ContextActionsBlockElement, KnownBlock } from '@slack/types';
import type { Reply } from '../../answer/reply/reply.ts';
import { buttons, replies } from '../../answer/wording.ts';
import { actionIds } from '../action-ids.ts';
import { toButton, toConfirm, toPlain } from '../blocks/elements.ts';

/**
 * An answer has Slack's own feedback buttons (*Helpful*, *Not what I asked*) and a bin; suggestions and "not in the notes" have
 * the bin; the help has nothing. *Ask the team* (where there is one to be asked) stands under what leaves something open; under an answer
 * to all that was asked it comes after *Not what I asked*. The values name no reply: the message they stand under says which one is meant, and nobody can forge that.
 */
export function toAnswerActions(reply: Reply, { canAskTeam }: { readonly canAskTeam: boolean }): readonly KnownBlock[] {
  if (reply.kind === 'help') return [];
  const isAnswer = reply.kind === 'answer';
  const bin: KnownBlock = { type: 'context_actions', elements: isAnswer ? [toFeedback(), toBin()] : [toBin()] };
  const isOpen = !isAnswer || reply.notCovered.length > 0;
  if (!isOpen || !canAskTeam) return [bin];
  return [{ type: 'actions', elements: [toButton(actionIds.askTeam, buttons.askTeam)] }, bin];
}

/** https://docs.slack.dev/reference/block-kit/block-elements/feedback-buttons-element */
function toFeedback(): ContextActionsBlockElement {
  const { helpful, notWhatIAsked } = buttons;
  return {
    type: 'feedback_buttons',
    action_id: actionIds.feedback,
    positive_button: { text: toPlain(helpful), value: 'helpful', accessibility_label: helpful },
    negative_button: { text: toPlain(notWhatIAsked), value: 'not-what-i-asked', accessibility_label: notWhatIAsked },
  };
}

/** https://docs.slack.dev/reference/block-kit/block-elements/icon-button-element */
function toBin(): ContextActionsBlockElement {
  const { remove } = buttons;
  return {
    type: 'icon_button',
    icon: 'trash',
    text: toPlain(remove),
    accessibility_label: remove,
    action_id: actionIds.remove,
    confirm: toRemoveConfirm(),
  };
}

function toRemoveConfirm(): ConfirmationDialog {
  const { removeTitle: title, removeQuestion: text } = replies;
  return toConfirm({ title, text, confirm: buttons.remove, deny: buttons.keep });
}
