// Opens the built page in a real Chromium, against a real workspace, and watches for whatever the browser complains about.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { expect, onTestFinished } from 'vitest';
import type { LocalWorkspace } from '../../../../src/workspace/server/local-workspace.ts';
import { findChromium } from '../../../requirements.ts';

const require = createRequire(import.meta.url);
const axeSource = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

const PAGE_DIR = fileURLToPath(new URL('../../../../dist/workspace/page', import.meta.url));

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const PHONE = { width: 360, height: 740 };

/** Where the page was built. Throws where it was not: a browser test without a page would prove nothing. */
export function findPageDir(): string {
  if (!existsSync(`${PAGE_DIR}/index.html`)) throw new Error('The page is not built: run `node build.mjs` first');
  return PAGE_DIR;
}

export async function launchBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error('No Chromium: browser tests run only where findChromium() finds one');
  return await chromium.launch({ executablePath, args: FLAGS });
}

export interface OpenOptions extends BrowserContextOptions {
  /** Acts as this person; without one the page chooses. */
  readonly userId?: string;
  /** Complaints that the test itself provokes. */
  readonly tolerate?: RegExp;
}

/**
 * A page of its own for one test. When the test ends it fails if the browser reported an error, a breach of the content
 * security policy, or a request to anywhere but the workspace.
 */
export async function openPage(browser: Browser, workspace: LocalWorkspace, options: OpenOptions = {}): Promise<Page> {
  const { userId, tolerate, ...rest } = options;
  const context = await browser.newContext({ reducedMotion: 'reduce', ...rest });
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    if (new URL(request.url()).host !== new URL(workspace.url).host) complaints.push(`asked for ${request.url()}`);
  });
  onTestFinished(async () => {
    await context.close();
    expect(complaints.filter((complaint) => tolerate?.test(complaint) !== true)).toEqual([]);
  });
  await page.goto(userId === undefined ? workspace.url : `${workspace.url}/?as=${userId}`);
  await page.getByRole('textbox', { name: /^Message / }).waitFor();
  return page;
}

interface Violation {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

/** What axe-core finds serious or critical, as lines; the page must have been opened with `bypassCSP`. */
export async function findBarriers(page: Page): Promise<readonly string[]> {
  if (!(await page.evaluate<boolean>('"axe" in window'))) await page.evaluate(axeSource);
  const violations = await page.evaluate<readonly Violation[]>('axe.run(document).then((found) => found.violations)');
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`));
}
