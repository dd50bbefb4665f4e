// Says once, before the tests, which of them are left out on this machine; with REQUIRE_ALL=true that is a failure.
import { findChromium, findShared } from './requirements.ts';

export function setup(): void {
  const leftOut = [
    findChromium() === null && 'browser tests: no Chromium found (install one, or set CHROMIUM to its path)',
    findShared() === null && 'tests over the shared notes, payloads and labelled sets: no ../shared folder',
  ].filter((line) => line !== false);
  for (const line of leftOut) process.stderr.write(`Left out: ${line}\n`);
  if (leftOut.length > 0 && process.env['REQUIRE_ALL'] === 'true')
    throw new Error('REQUIRE_ALL=true, and tests were left out');
}
