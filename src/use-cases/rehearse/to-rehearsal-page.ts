// A rehearsal as one page that needs nothing besides: no script, no picture, no font from elsewhere. Pure.
import { reasons } from '../../answer/wording.ts';
import { count } from '../../quality/summarize-notes.ts';
import { toHtml, toReportPage } from '../reports/report-page.ts';
import type { EntryRow, Rehearsal } from './rehearsal.ts';
import {
  decisionLines,
  decisionOrder,
  describeScope,
  describeSpeaking,
  shownExamples,
  toWeekly,
} from './rehearsal-words.ts';

const style = `.bar { display: block; width: 100%; height: .9rem; margin: 1.25rem 0 .75rem; border-radius: .45rem; background: var(--shade); }
.answer { background: var(--answer); fill: var(--answer); } .suggest { background: var(--suggest); fill: var(--suggest); } .uncovered { background: var(--uncovered); fill: var(--uncovered); } .silent { background: var(--silent); fill: var(--silent); }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr)); gap: .75rem; margin: 0; }
.figures div { border: 1px solid var(--line); border-radius: .5rem; padding: .6rem .8rem; }
.figures dt { color: var(--soft); font-size: .875rem; } .figures dd { margin: 0; font-size: 1.5rem; line-height: 1.3; font-weight: 600; font-variant-numeric: tabular-nums; }
.figures dd small { font-size: .875rem; font-weight: 400; color: var(--soft); display: block; }
.figures .answer, .figures .suggest, .figures .uncovered, .figures .silent { display: inline-block; width: .7rem; height: .7rem; border-radius: 50%; margin-right: .4rem; }
ol { list-style: none; margin: 0; padding: 0; } li { border-top: 1px solid var(--line); padding: .5rem 0; }
.row { display: grid; grid-template-columns: 3.5rem 1fr; gap: .75rem; } .row > b { text-align: right; font-variant-numeric: tabular-nums; }
ul { list-style: none; margin: .15rem 0 0; padding: 0; color: var(--soft); font-size: .9rem; } ul li { border: 0; padding: .1rem 0; }
a { color: inherit; } details summary { cursor: pointer; color: var(--soft); padding: .5rem 0; }
`;

/** Rows shown before the rest is folded away. */
const shownRows = 20;

export interface PageFrame {
  readonly channels: readonly string[];
  /** ISO 8601 date on which it was made. */
  readonly madeOn: string;
}

/** The page. Every word that somebody wrote is escaped; links lead to the notes alone. */
export function toRehearsalPage(rehearsal: Rehearsal, { channels, madeOn }: PageFrame): string {
  const { answered, suggested, uncovered, leftAlone } = rehearsal;
  const intro = `
<p>${toHtml(describeScope(rehearsal, channels))}</p>
<p class="soft">${toHtml(describeSpeaking(rehearsal))} Replayed on ${toHtml(madeOn)} with the notes as they were; nothing was posted.</p>
`;
  const body = `${toBar(rehearsal)}
<dl class="figures">${decisionOrder.map((kind) => toFigure(rehearsal, kind)).join('')}</dl>
${toSection('Answered in a thread', 'By the entry that answers.', answered.map(toEntryRow))}
${toSection('Suggested quietly', 'To the asker alone; by the likeliest of the three entries.', suggested.map(toEntryRow))}
${toSection(
  'Not in the notes',
  'Questions alike stand together: the first ones are the notes to write.',
  uncovered.map(({ text, count }) => toRow(count, toHtml(text), [])),
)}
${toSection(
  'Left alone, and why',
  '',
  leftAlone.map(({ reason, count, examples }) =>
    toRow(
      count,
      toHtml(reasons[reason]),
      examples.map((text) => `“${toHtml(text)}”`),
    ),
  ),
)}`;
  return toReportPage('What Rolecall would have said', { style, intro, body });
}

function toBar({ decisions, messages }: Rehearsal): string {
  // Attributes of an SVG say the widths: the policy forbids those of a style.
  const widths = decisionOrder.map((kind) => (messages === 0 ? 0 : (100 * decisions[kind]) / messages));
  const starts = widths.map((_, at) => widths.slice(0, at).reduce((sum, width) => sum + width, 0));
  const parts = decisionOrder.map(
    (kind, at) =>
      `<rect x="${(starts[at] ?? 0).toFixed(2)}" width="${(widths[at] ?? 0).toFixed(2)}" height="6" class="${kind}"/>`,
  );
  return `<svg class="bar" viewBox="0 0 100 6" preserveAspectRatio="none" role="img" aria-label="Shares of the messages">${parts.join('')}</svg>`;
}

function toFigure(rehearsal: Rehearsal, kind: (typeof decisionOrder)[number]): string {
  const count = rehearsal.decisions[kind];
  const share = rehearsal.messages === 0 ? 0 : (100 * count) / rehearsal.messages;
  const weekly = toWeekly(rehearsal, count);
  return `<div><dt><span class="${kind}"></span>${toHtml(decisionLines[kind])}</dt><dd>${count.toLocaleString('en')}<small>${share.toFixed(1)}%${weekly === null ? '' : ` · ${toHtml(weekly)}`}</small></dd></div>`;
}

function toSection(title: string, intro: string, rows: readonly string[]): string {
  if (rows.length === 0) return '';
  const rest = rows.slice(shownRows);
  const folded =
    rest.length === 0
      ? ''
      : `<details><summary>${count(rest.length, 'more row')}</summary><ol>${rest.join('')}</ol></details>`;
  return `<section><h2>${toHtml(title)}</h2>${intro === '' ? '' : `<p class="soft">${toHtml(intro)}</p>`}<ol>${rows.slice(0, shownRows).join('')}</ol>${folded}</section>`;
}

function toEntryRow({ entry, name, count, examples }: EntryRow): string {
  const question = toHtml(name);
  const isLink = entry.url !== null && /^https?:\/\//i.test(entry.url);
  const heading = isLink ? `<a href="${toHtml(entry.url ?? '')}">${question}</a>` : question;
  return toRow(
    count,
    heading,
    examples.map(({ text, confidence, channel, date }) => {
      const where = [channel === null ? '' : `#${channel}`, date ?? ''].filter((part) => part !== '').join(', ');
      return `“${toHtml(text)}” ${Math.round(100 * confidence)}%${where === '' ? '' : ` · ${toHtml(where)}`}`;
    }),
  );
}

/** `heading` and `lines` are HTML. */
function toRow(count: number, heading: string, lines: readonly string[]): string {
  const toList = (some: readonly string[]) =>
    some.length === 0 ? '' : `<ul>${some.map((line) => `<li>${line}</li>`).join('')}</ul>`;
  const rest = lines.slice(shownExamples);
  const folded =
    rest.length === 0
      ? ''
      : `<details><summary>${rest.length.toLocaleString('en')} more</summary>${toList(rest)}</details>`;
  const listed = toList(lines.slice(0, shownExamples)) + folded;
  return `<li class="row"><b>${count.toLocaleString('en')}</b><div>${heading}${listed}</div></li>`;
}
