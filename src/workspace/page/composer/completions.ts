// What the composer offers while somebody types: slash commands at the beginning, people after an `@`. Pure.
import type { Intro } from '../../intro.ts';
import type { SlashCommand, User } from '../../page-api.ts';

export interface Completion {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  /** What stands in the text once it is chosen, with the space after it. */
  readonly insert: string;
}

export interface Completions {
  readonly kind: 'command' | 'person';
  /** The stretch of the text that a choice replaces. */
  readonly from: number;
  readonly to: number;
  readonly items: readonly Completion[];
}

const shownAtMost = 8;

/** The bot's command with a question that its notes answer in the place of the manifest's hint. */
export function withExample(commands: readonly SlashCommand[], intro: Intro | null): readonly SlashCommand[] {
  if (intro === null || intro.usageHint === '') return commands;
  return commands.map((one) => (one.command === intro.command ? { ...one, usageHint: intro.usageHint } : one));
}

function completeCommand(before: string, commands: readonly SlashCommand[]): Completions | null {
  if (!/^\/\S*$/.test(before)) return null;
  const items = commands
    .filter(({ command }) => command.startsWith(before.toLowerCase()))
    .map(({ command, description, usageHint }) => ({
      id: command,
      label: usageHint === '' ? command : `${command} ${usageHint}`,
      hint: description,
      insert: `${command} `,
    }));
  return items.length === 0 ? null : { kind: 'command', from: 0, to: before.length, items };
}

function completePerson(before: string, people: readonly User[]): Completions | null {
  const typed = /(?:^|[\s(])@([\p{L}\p{N}._-]*)$/u.exec(before)?.[1];
  if (typed === undefined) return null;
  const start = typed.toLowerCase();
  const items = people
    .filter(({ name, realName }) => [name, ...realName.split(' ')].some((word) => word.toLowerCase().startsWith(start)))
    .slice(0, shownAtMost)
    .map(({ id, name, realName, role }) => ({
      id,
      label: realName,
      hint: role === 'bot' ? `@${name} · App` : `@${name}`,
      insert: `@${name} `,
    }));
  return items.length === 0
    ? null
    : { kind: 'person', from: before.length - typed.length - 1, to: before.length, items };
}

/** Offers for the text before the caret, or null. The bot stands first among the people. */
export function complete(
  before: string,
  commands: readonly SlashCommand[],
  people: readonly User[],
): Completions | null {
  const botFirst = people.toSorted((one, other) => Number(other.role === 'bot') - Number(one.role === 'bot'));
  return completeCommand(before, commands) ?? completePerson(before, botFirst);
}

/** The command and its text, where the whole message is a known command; null for everything else. */
export function parseCommand(
  text: string,
  commands: readonly SlashCommand[],
): { readonly command: string; readonly text: string } | null {
  const found = /^(\/\S+)(?:\s+([\s\S]*))?$/.exec(text.trim());
  const command = commands.find((known) => known.command === found?.[1]?.toLowerCase());
  return command === undefined ? null : { command: command.command, text: (found?.[2] ?? '').trim() };
}
