// *Forget* beside a learned wording: in the modal that learned it, and in the team channel. Edge.
import type { App } from '@slack/bolt';
import { linking, notices, teamWords } from '../../answer/wording.ts';
import { findTeamQuestion } from '../../use-cases/ask-team/find-team-question.ts';
import { refreshCard } from '../../use-cases/ask-team/team-cards.ts';
import { type ForgetOutcome, forgetPhrasing } from '../../use-cases/learn/forget-phrasing.ts';
import { actionIds } from '../action-ids.ts';
import type { Bot } from '../bot.ts';
import { toNoticeView } from '../modal/notice-view.ts';
import { fillModal } from '../modal/show-modal.ts';
import { privatelyIn, toPress } from '../to-press.ts';

const texts: Readonly<Record<ForgetOutcome, string>> = {
  forgotten: teamWords.forgotten,
  'team-only': notices['team-only'],
  gone: teamWords.forgottenAlready,
};

export function registerForget(app: App, bot: Bot): void {
  app.action({ type: 'block_actions', action_id: actionIds.forget }, async ({ ack, action, body, respond }) => {
    await ack();
    const request = { user: body.user.id, id: action.type === 'button' ? (action.value ?? '') : '' };
    const { view } = body;
    if (view !== undefined) {
      if (view.type === 'modal')
        await fillModal(bot, view.id, linking.title, async () =>
          toNoticeView(linking.title, texts[await forgetPhrasing(bot, request)]),
        );
      return;
    }
    const press = toPress(body);
    const text = texts[await forgetPhrasing(bot, request)];
    // What was forgotten elsewhere, or stands in a file by now, still stands on this card.
    const question = await findTeamQuestion(bot, press);
    if (typeof question !== 'string') await refreshCard(bot, question.id);
    await respond({ ...privatelyIn(press), text });
  });
}
