// The buttons under a posted answer. Edge. The one place that makes them.
import type { ActionsBlock, Button } from '@slack/types';
import type { Reply } from '../../answer/reply/reply.ts';
import { buttons, replies } from '../../answer/wording.ts';
import { actionIds } from '../action-ids.ts';
import { toButton } from '../blocks/elements.ts';

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
      { ...toButton(actionIds.remove, buttons.remove), confirm: toConfirm() },
    ],
  };
}

function toConfirm(): NonNullable<Button['confirm']> {
  return {
    title: { type: 'plain_text', text: replies.removeTitle },
    text: { type: 'plain_text', text: replies.removeQuestion },
    confirm: { type: 'plain_text', text: buttons.remove },
    deny: { type: 'plain_text', text: buttons.keep },
    style: 'danger',
  };
}
