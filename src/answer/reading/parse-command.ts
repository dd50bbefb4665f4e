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
  | { readonly kind: 'office-hours'; readonly verb: 'start' | 'stop' | 'help'; readonly title: string }
  | { readonly kind: 'question'; readonly text: string };

const officeHours = /^office-hours(?:\s+(?:(stop)|(start)(?:\s+([\s\S]+))?))?$/i;

/**
 * A subcommand only where the whole text is one, in capitals or not; everything else is a question: "list" is a subcommand,
 * "list the benefits" and "help?" are questions. `office-hours start` takes a title besides. No text at all is a call for help.
 */
export function parseCommand(text: string): ParsedCommand {
  const typed = text.trim();
  if (typed === '') return { kind: 'subcommand', name: 'help' };
  const [hours, stop, start, title = ''] = officeHours.exec(typed) ?? [];
  if (hours !== undefined)
    return { kind: 'office-hours', verb: stop ? 'stop' : start ? 'start' : 'help', title: title.trim() };
  const name = subcommands.find((known) => known === typed.toLowerCase());
  return name === undefined ? { kind: 'question', text: typed } : { kind: 'subcommand', name };
}
