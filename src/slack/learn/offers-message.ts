// Wordings that wait for the team: in the team channel and on App Home. Edge.
import type { KnownBlock } from '@slack/types';
import { offers, teamWords } from '../../answer/wording.ts';
import type { OffersPosting } from '../../use-cases/interfaces/chat.ts';
import type { ShownOffer } from '../../use-cases/learn/offer-wording.ts';
import { actionIds } from '../action-ids.ts';
import { toContext, toSection } from '../answer/answer-blocks.ts';
import type { ReplyMessage } from '../answer/reply-message.ts';
import { toButton } from '../blocks/elements.ts';
import { cutText, escapeWithin, toLink } from '../blocks/mrkdwn.ts';

const maxShown = 10;
const maxCharacters = 300;
const maxNameCharacters = 100;

/** Open ones first, with their buttons; below them what was decided, the newest of it. */
export function toOffersMessage({ offers: all }: OffersPosting): ReplyMessage {
  const open = all.filter(({ state }) => state === 'open');
  const decided = all.filter(({ state }) => state !== 'open').slice(-maxShown);
  return {
    text: [offers.title.replaceAll('*', ''), ...open.slice(0, maxShown).map(toWording)].join('\n'),
    blocks: [
      toSection(`${offers.title}\n${open.length === 0 ? offers.none : offers.intro}`),
      ...toOpenBlocks(open, maxShown),
      ...decided.map((offer) => toContext(toDecidedText(offer))),
    ],
  };
}

/** Two blocks for each, at most `max` of them. */
export function toOpenBlocks(open: readonly ShownOffer[], max: number): readonly KnownBlock[] {
  const more = open.length > max ? [toContext(offers.more(open.length - max))] : [];
  return [...open.slice(0, max).flatMap(toOpen), ...more];
}

function toOpen({ id, wording, entry }: ShownOffer): readonly KnownBlock[] {
  const link = entry === null ? offers.entryGone : toLink(entry.url, cutText(entry.question, maxCharacters));
  const elements = [
    ...(entry === null ? [] : [toButton(actionIds.acceptWording, offers.accept, id)]),
    ...(entry === null ? [] : [toButton(actionIds.editWording, offers.edit, id)]),
    toButton(actionIds.refuseWording, offers.refuse, id),
  ];
  return [toSection(offers.finds(toWording({ wording }), link)), { type: 'actions', elements }];
}

function toDecidedText({ state, decidedBy, wording }: ShownOffer): string {
  const name = escapeWithin(decidedBy || teamWords.somebody, maxNameCharacters);
  return offers[state === 'accepted' ? 'accepted' : 'refused'](name, toWording({ wording }));
}

function toWording({ wording }: Pick<ShownOffer, 'wording'>): string {
  return escapeWithin(wording, maxCharacters);
}
