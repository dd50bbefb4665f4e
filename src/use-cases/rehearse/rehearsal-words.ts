// The words in which a rehearsal is told, on the terminal and on its page. Pure.
import type { DecisionKind } from '../../answer/decision.ts';
import { count, nameSome } from '../../quality/summarize-notes.ts';
import type { Rehearsal } from './rehearsal.ts';

export const decisionLines: Readonly<Record<DecisionKind, string>> = {
  answer: 'Answered in a thread',
  suggest: 'Suggested quietly',
  uncovered: 'Not in the notes',
  silent: 'Left alone',
};

export const decisionOrder: readonly DecisionKind[] = ['answer', 'suggest', 'uncovered', 'silent'];

/** "#general, #help", and how many more where they are many. */
export function nameChannels(channels: readonly string[]): string {
  return nameSome(
    channels.map((name) => `#${name}`),
    8,
  );
}

/** "264 messages of 5 people in #general, #help, from 2026-01-05 to 2026-02-11 (5.3 weeks)." */
export function describeScope({ messages, people, period }: Rehearsal, channels: readonly string[]): string {
  const who = people === 0 ? '' : ` of ${count(people, 'person', 'people')}`;
  const where = channels.length === 0 ? '' : ` in ${nameChannels(channels)}`;
  const lasted = period === null || period.weeks === null ? '' : ` (${count(Number(period.weeks.toFixed(1)), 'week')})`;
  const when = period === null ? '' : `, from ${period.first} to ${period.last}${lasted}`;
  return `${count(messages, 'message')}${who}${where}${when}.`;
}

/** Examples of a row that are shown at once. */
export const shownExamples = 3;

/** How often in a week, or null where the messages do not tell. */
export function toWeekly({ period }: Rehearsal, count: number, unit = ''): string | null {
  const weeks = period?.weeks ?? null;
  return weeks === null ? null : `${(count / weeks).toFixed(1)}${unit} a week`;
}

/** One sentence on how often the bot would have spoken. */
export function describeSpeaking(rehearsal: Rehearsal): string {
  const { decisions, messages } = rehearsal;
  const share = messages === 0 ? 0 : (100 * decisions.answer) / messages;
  const often = toWeekly(rehearsal, decisions.answer, ' times') ?? count(decisions.answer, 'time');
  return `It would have spoken in the channel ${often}, to ${share.toFixed(1)}% of the messages.`;
}
