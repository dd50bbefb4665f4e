// The buttons of the board, in the team's channel and on App Home: each is checked where it acts. Edge.
import type { App, BlockAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { hours, linking } from '../../answer/wording.ts';
import {
  answerLive,
  type LiveOutcome,
  type LiveRequest,
  prepareLive,
  skipQuestion,
} from '../../use-cases/office-hours/answer-live.ts';
import { editQuestion, prepareEdit } from '../../use-cases/office-hours/edit-question.ts';
import { removeNameless } from '../../use-cases/office-hours/remove-nameless.ts';
import { reopenQuestion } from '../../use-cases/office-hours/reopen-question.ts';
import type { QuestionPress } from '../../use-cases/office-hours/session-dependencies.ts';
import { takeThreadAnswer } from '../../use-cases/office-hours/thread-answers.ts';
import { actionIds, callbackIds } from '../action-ids.ts';
import type { Bot } from '../bot.ts';
import { HomePublisher } from '../home/home-publisher.ts';
import { toNoticeView } from '../modal/notice-view.ts';
import { fillModal, openModal } from '../modal/show-modal.ts';
import { teamOf } from '../team-of.ts';
import { editBlocks, readEdit, toEditView } from './edit-view.ts';
import { readLive, toLiveView } from './live-view.ts';

export function registerBoard(app: App, bot: Bot): void {
  registerLive(app, bot);
  registerEdit(app, bot);
  registerTake(app, bot);
  const home = new HomePublisher(bot);
  for (const [actionId, run] of [
    [actionIds.hoursSkip, (press: QuestionPress) => skipQuestion(bot, press)],
    [actionIds.hoursReopen, (press: QuestionPress) => reopenQuestion(bot, press)],
    [actionIds.hoursRemove, (press: QuestionPress) => removeNameless(bot, press)],
  ] as const) {
    app.action({ type: 'block_actions', action_id: actionId }, async ({ ack, action, body, respond }) => {
      await ack();
      const press = toQuestionPress(body, action);
      const outcome = await run(press);
      if (body.view?.type === 'home') await home.publish({ ...press, typed: '', page: 1 });
      else if (outcome !== 'done')
        await respond({ response_type: 'ephemeral', replace_original: false, text: hours.problems[outcome] });
    });
  }
}

function registerLive(app: App, bot: Bot): void {
  app.action({ type: 'block_actions', action_id: actionIds.hoursLive }, async ({ ack, action, body }) => {
    await ack();
    await openModal(bot, body.trigger_id, hours.live, () => toLiveForm(bot, toQuestionPress(body, action)));
  });
  app.view(callbackIds.hoursLive, async ({ ack, body, view }) => {
    await ack({ response_action: 'update', view: toNoticeView(hours.live, linking.posting) });
    const given = readLive(view.state.values);
    const request = { team: teamOf(body), user: body.user.id, questionId: view.private_metadata, ...given };
    await fillModal(bot, view.id, hours.live, () => submitLive(bot, request));
  });
}

/** What the team answered in the thread: nothing is left to be asked. */
function registerTake(app: App, bot: Bot): void {
  const home = new HomePublisher(bot);
  app.action({ type: 'block_actions', action_id: actionIds.hoursTake }, async ({ ack, action, body, respond }) => {
    await ack();
    const press = toQuestionPress(body, action);
    const outcome = await takeThreadAnswer(bot, press);
    if (body.view?.type === 'home') await home.publish({ ...press, typed: '', page: 1 });
    else if (outcome.kind !== 'answered' || outcome.refused > 0)
      await respond({ response_type: 'ephemeral', replace_original: false, text: toTakenText(outcome) });
  });
}

function toTakenText(outcome: LiveOutcome): string {
  if (outcome.kind === 'answered') return hours.postedSome(outcome.refused);
  return outcome.kind === 'nothing' ? hours.problems['reply-gone'] : hours.problems[outcome.kind];
}

async function toLiveForm(bot: Bot, press: QuestionPress, problem: string | null = null): Promise<ModalView> {
  const form = await prepareLive(bot, press);
  return typeof form === 'string' ? toNoticeView(hours.live, hours.problems[form]) : toLiveView(form, problem);
}

async function submitLive(bot: Bot, request: LiveRequest): Promise<ModalView> {
  const outcome = await answerLive(bot, request);
  switch (outcome.kind) {
    case 'nothing':
      return await toLiveForm(bot, request, hours.problems.nothing);
    case 'answered':
      return toNoticeView(hours.live, outcome.refused === 0 ? hours.posted : hours.postedSome(outcome.refused));
    case 'team-only':
    case 'gone':
    case 'answered-already':
      return toNoticeView(hours.live, hours.problems[outcome.kind]);
  }
}

function registerEdit(app: App, bot: Bot): void {
  app.action({ type: 'block_actions', action_id: actionIds.hoursEdit }, async ({ ack, action, body }) => {
    await ack();
    await openModal(bot, body.trigger_id, hours.editTitle, async () => {
      const form = await prepareEdit(bot, toQuestionPress(body, action));
      return typeof form === 'string' ? toNoticeView(hours.editTitle, hours.problems[form]) : toEditView(form);
    });
  });
  app.view(callbackIds.hoursEdit, async ({ ack, body, view }) => {
    const edit = readEdit(view.state.values);
    if (!/[\p{L}\p{N}]/u.test(edit.heading))
      return await ack({ response_action: 'errors', errors: { [editBlocks.heading]: hours.problems['no-text'] } });
    await ack({ response_action: 'update', view: toNoticeView(hours.editTitle, linking.loading) });
    const request = { team: teamOf(body), user: body.user.id, questionId: view.private_metadata, ...edit };
    await fillModal(bot, view.id, hours.editTitle, async () => {
      const outcome = await editQuestion(bot, request);
      return toNoticeView(hours.editTitle, outcome === 'done' ? hours.saved : hours.problems[outcome]);
    });
  });
}

/** The value says which question is meant; whether it is one, and whether this person may, is looked at where it counts. */
export function toQuestionPress(
  body: BlockAction,
  action: {
    readonly type: string;
    readonly value?: unknown;
    readonly selected_option?: { readonly value?: unknown } | null;
  },
): QuestionPress {
  const value = action.value ?? action.selected_option?.value;
  const questionId = typeof value === 'string' ? value : '';
  return { team: teamOf(body), user: body.user.id, questionId };
}
