// How long the event loop of the whole program is held up, as `npm start` runs it, with many entries: while it encodes them for the
// first time, while it reads a change, and while its memory is cleared up after that. Takes two and a half minutes.
import { fork } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { makeKnowledge, writeNotes } from './made-up-notes.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const NOTES = 20;
const PHASES = [
  ['first encoding', 25_000],
  ['reload of a changed heading, still encoding', 25_000],
  ['after the reload, memory cleared up', 90_000],
];

/** What Node is started with by `npm start`. */
async function startArguments() {
  const { scripts } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'));
  return scripts.start.split(' ').slice(1, -1);
}

/** The program over these notes, its longest turn in milliseconds since it was last taken, and when it is open. */
async function startProgram(directory, folder) {
  const watcher = join(ROOT, 'bench', 'watch-program.mjs');
  const program = fork(join(ROOT, 'dist', 'main.js'), [], {
    cwd: ROOT,
    execArgv: [...(await startArguments()), '--import', watcher],
    env: { PATH: process.env.PATH, PORT: '0', STATE_DIR: join(directory, 'state'), KNOWLEDGE_DIR: folder },
    stdio: ['ignore', 'pipe', 'ignore', 'ipc'],
  });
  let longest = 0;
  program.on('message', ({ ms }) => {
    longest = Math.max(longest, ms);
  });
  const open = new Promise((resolve) => program.stdout.once('data', resolve));
  const takeLongest = () => {
    const taken = longest;
    longest = 0;
    return Number(taken.toFixed(1));
  };
  return { program, open, takeLongest };
}

async function changeHeading(path) {
  const text = await readFile(path, 'utf8');
  await writeFile(path, text.replace('## How do I', '## How would I'));
}

/** One line of figures a phase. */
export async function measureWholeProgram(count, say) {
  const directory = await mkdtemp(join(tmpdir(), 'rolecall-bench-'));
  const folder = join(directory, 'notes');
  await mkdir(folder);
  const paths = await writeNotes(folder, makeKnowledge(count, 0), NOTES);
  const { program, open, takeLongest } = await startProgram(directory, folder);
  try {
    await open;
    takeLongest();
    for (const [name, ms] of PHASES) {
      if (name.startsWith('reload')) await changeHeading(paths[7]);
      await wait(ms);
      say({ name, longestOwnWorkMs: takeLongest() });
    }
  } finally {
    program.kill();
    await new Promise((resolve) => program.once('close', resolve));
    await rm(directory, { recursive: true });
  }
}

const [count = '1000'] = process.argv.slice(2);
await measureWholeProgram(Number(count), (figure) => console.log(JSON.stringify(figure)));
