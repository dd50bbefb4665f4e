// The buttons beside what is unanswered. Every press is checked in its use case. Edge.
import type { App, BlockAction, ButtonAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { linking, notices, unanswered } from '../../answer/wording.ts';
import { countThreads } from '../../use-cases/reports/bring-to-group.ts';
import {
  type FoundUnanswered,
  findUnanswered,
  giveBackUnanswered,
  prepareUnansweredLink,
  putAside,
  takeUnanswered,
  type UnansweredPress,
  writeUnanswered,
} from '../../use-cases/reports/work-unanswered.ts';
import { actionIds, callbackIds } from '../action-ids.ts';
import { readWritten, toWriteView, toWrittenView } from '../ask-team/write-view.ts';
import type { Bot } from '../bot.ts';
import { toRefusalText } from '../delivery/refusal-text.ts';
import { HomePublisher } from '../home/home-publisher.ts';
import { readTyped } from '../home/home-view.ts';
import { openLinking } from '../link/on-link.ts';
import { toNoticeView } from '../modal/notice-view.ts';
import { fillModal, openModal } from '../modal/show-modal.ts';
import { teamOf } from '../team-of.ts';
import { readUnansweredList, toUnansweredMessage, unansweredListBlock } from './unanswered-blocks.ts';

type Press = BlockAction<ButtonAction>;

export function registerUnanswered(app: App, bot: Bot): void {
  const publisher = new HomePublisher(bot);
  for (const [actionId, run] of [
    [actionIds.putAside, putAside],
    [actionIds.takeUnanswered, takeUnanswered],
    [actionIds.giveBackUnanswered, giveBackUnanswered],
  ] as const) {
    app.action<Press>({ type: 'block_actions', action_id: actionId }, async ({ ack, action, body, respond }) => {
      await ack();
      const press = toPress(body, action);
      const outcome = await run(bot, press);
      if (body.view !== undefined) await publisher.publish({ ...press, typed: readTyped(body.view), page: 1 });
      else {
        const isOfList = action.block_id.startsWith(unansweredListBlock);
        const groups = isOfList ? await readUnansweredList(bot, press) : null;
        const text = outcome === 'team-only' ? notices['team-only'] : unanswered.outcomes[outcome];
        const said = groups === null ? { text } : toUnansweredMessage(groups, press.user);
        await respond({ response_type: 'ephemeral', replace_original: groups !== null, ...said });
      }
    });
  }
  app.action<Press>({ type: 'block_actions', action_id: actionIds.linkUnanswered }, async ({ ack, action, body }) => {
    await ack();
    await openLinking(bot, body.trigger_id, () => prepareUnansweredLink(bot, toPress(body, action)));
  });
  registerWriting(app, bot);
}

function registerWriting(app: App, bot: Bot): void {
  app.action<Press>({ type: 'block_actions', action_id: actionIds.writeUnanswered }, async ({ ack, action, body }) => {
    await ack();
    await openModal(bot, body.trigger_id, linking.writeTitle, async () => {
      const press = toPress(body, action);
      const found = await findUnanswered(bot, press);
      return typeof found === 'string' ? toRefusal(found) : toForm(press.key, found);
    });
  });
  app.view(callbackIds.writeUnanswered, async ({ ack, body, view }) => {
    await ack({ response_action: 'update', view: toNoticeView(linking.writeTitle, linking.posting) });
    const press = { team: teamOf(body), user: body.user.id, key: view.private_metadata };
    await fillModal(bot, view.id, linking.writeTitle, () => submit(bot, press, readWritten(view.state.values)));
  });
}

function toPress(body: Press, action: ButtonAction): UnansweredPress {
  return { team: teamOf(body), user: body.user.id, key: action.value ?? '' };
}

function toRefusal(refusal: 'team-only' | 'gone'): ModalView {
  return toNoticeView(linking.writeTitle, unanswered.outcomes[refusal]);
}

function toForm(
  key: string,
  { question, group }: FoundUnanswered,
  entered?: { readonly problem: string; readonly text: string },
): ModalView {
  const asked = { id: key, questions: [question.text], threads: countThreads(group.questions) };
  return { ...toWriteView(asked, entered), callback_id: callbackIds.writeUnanswered };
}

async function submit(bot: Bot, press: UnansweredPress, text: string): Promise<ModalView> {
  const outcome = await writeUnanswered(bot, press, text);
  if (outcome.kind === 'posted') return toWrittenView(outcome.offered, outcome);
  if (outcome.kind === 'team-only' || outcome.kind === 'gone') return toRefusal(outcome.kind);
  if (outcome.kind !== 'refused') return toNoticeView(linking.writeTitle, linking.problems[outcome.kind]);
  const found = await findUnanswered(bot, press);
  const problem = toRefusalText(outcome.code);
  return typeof found === 'string' ? toRefusal(found) : toForm(press.key, found, { problem, text });
}
