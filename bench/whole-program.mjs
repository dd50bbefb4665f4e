// How long the event loop of the whole program is held up, as `npm start` runs it, with many entries: while it encodes them for the
// first time, while it reads a change, and while its memory is cleared up after that. Takes two and a half minutes.
import { fork } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import '../build.mjs';
import { makeKnowledge, writeNotes } from './made-up-notes.mjs';
import { startFlags } from './start-flags.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const NOTES = 20;

/** The program in a folder of its own, where no `.env` leads it to Slack. `takeLongest`: milliseconds of its longest turn since it was last taken. */
async function startProgram(directory, folder) {
  const program = fork(join(ROOT, 'dist', 'bundle', 'main.js'), [], {
    cwd: directory,
    execArgv: [...startFlags(), '--import', join(ROOT, 'bench', 'watch-program.mjs')],
    env: {
      PATH: process.env.PATH,
      PORT: '0',
      STATE_DIR: join(directory, 'state'),
      KNOWLEDGE_DIR: folder,
      LOG_LEVEL: 'warn',
    },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  let longest = 0;
  program.on('message', ({ ms }) => {
    longest = Math.max(longest, ms);
  });
  const ended = new Promise((resolve) => program.once('close', resolve));
  const open = new Promise((resolve, reject) => {
    program.stdout.once('data', resolve);
    void ended.then(() => reject(new Error('The program ended before it was open.')));
  });
  const takeLongest = () => {
    const taken = longest;
    longest = 0;
    return Number(taken.toFixed(1));
  };
  return { program, open, ended, takeLongest };
}

async function changeHeading(path) {
  const text = await readFile(path, 'utf8');
  await writeFile(path, text.replace('## How do I', '## How would I'));
}

/** Says one line of figures a phase. */
async function measureWholeProgram(count, say) {
  const directory = await mkdtemp(join(tmpdir(), 'rolecall-bench-'));
  const folder = join(directory, 'notes');
  await mkdir(folder);
  const [path] = await writeNotes(folder, makeKnowledge(count, 0), NOTES);
  const { program, open, ended, takeLongest } = await startProgram(directory, folder);
  const note = async (name, ms) => {
    await wait(ms);
    say({ name, longestOwnWorkMs: takeLongest() });
  };
  try {
    await open;
    takeLongest();
    await note('first encoding', 25_000);
    await changeHeading(path);
    await note('reload of a changed heading, still encoding', 25_000);
    await note('after the reload, memory cleared up', 90_000);
  } finally {
    program.kill();
    await ended;
    await rm(directory, { recursive: true });
  }
}

const [count = '1000'] = process.argv.slice(2);
await measureWholeProgram(Number(count), (figure) => console.log(JSON.stringify(figure)));
