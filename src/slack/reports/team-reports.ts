// What the team reads about notes and votes: `reload`, `stats`. Edge.
import type { DecisionKind } from '../../answer/decision.ts';
import { commands, votes as voteWords } from '../../answer/wording.ts';
import type { Fault } from '../../knowledge/fault.ts';
import { describeFault } from '../../use-cases/notes/keep-knowledge.ts';
import type { NotesSummary } from '../../use-cases/notes/notes.ts';
import type { Stats } from '../../use-cases/reports/read-stats.ts';
import { type ReasonCounts, voteReasons } from '../../use-cases/vote/vote-store.ts';
import { toSafeLine } from '../notes/question-list.ts';

const maxFaults = 10;
const kinds: readonly DecisionKind[] = ['answer', 'suggest', 'uncovered', 'silent'];

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
