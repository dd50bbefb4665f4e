// Opens the built page in a real Chromium, against a real workspace, and watches for whatever the browser complains about.
// Pages are used again: to open a new one costs more than most tests.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { BrowserContextOptions, ConsoleMessage, Page, Request } from 'playwright-core';
import { expect, onTestFinished } from 'vitest';
import type { LocalWorkspace } from '../../../../src/workspace/server/local-workspace.ts';
import { openBrowser } from '../../../open-browser.ts';

const require = createRequire(import.meta.url);
const axeSource = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

const PAGE_DIR = fileURLToPath(new URL('../../../../dist/workspace/page', import.meta.url));

/** The first port that a worker takes: its own, and below those that a system gives to who asks for any. */
const firstPort = 20_000 + (process.pid % 12_000);

export const PHONE = { width: 360, height: 740 };
const DESK = { width: 1280, height: 720 };

async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  const isHeard = await new Promise<boolean>((resolve) =>
    server.once('error', () => resolve(false)).listen(port, '127.0.0.1', () => resolve(true)),
  );
  if (isHeard) await new Promise<void>((resolve) => server.close(() => resolve()));
  return isHeard;
}

/**
 * What a workspace needs to show the page: where that was built, and the same port as the last one's if that has ended, for the browser keeps
 * the page's code by its address. Throws where the page was not built: a browser test without a page would prove nothing.
 */
export async function withPage(): Promise<{ readonly pageDir: string; readonly port: number }> {
  if (!existsSync(`${PAGE_DIR}/index.html`)) throw new Error('The page is not built: run `node build.mjs` first');
  let port = firstPort;
  while (!(await isFree(port))) port += 1;
  return { pageDir: PAGE_DIR, port };
}

/** Pages of mouse and keyboard that no test uses at the moment. */
const idle: Page[] = [];

async function newPage(options: BrowserContextOptions): Promise<Page> {
  const context = await (await openBrowser()).newContext({ reducedMotion: 'reduce', ...options });
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

/** All rules whose breach counts, and those whose outcome depends on light and dark. */
const RULES = {
  all: '{ rules: Object.fromEntries(axe._audit.rules.filter(({ impact }) => impact === "minor" || impact === "moderate").map(({ id }) => [id, { enabled: false }])) }',
  colours: '{ runOnly: ["color-contrast", "link-in-text-block"] }',
};
/** What takes half of axe's time and is not read: selectors, what is in order, style sheets of elsewhere. */
const SPARING = { selectors: false, resultTypes: ['violations'], preload: false };

/** What axe-core finds serious or critical, as lines. */
export async function findBarriers(page: Page, rules: keyof typeof RULES = 'all'): Promise<readonly string[]> {
  const options = `{ ...${RULES[rules]}, ...${JSON.stringify(SPARING)} }`;
  const look = `axe.run(document, ${options}).then((found) => found.violations)`;
  const violations =
    (await run<readonly Violation[] | null>(page, `"axe" in window ? ${look} : null`)) ??
    (await run<readonly Violation[]>(page, `${axeSource}\n${look}`));
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
