// The command line of `rolecall phrasings` and `rolecall rehearse`: wordings, and what the bot would have said.
import { type Command, InvalidArgumentError, Option } from 'commander';
import { enoughWordings } from '../quality/standing.ts';
import { runCommand } from './run-command.ts';
import type { Terminal } from './terminal.ts';

interface Flags {
  readonly json?: boolean;
  readonly all?: boolean;
}

export function addPhrasings(program: Command, terminal: Terminal): void {
  const phrasings = program
    .command('phrasings')
    .description('other wordings of the questions: where they lack, and how to get them without writing them')
    .addHelpText(
      'after',
      '\nExamples:\n  npm run rolecall -- phrasings role.md\n  npm run rolecall -- phrasings draft --dry-run\n',
    );
  addGaps(phrasings, terminal);
  addDraft(phrasings, terminal);
  addPrompt(phrasings, terminal);
  addImport(phrasings, terminal);
  addMine(phrasings, terminal);
}

function addGaps(phrasings: Command, terminal: Terminal): void {
  phrasings
    .command('gaps', { isDefault: true })
    .argument('[note]', 'path of the note below KNOWLEDGE_DIR, or the end of it; left out where there is only one')
    .description('show where a note lacks other wordings of its questions; "gaps" may be left out')
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  npm run rolecall -- phrasings role.md\n')
    .action(async (note: string | undefined, { json = false }: Flags) => {
      await runCommand(terminal, async (context) =>
        (await import('./commands/phrasings.ts')).runPhrasings(context, { note: note ?? null, json }),
      );
    });
}

const wordingsOption = () =>
  new Option('--wordings <number>', 'wordings wanted for each entry that is asked about')
    .argParser(toNumber(4, 40))
    .default(16);

const belowOption = () =>
  new Option('--below <number>', 'ask about each entry with fewer wordings than these')
    .argParser(toNumber(1, 40))
    .default(enoughWordings);

interface DraftFlags extends Flags {
  readonly wordings: number;
  readonly below: number;
  readonly atOnce: number;
  readonly dryRun?: boolean;
}

function addDraft(phrasings: Command, terminal: Terminal): void {
  phrasings
    .command('draft')
    .argument('[note]', 'only this note: its path below KNOWLEDGE_DIR, or the end of it')
    .description('have a language model at DRAFT_URL write wordings for each entry that lacks them, for review in git')
    .addOption(wordingsOption())
    .addOption(belowOption())
    .addOption(new Option('--at-once <number>', 'requests under way at once').argParser(toNumber(1, 16)).default(2))
    .option('--dry-run', 'say which host would get what, and about how many tokens; send nothing')
    .option('--all', 'show every wording that was left out')
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      '\nExample, with Ollama:\n  DRAFT_URL=http://localhost:11434/v1 DRAFT_MODEL=qwen3:8b npm run rolecall -- phrasings draft\n',
    )
    .action(async (note: string | undefined, flags: DraftFlags) => {
      const { wordings, below, atOnce, dryRun: isDryRun = false, all = false, json = false } = flags;
      const options = { note: note ?? null, wordings, below, atOnce, isDryRun, all, json };
      await runCommand(terminal, async (context) =>
        (await import('./commands/phrasings/draft.ts')).runDraft(context, options),
      );
    });
}

function addPrompt(phrasings: Command, terminal: Terminal): void {
  phrasings
    .command('prompt')
    .argument('[note]', 'only this note: its path below KNOWLEDGE_DIR, or the end of it')
    .description('print what a language model would be asked, to paste into any assistant')
    .addOption(wordingsOption())
    .addOption(belowOption())
    .addOption(new Option('--most <number>', 'entries in one text').argParser(toNumber(1, 500)).default(15))
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  npm run -s rolecall -- phrasings prompt > prompt.txt\n')
    .action(
      async (
        note: string | undefined,
        {
          wordings,
          below,
          most,
          json = false,
        }: Flags & { readonly wordings: number; readonly below: number; readonly most: number },
      ) => {
        const options = { note: note ?? null, wordings, below, most, json };
        await runCommand(terminal, async (context) =>
          (await import('./commands/phrasings/prompt.ts')).runPrompt(context, options),
        );
      },
    );
}

function addImport(phrasings: Command, terminal: Terminal): void {
  phrasings
    .command('import')
    .argument('<file>', 'what the assistant said, as it said it; - for standard input')
    .description('take wordings out of what an assistant answered to "phrasings prompt", for review in git')
    .option('--all', 'show every wording that was left out')
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  npm run rolecall -- phrasings import answer.txt && git diff\n')
    .action(async (file: string, { all = false, json = false }: Flags) => {
      await runCommand(terminal, async (context) =>
        (await import('./commands/phrasings/import.ts')).runImport(context, { file, all, json }, terminal.input),
      );
    });
}

/** What says which part of an export is read. */
function addExportOptions(command: Command): Command {
  return command
    .argument('<export>', 'a Slack export, zip or folder; or a text file with a message a line')
    .option('--channel <name...>', 'only these channels; private ones are read only where they are named')
    .option('--team <person...>', 'ids or names of people who are no candidates');
}

interface ExportFlags extends Flags {
  readonly channel?: readonly string[];
  readonly team?: readonly string[];
}

function addMine(phrasings: Command, terminal: Terminal): void {
  addExportOptions(phrasings.command('mine'))
    .description(
      'propose the real questions of a Slack export as wordings, for review in git; nothing leaves the machine',
    )
    .option('--all', 'show every wording that was left out, and every question')
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      '\nExample:\n  npm run rolecall -- phrasings mine export.zip --channel help --team priya U024BE7LH\n',
    )
    .action(async (path: string, { channel: channels = [], team = [], all = false, json = false }: ExportFlags) => {
      const options = { path, channels, team, all, json };
      await runCommand(terminal, async (context) =>
        (await import('./commands/phrasings/mine.ts')).runMine(context, options),
      );
    });
}

/** `rolecall rehearse` reads the same exports. */
export function addRehearse(program: Command, terminal: Terminal): void {
  addExportOptions(program.command('rehearse'))
    .description(
      'show what the bot would have answered, suggested and left alone; nothing leaves the machine or is posted',
    )
    .option('--html <file>', 'write it as one page, too')
    .option('--all', 'show every row, and not only the commonest')
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      '\nExample:\n  npm run rolecall -- rehearse export.zip --team priya tom --html rehearsal.html\n',
    )
    .action(async (path: string, flags: ExportFlags & { readonly html?: string }) => {
      const { channel: channels = [], team = [], html = null, all = false, json = false } = flags;
      const options = { path, channels, team, html, all, json };
      await runCommand(terminal, async (context) =>
        (await import('./commands/rehearse.ts')).runRehearse(context, options),
      );
    });
}

/** `rolecall office-hours` reads the same exports. */
export function addOfficeHours(program: Command, terminal: Terminal): void {
  program
    .command('office-hours')
    .argument('[export]', 'a Slack export of a past session, zip or folder; none: a session in the state')
    .description(
      'write the draft of a post from office hours: the questions, the answers as they were given, the wordings',
    )
    .option('--session <id>', 'a session in the state by the beginning of its id; the newest unless given')
    .option('--channel <name...>', 'only these channels of the export; private ones are read only where they are named')
    .option('--team <person...>', 'ids or names of those who answered')
    .option('--day <date>', 'only what was said on this day, as 2024-05-31')
    .option('--title <title>', 'the title of the post')
    .option('--out <folder>', 'where the files are written', '.')
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      '\nExamples:\n  npm run rolecall -- office-hours --out content/blog\n  npm run rolecall -- office-hours export.zip --channel office-hours --team priya --day 2024-05-31\n',
    )
    .action(async (path: string | undefined, flags: OfficeHoursFlags) => {
      const { channel: channels = [], team = [], session = null, title = null, day = null, out, json = false } = flags;
      const options = { path: path ?? null, session, channels, team, title, day, out, json };
      await runCommand(terminal, async (context) =>
        (await import('./commands/office-hours.ts')).runOfficeHours(context, options),
      );
    });
}

interface OfficeHoursFlags extends ExportFlags {
  readonly session?: string;
  readonly day?: string;
  readonly title?: string;
  readonly out: string;
}

function toNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const number = Number(text);
    if (Number.isInteger(number) && number >= least && number <= most) return number;
    throw new InvalidArgumentError(`Give a whole number from ${least} to ${most}.`);
  };
}
