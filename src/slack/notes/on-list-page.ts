// *Previous* and *Next* under the list of questions. Edge.
import type { App } from '@slack/bolt';
import { listEntries } from '../../use-cases/notes/list-entries.ts';
import { actionIds, anyOf } from '../action-ids.ts';
import type { Bot } from '../bot.ts';
import { teamOf } from '../team-of.ts';
import { toQuestionList } from './question-list.ts';

export function registerListPages(app: App, bot: Bot): void {
  app.action(
    { type: 'block_actions', action_id: anyOf(actionIds.listPage) },
    async ({ ack, action, body, respond }) => {
      await ack();
      const page = action.type === 'button' ? Number(action.value) : 1;
      const place = { team: teamOf(body), channel: body.type === 'block_actions' ? (body.channel?.id ?? '') : '' };
      const list = toQuestionList(await listEntries(bot, place), page);
      await respond({ response_type: 'ephemeral', replace_original: true, ...list });
    },
  );
}
