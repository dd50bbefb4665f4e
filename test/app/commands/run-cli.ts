// Runs the command line as a person does: words and environment in, output and exit code out. In this process, or in one of its own.
import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { createProgram } from '../../../src/app/command-line.ts';

const cli = fileURLToPath(new URL('../../../dist/bundle/cli.js', import.meta.url));
export const teams = fileURLToPath(new URL('../../fixtures/teams/', import.meta.url));
export const stateDir = mkdtempSync(join(tmpdir(), 'rolecall-cli-'));

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

/** The environment holds no Slack credentials; vectors are kept between calls. */
const settings = { STATE_DIR: stateDir, ENCODER: 'off' };

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
  const result = { code: 0, out: '', err: '' };
  const program = createProgram({
    env: { ...settings, ...env },
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
export function runCliProcess(
  args: readonly string[],
  { env = {}, input = '' }: CliSurroundings = {},
): Promise<CliResult> {
  const { PATH = '' } = process.env;
  const child = spawn(process.execPath, [cli, ...args], { env: { PATH, ...settings, ...env } });
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk) => {
    out += String(chunk);
  });
  child.stderr.on('data', (chunk) => {
    err += String(chunk);
  });
  child.stdin.end(input);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, err }));
  });
}
