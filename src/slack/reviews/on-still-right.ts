// *Still right* and *Edit*, pressed by who owns a note or by the team. Checked in their use cases. Edge.
import type { App, BlockAction, ButtonAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { drafts, owners } from '../../answer/wording.ts';
import { correctReviewed, findCorrected } from '../../use-cases/reviews/correct-reviewed.ts';
import type { ReviewPress } from '../../use-cases/reviews/find-reviewed.ts';
import { renewReview } from '../../use-cases/reviews/renew-review.ts';
import { actionIds, callbackIds } from '../action-ids.ts';
import type { Bot } from '../bot.ts';
import { readDraftText, toDraftView } from '../drafts/edit-view.ts';
import { toNoticeView } from '../modal/notice-view.ts';
import { fillModal, openModal } from '../modal/show-modal.ts';
import { teamOf } from '../team-of.ts';
import * as message from '../to-press.ts';
import { toRenewedMessage } from './review-message.ts';

type Press = BlockAction<ButtonAction>;

export function registerStillRight(app: App, bot: Bot): void {
  app.action<Press>(
    { type: 'block_actions', action_id: actionIds.stillRight },
    async ({ ack, action, body, respond }) => {
      await ack();
      const outcome = await renewReview(bot, toPress(body, action));
      if (typeof outcome !== 'string') await respond({ replace_original: true, ...toRenewedMessage(outcome) });
      else await respond({ ...message.privatelyIn(message.toPress(body)), text: owners.outcomes[outcome] });
    },
  );
  // A button that only leads to the post is pressed all the same.
  app.action({ type: 'block_actions', action_id: actionIds.showReviewed }, async ({ ack }) => await ack());
  app.action<Press>({ type: 'block_actions', action_id: actionIds.editReviewed }, async ({ ack, action, body }) => {
    await ack();
    await openModal(bot, body.trigger_id, drafts.editTitle, () => toEditView(bot, toPress(body, action)));
  });
  app.view(callbackIds.editReviewed, async ({ ack, body, view }) => {
    await ack({ response_action: 'update', view: toNoticeView(drafts.editTitle, drafts.saving) });
    const [id = '', print = ''] = view.private_metadata.split(' ');
    const typed = readDraftText(view.state.values).answer ?? '';
    const press = { team: teamOf(body), user: body.user.id, id };
    await fillModal(bot, view.id, drafts.editTitle, async () =>
      toNoticeView(drafts.editTitle, owners.outcomes[await correctReviewed(bot, press, { print, typed })]),
    );
  });
}

function toPress(body: Press, action: ButtonAction): ReviewPress {
  return { team: teamOf(body), user: body.user.id, id: action.value ?? '' };
}

/** The window of a draft; what it needs to find its way back stands in it. */
async function toEditView(bot: Bot, press: ReviewPress): Promise<ModalView> {
  const found = await findCorrected(bot, press);
  if (typeof found === 'string') return toNoticeView(drafts.editTitle, owners.outcomes[found]);
  const { question, answer } = found.entry;
  const view = toDraftView({ id: press.id, question, answer, corrects: found.print });
  return { ...view, callback_id: callbackIds.editReviewed, private_metadata: `${press.id} ${found.print}` };
}
