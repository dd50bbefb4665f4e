// What the team reads about questions, notes and votes: `unanswered`, `reload`, `stats`. Edge.
import type { KnownBlock } from '@slack/types';
import type { DecisionKind } from '../../answer/decision.ts';
import { commands, votes as voteWords } from '../../answer/wording.ts';
import type { Fault } from '../../knowledge/fault.ts';
import { describeFault } from '../../use-cases/notes/keep-knowledge.ts';
import type { NotesSummary } from '../../use-cases/notes/notes.ts';
import type { UnansweredGroup } from '../../use-cases/reports/list-unanswered.ts';
import type { Stats } from '../../use-cases/reports/read-stats.ts';
import { type ReasonCounts, voteReasons } from '../../use-cases/vote/vote-store.ts';
import { toSection } from '../answer/answer-blocks.ts';
import type { ReplyMessage } from '../answer/reply-message.ts';
import { toSafeLine } from '../notes/question-list.ts';

const maxGroups = 25;
const maxFaults = 10;
const kinds: readonly DecisionKind[] = ['answer', 'suggest', 'uncovered', 'silent'];

export function toUnansweredMessage(groups: readonly UnansweredGroup[]): ReplyMessage {
  if (groups.length === 0) return { text: commands.unansweredNone, blocks: [toSection(commands.unansweredNone)] };
  const blocks: KnownBlock[] = [
    { type: 'header', text: { type: 'plain_text', text: commands.unansweredTitle, emoji: false } },
    ...groups.slice(0, maxGroups).map((group) => toSection(toGroupLine(group))),
    ...(groups.length > maxGroups ? [toSection(commands.more(groups.length - maxGroups))] : []),
  ];
  return { text: commands.unansweredTitle, blocks };
}

/** The question as it was put last, how often, and when. */
export function toGroupLine({ text, questions }: UnansweredGroup): string {
  const last = new Date(questions[0]?.askedAt ?? 0).toISOString();
  return `“${toSafeLine(text)}”\n_${commands.askedLast(questions.length, last)}_`;
}

export function toReloadText({ entries, posts, faults }: NotesSummary): string {
  const read = commands.reloaded(entries, posts);
  if (faults.length === 0) return `${read} ${entries === 0 ? commands.noNotes : commands.noFaults}`;
  return [`${read} ${commands.faults(faults.length)}`, ...toFaultLines(faults, maxFaults)].join('\n');
}

/** Each with file, line, what is wrong and how to put it right. */
export function toFaultLines(faults: readonly Fault[], max: number): readonly string[] {
  const shown = faults.slice(0, max).map((fault) => `• ${toSafeLine(describeFault(fault))}`);
  return faults.length > max ? [...shown, commands.more(faults.length - max)] : shown;
}

export function toStatsText({ days, decided, votes, reasons }: Stats): string {
  return [
    `*${commands.statsTitle(days)}*`,
    ...kinds.map((kind) => `• ${decided[kind]} ${commands.stats[kind]}`),
    commands.votes(votes.helpful, votes['not-what-i-asked']),
    ...toReasonLine(reasons),
  ].join('\n');
}

/** What was wrong with the answers, the most frequent first; nothing where nobody said. */
export function toReasonLine(reasons: ReasonCounts): readonly string[] {
  const given = voteReasons.filter((reason) => reasons[reason] > 0).toSorted((a, b) => reasons[b] - reasons[a]);
  const named = given.map((reason) => `${voteWords.reasons[reason]}: ${reasons[reason]}`);
  return named.length === 0 ? [] : [`_${named.join(' · ')}_`];
}
