// Who may replace or remove a reply: the asker and the team.
import type { StoredReply } from '../interfaces/reply-store.ts';
import type { TeamRoster } from '../interfaces/team-roster.ts';

/** True for the person who asked (or shared) and for the team; for nobody else, and never by what a button carries. */
export async function mayChangeReply(
  { roster }: { readonly roster: TeamRoster },
  reply: StoredReply,
  user: string,
): Promise<boolean> {
  return reply.asker === user || (await roster.isMember(user));
}
