// Who is in a channel, as Slack says. Edge.
import type { WebClient } from '@slack/web-api';
import { call } from '../connection/call.ts';

const pageSize = 200;

/** User ids. Throws `ChatError`. */
export async function readMembers(client: WebClient, channel: string): Promise<ReadonlySet<string>> {
  const members = new Set<string>();
  let cursor = '';
  do {
    const next = cursor === '' ? {} : { cursor };
    const page = await call('conversations.members', () =>
      client.conversations.members({ channel, limit: pageSize, ...next }),
    );
    for (const member of page.members ?? []) members.add(member);
    cursor = page.response_metadata?.next_cursor ?? '';
  } while (cursor !== '');
  return members;
}
