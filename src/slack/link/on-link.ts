// *Answer from the notes*: the shortcut, and *Link an answer* and *Other match* in the team channel, open the same modal. Edge.

import type { App, BlockAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { linking } from '../../answer/wording.ts';
import { prepareTeamLink } from '../../use-cases/ask-team/prepare-team-answer.ts';
import { chooseEntry, completeEntries } from '../../use-cases/link/choose-entry.ts';
import { type Preparation, prepareLink } from '../../use-cases/link/prepare-link.ts';
import { prepareSessionLink } from '../../use-cases/office-hours/link-question.ts';
import { actionIds, callbackIds } from '../action-ids.ts';
import type { Bot } from '../bot.ts';
import { toNoticeView } from '../modal/notice-view.ts';
import { fillModal, openModal } from '../modal/show-modal.ts';
import { teamOf } from '../team-of.ts';
import { toPress } from '../to-press.ts';
import { type LinkMetadata, parseMetadata } from './link-metadata.ts';
import { toEntryOption, toLinkView } from './link-view.ts';
import { toLinkTarget } from './to-link-target.ts';

/** Most options in an answer to a type-ahead. https://docs.slack.dev/reference/block-kit/block-elements/select-menu-element */
const mostOptions = 100;

export function registerLinking(app: App, bot: Bot): void {
  app.shortcut(
    { type: 'message_action', callback_id: callbackIds.answerFromNotes },
    async ({ ack, shortcut, context }) => {
      await ack();
      const self = { team: context.teamId ?? '', botId: context.botId, botUser: context.botUserId };
      await openLinking(bot, shortcut.trigger_id, () => prepareLink(bot, toLinkTarget(shortcut, self)));
    },
  );
  for (const actionId of [actionIds.linkQuestion, actionIds.otherMatch]) {
    app.action({ type: 'block_actions', action_id: actionId }, async ({ ack, body }) => {
      await ack();
      await openLinking(bot, body.trigger_id, () => prepareTeamLink(bot, toPress(body)));
    });
  }
  app.action({ type: 'block_actions', action_id: actionIds.hoursLink }, async ({ ack, action, body }) => {
    await ack();
    const questionId = action.type === 'button' ? (action.value ?? '') : '';
    const press = { team: teamOf(body), user: body.user.id, questionId };
    await openLinking(bot, body.trigger_id, () => prepareSessionLink(bot, press));
  });
  registerChoices(app, bot);
}

function registerChoices(app: App, bot: Bot): void {
  app.options(actionIds.otherEntry, async ({ ack, payload, body }) => {
    const entries = await completeEntries(bot, { user: body.user.id, typed: payload.value, limit: mostOptions });
    await ack({ options: entries.map(toEntryOption) });
  });
  for (const actionId of [actionIds.offeredEntry, actionIds.otherEntry]) {
    app.action({ type: 'block_actions', action_id: actionId }, async ({ ack, action, body }) => {
      await ack();
      const chosen =
        action.type === 'radio_buttons' || action.type === 'external_select' ? action.selected_option : null;
      if (chosen?.value !== undefined) await onChoice(bot, body, { actionId, entryKey: chosen.value });
    });
  }
}

/** Opens the window that `prepare` fills. */
export async function openLinking(
  bot: Bot,
  triggerId: string,
  prepare: () => Promise<Preparation | { readonly kind: 'team-only' | 'gone' | 'closed-already' | 'question-gone' }>,
): Promise<void> {
  await openModal(bot, triggerId, linking.title, async () => {
    const prepared = await prepare();
    if (prepared.kind !== 'ready') return toNoticeView(linking.title, linking.problems[prepared.kind]);
    const metadata = { draftId: prepared.form.draft.id, offered: 0, other: 0 };
    return toLinkView(prepared.form, { metadata, problem: null });
  });
}

/** Shows the preview of what was chosen, and empties the other choice. */
async function onChoice(
  bot: Bot,
  body: BlockAction,
  { actionId, entryKey }: { readonly actionId: string; readonly entryKey: string },
): Promise<void> {
  const { view } = body;
  const metadata = parseMetadata(view?.private_metadata ?? '');
  if (view === undefined || metadata === null) return;
  await fillModal(bot, view.id, linking.title, async (): Promise<ModalView> => {
    const { draftId } = metadata;
    const choice = await chooseEntry(bot, { team: teamOf(body), user: body.user.id, draftId, entryKey });
    if (choice.kind !== 'chosen') return toNoticeView(linking.title, linking.problems[choice.kind]);
    return toLinkView(choice.form, { metadata: emptyOther(metadata, actionId), problem: null });
  });
}

function emptyOther(metadata: LinkMetadata, actionId: string): LinkMetadata {
  return actionId === actionIds.otherEntry
    ? { ...metadata, offered: metadata.offered + 1 }
    : { ...metadata, other: metadata.other + 1 };
}
