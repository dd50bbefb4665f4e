// `rolecall stats`: what was asked and answered lately, as text, JSON or a page with charts.
import { readKnowledge } from '../../files/knowledge-folder.ts';
import { replaceFile } from '../../files/replace-file.ts';
import { countByPost } from '../../use-cases/reports/count-by-post.ts';
import { type StatsReport, toStatsPage } from '../../use-cases/reports/stats-page.ts';
import { toFolderOptions } from '../config.ts';
import { type CommandContext, toJson } from './output.ts';
import { withState } from './with-state.ts';

export interface StatsOptions {
  readonly days: number;
  /** Where the page goes, or null for none. */
  readonly html: string | null;
  readonly json: boolean;
}

const dayMs = 86_400_000;
const mostReplies = 100_000;
const mostPosts = 15;

/** Prints the figures and writes the page. Returns the exit code. Throws where the state or the notes cannot be read, or the page not written. */
export async function runStats(context: CommandContext, { days, html, json }: StatsOptions): Promise<number> {
  const now = Date.now();
  const since = now - days * dayMs;
  const { entries } = await readKnowledge({ ...toFolderOptions(context.config), now: () => now });
  const report = await withState(context, async ({ decisions, replies, votes }): Promise<StatsReport> => {
    const titles = new Map(entries.map(({ key, post }) => [key, post.title]));
    const keys = await replies.listAnsweredKeys(null, since, mostReplies);
    return {
      days: await decisions.countByDaySince(null, since),
      posts: countByPost(keys, titles, { most: mostPosts, gone: 'no longer in the notes' }),
      votes: await votes.countSince(null, since),
      reasons: await votes.countReasonsSince(null, since),
    };
  });
  const toDay = (time: number) => new Date(time).toISOString().slice(0, 10);
  if (html !== null) await replaceFile(html, toStatsPage(report, toDay(since), toDay(now)));
  context.out(json ? toJson(report) : render(report, days));
  if (html !== null) context.note(`The page is ${html}.`);
  return 0;
}

function render({ days, votes }: StatsReport, period: number): string {
  const sum = (kind: 'answer' | 'suggest' | 'uncovered' | 'silent') =>
    days.reduce((total, { decided }) => total + decided[kind], 0);
  return [
    `The last ${period} days: ${sum('answer')} answered, ${sum('suggest')} suggested, ${sum('uncovered')} not in the notes, ${sum('silent')} left alone.`,
    `Votes: ${votes.helpful} helpful, ${votes['not-what-i-asked']} not what was asked.`,
  ].join('\n');
}
