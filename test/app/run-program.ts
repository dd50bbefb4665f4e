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
export function runCommand(
  [command, ...args]: readonly [string, ...string[]],
  { cwd, env }: { readonly cwd: string; readonly env: Readonly<Record<string, string>> },
): Program {
  const child = spawn(command, args, {
    cwd,
    env: {
      PATH: process.env['PATH'],
      PORT: '0',
      ENCODER: 'off',
      STATE_DIR: join(makeFolder(), 'state'),
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
  onTestFinished(async () => {
    killGroup(child);
    await ended;
  });
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
  return { process: child, out: () => texts.out, err: () => texts.err, until, ended };
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
