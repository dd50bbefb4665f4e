// The asker or the team takes a reply away.
import { type Chat, ChatError } from '../interfaces/chat.ts';
import type { ClaimStore } from '../interfaces/claim-store.ts';
import type { ReplyStore } from '../interfaces/reply-store.ts';
import type { TeamRoster } from '../interfaces/team-roster.ts';
import { toLinkClaim } from '../link/link-claim.ts';
import { mayChangeReply } from './may-change-reply.ts';
import type { Press } from './press.ts';

export interface RemoveDependencies {
  readonly chat: Chat;
  readonly claims: ClaimStore;
  readonly replies: ReplyStore;
  readonly roster: TeamRoster;
}

export type RemoveOutcome = 'removed' | 'not-yours' | 'gone';

/** Deletes the reply for everybody; what the team linked may then be linked again. `gone`: the bot knows no such reply. Rejects where Slack refuses. */
export async function removeReply(dependencies: RemoveDependencies, press: Press): Promise<RemoveOutcome> {
  const { chat, claims, replies } = dependencies;
  const reply = await replies.find(press.team, press.channel, press.ts);
  if (reply === null) return 'gone';
  if (!(await mayChangeReply(dependencies, reply, press.user))) return 'not-yours';
  await deleteQuietly(chat, press.channel, press.ts);
  await replies.remove(press.team, press.channel, press.ts);
  if (reply.purpose === 'linked') {
    const question = { team: reply.team, channel: reply.channel, ts: reply.questionTs };
    for (const { entryKey } of reply.entries) await claims.release(toLinkClaim(question, entryKey));
  }
  return 'removed';
}

/** Deletes a message of the bot; one that is gone already is as good. */
export async function deleteQuietly(chat: Chat, channel: string, ts: string): Promise<void> {
  try {
    await chat.deleteMessage(channel, ts);
  } catch (error) {
    if (!(error instanceof ChatError && error.code === 'message_not_found')) throw error;
  }
}
