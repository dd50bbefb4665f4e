#!/usr/bin/env node
// The command line: `rolecall ask`, `rolecall notes` and their kin.
import { pathToFileURL } from 'node:url';
import { Command, Option } from 'commander';
import dotenv from 'dotenv';
import { runAsk } from './commands/ask.ts';
import { runCheck } from './commands/check.ts';
import { runNotes } from './commands/notes.ts';
import type { CommandContext } from './commands/output.ts';
import { ConfigError, parseConfig } from './config.ts';
import { main } from './main.ts';

/** The whole command line. Each command sets the exit code: 1 on faults. */
export function createProgram(): Command {
  const program = new Command('rolecall')
    .description('Answers questions about a role from the notes that a team has published, word for word.')
    .addHelpText('after', '\nExample:\n  npm run rolecall -- ask "Do I need to know Jupyter?"\n');
  program
    .command('start')
    .description('start the bot; without Slack credentials, the local workspace in the browser')
    .addHelpText('after', '\nExample:\n  PORT=4000 npm run rolecall -- start\n')
    .action(main);
  addAsk(program);
  addNotes(program);
  addCheck(program);
  return program;
}

function addAsk(program: Command): void {
  program
    .command('ask')
    .argument('[question]', 'the message, as somebody would type it')
    .description('show what the bot would decide about a message')
    .addOption(
      new Option('--as <surface>', 'as a direct message, or as a plain channel message')
        .choices(['direct', 'channel'])
        .default('direct'),
    )
    .option('--batch', 'read JSON lines {"text": …} from standard input; one result line for each')
    .option('--json', 'print JSON')
    .option('--explain', 'show the best matches and what speaks for them')
    .addHelpText(
      'after',
      '\nExamples:\n  npm run rolecall -- ask "Do I need to know Jupyter?" --explain\n  npm run -s rolecall -- ask --batch --as channel < questions.jsonl\n',
    )
    .action(
      async (
        question: string | undefined,
        options: { as: 'direct' | 'channel'; batch?: true; json?: true; explain?: true },
        command: Command,
      ) => {
        if (question === undefined && options.batch !== true)
          command.error('error: give a question, or --batch to read them from standard input');
        await run((context) =>
          runAsk(
            context,
            {
              question: question ?? null,
              batch: options.batch === true,
              as: options.as,
              json: options.json === true,
              explain: options.explain === true,
            },
            process.stdin,
          ),
        );
      },
    );
}

function addNotes(program: Command): void {
  program
    .command('notes')
    .description('list every question that the notes answer')
    .option('--json', 'print one array of entries: note, question, anchor, url, answer, phrasings')
    .addHelpText('after', '\nExample:\n  KNOWLEDGE_DIR=content/blog npm run rolecall -- notes\n')
    .action(
      async (options: { json?: true }) => await run((context) => runNotes(context, { json: options.json === true })),
    );
}

function addCheck(program: Command): void {
  program
    .command('check')
    .description('the notes doctor: what is wrong with the notes, and how to mend it')
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  npm run rolecall -- check\n')
    .action(
      async (options: { json?: true }) => await run((context) => runCheck(context, { json: options.json === true })),
    );
}

/** Runs a command with the environment's configuration; a failure is one sentence on standard error. */
async function run(command: (context: CommandContext) => Promise<number>): Promise<void> {
  const note = (text: string) => void process.stderr.write(`${text}\n`);
  try {
    const context = {
      config: parseConfig(process.env),
      out: (text: string) => void process.stdout.write(`${text}\n`),
      note,
      isInteractive: process.stderr.isTTY === true,
    };
    process.exitCode = await command(context);
  } catch (error) {
    note(
      error instanceof ConfigError || !(error instanceof Error)
        ? String(error instanceof Error ? error.message : error)
        : `rolecall: ${error.message}`,
    );
    process.exitCode = 1;
  }
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  dotenv.config({ quiet: true });
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
  await createProgram().parseAsync();
}
