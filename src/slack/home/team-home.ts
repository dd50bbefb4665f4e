// The team's part of App Home. Edge.
import type { ConfirmationDialog, KnownBlock, SectionBlock } from '@slack/types';
import { commands, formatDate, home, offers, teamWords } from '../../answer/wording.ts';
import type { TeamHome } from '../../use-cases/home/read-home.ts';
import { type Stats, toHelpfulRate } from '../../use-cases/reports/read-stats.ts';
import { actionIds } from '../action-ids.ts';
import { toSection } from '../answer/answer-blocks.ts';
import { toButton, toConfirm, toPlain } from '../blocks/elements.ts';
import { cutText, neutraliseMentions } from '../blocks/mrkdwn.ts';
import { toDraftBlocks } from '../drafts/draft-blocks.ts';
import { toOpenBlocks } from '../learn/offers-message.ts';
import { toSafeLine } from '../notes/question-list.ts';
import { toFaultLines } from '../reports/team-reports.ts';
import { toGroupBlocks } from '../reports/unanswered-blocks.ts';

const maxGroups = 3;
const maxFaults = 5;
const maxLearned = 4;
const maxOffers = 2;
const maxDrafts = 3;

export function toTeamBlocks(team: TeamHome): readonly KnownBlock[] {
  return [
    { type: 'divider' },
    { type: 'header', text: toPlain(home.team, 150) },
    ...toUnansweredBlocks(team),
    ...toWeekBlocks(team.stats),
    toSection(toHelpfulText(team.stats)),
    toSection(toNotesText(team)),
    ...toDraftBlocks(team.drafts, { max: maxDrafts, listId: 'draft-home' }),
    ...toOfferBlocks(team),
    ...toLearnedBlocks(team),
  ];
}

function toUnansweredBlocks({ unanswered, viewer }: TeamHome): readonly KnownBlock[] {
  if (unanswered.length === 0) return [toSection(`${home.unanswered}\n${commands.unansweredNone}`)];
  return [
    toSection(home.unanswered),
    ...toGroupBlocks(unanswered, { max: maxGroups, blockId: 'unanswered-home', viewer }),
  ];
}

const longestBar = 8;

/** The week in two tables with bars, which Slack draws and screen readers read; nothing where nobody has said anything. */
function toWeekBlocks({ week, weekByPost }: Stats): readonly KnownBlock[] {
  if (week.length === 0) return [];
  const { answer, suggest, uncovered } = commands.stats;
  const asked = week.map(({ decided }) => decided.answer + decided.suggest + decided.uncovered);
  const days = week.map(({ day, decided, helpful }, at) => [
    formatDate(day),
    toBar(asked[at] ?? 0, asked),
    ...[decided.answer, decided.suggest, decided.uncovered, helpful].map(String),
  ]);
  const answers = weekByPost.map((post) => post.answers);
  const posts = weekByPost.map(({ title, answers: times }) => [
    cutText(neutraliseMentions(title === '' ? home.gonePost : title), 100),
    toBar(times, answers),
  ]);
  return [
    toSection(home.week),
    toTable([home.day, home.asked, answer, suggest, uncovered, home.foundHelpful], days),
    ...(posts.length === 0 ? [] : [toTable([home.post, home.answers], posts)]),
  ];
}

function toTable(head: readonly string[], rows: readonly (readonly string[])[]): KnownBlock {
  const toRow = (texts: readonly string[]) => texts.map((text) => ({ type: 'raw_text' as const, text }));
  return { type: 'table', rows: [head, ...rows].map(toRow) };
}

/** The figure first, for who hears it. */
function toBar(value: number, all: readonly number[]): string {
  if (value === 0) return '0';
  return `${value} ${'▇'.repeat(Math.max(1, Math.round((longestBar * value) / Math.max(...all))))}`;
}

function toHelpfulText({ votes }: Stats): string {
  const rate = toHelpfulRate(votes);
  if (rate === null) return home.noVotes;
  return home.helpful(Math.round(rate * 100), votes.helpful + votes['not-what-i-asked']);
}

function toNotesText({ summary, reading }: TeamHome): string {
  const { posts, entries, phrasings, faults } = summary;
  const state =
    entries === 0 && faults.length === 0
      ? [commands.noNotes]
      : faults.length === 0
        ? [commands.noFaults]
        : [commands.faults(faults.length), ...toFaultLines(faults, maxFaults)];
  return [home.notes(posts, entries, phrasings), home.reading[reading], ...state].join('\n');
}

function toOfferBlocks({ offers: open }: TeamHome): readonly KnownBlock[] {
  return open.length === 0 ? [] : [toSection(offers.title), ...toOpenBlocks(open, maxOffers)];
}

function toLearnedBlocks({ learned }: TeamHome): readonly KnownBlock[] {
  if (learned.length === 0) return [];
  const more = learned.length > maxLearned ? [toSection(commands.more(learned.length - maxLearned))] : [];
  const shown = learned.slice(0, maxLearned).map(toLearnedBlock);
  return [toSection(home.learned), ...shown, ...more];
}

function toLearnedBlock({ id, wording, question, entryId }: TeamHome['learned'][number]): SectionBlock {
  return {
    type: 'section',
    text: { type: 'mrkdwn', text: home.learnedFor(toSafeLine(wording), toSafeLine(question ?? entryId)) },
    accessory: { ...toButton(actionIds.homeForget, teamWords.forget, id), confirm: toForgetConfirm() },
  };
}

function toForgetConfirm(): ConfirmationDialog {
  const { forgetTitle: title, forgetText: text, forget: confirm, keep: deny } = home;
  return toConfirm({ title, text, confirm, deny });
}
