// *Previous* and *Next* under the list of questions. Edge.
import type { App } from '@slack/bolt';
import { actionIds, anyOf } from '../action-ids.ts';
import type { Bot } from '../bot.ts';
import { toQuestionList } from './question-list.ts';

export function registerListPages(app: App, bot: Bot): void {
  app.action({ type: 'block_actions', action_id: anyOf(actionIds.listPage) }, async ({ ack, action, respond }) => {
    await ack();
    const page = action.type === 'button' ? Number(action.value) : 1;
    const list = toQuestionList(await bot.notes.list(), page);
    await respond({ response_type: 'ephemeral', replace_original: true, ...list });
  });
}
