// `npm run dev`: runs the program, builds it again after each change in src/, and starts it anew when the build went well.
import { spawn, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { watch } from 'chokidar';

const root = fileURLToPath(new URL('.', import.meta.url));
/** Editors save several files at once: so long nothing may change before the build begins, in milliseconds. */
const PAUSE_MS = 100;

const isBuilt = () => spawnSync(process.execPath, ['build.mjs'], { cwd: root, stdio: 'inherit' }).status === 0;
const start = () =>
  spawn(
    process.execPath,
    ['--no-memory-reducer', '--max-semi-space-size=2', '--optimize-for-size', 'dist/bundle/main.js'],
    {
      cwd: root,
      stdio: 'inherit',
    },
  );

async function stop(program) {
  if (program === null || program.exitCode !== null || program.signalCode !== null) return;
  const ended = new Promise((resolve) => program.once('exit', resolve));
  program.kill('SIGTERM');
  await ended;
}

let program = isBuilt() ? start() : null;
let timer;
let restarting = Promise.resolve();

async function restart() {
  if (!isBuilt()) return;
  await stop(program);
  program = start();
}

watch('src', { cwd: root, ignoreInitial: true }).on('all', () => {
  clearTimeout(timer);
  timer = setTimeout(() => {
    restarting = restarting.then(restart);
  }, PAUSE_MS);
});

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, async () => {
    await restarting;
    await stop(program);
    process.exit();
  });
}
