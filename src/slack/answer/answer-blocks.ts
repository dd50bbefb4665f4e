// An answer as Block Kit blocks. Edge.
import type { KnownBlock, SectionBlock } from '@slack/types';
import type {
  AnswerPart,
  AnswerReply,
  Byline,
  EarlierAnswer,
  Perhaps,
  SuggestReply,
} from '../../answer/reply/reply.ts';
import { formatDate, replies, teamWords } from '../../answer/wording.ts';
import { cutText, escapeMrkdwn, escapeWithin, neutraliseMentions, toBoldLink, toLink } from '../blocks/mrkdwn.ts';

/** Longest text of a section block. https://docs.slack.dev/reference/block-kit/blocks/section-block */
const maxSectionCharacters = 3000;
/** Of all blocks of a message Slack takes about 13,000 characters: https://github.com/slackapi/bolt-js/issues/2509 */
const maxPartsCharacters = 11_000;

/** All parts one under another, then what stands in the thread already and what the notes do not cover. */
export function toAnswerBlocks(reply: AnswerReply): readonly KnownBlock[] {
  const parts = fitParts(reply.parts).flatMap((blocks, place): readonly KnownBlock[] =>
    place === 0 ? blocks : [{ type: 'divider' }, ...blocks],
  );
  const byline = reply.byline ?? null;
  // That it comes from the notes would not be true.
  const isMeanwhile = reply.parts.some(({ meanwhile }) => meanwhile !== undefined);
  return [
    ...(byline === null ? [] : toAddress(byline)),
    ...parts,
    ...reply.alreadyAnswered.map(toEarlierBlock),
    ...toOtherBlocks(reply),
    ...(byline === null || isMeanwhile ? [] : [toContext(toBylineText(byline))]),
  ];
}

/** Questions beside those that are answered: what probably answers them, and what the notes do not. */
export function toOtherBlocks({
  perhaps = [],
  notCovered = [],
}: Pick<SuggestReply, 'perhaps' | 'notCovered'>): readonly KnownBlock[] {
  return [
    ...perhaps.map((one) => toSection(toPerhapsText(one))),
    ...notCovered.map((question) => toSection(replies.notCovered(escapeWithin(question, 300)))),
  ];
}

function toPerhapsText({ question, entries }: Perhaps): string {
  const links = entries.map((entry) => `• ${toLink(entry.url, cutText(entry.question, 300))}`);
  return [replies.perhaps(escapeWithin(question, 300)), ...links].join('\n');
}

/** Several long answers may be more than one message holds: then the later ones are links only. */
function fitParts(parts: readonly AnswerPart[]): readonly (readonly KnownBlock[])[] {
  let room = maxPartsCharacters;
  return parts.map((part) => {
    const blocks = toPartBlocks(part);
    const size = JSON.stringify(blocks).length;
    if (size > room) return [toQuestionSection(part), toContext(toSourceLine(part))];
    room -= size;
    return blocks;
  });
}

/** The one mention of a reply, made from a user id, and what the linker says besides. */
function toAddress({ to, sentence }: Byline): readonly KnownBlock[] {
  const mention = to === null ? null : `<@${to}>`;
  const said = sentence === null ? null : escapeWithin(sentence, 500);
  const text = [mention, said].filter((piece) => piece !== null).join(' ');
  return text === '' ? [] : [toSection(text)];
}

function toBylineText({ kind, by }: Byline): string {
  const name = escapeWithin(by, 100);
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
    ...(part.asked === null ? [] : [toContext(replies.youAsked(escapeWithin(part.asked, 300)))]),
    toQuestionSection(part),
    { type: 'markdown', text: neutraliseMentions(part.answer) },
    toContext(toSourceLine(part)),
  ];
}

function toQuestionSection({ url, question }: AnswerPart): KnownBlock {
  return toSection(toBoldLink(url, cutText(question, 500)));
}

/** Where the words come from: title, date, link, what was left out, and the note's age. */
export function toSourceLine(part: AnswerPart): string {
  const { post, updatedAt, meanwhile } = part;
  if (meanwhile !== undefined) return toMeanwhileLine(part, meanwhile);
  const pieces = [
    escapeWithin(post.title, 200),
    post.date === null ? null : formatDate(post.date),
    part.url === null ? null : toLink(part.url, replies.readFullPost),
    part.charactersLeftOut === 0 ? null : replies.leftOut(part.charactersLeftOut),
    part.staleDays === null ? null : replies.stale(part.staleDays),
    updatedAt === null ? null : replies.updated(new Date(updatedAt).toISOString()),
  ];
  return pieces.filter((piece) => piece !== null && piece !== '').join(' · ');
}

/** The team's own words: who said them, and when, and that no note says so yet. */
function toMeanwhileLine({ charactersLeftOut }: AnswerPart, { by, on }: NonNullable<AnswerPart['meanwhile']>): string {
  const said = replies.meanwhile(escapeWithin(by || teamWords.somebody, 100), on);
  return charactersLeftOut === 0 ? said : `${said} · ${replies.leftOutMeanwhile(charactersLeftOut)}`;
}

function toEarlierBlock({ question, permalink }: EarlierAnswer): KnownBlock {
  return toSection(`${replies.answeredAbove} ${toLink(permalink, cutText(question, 500))}`);
}

export function toSection(mrkdwn: string): SectionBlock {
  return { type: 'section', text: { type: 'mrkdwn', text: cutText(mrkdwn, maxSectionCharacters) } };
}

export function toContext(mrkdwn: string): KnownBlock {
  return { type: 'context', elements: [{ type: 'mrkdwn', text: mrkdwn }] };
}
