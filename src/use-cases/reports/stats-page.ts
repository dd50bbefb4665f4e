// The weeks behind as a page: by day, by post, and what people thought of it. Pure.
import type { DecisionKind } from '../../answer/decision.ts';
import type { DayCounts } from '../interfaces/decision-store.ts';
import type { ReasonCounts, VoteCounts } from '../vote/vote-store.ts';
import { type Series, toBarChart, toChartPage } from './charts.ts';
import type { PostCount } from './count-by-post.ts';

export interface StatsReport {
  readonly days: readonly DayCounts[];
  /** Titles of posts with how often an entry of theirs was the answer, the most often first. */
  readonly posts: readonly PostCount[];
  readonly votes: VoteCounts;
  readonly reasons: ReasonCounts;
}

/** What was left alone is no question: it is not drawn. */
const drawn: readonly DecisionKind[] = ['answer', 'suggest', 'uncovered'];
const names = {
  answer: 'answered',
  suggest: 'suggested',
  uncovered: 'not in the notes',
  silent: 'left alone',
} as const;
const reasonNames = {
  'another-question': 'another question',
  'out-of-date': 'out of date',
  'not-enough': 'not enough',
} as const;

/** `since`, `until`: days in ISO 8601. */
export function toStatsPage({ days, posts, votes, reasons }: StatsReport, since: string, until: string): string {
  const series = drawn.map((kind): Series => ({ tone: kind as Series['tone'], name: names[kind] }));
  const byDay = days.map(({ day, decided }) => ({ label: day, values: drawn.map((kind) => decided[kind]) }));
  const byPost = posts.map(({ title, answers }) => ({ label: title, values: [answers] }));
  const opinions = [
    { label: 'helpful', values: [votes.helpful, 0] },
    { label: 'not what I asked', values: [0, votes['not-what-i-asked']] },
    ...Object.entries(reasonNames).map(([reason, name]) => ({
      label: `… ${name}`,
      values: [0, reasons[reason as keyof ReasonCounts]],
    })),
  ];
  const charts = [
    toBarChart({ title: 'By day', of: 'day', series, bars: byDay }),
    toBarChart({ title: 'Answers by post', of: 'post', series: [{ tone: 'answer', name: 'answers' }], bars: byPost }),
    toBarChart({
      title: 'What people thought of the answers',
      of: 'vote',
      series: [
        { tone: 'answer', name: 'helpful' },
        { tone: 'uncovered', name: 'not' },
      ],
      bars: opinions,
    }),
  ];
  return toChartPage('What Rolecall was asked', [`${since} to ${until}. Counts only: no question, no name.`], charts);
}
