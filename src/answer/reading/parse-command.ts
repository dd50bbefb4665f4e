// What somebody typed behind the slash command: one of its subcommands, or a question. Pure.

export const subcommands = [
  'help',
  'list',
  'unanswered',
  'drafts',
  'settings',
  'reload',
  'stats',
  'forget-me',
] as const;

export type Subcommand = (typeof subcommands)[number];

export type ParsedCommand =
  | { readonly kind: 'subcommand'; readonly name: Subcommand }
  | { readonly kind: 'question'; readonly text: string };

/**
 * A subcommand only where the whole text is one, in capitals or not; everything else is a question: "list" is a subcommand,
 * "list the benefits" and "help?" are questions. No text at all is a call for help.
 */
export function parseCommand(text: string): ParsedCommand {
  const typed = text.trim();
  if (typed === '') return { kind: 'subcommand', name: 'help' };
  const name = subcommands.find((known) => known === typed.toLowerCase());
  return name === undefined ? { kind: 'question', text: typed } : { kind: 'subcommand', name };
}
