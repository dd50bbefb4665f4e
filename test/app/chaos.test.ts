// A short run of `npm run chaos`: processes killed, connections dropped, calls failing, over PostgreSQL also the database away; afterwards
// each question has exactly one right reply.
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findPostgres } from '../requirements.ts';
import { makeFolder, ROOT, runCommand } from './run-program.ts';

const server = findPostgres();

test('whatever goes wrong, each question gets one right reply', { timeout: 600_000 }, async () => {
  const script = join(ROOT, 'bench', 'chaos.mjs');
  const size = ['--questions', '40', '--rate', '4', '--replicas', '2'];
  const run = runCommand([process.execPath, script, ...size, ...(server === null ? ['--sqlite'] : [])], {
    cwd: makeFolder(),
    env: server === null ? {} : { TEST_DATABASE_URL: server },
  });
  expect(await run.ended, run.out() + run.err()).toBe(0);
  for (const fault of ['missing', 'double', 'wrong', 'for what is deleted', 'for chatter', 'astray'])
    expect(run.out()).toMatch(new RegExp(`^replies ${fault} +0$`, 'm'));
});
