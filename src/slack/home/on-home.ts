// App Home: published when somebody opens it, searches, turns a page, or forgets a wording. Edge.

import type { App, BlockAction } from '@slack/bolt';
import { toEntryPart } from '../../answer/plan-actions.ts';
import { home, replies } from '../../answer/wording.ts';
import type { HomeRequest } from '../../use-cases/home/read-home.ts';
import { forgetPhrasing } from '../../use-cases/learn/forget-phrasing.ts';
import { stopSuggesting } from '../../use-cases/suggest/press-suggestion.ts';
import { actionIds, anyOf } from '../action-ids.ts';
import type { Bot } from '../bot.ts';
import { toNoticeView } from '../modal/notice-view.ts';
import { teamOf } from '../team-of.ts';
import { toAnswerModal } from './answer-modal.ts';
import { HomePublisher } from './home-publisher.ts';
import { readTyped } from './home-view.ts';

export function registerHome(app: App, bot: Bot): void {
  const publisher = new HomePublisher(bot);
  app.event('app_home_opened', async ({ event, context }) => {
    if (event.tab !== 'home') return;
    await publisher.publish({ team: context.teamId ?? '', user: event.user, typed: readTyped(event.view), page: 1 });
  });
  registerHomeControls(app, bot, publisher);
  registerSuggestAgain(app, bot, publisher);
  app.action({ type: 'block_actions', action_id: actionIds.showAnswer }, async ({ ack, action, body }) => {
    await ack();
    await openAnswer(bot, body.trigger_id, action.type === 'button' ? (action.value ?? '') : '');
  });
}

function registerHomeControls(app: App, bot: Bot, publisher: HomePublisher): void {
  app.action({ type: 'block_actions', action_id: actionIds.homeSearch }, async ({ ack, action, body }) => {
    await ack();
    const typed = action.type === 'plain_text_input' ? (action.value ?? '') : '';
    await publisher.publish({ ...toViewer(body), typed });
  });
  app.action({ type: 'block_actions', action_id: anyOf(actionIds.homePage) }, async ({ ack, action, body }) => {
    await ack();
    await publisher.publish({ ...toViewer(body), page: action.type === 'button' ? Number(action.value) : 1 });
  });
  app.action({ type: 'block_actions', action_id: actionIds.homeForget }, async ({ ack, action, body }) => {
    await ack();
    const viewer = toViewer(body);
    await forgetPhrasing(bot, { user: viewer.user, id: action.type === 'button' ? (action.value ?? '') : '' });
    await publisher.publish(viewer);
  });
}

function registerSuggestAgain(app: App, bot: Bot, publisher: HomePublisher): void {
  app.action({ type: 'block_actions', action_id: actionIds.homeSuggestAgain }, async ({ ack, body }) => {
    await ack();
    const viewer = toViewer(body);
    await stopSuggesting(bot, viewer, false);
    await publisher.publish(viewer);
  });
}

function toViewer(body: BlockAction): HomeRequest {
  return {
    team: teamOf(body),
    user: body.user.id,
    typed: readTyped(body.view),
    page: 1,
  };
}

async function openAnswer(bot: Bot, triggerId: string, entryKey: string): Promise<void> {
  const entry = await bot.notes.find(entryKey);
  const context = { now: bot.clock.now(), staleAfterDays: bot.staleAfterDays };
  const view =
    entry === null
      ? toNoticeView(home.answerTitle, replies.gone)
      : toAnswerModal(toEntryPart(entry, { asked: null, passage: null, updatedAt: null }, context));
  await bot.client.views.open({ trigger_id: triggerId, view });
}
