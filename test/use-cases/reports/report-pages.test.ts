// The pages of `stats --html` and `check --html`: escaped, let nothing in, and can be read without seeing the charts.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it, onTestFinished, test } from 'vitest';
import { toReliabilityPlot } from '../../../src/use-cases/reports/charts.ts';
import { toCheckPage } from '../../../src/use-cases/reports/check-page.ts';
import { type StatsReport, toStatsPage } from '../../../src/use-cases/reports/stats-page.ts';
import { openBrowser } from '../../open-browser.ts';
import { findChromium } from '../../requirements.ts';

const hostile = '</text><script>alert(1)</script>"\' onload=x <img src=https://evil.example/x>';
const report: StatsReport = {
  days: [
    { day: '2026-10-01', decided: { answer: 7, suggest: 2, uncovered: 1, silent: 30 } },
    { day: '2026-10-02', decided: { answer: 3, suggest: 0, uncovered: 4, silent: 12 } },
  ],
  posts: [
    { title: hostile, answers: 8 },
    { title: 'The keeper', answers: 2 },
  ],
  votes: { helpful: 5, 'not-what-i-asked': 3 },
  reasons: { 'another-question': 1, 'out-of-date': 2, 'not-enough': 0 },
};
const standing = { answered: 40, suggested: 35, missed: 25, lacking: 3, entries: 3 };
const rows = [
  { from: 0.2, own: 10, right: 2, unanswerable: 3 },
  { from: 0.9, own: 30, right: 29, unanswerable: 0 },
];
const quiet = { suggestInChannel: 0.5, reached: 0.8, near: 0.1, notCovered: 0.1 };
const shares = {
  answerInChannel: 0.8,
  answeredRight: 0.6,
  answeredWrong: 0.02,
  nearReplies: 0.1,
  notCoveredReplies: 0.05,
};
const calibration = { reading: 'words' as const, ...shares, quiet, rows };

const pages = {
  stats: toStatsPage(report, '2026-10-01', '2026-10-31'),
  check: toCheckPage({ standing, calibration, summary: [hostile] }, '2026-10-31'),
  'check without notes': toCheckPage({ standing: null, calibration: null, summary: [] }, '2026-10-31'),
};

test.each(Object.entries(pages))('%s: nothing from elsewhere, and what people wrote is text', (_, page) => {
  expect(page).toContain("default-src 'none'");
  const tags = page.match(/<[^>]*>/g)?.join('\n') ?? '';
  expect(tags).not.toMatch(/<(?:script|img|a|iframe)\b|\son\w+=|\ssrc=|\shref=/i);
});

test('says the same in its tables as in its charts', () => {
  expect(pages.stats).toContain('<td>2026-10-01</td><td>7</td><td>2</td><td>1</td>');
  expect(pages.stats).toContain('<td>… out of date</td><td>0</td><td>2</td>');
  expect(pages.check).toContain('<td>these notes</td><td>40</td><td>35</td><td>25</td>');
  expect(pages.check).toContain('<td>95%</td><td>97%</td><td>30</td>');
});

test('what is right as often as it was said lies on the line', () => {
  const plot = toReliabilityPlot('p', [{ said: 0.5, came: 0.5, count: 1 }]);
  expect(plot).toContain('cx="160.0" cy="160.0"');
});

describe.runIf(findChromium() !== null)('in a browser', () => {
  it.each(Object.entries(pages))('%s shows itself whole, without a complaint, light and dark', async (_, page) => {
    const browser = await openBrowser();
    const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
    for (const colorScheme of ['light', 'dark'] as const) {
      const tab = await browser.newPage({ colorScheme, bypassCSP: true });
      onTestFinished(() => tab.close());
      const complaints: string[] = [];
      tab.on('request', (request) => complaints.push(request.url()));
      await tab.setContent(page);
      for (const summary of await tab.locator('summary').all()) {
        await summary.focus();
        await tab.keyboard.press('Enter');
      }
      expect(await tab.locator('details:not([open])').count()).toBe(0);
      await tab.addScriptTag({ content: axe });
      const found = await tab.evaluate('axe.run().then(({ violations }) => violations.map(({ id }) => id))');
      expect(found).toEqual([]);
      for (const width of [1280, 360]) {
        await tab.setViewportSize({ width, height: 740 });
        expect(await tab.evaluate('document.documentElement.scrollWidth <= innerWidth'), `${width}`).toBe(true);
      }
      expect(complaints).toEqual([]);
    }
  });
});
