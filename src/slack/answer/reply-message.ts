// A reply as Slack's `chat.postMessage` takes it: blocks, and a text for notifications and screen readers. Edge.
import type { KnownBlock } from '@slack/types';
import type { AnswerReply, HelpReply, NotInNotesReply, Reply, SuggestReply } from '../../answer/reply/reply.ts';
import { helpLines, replies, teamWords, toOtherLanguage } from '../../answer/wording.ts';
import { toPlainText } from '../../knowledge/to-plain-text.ts';
import { actionIds, numbered } from '../action-ids.ts';
import { toButton } from '../blocks/elements.ts';
import { cutText, escapeMrkdwn, escapeWithin } from '../blocks/mrkdwn.ts';
import { toAnswerBlocks, toContext, toOtherBlocks, toSection } from './answer-blocks.ts';

export interface ReplyMessage {
  readonly text: string;
  readonly blocks: KnownBlock[];
}

const maxTextCharacters = 3000;

/** `actions`: the buttons that stand below a reply; which ones depends on where it is posted. */
export function toReplyMessage(reply: Reply, actions: readonly KnownBlock[] = []): ReplyMessage {
  const late = reply.isLate === true ? [toContext(replies.late)] : [];
  const blocks = [...late, ...toBlocks(reply), ...actions];
  return { text: cutText(toText(reply), maxTextCharacters), blocks };
}

function toBlocks(reply: Reply): readonly KnownBlock[] {
  switch (reply.kind) {
    case 'answer':
      return toAnswerBlocks(reply);
    case 'suggest':
      return toSuggestBlocks(reply);
    case 'not-in-notes':
      return [toSection(toNotInNotesText(reply))];
    case 'help':
      return helpLines(escapeExample(reply)).map((line) => toSection(line));
  }
}

function toSuggestBlocks(reply: SuggestReply): readonly KnownBlock[] {
  const others = toOtherBlocks(reply);
  return [
    toSection(others.length === 0 ? replies.suggest : replies.suggestFor(escapeWithin(reply.question, 300))),
    {
      type: 'actions',
      elements: reply.suggestions.map(({ entryKey, question }, place) =>
        toButton(numbered(actionIds.suggestion, place), question, entryKey),
      ),
    },
    ...others,
  ];
}

function toText(reply: Reply): string {
  switch (reply.kind) {
    case 'answer':
      return toAnswerText(reply);
    case 'suggest':
      return escapeMrkdwn([replies.suggest, ...reply.suggestions.map(({ question }) => `• ${question}`)].join('\n'));
    case 'not-in-notes':
      return toNotInNotesText(reply);
    case 'help':
      return toHelpText(reply);
  }
}

function toAnswerText(reply: AnswerReply): string {
  const parts = reply.parts.map(({ question, url, answer, meanwhile }) => {
    const said = meanwhile === undefined ? url : replies.meanwhile(meanwhile.by || teamWords.somebody, meanwhile.on);
    return [question, toPlainText(answer), said].filter((line) => line !== null).join('\n');
  });
  const earlier = reply.alreadyAnswered.map(({ question }) => `${replies.answeredAbove} ${question}`);
  const others = [
    ...(reply.perhaps ?? []).map(({ question }) => replies.perhaps(question)),
    ...reply.notCovered.map(replies.notCovered),
  ];
  return escapeMrkdwn([...parts, ...earlier, ...others].join('\n\n'));
}

function toNotInNotesText(reply: NotInNotesReply): string {
  const { otherLanguage, canAskTeam } = reply;
  const said =
    otherLanguage === undefined ? replies.notInNotes : toOtherLanguage(otherLanguage.asked, otherLanguage.read);
  if (!canAskTeam) return said;
  return `${said}${otherLanguage === undefined ? ' ' : '\n'}${replies.mayPassOn}`;
}

function toHelpText(reply: HelpReply): string {
  return helpLines(escapeExample(reply)).join('\n');
}

/** The example stands in code. */
function escapeExample({ example, ...reply }: HelpReply): HelpReply {
  return { ...reply, example: example === null ? null : escapeMrkdwn(example.replaceAll('`', '')) };
}
