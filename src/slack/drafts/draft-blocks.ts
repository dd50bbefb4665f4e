// Draft entries: offered to who wrote one, listed for the team by the slash command and on App Home. Edge.
import type { ActionsBlock, Button, KnownBlock } from '@slack/types';
import { cutExcerpt } from '../../answer/reply/excerpt.ts';
import { drafts, teamWords } from '../../answer/wording.ts';
import { toPlainText } from '../../knowledge/to-plain-text.ts';
import type { OfferedDraft } from '../../use-cases/drafts/offer-draft.ts';
import type { DraftDecision, DraftList, ShownDraft } from '../../use-cases/drafts/review-draft.ts';
import { meanwhileDays } from '../../use-cases/drafts/to-taken-draft.ts';
import { actionIds, numbered } from '../action-ids.ts';
import { toContext, toSection } from '../answer/answer-blocks.ts';
import type { ReplyMessage } from '../answer/reply-message.ts';
import { toButton, toButtonFor, toPlain } from '../blocks/elements.ts';
import { cutText, escapeWithin, toLink } from '../blocks/mrkdwn.ts';
import { toMrkdwn } from '../blocks/to-mrkdwn.ts';
import { toSafeLine } from '../notes/question-list.ts';

const maxShown = 8;
const maxChoices = 5;
const maxAnswerCharacters = 400;
const maxQuestionCharacters = 200;

/** A press on one of a list, in a private message of its own, brings the list again. */
export const listBlock = 'draft-list';

/** What its author alone sees, in the thread. */
export function toOfferMessage({ id, question, corrects, choices = [] }: OfferedDraft): ReplyMessage {
  if (choices.length > 0) {
    const { elements } = toKeepActions(id, 'draft-offer', drafts.keepNew);
    const which = choices.slice(0, maxChoices).map(({ key, question: entry }, place) => ({
      ...toButton(numbered(actionIds.keepCorrection, place), cutText(drafts.correctsThis(entry), 75), `${id} ${key}`),
    }));
    const blocks: KnownBlock[] = [
      toSection(drafts.offerWhich),
      { type: 'actions', block_id: `draft-which:${id}`, elements: [...which, ...elements] },
    ];
    return { text: drafts.offerWhich, blocks };
  }
  const asked = toSafeLine(question, maxQuestionCharacters);
  const text = corrects ? drafts.offerCorrection(asked) : drafts.offer(asked);
  return { text, blocks: [toSection(text), toKeepActions(id, 'draft-offer')] };
}

/** *Keep as an answer* and *No, thanks*. */
export function toKeepActions(id: string, blockId: string, keep: string = drafts.keep): ActionsBlock {
  return {
    type: 'actions',
    block_id: `${blockId}:${id}`,
    elements: [
      { ...toButton(actionIds.keepDraft, keep, id), style: 'primary' },
      toButton(actionIds.dropDraft, drafts.drop, id),
    ],
  };
}

/** The whole list, for the slash command. */
export function toDraftsMessage(list: DraftList): ReplyMessage {
  return {
    text: drafts.title.replaceAll('*', ''),
    blocks: [...toDraftBlocks(list, { max: maxShown, listId: listBlock })],
  };
}

/** Two blocks for each, with at most six others; those that their author has to decide about come first. */
export function toDraftBlocks(
  { drafts: all, offered }: DraftList,
  { max, listId }: { readonly max: number; readonly listId: string },
): readonly KnownBlock[] {
  const own = offered.slice(0, max);
  const shown = all.slice(0, Math.max(0, max - own.length));
  const left = all.length - shown.length + offered.length - own.length;
  return [
    ...(own.length === 0 ? [] : [toSection(drafts.offered)]),
    ...own.flatMap((draft): readonly KnownBlock[] => [toDraftSection(draft), toKeepActions(draft.id, listId)]),
    toSection(`${drafts.title}\n${shown.length === 0 ? drafts.none : drafts.intro}`),
    ...shown.flatMap((draft): readonly KnownBlock[] => [toDraftSection(draft), toDraftActions(draft, listId)]),
    ...(left === 0 ? [] : [toContext(drafts.more(left))]),
  ];
}

function toDraftSection(draft: ShownDraft): KnownBlock {
  const { question, answer, authorName, writtenAt, corrected, corrects } = draft;
  const asked = question === '' ? `_${drafts.questionGone}_` : `*${toSafeLine(question, maxQuestionCharacters)}*`;
  const link =
    corrected === null ? drafts.correctsGone : drafts.corrects(toLink(corrected.url, cutText(corrected.question, 100)));
  const by = drafts.by(escapeWithin(authorName || teamWords.somebody, 100), new Date(writtenAt).toISOString());
  const lines = [
    asked,
    toShownAnswer(answer),
    [by, ...(corrects === null ? [] : [link]), ...toStates(draft)].join(' · '),
  ];
  return toSection(lines.join('\n'));
}

/** Its beginning; without its markup where that takes too much room. */
function toShownAnswer(answer: string): string {
  const { markdown, charactersLeftOut } = cutExcerpt(answer, null, maxAnswerCharacters);
  const shown = `${toMrkdwn(markdown)}${charactersLeftOut === 0 || markdown.endsWith('…') ? '' : '\n…'}`;
  return shown.length <= maxAnswerCharacters * 1.5 ? shown : escapeWithin(toPlainText(answer), maxAnswerCharacters);
}

function toStates({ state, decidedBy, isReleased, exportedAt }: ShownDraft): readonly string[] {
  const { states } = drafts;
  if (state === 'offered') return [];
  if (state === 'kept') return [`_${states.kept}_`];
  const taken = states.taken(escapeWithin(decidedBy || teamWords.somebody, 100));
  return [taken, ...(isReleased ? [`_${states.released}_`] : []), ...(exportedAt === null ? [] : [states.exported])];
}

const decisions: readonly DraftDecision[] = ['take', 'refuse', 'release', 'stop'];

/** The decision behind an action id, or null. */
export function toDecision(place: number): DraftDecision | null {
  return decisions[place] ?? null;
}

function toDraftActions({ id, state, isReleased, question }: ShownDraft, listId: string): ActionsBlock {
  const button = (decision: DraftDecision, label: string): Button =>
    toButtonFor(question, numbered(actionIds.decideDraft, decisions.indexOf(decision)), label, id);
  const release: Button = { ...button('release', drafts.release), confirm: toConfirm() };
  const isComplete = question !== '';
  return {
    type: 'actions',
    block_id: `${listId}:${id}`,
    elements: [
      ...(state === 'kept' && isComplete ? [button('take', drafts.take)] : []),
      ...(isComplete ? [isReleased ? button('stop', drafts.stop) : release] : []),
      toButtonFor(question, actionIds.editDraft, drafts.edit, id),
      button('refuse', drafts.refuse),
    ],
  };
}

function toConfirm(): NonNullable<Button['confirm']> {
  return {
    title: toPlain(drafts.confirmTitle, 100),
    text: toPlain(drafts.confirmText(meanwhileDays), 300),
    confirm: toPlain(drafts.release, 30),
    deny: toPlain(drafts.confirmDeny, 30),
  };
}
