// The pages for authors, team and operators: every command and setting that they show is one that the program takes.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import dotenv from 'dotenv';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { parseCommand } from '../src/answer/reading/parse-command.ts';
import { createProgram } from '../src/app/command-line.ts';
import { parseConfig } from '../src/app/config.ts';
import { processTerminal } from '../src/app/terminal.ts';
import { parseNotes } from '../src/knowledge/parse-notes.ts';
import { parsePhrasings } from '../src/knowledge/phrasings/parse-phrasings.ts';
import { toSite } from '../src/sites/site.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const pages = ['README.md', 'docs/authors.md', 'docs/team.md', 'docs/operators.md', 'CHANGELOG.md'];
const read = (page: string) => readFileSync(join(ROOT, page), 'utf8');
const { scripts } = JSON.parse(read('package.json'));

/** The fenced blocks of a language, as text. */
function blocksOf(page: string, language: string): readonly string[] {
  return [...read(page).matchAll(new RegExp(`^ *\`\`\`${language}\\n([\\s\\S]*?)^ *\`\`\``, 'gm'))].map(
    ([, text]) => text ?? '',
  );
}

/** Commands in the running text, between backticks. */
const inlineCommand = /`((?:npm|npx|rolecall|node|docker|systemctl) [^`]*?),?`/g;

/** Every command that a page shows: in blocks for a shell, in the running text, in a workflow, in a unit of systemd. */
function linesOf(page: string): readonly string[] {
  const inline = [...read(page).matchAll(inlineCommand)].map(([, command]) => command ?? '');
  const others = [...blocksOf(page, 'yaml'), ...blocksOf(page, 'ini')].flatMap((text) =>
    [...text.matchAll(/(?:- run: |ExecStart=\/usr\/bin\/)(.*)/g)].map(([, command]) => command ?? ''),
  );
  return [...blocksOf(page, 'sh').flatMap((text) => text.split('\n')), ...inline, ...others]
    .flatMap((line) => line.replace(/\s+#\s.*$/, '').split(' && '))
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** Words as a shell has them: quotation marks hold some together, what stands behind `<` and `|` is not the command's. */
function toWords(line: string): readonly string[] {
  const before = line.split(/ [<|] /)[0] ?? '';
  return [...before.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '');
}

/** Takes the arguments without doing anything; throws in words where it would refuse them. */
async function parseOnly(args: readonly string[]): Promise<void> {
  const program = createProgram(processTerminal);
  const quiet = (command: Command) => {
    command.exitOverride().configureOutput({ writeOut: () => {}, writeErr: () => {} });
    command.action(() => {});
    command.commands.forEach(quiet);
  };
  program.commands.forEach(quiet);
  program.exitOverride().configureOutput({ writeOut: () => {}, writeErr: () => {} });
  await program
    .parseAsync([...args], { from: 'user' })
    .catch((error: { readonly code?: string; readonly message: string }) => {
      if (error.code !== 'commander.version' && error.code !== 'commander.helpDisplayed')
        throw new Error(error.message);
    });
}

describe.each(pages)('%s', (page) => {
  test.each(linesOf(page).map((line) => [line]))('shows what can be typed: %s', async (line) => {
    const words = toWords(line);
    const settings = words.filter((word) => /^[A-Z_]+=/.test(word));
    expect(() => parseConfig(dotenv.parse(settings.join('\n')))).not.toThrow();
    const [command, first, ...rest] = words.filter((word) => !settings.includes(word));
    if (command === 'docker') return expect(existsSync(join(ROOT, 'compose.yaml'))).toBe(true);
    if (command === 'git' || command === 'systemctl') return;
    if (command === 'rolecall') return await parseOnly(first === undefined ? rest : [first, ...rest]);
    if (command === 'node') {
      expect(scripts.start).toContain([first, ...rest.slice(0, -1)].join(' '));
      return expect(scripts.start).toContain(rest.at(-1));
    }
    expect(command).toBe('npm');
    if (first !== 'run') return expect(['ci', 'start', 'test', undefined]).toContain(first);
    const [script = '', ...args] = rest.filter((word) => word !== '-s');
    expect(Object.keys(scripts)).toContain(script);
    if (script === 'rolecall') await parseOnly(args.filter((word) => word !== '--'));
  });

  test('shows settings that are valid, and no others than there are', () => {
    const known = new Set([...read('.env.example').matchAll(/^#? ?([A-Z][A-Z0-9_]+)=/gm)].map(([, name]) => name));
    for (const text of blocksOf(page, 'ini').filter((one) => !one.includes('[Unit]'))) {
      const settings = dotenv.parse(text);
      expect(Object.keys(settings).filter((name) => !known.has(name))).toEqual([]);
      expect(() => parseConfig(settings)).not.toThrow();
    }
    for (const [, name] of read(page).matchAll(/`([A-Z][A-Z_]+)=[^`]*`/g)) expect(known).toContain(name);
  });

  test('shows pictures and files that are there', () => {
    const named = [...read(page).matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, path]) => path ?? '');
    expect(named.filter((path) => !existsSync(join(ROOT, dirname(page), path)))).toEqual([]);
  });

  test('shows subcommands that the bot knows', () => {
    const typed = [...read(page).matchAll(/`\/role ([a-z-]+)`/g)].map(([, name]) => name ?? '');
    expect(typed.filter((name) => parseCommand(name).kind === 'question')).toEqual([]);
  });
});

const readNote = (text: string) =>
  parseNotes([{ note: 'keeper.md', text, phrasings: null }], toSite(), Date.parse('2026-11-20'));

/** True where a block of YAML is one of what the bot reads (wordings, front matter) or GitHub, and read without a fault. */
function isRead(text: string): boolean {
  const { jobs, review, owners } = parse(text);
  if (jobs !== undefined) return jobs.check.steps.every((step: object) => 'uses' in step || 'run' in step);
  if (review === undefined) return parsePhrasings({ file: 'keeper.phrasings.yml', text }).faults.length === 0;
  const { posts, faults } = readNote(`---\n${text}---\n\n## How long is a watch?\n\nSix hours.\n`);
  const known = posts[0]?.reviews?.map(({ entryId }) => entryId);
  return faults.length === 0 && JSON.stringify(known) === JSON.stringify([null, ...Object.keys(owners)]);
}

test.each(pages.flatMap((page) => blocksOf(page, 'yaml').map((text) => [page, text] as const)))(
  '%s: a block of YAML is read as it is meant: %s',
  (_, text) => expect(isRead(text)).toBe(true),
);
test('the note that is shown gives two entries', () => {
  const [text = ''] = blocksOf('docs/authors.md', 'markdown');
  const { entries, faults } = readNote(text);
  expect([entries.map(({ question }) => question), faults]).toEqual([
    ['How long is a watch?', 'Do keepers live on the island?'],
    [],
  ]);
});

test('no block is of a kind that nothing looks at', () => {
  const kinds = pages.flatMap((page) => [...read(page).matchAll(/^ *```(\w+)\n/gm)].map(([, kind]) => kind));
  expect([...new Set(kinds)].toSorted()).toEqual(['ini', 'json', 'markdown', 'sh', 'yaml']);
});

test('the settings of an assistant start the command that there is', async () => {
  const [text = ''] = blocksOf('docs/operators.md', 'json');
  const { command, args, env } = JSON.parse(text).mcpServers.rolecall;
  expect([command, existsSync(join(ROOT, args[0].replace('/opt/rolecall/', '')))]).toEqual(['node', true]);
  await parseOnly(args.slice(1));
  expect(() => parseConfig(env)).not.toThrow();
});

test('a command that there is not would be missed', async () => {
  await expect(parseOnly(['check', '--sight', 'public/'])).rejects.toThrow(/unknown option/);
  await expect(parseOnly(['chek'])).rejects.toThrow(/unknown command/);
});
