// A quiet suggestion, and what takes its place as its asker presses. Edge. Every button carries the suggestion's key and nothing else.
import type { ActionsBlock, KnownBlock } from '@slack/types';
import { nameEntries } from '../../answer/reply/name-entries.ts';
import type { AnswerReply } from '../../answer/reply/reply.ts';
import { buttons, suggestions } from '../../answer/wording.ts';
import type { ShownSuggestion } from '../../use-cases/suggest/press-suggestion.ts';
import { actionIds, numbered } from '../action-ids.ts';
import { toAnswerBlocks, toContext, toSection } from '../answer/answer-blocks.ts';
import { type ReplyMessage, toReplyMessage } from '../answer/reply-message.ts';
import { toButton } from '../blocks/elements.ts';
import { cutText, escapeWithin, toLink } from '../blocks/mrkdwn.ts';

const maxQuestionCharacters = 300;

/** The entries as full lines, since a button shows some thirty characters; their numbers stand on the buttons. */
export function toSuggestionMessage({ key, question, entries }: ShownSuggestion): ReplyMessage {
  const asked = escapeWithin(question.replace(/\s+/g, ' '), maxQuestionCharacters);
  const held = entries.filter((entry) => entry !== null);
  const names = new Map(nameEntries(held).map((name, place) => [held[place], name]));
  const lines = entries.map((entry, place) =>
    entry === null
      ? `*${place + 1}*  _${suggestions.gone}_`
      : `*${place + 1}*  ${toLink(entry.url, cutText(names.get(entry) ?? entry.question, maxQuestionCharacters))}`,
  );
  const numbers = entries.flatMap((entry, place) =>
    entry === null ? [] : [toButton(numbered(actionIds.showSuggested, place), `${place + 1}`, key)],
  );
  return {
    text: [suggestions.lead, ...lines].join('\n'),
    blocks: [
      toSection(`${suggestions.lead}\n> ${asked}`),
      toSection(lines.join('\n')),
      {
        type: 'actions',
        elements: [
          ...numbers,
          toButton(actionIds.refuseSuggestions, suggestions.none, key),
          toButton(actionIds.stopSuggesting, suggestions.stop, key),
        ],
      },
    ],
  };
}

/** `place`: that of the entry among those suggested. */
export function toShownMessage(reply: AnswerReply, key: string, place: number): ReplyMessage {
  const post = toButton(numbered(actionIds.postSuggested, place), suggestions.post, key);
  const actions: ActionsBlock = {
    type: 'actions',
    elements: [{ ...post, style: 'primary' }, toButton(actionIds.showSuggestions, suggestions.back, key)],
  };
  const blocks: KnownBlock[] = [...toAnswerBlocks(reply), toContext(suggestions.onlyYou), actions];
  return { text: toReplyMessage(reply).text, blocks };
}

export function toRefusedMessage(key: string, canAskTeam: boolean): ReplyMessage {
  const text = canAskTeam ? suggestions.refusedAskTeam : suggestions.refused;
  return toTextMessage(text, canAskTeam ? [toButton(actionIds.passSuggestionOn, buttons.askTeam, key)] : []);
}

export function toStoppedMessage(key: string): ReplyMessage {
  return toTextMessage(suggestions.stopped, [toButton(actionIds.suggestAgain, suggestions.again, key)]);
}

function toTextMessage(text: string, elements: ActionsBlock['elements']): ReplyMessage {
  return {
    text,
    blocks: [toSection(text), ...(elements.length === 0 ? [] : [{ type: 'actions', elements } as const])],
  };
}
