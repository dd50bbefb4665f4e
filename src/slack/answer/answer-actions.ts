// The buttons under a posted answer. Edge. The one place that makes them.
import type { ActionsBlock, ConfirmationDialog } from '@slack/types';
import type { Reply } from '../../answer/reply/reply.ts';
import { buttons, replies } from '../../answer/wording.ts';
import { actionIds } from '../action-ids.ts';
import { toButton, toConfirm } from '../blocks/elements.ts';

/**
 * An answer has *Helpful*, *Not what I asked*, *Ask the team* (where there is one to be asked) and *Remove*; suggestions and
 * "not in the notes" have the last two; the help has none. The buttons carry no value: the message they stand under says
 * which reply is meant, and nobody can forge that.
 */
export function toAnswerActions(reply: Reply, { canAskTeam }: { readonly canAskTeam: boolean }): ActionsBlock | null {
  if (reply.kind === 'help') return null;
  const votes = [
    toButton(actionIds.helpful, buttons.helpful),
    toButton(actionIds.notWhatIAsked, buttons.notWhatIAsked),
  ];
  return {
    type: 'actions',
    elements: [
      ...(reply.kind === 'answer' ? votes : []),
      ...(canAskTeam ? [toButton(actionIds.askTeam, buttons.askTeam)] : []),
      { ...toButton(actionIds.remove, buttons.remove), confirm: toRemoveConfirm() },
    ],
  };
}

function toRemoveConfirm(): ConfirmationDialog {
  const { removeTitle: title, removeQuestion: text } = replies;
  return toConfirm({ title, text, confirm: buttons.remove, deny: buttons.keep });
}
