// The host's board, in the team's channel and on App Home. Edge.
import type { Button, KnownBlock, SectionBlock } from '@slack/types';
import { hours } from '../../answer/wording.ts';
import type { Board, ShownQuestion } from '../../office-hours/posting.ts';
import type { QuestionState } from '../../office-hours/session.ts';
import { actionIds } from '../action-ids.ts';
import { toContext, toSection } from '../answer/answer-blocks.ts';
import { toButtonFor, toConfirm, toPlain } from '../blocks/elements.ts';
import { cutText, escapeWithin, toBoldLink, toLink } from '../blocks/mrkdwn.ts';

/** Each open question takes two blocks: of a message Slack takes 50, and about 13,000 characters. */
const mostOpen = 10;
const maxOpenCharacters = 4000;
const mostWordings = 2;
const mostNames = 4;
const maxListCharacters = 1000;
const maxHeadingCharacters = 150;
const maxTitleCharacters = 150;

/** It stands in bold, which a star within it would end. */
export function toTitle(title: string): string {
  const plain = title.replace(/[*~`]/g, '').trim();
  return escapeWithin(plain === '' ? hours.untitled : plain, maxTitleCharacters);
}

export function toBoardBlocks(board: Board, most = mostOpen): KnownBlock[] {
  const open = board.questions.filter(({ state }) => state === 'open');
  const fitting = takeFitting(open.slice(0, most).map(toOpenBlocks));
  const host = escapeWithin(board.hostName === '' ? hours.somebody : board.hostName, 100);
  const state = board.endedAt === null ? hours.running : hours.over(new Date(board.endedAt).toISOString());
  const { asked, questions } = board.counts;
  return [
    toSection(`${hours.board(toTitle(board.title))}\n${hours.boardWhere(`<#${board.channel}>`, host)}${state}`),
    toSection(asked === 0 ? hours.none : `${hours.counts(asked, questions)}\n${hours.open(open.length)}`),
    ...fitting.flat(),
    ...(open.length > fitting.length ? [toContext(hours.moreAtHome(open.length - fitting.length))] : []),
    ...toAnsweredBlocks(board, 'notes', most),
    ...toAnsweredBlocks(board, 'live', most),
    ...toSkippedBlocks(board),
  ];
}

function takeFitting(each: readonly (readonly KnownBlock[])[]): readonly (readonly KnownBlock[])[] {
  let room = maxOpenCharacters;
  return each.filter((blocks) => {
    room -= JSON.stringify(blocks[0]).length;
    return room > 0;
  });
}

function toOpenBlocks(question: ShownQuestion): readonly KnownBlock[] {
  const { id, heading, link, wordings } = question;
  const lines = [
    toBoldLink(link, cutText(heading, maxHeadingCharacters)),
    hours.askedBy(question.times, toNames(question)),
    ...(question.inThread === null ? [] : [hours.inThread(escapeWithin(question.inThread || hours.somebody, 60))]),
    ...wordings.slice(0, mostWordings).map((wording) => hours.alsoAsked(escapeWithin(wording, 100))),
  ];
  const buttons = [
    ...(question.inThread === null ? [] : [toQuestionButton(actionIds.hoursTake, hours.take, question)]),
    toQuestionButton(actionIds.hoursLive, hours.live, question),
    toQuestionButton(actionIds.hoursLink, hours.link, question),
    toQuestionButton(actionIds.hoursSkip, hours.skip, question),
    toQuestionButton(actionIds.hoursEdit, hours.edit, question),
    ...(question.isNameless ? [toRemoveButton(question)] : []),
  ];
  return [toSection(lines.join('\n')), { type: 'actions', block_id: `hours-${id}`, elements: buttons }];
}

/** For everybody in the channel the message is gone then. */
function toRemoveButton(question: ShownQuestion): Button {
  const { removeTitle: title, removeText: text, remove: confirm, removeNot: deny } = hours;
  return {
    ...toQuestionButton(actionIds.hoursRemove, hours.remove, question),
    confirm: toConfirm({ title, text, confirm, deny }),
  };
}

function toQuestionButton(actionId: string, label: string, { id, heading }: ShownQuestion): Button {
  return toButtonFor(heading, actionId, label, id);
}

export function toNames({ askers, isNameless }: Pick<ShownQuestion, 'askers' | 'isNameless'>): string {
  const names = [
    ...askers.map((name) => escapeWithin(name || hours.somebody, 60)),
    ...(isNameless ? [hours.nobody] : []),
  ];
  const others = names.length - mostNames;
  return (others > 0 ? [...names.slice(0, mostNames), hours.andOthers(others)] : names).join(', ');
}

/** One line for each question in this state, as many as there is room for. */
export function toListBlocks(
  { questions }: Board,
  state: QuestionState,
  title: (many: number) => string = hours.states[state],
): readonly SectionBlock[] {
  const listed = questions.filter((question) => question.state === state);
  if (listed.length === 0) return [];
  const lines: string[] = [title(listed.length)];
  for (const [place, question] of listed.entries()) {
    const line = `• ${toLine(question)}`;
    if ([...lines, line].join('\n').length > maxListCharacters) {
      lines.push(hours.more(listed.length - place));
      break;
    }
    lines.push(line);
  }
  return [toSection(lines.join('\n'))];
}

/** The question, with the entry that answers it, or who did. */
export function toLine({ heading, link, entry, by, inThread, times }: ShownQuestion): string {
  const said = [
    toLink(link, cutText(heading, maxHeadingCharacters)),
    ...(times > 1 ? [`×${times}`] : []),
    ...(entry === null ? [] : [hours.from(toLink(entry.url, cutText(entry.question, maxHeadingCharacters)))]),
    ...(by === null ? [] : [hours.by(escapeWithin(by || hours.somebody, 60))]),
    ...(inThread === null ? [] : [hours.answeredThere]),
  ];
  return said.join(' · ');
}

/** What was answered by mistake can be opened again: of `most` questions, those asked last. */
function toAnsweredBlocks(board: Board, state: 'notes' | 'live', most: number): readonly KnownBlock[] {
  const answered = board.questions.filter((question) => question.state === state).slice(-most);
  const { reopenTitle: title, reopenText: text, reopen: confirm, reopenNot: deny } = hours;
  return toListBlocks(board, state).map((block) => ({
    ...block,
    accessory: {
      type: 'static_select',
      action_id: actionIds.hoursReopen,
      placeholder: toPlain(hours.reopenOne),
      options: answered.map(({ id, heading }) => ({ text: toPlain(heading), value: id })),
      confirm: toConfirm({ title, text, confirm, deny }),
    },
  }));
}

const mostSkipped = 5;

function toSkippedBlocks({ questions }: Board): readonly KnownBlock[] {
  const skipped = questions.filter(({ state }) => state === 'skipped');
  if (skipped.length === 0) return [];
  return [
    toSection(hours.states.skipped(skipped.length)),
    ...skipped.slice(-mostSkipped).map(
      (question): KnownBlock => ({
        type: 'section',
        text: { type: 'mrkdwn', text: toLine(question) },
        accessory: toQuestionButton(actionIds.hoursReopen, hours.reopen, question),
      }),
    ),
  ];
}
