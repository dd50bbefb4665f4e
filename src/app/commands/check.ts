// `rolecall check`: the notes doctor, and how well the confidence does on these notes.

import { readBuiltPages } from '../../files/read-built-site.ts';
import { replaceFile } from '../../files/replace-file.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { type BuiltPages, readIds, splitLink } from '../../quality/check-built-site.ts';
import { examineNotes, type Finding } from '../../quality/doctor.ts';
import { groupFindings, shownOfKind } from '../../quality/group-findings.ts';
import { type CalibrationReport, leaveOneOut } from '../../quality/leave-one-out.ts';
import { toPercent, toTable } from '../../quality/render-evaluation.ts';
import { describeStanding, type Standing, toStanding } from '../../quality/standing.ts';
import { count, summarizeNotes } from '../../quality/summarize-notes.ts';
import { toCheckPage } from '../../use-cases/reports/check-page.ts';
import { openSearch } from './open-search.ts';
import { type CommandContext, toJson } from './output.ts';
import { withState } from './with-state.ts';

export interface CheckOptions {
  readonly json: boolean;
  /** Count what the team taught in Slack, and name entries that it lost. */
  readonly state: boolean;
  /** Show every finding, and not only the first few of each kind. */
  readonly all: boolean;
  /** Folder that the site's generator has built, or null. */
  readonly site: string | null;
  /** Where a page with plots goes, or null for none. */
  readonly html: string | null;
}

const marks: Readonly<Record<Finding['severity'], string>> = { error: 'Error', warning: 'Warning', hint: 'Hint' };

/** Prints what could be better in the notes, faults first. Returns the exit code: 1 where something is an error. */
export async function runCheck(
  context: CommandContext,
  { json, state, all, site, html }: CheckOptions,
): Promise<number> {
  const { config, out } = context;
  const learned = state ? await withState(context, async ({ learned }) => await learned.list()) : [];
  const opened = await openSearch(context, { learned, onFault: () => {} });
  const { knowledge, index } = await opened.look();
  await opened.close();
  const built = site === null ? {} : { built: await readBuilt(site, knowledge, config.SITE_URL ?? null) };
  const findings = examineNotes(knowledge, { now: Date.now(), staleAfterDays: config.STALE_AFTER, ...built });
  const calibration = knowledge.entries.length === 0 ? null : leaveOneOut(index);
  const standing = toStanding(knowledge, index.reading);
  out(
    json
      ? toJson({ findings, standing, calibration })
      : renderCheck(knowledge, findings, { standing, calibration }, all),
  );
  if (html !== null) {
    const summary = [...summarizeNotes(knowledge), toSummary(knowledge.entries.length, findings)];
    await replaceFile(html, toCheckPage({ standing, calibration, summary }, new Date().toISOString().slice(0, 10)));
    context.note(`The page is ${html}.`);
  }
  return findings.some(({ severity }) => severity === 'error') ? 1 : 0;
}

async function readBuilt(folder: string, { entries }: Knowledge, siteUrl: string | null): Promise<BuiltPages> {
  const links = entries.flatMap(({ url }) => (url === null ? [] : [splitLink(url).page]));
  const pages = await readBuiltPages(folder, links, siteUrl);
  return new Map([...pages].map(([page, html]) => [page, html === null ? null : readIds(html)]));
}

function toLines({ severity, file, line, problem, mend }: Finding): string {
  return `${marks[severity]}: ${file === '.' ? 'all notes' : file}${line === null ? '' : `:${line}`}\n  ${problem}\n  ${mend}`;
}

function toGroupLines(group: readonly Finding[]): readonly string[] {
  const shown = group.slice(0, shownOfKind).map(toLines);
  const rest = group.length - shown.length;
  return rest === 0 ? shown : [...shown, `  … and ${rest} more of this kind (--all shows them)`];
}

function renderCheck(
  knowledge: Knowledge,
  findings: readonly Finding[],
  { standing, calibration }: { readonly standing: Standing | null; readonly calibration: CalibrationReport | null },
  all: boolean,
): string {
  const { entries } = knowledge;
  const lines = all ? findings.map(toLines) : groupFindings(findings).flatMap(toGroupLines);
  const summary = toSummary(entries.length, findings);
  return [
    ...lines,
    ...summarizeNotes(knowledge),
    summary,
    ...describeStanding(standing),
    ...(calibration === null ? [] : ['', renderCalibration(calibration)]),
  ].join('\n');
}

function toSummary(entries: number, findings: readonly Finding[]): string {
  const counts = (['error', 'warning', 'hint'] as const).map((severity) =>
    count(findings.filter((finding) => finding.severity === severity).length, severity),
  );
  return `${count(entries, 'entry', 'entries')}: ${counts.join(', ')}.`;
}

function renderCalibration({ reading, answerInChannel, quiet, rows, ...shares }: CalibrationReport): string {
  // Without wordings nothing of their own can be asked: the line on where notes with as many stand says more.
  if (shares.answeredRight === null)
    return `A channel gets an answer from confidence ${answerInChannel.toFixed(2)} on; from ${quiet.suggestInChannel.toFixed(2)} on for the best three together the asker alone gets a suggestion.`;
  return [
    `The notes asked their own wordings, each left out, by ${reading === 'words' ? 'words alone' : 'words and meaning'} (drafted ones are made to be unlike each other; what people ask is found more often):`,
    `  from confidence ${answerInChannel.toFixed(2)} on a channel gets the answer: ${toPercent(shares.answeredRight)} right, ${toPercent(shares.answeredWrong)} wrong;`,
    `  of what nothing answers, ${toPercent(shares.notCoveredReplies)} (not-covered and chatter) and ${toPercent(shares.nearReplies)} (the hardest: an entry left out whole) would get one.`,
    `  From ${quiet.suggestInChannel.toFixed(2)} on for the best three together the asker alone gets a suggestion: with it ${toPercent(quiet.reached)} are answered or find the right entry among the three;`,
    `  ${toPercent(quiet.notCovered)} and ${toPercent(quiet.near)} of what nothing answers would get one.`,
    '',
    toTable([
      ['confidence', 'own wordings', 'found their entry', 'nothing answers'],
      ...rows.map(({ from, own, right, unanswerable }) => [
        `${from.toFixed(1)}–${(from + 0.1).toFixed(1)}`,
        String(own),
        own === 0 ? '–' : toPercent(right / own),
        String(unanswerable),
      ]),
    ]),
  ].join('\n');
}
