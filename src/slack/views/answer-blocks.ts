// An answer as Block Kit blocks. Edge.
import type { KnownBlock } from '@slack/types';
import type { AnswerPart, AnswerReply, Byline, EarlierAnswer } from '../../answer/reply.ts';
import { formatDate, replies } from '../../answer/wording.ts';
import { cutText, escapeMrkdwn, neutraliseMentions, toLink } from '../mrkdwn.ts';

/** Longest text of a section block. https://docs.slack.dev/reference/block-kit/blocks/section-block */
const maxSectionCharacters = 3000;

/** All parts one under another, then what stands in the thread already and what the notes do not cover. */
export function toAnswerBlocks(reply: AnswerReply): readonly KnownBlock[] {
  const parts = reply.parts.flatMap((part, place): readonly KnownBlock[] =>
    place === 0 ? toPartBlocks(part) : [{ type: 'divider' }, ...toPartBlocks(part)],
  );
  const byline = reply.byline ?? null;
  return [
    ...(byline === null ? [] : toAddress(byline)),
    ...parts,
    ...reply.alreadyAnswered.map(toEarlierBlock),
    ...reply.notCovered.map((question) => toSection(replies.notCovered(escapeMrkdwn(cutText(question, 300))))),
    ...(byline === null ? [] : [toContext(toBylineText(byline))]),
  ];
}

/** The one mention of a reply, made from a user id, and what the linker says besides. */
function toAddress({ to, sentence }: Byline): readonly KnownBlock[] {
  const mention = to === null ? null : `<@${to}>`;
  const said = sentence === null ? null : escapeMrkdwn(cutText(sentence, 500));
  const text = [mention, said].filter((piece) => piece !== null).join(' ');
  return text === '' ? [] : [toSection(text)];
}

function toBylineText({ kind, by }: Byline): string {
  const name = escapeMrkdwn(cutText(by, 100));
  switch (kind) {
    case 'linked':
      return replies.linkedBy(name);
    case 'shared':
      return replies.sharedBy(name);
    case 'told':
      return replies.told;
  }
}

function toPartBlocks(part: AnswerPart): readonly KnownBlock[] {
  return [
    ...(part.isClosed ? [toContext(escapeMrkdwn(replies.closed))] : []),
    ...(part.asked === null ? [] : [toContext(replies.youAsked(escapeMrkdwn(cutText(part.asked, 300))))]),
    toSection(`*${toLink(part.url, cutText(part.question, 500))}*`),
    { type: 'markdown', text: neutraliseMentions(part.answer) },
    toContext(toSourceLine(part)),
  ];
}

/** Where the words come from: title, date, link, what was left out, and the note's age. */
export function toSourceLine(part: AnswerPart): string {
  const { post, updatedAt } = part;
  const pieces = [
    escapeMrkdwn(cutText(post.title, 200)),
    post.date === null ? null : formatDate(post.date),
    part.url === null ? null : toLink(part.url, replies.readFullPost),
    part.charactersLeftOut === 0 ? null : replies.leftOut(part.charactersLeftOut),
    part.staleDays === null ? null : replies.stale(part.staleDays),
    updatedAt === null ? null : replies.updated(new Date(updatedAt).toISOString()),
  ];
  return pieces.filter((piece) => piece !== null && piece !== '').join(' · ');
}

function toEarlierBlock({ question, permalink }: EarlierAnswer): KnownBlock {
  return toSection(`${replies.answeredAbove} ${toLink(permalink, cutText(question, 500))}`);
}

export function toSection(mrkdwn: string): KnownBlock {
  return { type: 'section', text: { type: 'mrkdwn', text: cutText(mrkdwn, maxSectionCharacters) } };
}

export function toContext(mrkdwn: string): KnownBlock {
  return { type: 'context', elements: [{ type: 'mrkdwn', text: mrkdwn }] };
}
