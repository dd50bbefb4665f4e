// The names that stand for the ids in a message of Slack's.
import type { SlackNames } from '../../answer/slack-text/read-token.ts';
import type { Chat } from '../interfaces/chat.ts';

/** `text`: as Slack sends it, or as somebody typed it. Of channels Slack sends the names along. */
export async function readNames(
  { chat }: { readonly chat: Pick<Chat, 'findName'> },
  text: string,
): Promise<SlackNames> {
  const ids = new Set([...text.matchAll(/[<‹]@([UW][A-Z0-9]+)/g)].map(([, id]) => id ?? ''));
  const names = new Map<string, string | null>();
  for (const id of ids) names.set(id, await chat.findName(id));
  return { person: (id) => names.get(id) ?? null, channel: () => null };
}
