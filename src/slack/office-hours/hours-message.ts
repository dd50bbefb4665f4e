// What the bot posts for office hours, as messages. Edge.
import type { KnownBlock, RichTextBlock } from '@slack/types';
import { hours } from '../../answer/wording.ts';
import { toPlainText } from '../../knowledge/to-plain-text.ts';
import type { HoursAnswer, HoursPosting } from '../../office-hours/posting.ts';
import { actionIds } from '../action-ids.ts';
import { toContext, toSection } from '../answer/answer-blocks.ts';
import type { ReplyMessage } from '../answer/reply-message.ts';
import { toButton } from '../blocks/elements.ts';
import { cutText, escapeMrkdwn, escapeWithin, neutraliseMentions, toLink } from '../blocks/mrkdwn.ts';
import { toBoardBlocks, toTitle } from './board-blocks.ts';
import { toSummaryBlocks } from './summary-blocks.ts';

const maxNameCharacters = 100;
/** So much of a session's id tells it from any other. */
const idCharacters = 8;
/** Longest text of a section. https://docs.slack.dev/reference/block-kit/blocks/section-block */
const maxSectionCharacters = 3000;
const maxMarkdownCharacters = 11_000;

export function toHoursMessage(posting: HoursPosting): ReplyMessage {
  switch (posting.kind) {
    case 'hours-start':
      return toStartMessage(posting);
    case 'hours-board':
      return { text: hours.board(toTitle(posting.board.title)), blocks: toBoardBlocks(posting.board) };
    case 'hours-summary':
      return { text: hours.summary(toTitle(posting.board.title)), blocks: toSummaryBlocks(posting.board) };
    case 'hours-draft':
      return toDraftMessage(posting);
    case 'hours-text':
      return toTextMessage(posting);
    case 'hours-nameless':
      return toNamelessMessage(posting.text);
    case 'hours-offer':
      return toOfferMessage(posting);
    case 'hours-live':
      return toLiveMessage(posting);
    case 'hours-earlier': {
      const text = hours.earlier(toLink(posting.link, cutText(posting.heading, 300)));
      return { text, blocks: [toSection(text)] };
    }
  }
}

function toStartMessage({ title, hostName, isEnded, command }: Extract<HoursPosting, { kind: 'hours-start' }>) {
  if (isEnded) {
    const text = hours.ended(toTitle(title));
    return { text, blocks: [toSection(text)] };
  }
  const host = escapeWithin(hostName === '' ? hours.somebody : hostName, maxNameCharacters);
  const text = hours.start(toTitle(title), host);
  const how = [hours.how, hours.untilWhen(command)];
  const button = toButton(actionIds.askNameless, hours.askNameless);
  return {
    text: [text, ...how].join('\n'),
    blocks: [toSection(text), ...how.map(toSection), { type: 'actions' as const, elements: [button] }],
  };
}

function toDraftMessage({
  board,
  note,
  phrasings,
  parts,
}: Extract<HoursPosting, { kind: 'hours-draft' }>): ReplyMessage {
  const text = hours.draft(toTitle(board.title));
  const untaken = board.questions.filter(({ inThread }) => inThread !== null).length;
  const lines = [
    ...(untaken === 0 ? [] : [hours.untaken(untaken)]),
    ...(note === ''
      ? [hours.draftNone]
      : [
          hours.draftHow(escapeMrkdwn(note)),
          ...(phrasings === null ? [] : [hours.draftPhrasings(escapeMrkdwn(phrasings))]),
          ...(parts === 1 ? [] : [hours.draftParts(board.sessionId.slice(0, idCharacters))]),
          hours.draftEdit,
        ]),
  ];
  return { text: [text, ...lines].join('\n'), blocks: [toSection(text), ...lines.map(toSection)] };
}

/** Stands as it is: nothing in preformatted text is read as markup, and it is copied as it stands. */
function toTextMessage({ name, text, part, parts }: Extract<HoursPosting, { kind: 'hours-text' }>): ReplyMessage {
  const title = hours.draftPart(escapeMrkdwn(name), part, parts);
  const block: RichTextBlock = {
    type: 'rich_text',
    elements: [{ type: 'rich_text_preformatted', elements: [{ type: 'text', text }] }],
  };
  return { text: title, blocks: [toContext(title), block] };
}

function toNamelessMessage(text: string): ReplyMessage {
  const safe = escapeWithin(text, maxSectionCharacters);
  return {
    text: hours.nameless(safe),
    blocks: [
      toSection(hours.nameless('').trim()),
      { type: 'section', text: { type: 'plain_text', text: cutText(text, maxSectionCharacters), emoji: false } },
      toContext(hours.namelessHint),
    ],
  };
}

function toOfferMessage({ channel, ts }: Extract<HoursPosting, { kind: 'hours-offer' }>): ReplyMessage {
  const text = hours.directOffer(`<#${channel}>`);
  const button = toButton(actionIds.offerNameless, hours.askNameless, `${channel} ${ts}`);
  return { text, blocks: [toSection(text), { type: 'actions', elements: [button] }] };
}

/** The words stand below the one mention; who reads them sees that they are not from the notes. */
function toLiveMessage({ markdown, by, to }: HoursAnswer): ReplyMessage {
  const attribution = hours.answeredBy(escapeWithin(by === '' ? hours.somebody : by, maxNameCharacters));
  const words = neutraliseMentions(cutText(markdown, maxMarkdownCharacters));
  const blocks: KnownBlock[] = [
    ...(to === null ? [] : [toSection(`<@${to}>`)]),
    { type: 'markdown', text: words },
    toContext(attribution),
  ];
  // What a notification shows has no blocks: there the words stand without their markup.
  return { text: `${escapeWithin(toPlainText(markdown), maxSectionCharacters)}\n${attribution}`, blocks };
}
