// `npm start` as a supervisor sees it: it knows npm's process only.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeFolder, ROOT, runCommand } from './run-program.ts';

/** Every variable of the configuration, empty: what counts as not set, and wins over a `.env` in the project. */
const nothingSet = Object.fromEntries(
  [...readFileSync(join(ROOT, '.env.example'), 'utf8').matchAll(/^# ([A-Z_]+)=/gm)].map(([, name]) => [name, '']),
);

test('a signal to npm ends the program: its port is free again', { timeout: 120_000 }, async () => {
  const settings = { HOME: makeFolder(), PORT: '0', ENCODER: 'off', STATE_DIR: join(makeFolder(), 'state') };
  const npm = runCommand(['npm', 'start'], { cwd: ROOT, env: { ...nothingSet, ...settings } });
  const [, url] = await npm.until(/The local workspace is open at (http:\/\/127\.0\.0\.1:\d+)/);
  expect((await fetch(String(url))).status).toBe(200);
  npm.process.kill('SIGTERM');
  await npm.ended;
  await expect(fetch(String(url))).rejects.toThrow();
});
