// What was asked in a session, for everybody in its channel: without names, each with its link. Edge.
import type { KnownBlock } from '@slack/types';
import { hours } from '../../answer/wording.ts';
import type { Board, ShownQuestion } from '../../office-hours/posting.ts';
import { toSection } from '../answer/answer-blocks.ts';
import { toListBlocks, toTitle } from './board-blocks.ts';

export function toSummaryBlocks(board: Board): KnownBlock[] {
  const { asked, questions, skipped } = board.counts;
  const shown: Board = { ...board, questions: board.questions.map(withoutName) };
  return [
    toSection(hours.summary(toTitle(board.title))),
    toSection(asked === 0 ? hours.none : hours.counts(asked, questions)),
    ...toListBlocks(shown, 'notes'),
    ...toListBlocks(shown, 'live'),
    ...toListBlocks(shown, 'open', hours.states.open),
    ...(skipped === 0 ? [] : [toSection(hours.states.skipped(skipped))]),
  ];
}

/** Who answered stands in the thread. */
function withoutName(question: ShownQuestion): ShownQuestion {
  return { ...question, by: null };
}
