// The program several times over, killed without a word and started again.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../dist/bundle/main.js', import.meta.url));

class Replica {
  #env;
  #cwd;
  #child = null;
  kills = 0;
  faults = [];

  constructor(env, cwd) {
    this.#env = env;
    this.#cwd = cwd;
  }

  /** Resolves once it is connected, or has ended before. */
  async start() {
    const child = spawn(process.execPath, [MAIN], {
      cwd: this.#cwd,
      env: this.#env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child = child;
    child.stderr.setEncoding('utf8').on('data', (text) => this.#hear(text));
    const connected = new Promise((resolve) => child.stdout.once('data', resolve));
    await Promise.race([connected, once(child, 'exit')]);
  }

  async kill(signal) {
    const child = this.#child;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    this.kills += 1;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  }

  /** Megabytes in memory; 0 where it does not run. */
  get memory() {
    try {
      const status = readFileSync(join('/proc', String(this.#child?.pid), 'status'), 'utf8');
      return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024;
    } catch {
      return 0;
    }
  }

  #hear(text) {
    for (const line of text.split('\n')) if (line.includes('"level":50')) this.faults.push(line);
  }
}

export async function startReplicas(count, env, cwd) {
  const replicas = Array.from({ length: count }, () => new Replica(env, cwd));
  await Promise.all(replicas.map((replica) => replica.start()));
  return replicas;
}
