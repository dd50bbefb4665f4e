// Runs a command of the command line: configuration in, exit code out.
import { speak } from '../answer/wording.ts';
import type { CommandContext } from './commands/output.ts';
import { ConfigError, parseConfig } from './config.ts';
import { escapeControls } from './escape-controls.ts';
import type { Terminal } from './terminal.ts';

/** Runs a command with the environment's configuration; a failure is one sentence on standard error. */
export async function runCommand(
  terminal: Terminal,
  command: (context: CommandContext) => Promise<number>,
): Promise<void> {
  const note = (text: string) => terminal.err(`${escapeControls(text)}\n`);
  const out = (text: string) => terminal.out(`${escapeControls(text)}\n`);
  try {
    const config = parseConfig(terminal.env);
    speak(config.BOT_LOCALE);
    terminal.endWith(await command({ config, out, note, isInteractive: terminal.isInteractive }));
  } catch (error) {
    note(describeFailure(error));
    terminal.endWith(1);
  }
}

function describeFailure(error: unknown): string {
  if (error instanceof ConfigError) return error.message;
  return `rolecall: ${error instanceof Error ? error.message : String(error)}`;
}
