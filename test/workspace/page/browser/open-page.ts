// Opens the built page in a real Chromium, against a real workspace, and watches for whatever the browser complains about.
// One browser for all tests of a worker, and pages that are used again: to open a new one costs more than most tests.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import {
  type Browser,
  type BrowserContextOptions,
  type ConsoleMessage,
  chromium,
  type Page,
  type Request,
} from 'playwright-core';
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
  // The page has nothing of other sites in it: one process draws all of them, and none is started for a new one.
  '--disable-site-isolation-trials',
  '--renderer-process-limit=1',
];

export const PHONE = { width: 360, height: 740 };
const DESK = { width: 1280, height: 720 };

/** Where the page was built. Throws where it was not: a browser test without a page would prove nothing. */
export function findPageDir(): string {
  if (!existsSync(`${PAGE_DIR}/index.html`)) throw new Error('The page is not built: run `node build.mjs` first');
  return PAGE_DIR;
}

let browser: Promise<Browser> | undefined;
/** Pages of mouse and keyboard that no test uses at the moment. */
const idle: Page[] = [];

async function launch(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error('No Chromium: browser tests run only where findChromium() finds one');
  return await chromium.launch({ executablePath, args: FLAGS });
}

async function newPage(options: BrowserContextOptions): Promise<Page> {
  browser ??= launch();
  const context = await (await browser).newContext({ reducedMotion: 'reduce', ...options });
  return await context.newPage();
}

export interface OpenOptions {
  /** Acts as this person; without one the page chooses. */
  readonly userId?: string;
  readonly colorScheme?: 'light' | 'dark';
  /** A telephone: narrow, with a touch screen. */
  readonly phone?: boolean;
  /** Complaints that the test itself provokes. */
  readonly tolerate?: RegExp;
}

/** What the browser complains about while a test uses the page; `stop` ends the watch and says it. */
function watch(page: Page, host: string): { readonly stop: () => readonly string[] } {
  const complaints: string[] = [];
  const onConsole = (message: ConsoleMessage): void => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  };
  const onError = (error: Error): void => void complaints.push(error.message);
  const onRequest = (request: Request): void => {
    if (new URL(request.url()).host !== host) complaints.push(`asked for ${request.url()}`);
  };
  page.on('console', onConsole).on('pageerror', onError).on('request', onRequest);
  return {
    stop: () => {
      page.off('console', onConsole).off('pageerror', onError).off('request', onRequest);
      return complaints;
    },
  };
}

/**
 * A page for one test, as nobody had used it before. When the test ends it fails if the browser reported an error, a breach
 * of the content security policy, or a request to anywhere but the workspace.
 */
export async function openPage(workspace: LocalWorkspace, options: OpenOptions = {}): Promise<Page> {
  const { userId, tolerate, colorScheme = 'light', phone = false } = options;
  const page = (phone ? undefined : idle.pop()) ?? (await newPage({ hasTouch: phone }));
  await page.setViewportSize(phone ? PHONE : DESK);
  await page.emulateMedia({ colorScheme });
  const watched = watch(page, new URL(workspace.url).host);
  onTestFinished(async () => {
    const complaints = watched.stop();
    if (phone) await page.context().close();
    else {
      await page.evaluate('localStorage.clear()');
      await page.goto('about:blank');
      idle.push(page);
    }
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

/** By the browser's own protocol: the page's policy, which stays in force, does not let text be evaluated in it. */
async function run<Result>(page: Page, expression: string): Promise<Result> {
  const session = await page.context().newCDPSession(page);
  const options = { expression, awaitPromise: true, returnByValue: true };
  const { result, exceptionDetails } = await session.send('Runtime.evaluate', options);
  await session.detach();
  if (exceptionDetails !== undefined) throw new Error(`${exceptionDetails.text}: ${result.description}`);
  return result.value as Result;
}

/** All rules, and those whose outcome depends on light and dark. */
const RULES = { all: {}, colours: { runOnly: ['color-contrast', 'link-in-text-block'] } } as const;
/** What takes half of axe's time and is not read: selectors, what is in order, style sheets of elsewhere. */
const SPARING = { selectors: false, resultTypes: ['violations'], preload: false };

/** What axe-core finds serious or critical, as lines. */
export async function findBarriers(page: Page, rules: keyof typeof RULES = 'all'): Promise<readonly string[]> {
  if (!(await run<boolean>(page, '"axe" in window'))) await run(page, axeSource);
  const options = JSON.stringify({ ...RULES[rules], ...SPARING });
  const axe = `axe.run(document, ${options}).then((found) => found.violations)`;
  const violations = await run<readonly Violation[]>(page, axe);
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`));
}

/** The same in light and in dark; the page is light again afterwards. */
export async function findBarriersInBoth(page: Page): Promise<readonly string[]> {
  const light = await findBarriers(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await findBarriers(page, 'colours');
  await page.emulateMedia({ colorScheme: 'light' });
  return [...light, ...dark.map((barrier) => `in dark: ${barrier}`)];
}
