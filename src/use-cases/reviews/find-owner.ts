// Who an owner is in Slack.
import type { Chat } from '../interfaces/chat.ts';

const userId = /^<?@?([UW][A-Z0-9]{6,})>?$/;

/** User id written out, or null for a handle or an e-mail. */
export function toUserId(owner: string): string | null {
  return userId.exec(owner.trim())?.[1] ?? null;
}

/**
 * User id, or null where nobody is named or found. Handles, names and (where Slack shows them) e-mails are looked for among the team:
 * to look an e-mail up in the whole workspace the bot would need one more right.
 */
export async function findOwner(
  { chat, teamChannel }: { readonly chat: Pick<Chat, 'findMember'>; readonly teamChannel: string | null },
  owner: string | null,
): Promise<string | null> {
  if (owner === null) return null;
  const id = toUserId(owner);
  if (id !== null) return id;
  return teamChannel === null ? null : await chat.findMember(teamChannel, owner.trim().replace(/^@/, ''));
}
