// *Ask the team* and *Tell me when this is answered*. Edge.
import type { App, BlockAction } from '@slack/bolt';
import type { KnownBlock } from '@slack/types';
import { notices, teamWords } from '../../answer/wording.ts';
import { type AskOutcome, askTeam } from '../../use-cases/ask-team/ask-team.ts';
import { type SubscribeOutcome, subscribe } from '../../use-cases/subscribe/subscribe.ts';
import { actionIds } from '../action-ids.ts';
import { toSection } from '../answer/answer-blocks.ts';
import type { Bot } from '../bot.ts';
import { privatelyIn, toPress } from '../to-press.ts';
import { toTellMeActions } from './answer-messages.ts';

const subscribeTexts: Readonly<Record<SubscribeOutcome, string>> = {
  subscribed: teamWords.subscribed,
  'not-yours': notices['not-yours'],
  gone: teamWords.gone,
};

export function registerAskTeam(app: App, bot: Bot): void {
  app.action({ type: 'block_actions', action_id: actionIds.askTeam }, async ({ ack, action, body, respond }) => {
    await ack();
    const commandId = action.type === 'button' ? (action.value ?? '') : '';
    const isPrivate = isEphemeral(body);
    const { team, channel, ts, user } = toPress(body);
    const outcome = await askTeam(bot, { team, channel, user, commandId, replyTs: isPrivate ? null : ts });
    await respond({ ...toPlace(body), ...toAnswer(outcome, isPrivate) });
  });
  app.action({ type: 'block_actions', action_id: actionIds.tellMe }, async ({ ack, action, body, respond }) => {
    await ack();
    const questionId = action.type === 'button' ? (action.value ?? '') : '';
    const outcome = await subscribe(bot, { team: body.team?.id ?? '', user: body.user.id, questionId });
    await respond({ ...toPlace(body), text: subscribeTexts[outcome] });
  });
}

function isEphemeral(body: BlockAction): boolean {
  return body.container['is_ephemeral'] === true;
}

/** In the place of a private reply; beside a public one, for the presser alone. */
function toPlace(body: BlockAction) {
  return isEphemeral(body)
    ? ({ response_type: 'ephemeral', replace_original: true } as const)
    : privatelyIn(toPress(body));
}

function toAnswer(outcome: AskOutcome, isPrivate: boolean): { readonly text: string; readonly blocks?: KnownBlock[] } {
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
