// What somebody wrote in Slack as Markdown for a note, with the names of those it mentions.
import { slackToMarkdown } from '../../answer/slack-text/slack-to-markdown.ts';
import type { Chat } from '../interfaces/chat.ts';

const person = /<@([UW][A-Z0-9]+)/g;
const channel = /<#(C[A-Z0-9]+)/g;

/** `text`: as Slack sends it. Slack is asked for each name once; where it gives none, there is none. */
export async function writeDown(
  { chat }: { readonly chat: Pick<Chat, 'findName' | 'findChannelName'> },
  text: string,
): Promise<string> {
  const people = await findAll(text, person, (id) => chat.findName(id));
  const channels = await findAll(text, channel, (id) => chat.findChannelName(id));
  return slackToMarkdown(text, { person: (id) => people.get(id) ?? null, channel: (id) => channels.get(id) ?? null });
}

async function findAll(
  text: string,
  pattern: RegExp,
  find: (id: string) => Promise<string | null>,
): Promise<ReadonlyMap<string, string | null>> {
  const ids = [...new Set([...text.matchAll(pattern)].flatMap(([, id]) => id ?? []))];
  return new Map(await Promise.all(ids.map(async (id) => [id, await find(id)] as const)));
}
