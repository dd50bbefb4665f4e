// *Ask the team*. Edge.
import type { App } from '@slack/bolt';
import type { KnownBlock } from '@slack/types';
import { notices, teamWords } from '../../answer/wording.ts';
import { type AskOutcome, askTeam } from '../../use-cases/ask-team/ask-team.ts';
import { actionIds } from '../action-ids.ts';
import { toSection } from '../answer/answer-blocks.ts';
import type { Bot } from '../bot.ts';
import { toTellMeActions } from '../subscribe/tell-me-actions.ts';
import { isEphemeral, toPlace, toPress } from '../to-press.ts';
import { parseReplyValue } from '../vote/reply-value.ts';

export function registerAskTeam(app: App, bot: Bot): void {
  app.action({ type: 'block_actions', action_id: actionIds.askTeam }, async ({ ack, action, body, respond }) => {
    await ack();
    const value = action.type === 'button' ? (action.value ?? '') : '';
    const { team, channel, ts, user } = toPress(body);
    const replyTs = isEphemeral(body) ? parseReplyValue(value) : ts;
    const outcome = await askTeam(bot, { team, channel, user, commandId: value, replyTs });
    await respond({ ...toPlace(body), ...toAskedMessage(outcome, replyTs === null) });
  });
}

/** What who passed it on reads. `isPrivate`: the answer will come to them alone. */
export function toAskedMessage(
  outcome: AskOutcome,
  isPrivate: boolean,
): { readonly text: string; readonly blocks?: KnownBlock[] } {
  switch (outcome.kind) {
    case 'not-yours':
      return { text: notices['not-yours'] };
    case 'gone':
      return { text: teamWords.gone };
    case 'no-team':
      return { text: teamWords.noTeam };
    case 'refused':
      return { text: notices['something-went-wrong'] };
    case 'asked':
    case 'asked-already': {
      const first = isPrivate ? teamWords.passedOnPrivately : teamWords.passedOn;
      const text = outcome.kind === 'asked' ? first : teamWords.passedOnAlready;
      const { questionId } = outcome;
      return { text, blocks: [toSection(text), ...(questionId === null ? [] : [toTellMeActions(questionId)])] };
    }
  }
}
