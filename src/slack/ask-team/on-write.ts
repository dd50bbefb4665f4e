// *Write an answer* under a question in the team channel. Edge.

import type { App } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { linking } from '../../answer/wording.ts';
import { prepareWriting } from '../../use-cases/ask-team/prepare-team-answer.ts';
import { type WriteRequest, writeAnswer } from '../../use-cases/ask-team/write-answer.ts';
import { actionIds, callbackIds } from '../action-ids.ts';
import type { Bot } from '../bot.ts';
import { toRefusalText } from '../delivery/refusal-text.ts';
import { toNoticeView } from '../modal/notice-view.ts';
import { fillModal, openModal } from '../modal/show-modal.ts';
import { teamOf } from '../team-of.ts';
import { toPress } from '../to-press.ts';
import { readWritten, toWriteView, toWrittenView } from './write-view.ts';

export function registerWriting(app: App, bot: Bot): void {
  app.action({ type: 'block_actions', action_id: actionIds.writeAnswer }, async ({ ack, body }) => {
    await ack();
    await openModal(bot, body.trigger_id, linking.writeTitle, async () => {
      const question = await prepareWriting(bot, toPress(body));
      return typeof question === 'string'
        ? toNoticeView(linking.writeTitle, linking.problems[question])
        : toWriteView(question);
    });
  });
  app.view(callbackIds.writeAnswer, async ({ ack, body, view }) => {
    await ack({ response_action: 'update', view: toNoticeView(linking.writeTitle, linking.posting) });
    const text = readWritten(view.state.values);
    const request = { team: teamOf(body), user: body.user.id, questionId: view.private_metadata, text };
    await fillModal(bot, view.id, linking.writeTitle, () => submit(bot, request));
  });
}

async function submit(bot: Bot, request: WriteRequest): Promise<ModalView> {
  const outcome = await writeAnswer(bot, request);
  if (outcome.kind === 'posted') return toWrittenView(outcome.offered);
  if (outcome.kind !== 'refused') return toNoticeView(linking.writeTitle, linking.problems[outcome.kind]);
  const question = await bot.teamQuestions.find(request.questionId);
  const problem = toRefusalText(outcome.code);
  return question === null
    ? toNoticeView(linking.writeTitle, problem)
    : toWriteView(question, { problem, text: request.text });
}
