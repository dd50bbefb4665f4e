// A real Chromium: one for all tests that a worker runs, for to start one costs more than most of them.
import { type Browser, chromium } from 'playwright-core';
import { findChromium } from './requirements.ts';

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // No page has anything of other sites in it: one process draws all of them, and none is started for a new one.
  '--disable-site-isolation-trials',
  '--renderer-process-limit=1',
];

let browser: Promise<Browser> | undefined;

async function launch(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error('No Chromium: browser tests run only where findChromium() finds one');
  return await chromium.launch({ executablePath, args: FLAGS });
}

/** It ends with the process: nobody closes it. */
export async function openBrowser(): Promise<Browser> {
  browser ??= launch();
  return await browser;
}
