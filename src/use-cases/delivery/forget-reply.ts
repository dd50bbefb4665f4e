// A reply is gone from Slack: nothing is kept of it.
import type { ClaimStore } from '../interfaces/claim-store.ts';
import type { ReplyStore, StoredReply } from '../interfaces/reply-store.ts';

/** Its claim is given back: its question may be answered again. */
export async function forgetReply(
  { claims, replies }: { readonly claims: ClaimStore; readonly replies: ReplyStore },
  { team, channel, ts, questionTs, purpose }: StoredReply,
): Promise<void> {
  await replies.remove(team, channel, ts);
  if (purpose === 'auto') await claims.release({ team, channel, ts: questionTs, purpose: 'auto' });
}
