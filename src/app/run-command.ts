// Runs a command of the command line: configuration in, exit code out.
import { speak } from '../answer/wording.ts';
import type { CommandContext } from './commands/output.ts';
import { ConfigError, parseConfig } from './config.ts';

/** Runs a command with the environment's configuration; a failure is one sentence on standard error. */
export async function runCommand(command: (context: CommandContext) => Promise<number>): Promise<void> {
  const note = (text: string) => void process.stderr.write(`${text}\n`);
  const out = (text: string) => void process.stdout.write(`${text}\n`);
  try {
    const config = parseConfig(process.env);
    speak(config.BOT_LOCALE);
    process.exitCode = await command({ config, out, note, isInteractive: process.stderr.isTTY === true });
  } catch (error) {
    note(describeFailure(error));
    process.exitCode = 1;
  }
}

function describeFailure(error: unknown): string {
  if (error instanceof ConfigError) return error.message;
  return `rolecall: ${error instanceof Error ? error.message : String(error)}`;
}
