// Small charts as SVG, each with its table: who cannot see the one reads the other. Pure. Texts come in plain and are escaped here.
import { toHtml, toReportPage } from './report-page.ts';

/** How charts and their tables look, as CSS. */
const chartStyle = `svg { display: block; width: 100%; height: auto; margin: .5rem 0; background: var(--shade); border-radius: .4rem; } .plot { max-width: 24rem; }
.answer { fill: var(--answer); } .suggest { fill: var(--suggest); } .uncovered { fill: var(--uncovered); } .silent { fill: var(--silent); }
.axis { stroke: var(--soft); stroke-width: 1; stroke-dasharray: 4 4; } text { fill: var(--ink); font: 12px system-ui, sans-serif; }
.key { display: flex; flex-wrap: wrap; gap: .25rem 1rem; list-style: none; padding: 0; margin: .25rem 0; } .key svg { display: inline-block; width: .8rem; height: .8rem; margin: 0 .35rem 0 0; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; } caption { text-align: left; color: var(--soft); }
th, td { border-top: 1px solid var(--line); padding: .3rem .5rem; text-align: right; } th:first-child, td:first-child { text-align: left; }
`;

/** A page of charts: `charts` is HTML, all else plain text. */
export function toChartPage(title: string, intro: readonly string[], charts: readonly string[]): string {
  return toReportPage(title, {
    style: chartStyle,
    intro: intro.map((line) => `<p class="soft">${toHtml(line)}</p>`).join(''),
    body: charts.join('\n'),
  });
}

/** A class of the page's style, which gives the colour. */
export type Tone = 'answer' | 'suggest' | 'uncovered' | 'silent';

export interface Series {
  readonly tone: Tone;
  readonly name: string;
}

export interface Bar {
  readonly label: string;
  /** One for each series. */
  readonly values: readonly number[];
}

export interface Chart {
  readonly title: string;
  /** What the bars are: the first column of the table. */
  readonly of: string;
  readonly series: readonly Series[];
  readonly bars: readonly Bar[];
}

const [width, rowHeight, labelWidth, barHeight] = [640, 22, 190, 14];
const longestLabel = 26;

/** Bars that lie one under another, each divided by series. */
export function toBarChart({ title, of, series, bars }: Chart): string {
  const most = Math.max(1, ...bars.map(({ values }) => values.reduce((sum, value) => sum + value, 0)));
  const scale = (width - labelWidth - 60) / most;
  const rows = bars.map((bar, at) => toRow(bar, { series, scale, y: 8 + at * rowHeight }));
  const height = 16 + bars.length * rowHeight;
  const drawn = `<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${toHtml(title)}">${rows.join('')}</svg>`;
  return `<section><h2>${toHtml(title)}</h2>${toKey(series)}${drawn}${toTable([of, ...series.map(({ name }) => name)], bars.map(toCells))}</section>`;
}

function toRow(
  { label, values }: Bar,
  { series, scale, y }: { series: readonly Series[]; scale: number; y: number },
): string {
  let x = labelWidth;
  const parts = values.map((value, place) => {
    const part = `<rect x="${x.toFixed(1)}" y="${y}" width="${(value * scale).toFixed(1)}" height="${barHeight}" class="${series[place]?.tone ?? 'silent'}"/>`;
    x += value * scale;
    return part;
  });
  const short = label.length > longestLabel ? `${label.slice(0, longestLabel - 1)}…` : label;
  const sum = values.reduce((total, value) => total + value, 0);
  return `<text x="8" y="${y + 12}">${toHtml(short)}</text>${parts.join('')}<text x="${(x + 6).toFixed(1)}" y="${y + 12}">${sum}</text>`;
}

function toCells({ label, values }: Bar): readonly string[] {
  return [label, ...values.map(String)];
}

function toKey(series: readonly Series[]): string {
  const dot = (tone: Tone) =>
    `<svg viewBox="0 0 10 10" aria-hidden="true"><rect width="10" height="10" class="${tone}"/></svg>`;
  return `<ul class="key">${series.map(({ tone, name }) => `<li>${dot(tone)}${toHtml(name)}</li>`).join('')}</ul>`;
}

/** `head` and cells are plain text. */
export function toTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = (tag: 'td' | 'th', texts: readonly string[]) =>
    texts.map((text) => `<${tag}${tag === 'th' ? ' scope="col"' : ''}>${toHtml(text)}</${tag}>`).join('');
  return `<details><summary>As a table</summary><table><thead><tr>${cells('th', head)}</tr></thead><tbody>${rows.map((row) => `<tr>${cells('td', row)}</tr>`).join('')}</tbody></table></details>`;
}

export interface Point {
  /** Both from 0 to 1. */
  readonly said: number;
  readonly came: number;
  /** How many stand behind it. */
  readonly count: number;
}

/** How often what was said with so much confidence was right: on the dashed line it is exactly as often. */
export function toReliabilityPlot(title: string, points: readonly Point[]): string {
  const [size, edge] = [320, 36];
  const place = (share: number) => edge + share * (size - 2 * edge);
  const most = Math.max(1, ...points.map(({ count }) => count));
  const dots = points.map(({ said, came, count }) => {
    const radius = 3 + 7 * Math.sqrt(count / most);
    return `<circle cx="${place(said).toFixed(1)}" cy="${(size - place(came)).toFixed(1)}" r="${radius.toFixed(1)}" class="answer"/>`;
  });
  const line = `<line x1="${edge}" y1="${size - edge}" x2="${size - edge}" y2="${edge}" class="axis"/>`;
  const words = `<text x="${edge}" y="${size - 12}">said: 0%</text><text x="${size - edge - 30}" y="${size - 12}">100%</text><text x="6" y="${edge - 10}">right: 100%</text>`;
  const percent = (share: number) => `${Math.round(100 * share)}%`;
  const rows = points.map(({ said, came, count }) => [percent(said), percent(came), String(count)]);
  const drawn = `<svg class="plot" viewBox="0 0 ${size} ${size}" role="img" aria-label="${toHtml(title)}">${line}${dots.join('')}${words}</svg>`;
  return `<section><h2>${toHtml(title)}</h2>${drawn}${toTable(['said', 'right', 'how many'], rows)}</section>`;
}
