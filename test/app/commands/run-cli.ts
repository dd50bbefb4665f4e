// Runs the compiled command line as a person does: another process, its output and its exit code.
import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const cli = fileURLToPath(new URL('../../../dist/bundle/cli.js', import.meta.url));
export const teams = fileURLToPath(new URL('../../fixtures/teams/', import.meta.url));
export const stateDir = mkdtempSync(join(tmpdir(), 'rolecall-cli-'));

export interface CliResult {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs `rolecall` with these arguments. The environment holds no Slack credentials; vectors are kept between calls. */
export function runCli(
  args: readonly string[],
  { env = {}, input = '' }: { readonly env?: Readonly<Record<string, string>>; readonly input?: string } = {},
): Promise<CliResult> {
  const { PATH = '' } = process.env;
  const child = spawn(process.execPath, [cli, ...args], { env: { PATH, STATE_DIR: stateDir, ENCODER: 'off', ...env } });
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
