// The picture of a rehearsal in the README, docs/rehearsal.png: the export that the tests make, rehearsed over the made-up library's notes.
// Needs Chromium, and a Node that runs TypeScript (22.18 or newer): `node --import ./build.mjs bench/rehearsal-picture.mjs`
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { makeExport } from '../test/exports/made-export.ts';
import { zip } from '../test/exports/zip.ts';
import { findChromium } from '../test/requirements.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'rolecall-picture-'));
const [archive, page] = [join(folder, 'export.zip'), join(folder, 'rehearsal.html')];
writeFileSync(archive, zip(makeExport()));
const env = {
  PATH: process.env.PATH,
  STATE_DIR: folder,
  KNOWLEDGE_DIR: join(root, 'test', 'fixtures', 'teams', 'library-residency', 'residency'),
  SITE_URL: 'https://library.example.org/',
};
const args = [join(root, 'dist', 'bundle', 'cli.js'), 'rehearse', archive, '--team', 'mona', '--html', page];
const { status, stderr } = spawnSync(process.execPath, args, { env, encoding: 'utf8' });
if (status !== 0) throw new Error(stderr);
const browser = await chromium.launch({ executablePath: findChromium() ?? undefined, args: ['--no-sandbox'] });
const tab = await browser.newPage({ viewport: { width: 960, height: 860 } });
await tab.goto(pathToFileURL(page).href);
await tab.screenshot({ path: join(root, 'docs', 'rehearsal.png') });
await browser.close();
rmSync(folder, { recursive: true });
