// What the team says in a question's thread, through the bot. Edge.
import { teamWords } from '../../answer/wording.ts';
import type { WrittenAnswer } from '../../use-cases/interfaces/chat.ts';
import { toContext, toSection } from '../answer/answer-blocks.ts';
import type { ReplyMessage } from '../answer/reply-message.ts';
import { cutText, escapeWithin } from '../blocks/mrkdwn.ts';
import { toTellMeActions } from '../subscribe/tell-me-actions.ts';

/** Longest text of a section. https://docs.slack.dev/reference/block-kit/blocks/section-block */
const maxSectionCharacters = 3000;
const maxNameCharacters = 100;

/** The words stand in a plain text: nothing in them is live, and nothing looks like an answer from the notes. */
export function toWrittenMessage({ text, by, to, questionId }: WrittenAnswer): ReplyMessage {
  const attribution = teamWords.writtenBy(escapeWithin(by || teamWords.somebody, maxNameCharacters));
  const words = cutText(text.trim(), maxSectionCharacters);
  return {
    text: `${escapeWithin(words, maxSectionCharacters)}\n${attribution}`,
    blocks: [
      ...(to === null ? [] : [toSection(`<@${to}>`)]),
      { type: 'section', text: { type: 'plain_text', text: words, emoji: false } },
      toContext(attribution),
      ...(questionId === '' ? [] : [toTellMeActions(questionId)]),
    ],
  };
}

export function toDeclinedMessage(questionId: string): ReplyMessage {
  return { text: teamWords.declinedHere, blocks: [toSection(teamWords.declinedHere), toTellMeActions(questionId)] };
}
