// Runs the built program in a process of its own, and looks at it from outside.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import type { LocalWorkspace } from '../../src/workspace/server/local-workspace.ts';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
export const NOTES = join(ROOT, 'test', 'fixtures', 'bot', 'notes');
const MAIN = join(ROOT, 'dist', 'bundle', 'main.js');

interface Surroundings {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
}

export interface Program {
  readonly process: ChildProcess;
  /** Standard output and standard error so far. */
  readonly out: () => string;
  readonly err: () => string;
  /** Resolves as soon as both together match. Rejects where the program ends before. */
  until(pattern: RegExp): Promise<RegExpMatchArray>;
  /** Resolves when it has ended, with its exit code, or the name of the signal that ended it. */
  readonly ended: Promise<number | string>;
}

export interface StartedProgram extends Program {
  /** Ends it and whatever it started. */
  readonly stop: () => Promise<void>;
}

/** A folder that is gone after the test. */
export function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'rolecall-main-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Nothing of this process's own environment but the path; the working directory has no `.env`. */
export function runProgram(env: Readonly<Record<string, string>>, script: string = MAIN): Program {
  return runCommand([process.execPath, script], { cwd: makeFolder(), env });
}

/** Runs a command and whatever it starts; all of that is gone after the test. */
export function runCommand(command: readonly [string, ...string[]], { cwd, env }: Surroundings): Program {
  const started = startCommand(command, { cwd, env: { STATE_DIR: join(makeFolder(), 'state'), ...env } });
  onTestFinished(() => started.stop());
  return started;
}

/** The program for several tests: the caller stops it. */
export function startProgram(env: Readonly<Record<string, string>>): StartedProgram {
  const folder = mkdtempSync(join(tmpdir(), 'rolecall-main-'));
  const started = startCommand([process.execPath, MAIN], {
    cwd: folder,
    env: { STATE_DIR: join(folder, 'state'), ...env },
  });
  const stop = async () => {
    await started.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { ...started, stop };
}

function startCommand([command, ...args]: readonly [string, ...string[]], { cwd, env }: Surroundings): StartedProgram {
  const child = spawn(command, args, {
    cwd,
    env: {
      PATH: process.env['PATH'],
      PORT: '0',
      ENCODER: 'off',
      KNOWLEDGE_DIR: NOTES,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const texts = { out: '', err: '' };
  const listeners = new Set<() => void>();
  for (const [name, stream] of [
    ['out', child.stdout],
    ['err', child.stderr],
  ] as const) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      texts[name] += text;
      for (const listener of listeners) listener();
    });
  }
  const ended = new Promise<number | string>((resolve) =>
    child.once('close', (code, signal) => resolve(code ?? signal ?? -1)),
  );
  const stop = async () => {
    killGroup(child);
    await ended;
  };
  const until = (pattern: RegExp) =>
    new Promise<RegExpMatchArray>((resolve, reject) => {
      const look = () => {
        const match = `${texts.out}${texts.err}`.match(pattern);
        if (match === null) return;
        listeners.delete(look);
        resolve(match);
      };
      listeners.add(look);
      void ended.then((code) =>
        reject(new Error(`It ended with ${code} before ${pattern}:\n${texts.out}${texts.err}`)),
      );
      look();
    });
  return { process: child, out: () => texts.out, err: () => texts.err, until, ended, stop };
}

function killGroup({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}

/** The environment that connects the program to a workspace as to Slack itself. */
export function connectTo(workspace: LocalWorkspace): Readonly<Record<string, string>> {
  return {
    SLACK_BOT_TOKEN: workspace.botToken,
    SLACK_APP_TOKEN: workspace.appToken,
    SLACK_API_URL: workspace.slackApiUrl,
  };
}
