// The weekly digest in the team channel, and the reminder of who took a question. Edge.
import type { KnownBlock } from '@slack/types';
import { formatDate, unanswered, digest as words } from '../../answer/wording.ts';
import type { Posting } from '../../use-cases/interfaces/chat.ts';
import type { Digest } from '../../use-cases/reports/read-digest.ts';
import { toContext, toSection } from '../answer/answer-blocks.ts';
import type { ReplyMessage } from '../answer/reply-message.ts';
import { toPlain } from '../blocks/elements.ts';
import { cutText, toLink } from '../blocks/mrkdwn.ts';
import { toSafeLine } from '../notes/question-list.ts';
import { toReasonLine } from './team-reports.ts';
import { toGroupLine } from './unanswered-blocks.ts';

export function toDigestMessage(digest: Digest, command: string): ReplyMessage {
  const { decided, votes, reasons, waiting, until } = digest;
  const title = words.title(new Date(until).toISOString());
  const { answer, suggest, uncovered } = decided;
  const asked = words.asked(answer + suggest + uncovered, answer, suggest, uncovered);
  const figures = [asked, words.votes(votes.helpful, votes['not-what-i-asked']), ...toReasonLine(reasons)].join('\n');
  const waits = [
    words.waiting,
    words.drafts(waiting.drafts, waiting.taken),
    words.wordings(waiting.offers, waiting.learned),
  ];
  const isWaiting = Object.values(waiting).some((many) => many > 0);
  return {
    text: `${title}\n${asked.replaceAll('*', '')}`,
    blocks: [
      { type: 'header', text: toPlain(title, 150) },
      toSection(figures),
      ...toUnansweredSections(digest, command),
      ...(isWaiting ? [toSection(waits.join('\n'))] : []),
      ...toOldSection(digest),
    ],
  };
}

function toUnansweredSections({ unanswered: groups, unansweredMore }: Digest, command: string): readonly KnownBlock[] {
  if (groups.length === 0) return [];
  return [
    toSection(words.unanswered),
    ...groups.map((group) => toSection(toGroupLine(group))),
    ...(unansweredMore === 0 ? [] : [toContext(words.more(unansweredMore, command))]),
  ];
}

function toOldSection({ old, oldMore }: Digest): readonly KnownBlock[] {
  if (old.length === 0) return [];
  const lines = old.map(
    ({ title, url, note, date }) =>
      `• ${toLink(url, cutText(title || note, 100))}${date === null ? '' : ` · ${formatDate(date)}`}`,
  );
  return [toSection([words.old, ...lines, ...(oldMore === 0 ? [] : [words.oldMore(oldMore)])].join('\n'))];
}

export function toReminderMessage({ question, link }: Extract<Posting, { kind: 'reminder' }>): ReplyMessage {
  const text = unanswered.reminder(toSafeLine(question), link === null ? '' : ` · ${toLink(link, unanswered.message)}`);
  return { text, blocks: [toSection(text)] };
}
