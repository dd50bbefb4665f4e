// A reply as Slack's `chat.postMessage` takes it: blocks, and a text for notifications and screen readers. Edge.
import type { ActionsBlock, KnownBlock } from '@slack/types';
import type { AnswerReply, HelpReply, NotInNotesReply, Reply, SuggestReply } from '../../answer/reply/reply.ts';
import { helpLines, replies } from '../../answer/wording.ts';
import { actionIds, numbered } from '../action-ids.ts';
import { toButton } from '../blocks/elements.ts';
import { cutText, escapeMrkdwn } from '../blocks/mrkdwn.ts';
import { toAnswerBlocks, toContext, toSection } from './answer-blocks.ts';

export interface ReplyMessage {
  readonly text: string;
  readonly blocks: KnownBlock[];
}

const maxTextCharacters = 3000;

/** `actions`: the buttons that stand below a reply; which ones depends on where it is posted. */
export function toReplyMessage(reply: Reply, actions: ActionsBlock | null = null): ReplyMessage {
  const late = reply.isLate === true ? [toContext(replies.late)] : [];
  const blocks = [...late, ...toBlocks(reply), ...(actions === null ? [] : [actions])];
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
      return helpLines(reply.command, reply.isTeamMember).map((line) => toSection(line));
  }
}

function toSuggestBlocks(reply: SuggestReply): readonly KnownBlock[] {
  return [
    toSection(replies.suggest),
    {
      type: 'actions',
      elements: reply.suggestions.map(({ entryKey, question }, place) =>
        toButton(numbered(actionIds.suggestion, place), question, entryKey),
      ),
    },
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
  const parts = reply.parts.map(({ question, url, answer }) =>
    [question, answer, url].filter((line) => line !== null).join('\n'),
  );
  const earlier = reply.alreadyAnswered.map(({ question }) => `${replies.answeredAbove} ${question}`);
  return escapeMrkdwn([...parts, ...earlier, ...reply.notCovered.map(replies.notCovered)].join('\n\n'));
}

function toNotInNotesText(reply: NotInNotesReply): string {
  return reply.canAskTeam ? replies.notInNotesAskTeam : replies.notInNotes;
}

function toHelpText(reply: HelpReply): string {
  return helpLines(reply.command, reply.isTeamMember).join('\n');
}
