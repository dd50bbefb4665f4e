// Brings an answer to where a question was asked, and keeps that it stands there.
import type { Message } from '../../answer/message.ts';
import type { AnswerReply } from '../../answer/reply/reply.ts';
import type { Destination } from '../ask-team/team-chat.ts';
import type { TeamDependencies } from '../ask-team/team-dependencies.ts';
import type { PostedReply } from '../interfaces/chat.ts';
import type { StoredReply } from '../interfaces/reply-store.ts';
import { recordReply } from './record.ts';

/** A question by where and by whom it was asked. */
export interface AskedPlace {
  readonly team: string;
  readonly channel: string;
  readonly ts: string;
  readonly threadTs: string | null;
  readonly asker: string | null;
}

/** How the id of a question begins that was asked by the slash command: there is no message to reply to. */
const commandPrefix = 'command:';

export function isCommand(ts: string): boolean {
  return ts.startsWith(commandPrefix);
}

type Delivering = Pick<TeamDependencies, 'chat' | 'teamChat' | 'replies' | 'clock'>;

/** The question's thread; for one asked by the slash command the asker's direct message. Null where nobody is left to answer. */
export async function findDestination(
  { teamChat }: Pick<TeamDependencies, 'teamChat'>,
  place: AskedPlace,
): Promise<Destination | null> {
  if (!isCommand(place.ts)) return { channel: place.channel, threadTs: place.threadTs ?? place.ts };
  return place.asker === null ? null : { channel: await teamChat.openDirect(place.asker), threadTs: null };
}

/**
 * Posts the answer; where the question is gone (Slack then posts top-level) it is taken back at once. Gives where it stands,
 * or null where the question is gone. Rejects with `ChatError` where Slack refuses.
 */
export async function deliverAnswer(
  dependencies: Delivering,
  place: AskedPlace,
  reply: AnswerReply,
  purpose: StoredReply['purpose'],
): Promise<{ readonly channel: string; readonly ts: string } | null> {
  const { chat } = dependencies;
  const to = await findDestination(dependencies, place);
  if (to === null) return null;
  const posted =
    to.threadTs === null
      ? await chat.postInChannel(to.channel, reply)
      : await chat.postReply({ channel: to.channel, threadTs: to.threadTs }, reply);
  if (!(await stays(dependencies, to, posted))) return null;
  const message = toMessage(place, to, posted.ts);
  await recordReply(dependencies, message, reply, { ts: posted.ts, purpose });
  return { channel: to.channel, ts: posted.ts };
}

/** False where a reply lost its thread: it is deleted then, so that it does not stand in the channel for everybody. */
export async function stays(
  { chat }: Pick<TeamDependencies, 'chat'>,
  to: Destination,
  posted: PostedReply,
): Promise<boolean> {
  if (to.threadTs === null || posted.isInThread) return true;
  await chat.deleteMessage(to.channel, posted.ts);
  return false;
}

function toMessage(place: AskedPlace, to: Destination, postedTs: string): Message {
  return {
    team: place.team,
    channel: to.channel,
    ts: place.ts,
    threadTs: to.threadTs ?? postedTs,
    user: place.asker ?? '',
    text: '',
    surface: 'channel',
    isBroadcast: false,
  };
}
