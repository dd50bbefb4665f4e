// The command line: `rolecall ask`, `rolecall notes` and their kin. Each command is loaded only when it runs.
import { Command, Option } from 'commander';
import dotenv from 'dotenv';
import { addOfficeHours, addPhrasings, addRehearse } from './phrasings-commands.ts';
import { readVersion } from './read-version.ts';
import { runCommand } from './run-command.ts';
import { processTerminal, type Terminal } from './terminal.ts';

/** Runs the command that the process was started with; `.env` counts. */
export async function runCommandLine(): Promise<void> {
  dotenv.config({ quiet: true });
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
  await createProgram(processTerminal).parseAsync();
}

/** The whole command line. Each command sets the exit code: 1 on faults. */
export function createProgram(terminal: Terminal): Command {
  const program = new Command('rolecall')
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err })
    .exitOverride(({ exitCode }) => terminal.exit(exitCode))
    .version(readVersion(), '-V, --version', 'print the version')
    .description('Answers questions about a role from the notes that a team has published, word for word.')
    .addHelpText('after', '\nExample:\n  npm run rolecall -- ask "Do I need to know Jupyter?"\n');
  program
    .command('start')
    .description('start the bot; without Slack credentials, the local workspace in the browser')
    .addHelpText('after', '\nExample:\n  PORT=4000 npm run rolecall -- start\n')
    .action(async () => await (await import('./run-program.ts')).runProgram());
  addAsk(program, terminal);
  addNotes(program, terminal);
  addCheck(program, terminal);
  addEval(program, terminal);
  addPhrasings(program, terminal);
  addRehearse(program, terminal);
  addOfficeHours(program, terminal);
  addExportPhrasings(program, terminal);
  addExportDrafts(program, terminal);
  addStats(program, terminal);
  addMcp(program, terminal);
  addManifest(program, terminal);
  return program;
}

function addAsk(program: Command, terminal: Terminal): void {
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
    .option('--state', 'count what the team taught in Slack among the phrasings')
    .addHelpText(
      'after',
      '\nThe decision is answer, suggest (the best three, shown to the asker alone), uncovered or silent; of a message with several questions\nthat of each stands in "questions" (--json, --batch).\n\nExamples:\n  npm run rolecall -- ask "Do I need to know Jupyter?" --explain\n  npm run -s rolecall -- ask --batch --as channel < messages.jsonl\n',
    )
    .action(async (question: string | undefined, options: AskFlags, command: Command) => {
      if ((question === undefined) !== (options.batch === true)) {
        command.error(
          `error: give a question, or --batch to read them from standard input${options.batch === true ? ', not both' : ''}`,
        );
      }
      const { as, batch = false, json = false, explain = false, state = false } = options;
      const ask = { question: question ?? null, as, batch, json, explain, state };
      await runCommand(terminal, async (context) =>
        (await import('./commands/ask.ts')).runAsk(context, ask, terminal.input),
      );
    });
}

interface AskFlags {
  readonly as: 'direct' | 'channel';
  readonly batch?: boolean;
  readonly json?: boolean;
  readonly explain?: boolean;
  readonly state?: boolean;
}

interface JsonFlag {
  readonly json?: boolean;
}

function addNotes(program: Command, terminal: Terminal): void {
  program
    .command('notes')
    .description('list every question that the notes answer')
    .option('--json', 'print one array of entries: note, question, anchor, url, answer, phrasings')
    .addHelpText('after', '\nExample:\n  KNOWLEDGE_DIR=content/blog npm run rolecall -- notes\n')
    .action(
      async ({ json = false }: JsonFlag) =>
        await runCommand(terminal, async (context) =>
          (await import('./commands/notes.ts')).runNotes(context, { json }),
        ),
    );
}

interface CheckFlags {
  readonly state?: boolean;
  readonly all?: boolean;
  readonly site?: string | null;
  readonly html?: string | null;
}

function addCheck(program: Command, terminal: Terminal): void {
  program
    .command('check')
    .description('the notes doctor: what is wrong with the notes, and how to put it right')
    .option('--state', 'count what the team taught in Slack, too')
    .option('--all', 'show every finding, and not only the first few of each kind')
    .option('--site <folder>', 'the site as its generator has built it: are all pages and anchors there?')
    .option(
      '--html <file>',
      'write a page with plots: how far the notes reach, and whether a confidence means what it says',
    )
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  npm run rolecall -- check --site public/\n')
    .action(async ({ json = false, state = false, all = false, site = null, html = null }: JsonFlag & CheckFlags) => {
      await runCommand(terminal, async (context) =>
        (await import('./commands/check.ts')).runCheck(context, { json, state, all, site, html }),
      );
    });
}

function addEval(program: Command, terminal: Terminal): void {
  program
    .command('eval')
    .argument(
      '<file>',
      'JSON lines {"text": …, "relevant": [anchors or headings], "kind": …}; an empty list: no entry answers it',
    )
    .description('measure how well the notes answer labelled questions')
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  npm run rolecall -- eval questions.jsonl\n')
    .action(
      async (file: string, { json = false }: JsonFlag) =>
        await runCommand(terminal, async (context) =>
          (await import('./commands/eval.ts')).runEval(context, { file, json }),
        ),
    );
}

function addExportPhrasings(program: Command, terminal: Terminal): void {
  program
    .command('export-phrasings')
    .description('write what the team taught in Slack into the phrasings files, for review in git')
    .option('--rename <old=new...>', 'keys of an entry that vanished and of the one that it is now')
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  npm run rolecall -- export-phrasings && git diff\n')
    .action(async ({ json = false, rename = [] }: JsonFlag & { readonly rename?: readonly string[] }) => {
      await runCommand(terminal, async (context) =>
        (await import('./commands/export-phrasings.ts')).runExportPhrasings(context, { renames: rename, json }),
      );
    });
}

function addExportDrafts(program: Command, terminal: Terminal): void {
  program
    .command('export-drafts')
    .description('write the drafts that the team took in Slack into the notes, for review in git')
    .option('--patch', 'print a patch for git apply, and leave the notes as they are')
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  npm run -s rolecall -- export-drafts --patch | git apply\n')
    .action(async ({ json = false, patch = false }: JsonFlag & { readonly patch?: boolean }) => {
      await runCommand(terminal, async (context) =>
        (await import('./commands/export-drafts.ts')).runExportDrafts(context, { patch, json }),
      );
    });
}

function addStats(program: Command, terminal: Terminal): void {
  program
    .command('stats')
    .description('what was asked and answered lately: counts only, no question and no name')
    .option('--days <number>', 'how far back', '30')
    .option('--html <file>', 'write a page with charts that needs nothing besides')
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  npm run rolecall -- stats --html stats.html\n')
    .action(
      async (
        { days, html = null, json = false }: JsonFlag & { readonly days: string; readonly html?: string | null },
        command: Command,
      ) => {
        if (!/^[1-9]\d{0,3}$/.test(days)) command.error('error: --days takes a number of days, as 30');
        await runCommand(terminal, async (context) =>
          (await import('./commands/stats.ts')).runStats(context, { days: Number(days), html, json }),
        );
      },
    );
}

function addMcp(program: Command, terminal: Terminal): void {
  program
    .command('mcp')
    .description('give the notes to an assistant, over the Model Context Protocol on standard input and output')
    .option('--state', 'count what the team taught in Slack among the phrasings')
    .addHelpText('after', '\nExample:\n  KNOWLEDGE_DIR=content/blog npm run -s rolecall -- mcp\n')
    .action(
      async ({ state = false }: { readonly state?: boolean }) =>
        await runCommand(terminal, async (context) =>
          (await import('./commands/mcp.ts')).runMcp(context, { state }, terminal.input),
        ),
    );
}

function addManifest(program: Command, terminal: Terminal): void {
  program
    .command('manifest')
    .description("print the Slack app's manifest, for Socket Mode or for HTTP")
    .option('--url <address>', 'where Slack reaches the bot over HTTP')
    .option('--domain <domain>', 'the site of your notes, whose links get previews')
    .option('--command <command>', 'another slash command than /role')
    .option('--agent', "with Slack's agent view, which offers questions to begin with; set AGENT_VIEW=on then")
    .option('--steps', 'with the workflow step "Answer from the notes", where your plan has workflows')
    .option('--mcp <address>', "where Slack's own assistant reaches the notes; set MCP=on there")
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      '\nExample:\n  npm run -s rolecall -- manifest --url https://rolecall.example.org --domain example.org\n',
    )
    .action(async ({ url, domain, command, mcp, json = false, agent = false, steps = false }: ManifestFlags) => {
      const changes = {
        url: url ?? null,
        domain: domain ?? null,
        command: command ?? null,
        mcp: mcp ?? null,
        hasSteps: steps,
      };
      await runCommand(terminal, async (context) =>
        (await import('./commands/manifest.ts')).runManifest(context, { ...changes, agent, json }),
      );
    });
}

interface ManifestFlags extends JsonFlag {
  readonly url?: string;
  readonly domain?: string;
  readonly command?: string;
  readonly mcp?: string;
  readonly agent?: boolean;
  readonly steps?: boolean;
}
