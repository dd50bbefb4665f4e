// Before the tests: builds what they run from dist/ (workers, the command line, the page), and says which of them are left
// out on this machine; with REQUIRE_ALL=true that is a failure.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { findChromium, findPostgres, findShared } from './requirements.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

function build(): void {
  const { status } = spawnSync(process.execPath, ['build.mjs'], { cwd: ROOT, stdio: 'inherit' });
  if (status !== 0) throw new Error('What the tests run could not be built');
}

export function setup(project: TestProject): void {
  build();
  project.onTestsRerun(async () => build());
  const leftOut = [
    findChromium() === null && 'browser tests: no Chromium found (install one, or set CHROMIUM to its path)',
    findPostgres() === null &&
      'tests over PostgreSQL: TEST_DATABASE_URL is not set (a server where tests may make databases)',
    findShared() === null && 'tests over the shared notes, payloads and labelled sets: no ../shared folder',
  ].filter((line) => line !== false);
  for (const line of leftOut) process.stderr.write(`Left out: ${line}\n`);
  if (leftOut.length > 0 && process.env['REQUIRE_ALL'] === 'true')
    throw new Error('REQUIRE_ALL=true, and tests were left out');
}
