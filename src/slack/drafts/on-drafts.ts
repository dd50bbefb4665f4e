// The buttons and the modal of draft entries. Every press is checked in its use case. Edge.
import type { App, BlockAction, ButtonAction, RespondFn } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { drafts } from '../../answer/wording.ts';
import {
  type DraftOutcome,
  type DraftPress,
  decideDraft,
  editDraft,
  findDraft,
  keepCorrection,
  keepDraft,
  listDrafts,
} from '../../use-cases/drafts/review-draft.ts';
import { actionIds, anyOf, callbackIds, toNumber } from '../action-ids.ts';
import type { Bot } from '../bot.ts';
import { HomePublisher } from '../home/home-publisher.ts';
import { readTyped } from '../home/home-view.ts';
import { toNoticeView } from '../modal/notice-view.ts';
import { fillModal, openModal } from '../modal/show-modal.ts';
import { teamOf } from '../team-of.ts';
import { listBlock, toDecision, toDraftsMessage } from './draft-blocks.ts';
import { readDraftText, toDraftView } from './edit-view.ts';

type Pressed = { readonly body: BlockAction<ButtonAction>; readonly action: ButtonAction; readonly respond: RespondFn };

export function registerDrafts(app: App, bot: Bot): void {
  const publisher = new HomePublisher(bot);
  const on = (actionId: string | RegExp, decide: (press: DraftPress, action: ButtonAction) => Promise<DraftOutcome>) =>
    app.action<BlockAction<ButtonAction>>(
      { type: 'block_actions', action_id: actionId },
      async ({ ack, action, body, respond }) => {
        await ack();
        await show(bot, publisher, { body, action, respond }, () => decide(toPress(body, action), action));
      },
    );
  on(actionIds.keepDraft, (press) => keepDraft(bot, press, true));
  on(anyOf(actionIds.keepCorrection), (press) => {
    const [id = '', entryKey = ''] = press.id.split(' ');
    return keepCorrection(bot, { ...press, id }, entryKey);
  });
  on(actionIds.dropDraft, (press) => keepDraft(bot, press, false));
  on(anyOf(actionIds.decideDraft), async (press, action) => {
    const decision = toDecision(toNumber(action.action_id));
    return decision === null ? 'gone' : await decideDraft(bot, press, decision);
  });
  registerEditing(app, bot, publisher);
}

function toPress(body: BlockAction, action: ButtonAction): DraftPress {
  return { team: teamOf(body), user: body.user.id, id: action.value ?? '' };
}

/** Where it was pressed says how it ended: a window, App Home, the list of the slash command, or what was offered in a thread. */
async function show(
  bot: Bot,
  publisher: HomePublisher,
  { body, action, respond }: Pressed,
  decide: () => Promise<DraftOutcome>,
): Promise<void> {
  const { view } = body;
  if (view?.type === 'modal') {
    await fillModal(bot, view.id, drafts.editTitle, async () =>
      toNoticeView(drafts.fromTeam, drafts.outcomes[await decide()]),
    );
    return;
  }
  const outcome = await decide();
  const who = { team: teamOf(body), user: body.user.id };
  if (view !== undefined) await publisher.publish({ ...who, typed: readTyped(view), page: 1 });
  else {
    const isOfList = action.block_id.startsWith(listBlock);
    const list = isOfList ? await listDrafts(bot, who) : null;
    const text = drafts.outcomes[outcome];
    const said = list === null ? { text } : toDraftsMessage(list);
    await respond({ response_type: 'ephemeral', replace_original: list !== null || isSettled(outcome), ...said });
  }
}

/** After a refusal the offer stays, so that its author can still press it. */
function isSettled(outcome: DraftOutcome): boolean {
  return outcome === 'kept' || outcome === 'dropped' || outcome === 'decided-already' || outcome === 'gone';
}

function registerEditing(app: App, bot: Bot, publisher: HomePublisher): void {
  app.action<BlockAction<ButtonAction>>(
    { type: 'block_actions', action_id: actionIds.editDraft },
    async ({ ack, action, body }) => {
      await ack();
      await openModal(bot, body.trigger_id, drafts.editTitle, async () => {
        const draft = await findDraft(bot, toPress(body, action));
        return typeof draft === 'string' ? toNoticeView(drafts.editTitle, drafts.outcomes[draft]) : toDraftView(draft);
      });
    },
  );
  app.view(callbackIds.editDraft, async ({ ack, body, view }) => {
    await ack({ response_action: 'update', view: toNoticeView(drafts.editTitle, drafts.saving) });
    const text = readDraftText(view.state.values);
    const press = { team: teamOf(body), user: body.user.id, id: view.private_metadata };
    await fillModal(bot, view.id, drafts.editTitle, () => save(bot, press, text));
    await publisher.publish({ team: press.team, user: press.user, typed: '', page: 1 });
  });
}

async function save(bot: Bot, press: DraftPress, text: ReturnType<typeof readDraftText>): Promise<ModalView> {
  const outcome = await editDraft(bot, press, text);
  const said = drafts.outcomes[outcome];
  const draft = outcome === 'no-question' ? await findDraft(bot, press) : null;
  return draft === null || typeof draft === 'string'
    ? toNoticeView(drafts.editTitle, said)
    : toDraftView(draft, said, text);
}
