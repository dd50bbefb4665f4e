// `npm run check`: types and style, several looks side by side; what finds fault is printed whole.
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('.', import.meta.url));
/** Several looks at once keep the cores busy: one that spreads over them spends half as much again. */
const tsc = ['typescript/bin/tsc', '--singleThreaded', '-p'];
/** Compiler and linter are written in Go, and end soon, before there is so much garbage that it need be collected. */
const env = { GOGC: 'off', GOMEMLIMIT: '1536MiB', ...process.env };
const looks = [
  ['oxlint/bin/oxlint', '--type-aware', 'src', 'test'],
  [...tsc, 'tsconfig.json'],
  // The libraries' own declarations have been looked at with those of src/.
  [...tsc, 'test/tsconfig.json', '--skipLibCheck'],
  [...tsc, 'src/workspace/page/tsconfig.json'],
  ['@biomejs/biome/bin/biome', 'ci', '--error-on-warnings', '.'],
];

/** Resolves once it has ended; its output appears where it failed. */
function look([script, ...args]) {
  const child = spawn(process.execPath, [join(root, 'node_modules', script), ...args], { cwd: root, env });
  const heard = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => heard.push(chunk));
  return new Promise((resolve) => {
    child.on('close', (code) => {
      if (code !== 0) {
        process.stderr.write(`${Buffer.concat(heard)}\nThis failed: ${script.split('/').at(-1)} ${args.join(' ')}\n`);
        process.exitCode = 1;
      }
      resolve();
    });
  });
}

const waiting = looks.values();
await Promise.all(
  Array.from({ length: Math.max(2, Math.min(4, availableParallelism())) }, async () => {
    for (const next of waiting) await look(next);
  }),
);
