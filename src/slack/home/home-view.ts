// App Home: the questions with search and, for the team, how things stand. Edge.
import type { HomeView, InputBlock, KnownBlock, SectionBlock } from '@slack/types';
import { z } from 'zod';
import { home, suggestions } from '../../answer/wording.ts';
import type { Home } from '../../use-cases/home/read-home.ts';
import type { ListedEntry } from '../../use-cases/notes/notes.ts';
import { actionIds } from '../action-ids.ts';
import { toContext, toSection } from '../answer/answer-blocks.ts';
import { toButton, toPlain } from '../blocks/elements.ts';
import { escapeMrkdwn } from '../blocks/mrkdwn.ts';
import { groupByPost, toPage, toPageButtons, toPostLine, toQuestionLink, toSafeLine } from '../notes/question-list.ts';
import { toBoardBlocks } from '../office-hours/board-blocks.ts';
import { toTeamBlocks } from './team-home.ts';

/** Each question is a block, each post at most one more: with the team's part this stays below Slack's 100 blocks. */
const questionsAPage = 25;
/** Where office hours take their room. */
const questionsBesideBoard = 10;
const mostOpen = 8;
const searchBlock = 'home-search';

export function toHomeView(shown: Home): HomeView {
  return {
    type: 'home',
    blocks: [
      { type: 'header', text: toPlain(home.title, 150) },
      toContext(escapeMrkdwn(home.intro)),
      ...toSessionBlocks(shown),
      toSearchInput(shown.typed),
      ...toQuestionBlocks(shown),
      ...(shown.hasStopped ? [toStoppedSection()] : []),
      ...(shown.team === null ? [] : toTeamBlocks(shown.team)),
    ],
  };
}

/** The newest session that runs comes first: it cannot wait. Below it Slack's 100 blocks hold the rest. */
function toSessionBlocks({ team }: Home): readonly KnownBlock[] {
  const [board] = team?.boards ?? [];
  return board === undefined ? [] : [...toBoardBlocks(board, mostOpen), { type: 'divider' }];
}

function toStoppedSection(): SectionBlock {
  return {
    type: 'section',
    text: { type: 'mrkdwn', text: escapeMrkdwn(home.stopped) },
    accessory: toButton(actionIds.homeSuggestAgain, suggestions.again),
  };
}

/** Its ids stay the same from one publication to the next, so that Slack keeps what is being typed. */
function toSearchInput(typed: string): InputBlock {
  return {
    type: 'input',
    block_id: searchBlock,
    dispatch_action: true,
    label: toPlain(home.search),
    element: {
      type: 'plain_text_input',
      action_id: actionIds.homeSearch,
      placeholder: toPlain(home.searchHint),
      dispatch_action_config: { trigger_actions_on: ['on_enter_pressed', 'on_character_entered'] },
      ...(typed === '' ? {} : { initial_value: typed }),
      max_length: 150,
    },
  };
}

const searched = z.object({
  state: z.object({
    values: z.object({ [searchBlock]: z.object({ [actionIds.homeSearch]: z.object({ value: z.string() }) }) }),
  }),
});

/** What stands in the search field of a view that came back from Slack; empty where there is none. */
export function readTyped(view: unknown): string {
  const read = searched.safeParse(view);
  return read.success ? read.data.state.values[searchBlock][actionIds.homeSearch].value : '';
}

function toQuestionBlocks({ typed, entries, page: wanted, team }: Home): readonly KnownBlock[] {
  if (typed !== '') return toFoundBlocks(typed, entries);
  if (entries.length === 0) return [toSection(escapeMrkdwn(home.none))];
  const hasBoard = team !== null && team.boards.length > 0;
  const { items, page, pages } = toPage(entries, wanted, hasBoard ? questionsBesideBoard : questionsAPage);
  return [
    ...groupByPost(items).flatMap(({ post, entries: ofPost }): readonly KnownBlock[] => [
      toSection(toPostLine(post)),
      ...ofPost.map(toEntryBlock),
    ]),
    ...(pages === 1 ? [] : [toPageButtons(page, pages, actionIds.homePage)]),
  ];
}

function toFoundBlocks(typed: string, entries: readonly ListedEntry[]): readonly KnownBlock[] {
  const safe = toSafeLine(typed, 100);
  if (entries.length === 0) return [toSection(home.foundNone(safe))];
  return [toContext(home.found(entries.length, safe)), ...entries.map(toEntryBlock)];
}

function toEntryBlock(entry: ListedEntry): SectionBlock {
  return {
    type: 'section',
    text: { type: 'mrkdwn', text: toQuestionLink(entry) },
    accessory: toButton(actionIds.showAnswer, home.showAnswer, entry.key),
  };
}
