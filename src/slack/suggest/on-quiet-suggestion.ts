// The buttons of a quiet suggestion. Edge. It is changed by the press's response address, since Slack lets no app change a private message otherwise.
import { type App, type BlockAction, type ButtonAction, RespondError, type RespondFn } from '@slack/bolt';
import type { KnownBlock } from '@slack/types';
import { suggestions } from '../../answer/wording.ts';
import type { SuggestionPress, Unpressable } from '../../use-cases/suggest/find-pressed.ts';
import {
  passSuggestionOn,
  postSuggested,
  refuseSuggestions,
  showSuggested,
  showSuggestions,
  stopSuggesting,
} from '../../use-cases/suggest/press-suggestion.ts';
import { actionIds, anyOf, toNumber } from '../action-ids.ts';
import { toAskedMessage } from '../ask-team/on-ask-team.ts';
import { toLink } from '../blocks/mrkdwn.ts';
import type { Bot } from '../bot.ts';
import { call } from '../connection/call.ts';
import { toRefusalText } from '../delivery/refusal-text.ts';
import { toPress } from '../to-press.ts';
import { toRefusedMessage, toShownMessage, toStoppedMessage, toSuggestionMessage } from './suggestion-message.ts';

interface Said {
  readonly text: string;
  readonly blocks?: KnownBlock[];
}

type Handler = (bot: Bot, press: SuggestionPress, place: number) => Promise<Said>;

const handlers: Readonly<Record<string, Handler>> = {
  [actionIds.showSuggested]: onShow,
  [actionIds.showSuggestions]: onBack,
  [actionIds.postSuggested]: onPost,
  [actionIds.refuseSuggestions]: onRefuse,
  [actionIds.passSuggestionOn]: onPassOn,
  [actionIds.stopSuggesting]: onStop,
  [actionIds.suggestAgain]: onSuggestAgain,
};

export function registerQuietSuggestions(app: App, bot: Bot): void {
  for (const [actionId, handle] of Object.entries(handlers)) {
    app.action<BlockAction<ButtonAction>>(
      { type: 'block_actions', action_id: anyOf(actionId) },
      async ({ ack, action, body, respond }) => {
        await ack();
        const { team, channel, user } = toPress(body);
        const press = { team, channel, user, key: action.value ?? '' };
        await replace(bot, { body, respond }, await handle(bot, press, toNumber(action.action_id)));
      },
    );
  }
}

/** In the place of what was pressed. Where its address has been used up or is too old, as a new private message. */
async function replace(
  bot: Bot,
  { body, respond }: { readonly body: BlockAction; readonly respond: RespondFn },
  said: Said,
): Promise<void> {
  try {
    await respond({ response_type: 'ephemeral', replace_original: true, ...said });
  } catch (error) {
    if (!(error instanceof RespondError)) throw error;
    const { channel, user, threadTs } = toPress(body);
    const thread = threadTs === null ? {} : { thread_ts: threadTs };
    await call('chat.postEphemeral', () => bot.client.chat.postEphemeral({ channel, user, ...said, ...thread }));
  }
}

function toText(outcome: Unpressable | { readonly kind: 'entry-gone' }): Said {
  if (outcome.kind !== 'answered') return { text: suggestions.unpressable[outcome.kind] };
  return { text: suggestions.answered(toPostedLink(outcome.permalink)) };
}

function toPostedLink(permalink: string | null): string {
  return permalink === null ? '' : toLink(permalink, suggestions.seePosted);
}

async function onShow(bot: Bot, press: SuggestionPress, place: number): Promise<Said> {
  const outcome = await showSuggested(bot, press, place);
  return outcome.kind === 'shown' ? toShownMessage(outcome.reply, press.key, place) : toText(outcome);
}

async function onBack(bot: Bot, press: SuggestionPress): Promise<Said> {
  const outcome = await showSuggestions(bot, press);
  return outcome.kind === 'offered' ? toSuggestionMessage(outcome.suggestion) : toText(outcome);
}

async function onPost(bot: Bot, press: SuggestionPress, place: number): Promise<Said> {
  const outcome = await postSuggested(bot, press, place);
  if (outcome.kind === 'failed') return { text: toRefusalText(outcome.code) };
  return outcome.kind === 'posted' ? { text: suggestions.posted(toPostedLink(outcome.permalink)) } : toText(outcome);
}

async function onRefuse(bot: Bot, press: SuggestionPress): Promise<Said> {
  const outcome = await refuseSuggestions(bot, press);
  return outcome.kind === 'refused' ? toRefusedMessage(press.key, bot.canAskTeam) : toText(outcome);
}

async function onPassOn(bot: Bot, press: SuggestionPress): Promise<Said> {
  const outcome = await passSuggestionOn(bot, press);
  return outcome.kind === 'passed-on' ? toAskedMessage(outcome.outcome, false) : toText(outcome);
}

async function onStop(bot: Bot, press: SuggestionPress): Promise<Said> {
  await stopSuggesting(bot, press, true);
  return toStoppedMessage(press.key);
}

async function onSuggestAgain(bot: Bot, press: SuggestionPress): Promise<Said> {
  await stopSuggesting(bot, press, false);
  return { text: suggestions.startedAgain };
}
