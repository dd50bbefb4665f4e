// Runs the command line as a person does: words and environment in, output and exit code out. In this process, or in one of its own.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text as textOf } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { createProgram } from '../../../src/app/command-line.ts';

const cli = fileURLToPath(new URL('../../../dist/bundle/cli.js', import.meta.url));
export const teams = fileURLToPath(new URL('../../fixtures/teams/', import.meta.url));

export interface CliResult {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface CliSurroundings {
  readonly env?: Readonly<Record<string, string>>;
  /** What stands on standard input. */
  readonly input?: string;
}

/** The environment holds no Slack credentials, and a state that is gone after the call, unless `env` says where it is. */
async function surround<Result>(
  env: Readonly<Record<string, string>>,
  run: (env: Readonly<Record<string, string>>) => Promise<Result>,
): Promise<Result> {
  const stateDir = mkdtempSync(join(tmpdir(), 'rolecall-cli-'));
  try {
    return await run({ STATE_DIR: stateDir, ENCODER: 'off', ...env });
  } finally {
    rmSync(stateDir, { recursive: true });
  }
}

/** What a command that ends at once throws here, where the process goes on. */
class Exit extends Error {
  readonly code: number;

  constructor(code: number) {
    super(`The command ended with ${code}`);
    this.code = code;
  }
}

/** Runs `rolecall` with these arguments, all of it but the process around it. */
export async function runCli(
  args: readonly string[],
  { env = {}, input = '' }: CliSurroundings = {},
): Promise<CliResult> {
  return await surround(env, async (all) => await runHere(args, all, input));
}

async function runHere(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  input: string,
): Promise<CliResult> {
  const result = { code: 0, out: '', err: '' };
  const program = createProgram({
    env,
    input: Readable.from([Buffer.from(input)]),
    out: (text) => {
      result.out += text;
    },
    err: (text) => {
      result.err += text;
    },
    isInteractive: false,
    endWith: (code) => {
      result.code = code;
    },
    exit: (code) => {
      throw new Exit(code);
    },
  });
  try {
    await program.parseAsync([...args], { from: 'user' });
  } catch (error) {
    if (!(error instanceof Exit)) throw error;
    result.code = error.code;
  }
  return result;
}

/** The same in a process of its own, by the program as it is built. */
export async function runCliProcess(
  args: readonly string[],
  { env = {}, input = '' }: CliSurroundings = {},
): Promise<CliResult> {
  return await surround(env, async (all) => {
    const child = spawn(process.execPath, [cli, ...args], { env: { PATH: process.env['PATH'], ...all } });
    child.stdin.end(input);
    const closed = once(child, 'close');
    const [out, err] = await Promise.all([textOf(child.stdout), textOf(child.stderr)]);
    const [code] = await closed;
    return { code, out, err };
  });
}
