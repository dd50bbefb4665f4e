// `npm run check`: types and style, side by side; what finds fault is printed whole.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('.', import.meta.url));
/** What looks at types is written in Go and ends soon, before there is so much garbage that it need be collected. */
const env = { GOGC: 'off', GOMEMLIMIT: '1536MiB', ...process.env };
const looks = [
  // The compiler's own complaints among them; each folder is read by the tsconfig.json next above it.
  ['oxlint/bin/oxlint', '--type-aware', '--type-check', 'src', 'test', 'vitest.config.ts'],
  ['@biomejs/biome/bin/biome', 'ci', '--colors=off', '--error-on-warnings', '.'],
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

await Promise.all(looks.map(look));
