// *Accept*, *Edit* and *Refuse* beside a wording that waits for the team, in the team channel and on App Home. Edge.
import type { App, BlockAction, ButtonAction, RespondFn } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { linking, offers } from '../../answer/wording.ts';
import type { OfferedWording } from '../../use-cases/learn/offered-store.ts';
import {
  acceptWording,
  findOffer,
  type Review,
  type ReviewOutcome,
  refuseWording,
} from '../../use-cases/learn/review-wording.ts';
import { actionIds, callbackIds } from '../action-ids.ts';
import { toPlain } from '../blocks/elements.ts';
import type { Bot } from '../bot.ts';
import { HomePublisher } from '../home/home-publisher.ts';
import { readTyped } from '../home/home-view.ts';
import { toNoticeView } from '../modal/notice-view.ts';
import { fillModal, openModal } from '../modal/show-modal.ts';
import { teamOf } from '../team-of.ts';
import { privatelyIn, toPress } from '../to-press.ts';

const wordingBlock = 'wording';
const maxWordingCharacters = 300;

export function registerReview(app: App, bot: Bot): void {
  const publisher = new HomePublisher(bot);
  const deciding: readonly (readonly [string, (review: Review) => Promise<ReviewOutcome>])[] = [
    [actionIds.acceptWording, (review) => acceptWording(bot, review, null)],
    [actionIds.refuseWording, (review) => refuseWording(bot, review)],
  ];
  for (const [actionId, decide] of deciding) {
    app.action<BlockAction<ButtonAction>>(
      { type: 'block_actions', action_id: actionId },
      async ({ ack, action, body, respond }) => {
        await ack();
        const outcome = await decide(toReview(body, action.value));
        await tell(publisher, { body, respond }, outcome);
      },
    );
  }
  registerEditing(app, bot);
}

function registerEditing(app: App, bot: Bot): void {
  app.action<BlockAction<ButtonAction>>(
    { type: 'block_actions', action_id: actionIds.editWording },
    async ({ ack, action, body }) => {
      await ack();
      await openModal(bot, body.trigger_id, offers.editTitle, async () => {
        const offer = await findOffer(bot, toReview(body, action.value));
        return typeof offer === 'string' ? toNoticeView(offers.editTitle, offers.outcomes[offer]) : toEditView(offer);
      });
    },
  );
  app.view(callbackIds.editWording, async ({ ack, body, view }) => {
    await ack({ response_action: 'update', view: toNoticeView(offers.editTitle, linking.learning) });
    const wording = view.state.values[wordingBlock]?.[wordingBlock]?.value ?? '';
    const review = { team: teamOf(body), user: body.user.id, id: view.private_metadata };
    await fillModal(bot, view.id, offers.editTitle, async () =>
      toNoticeView(offers.editTitle, offers.outcomes[await acceptWording(bot, review, wording)]),
    );
  });
}

function toReview(body: BlockAction, id: string | undefined): Review {
  return { team: teamOf(body), user: body.user.id, id: id ?? '' };
}

/** On App Home it is gone from the list; in the channel the message says it, and only who was too late is told. */
async function tell(
  publisher: HomePublisher,
  { body, respond }: { readonly body: BlockAction; readonly respond: RespondFn },
  outcome: ReviewOutcome,
): Promise<void> {
  if (body.view !== undefined) {
    await publisher.publish({ team: teamOf(body), user: body.user.id, typed: readTyped(body.view), page: 1 });
    return;
  }
  if (outcome === 'accepted' || outcome === 'refused') return;
  await respond({ ...privatelyIn(toPress(body)), text: offers.outcomes[outcome] });
}

function toEditView({ id, wording }: OfferedWording): ModalView {
  return {
    type: 'modal',
    callback_id: callbackIds.editWording,
    private_metadata: id,
    title: toPlain(offers.editTitle, 24),
    submit: toPlain(offers.save, 24),
    close: toPlain(linking.close, 24),
    blocks: [
      {
        type: 'input',
        block_id: wordingBlock,
        label: toPlain(offers.wording),
        hint: toPlain(linking.wordingHint, 150),
        element: {
          type: 'plain_text_input',
          action_id: wordingBlock,
          max_length: maxWordingCharacters,
          initial_value: wording.slice(0, maxWordingCharacters),
        },
      },
    ],
  };
}
