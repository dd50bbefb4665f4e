// A question asked by the slash command has no message to reply to. Pure.

/** How the id of such a question begins. */
const commandPrefix = 'command:';

export function isCommand(ts: string): boolean {
  return ts.startsWith(commandPrefix);
}
