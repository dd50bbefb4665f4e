// What the bot says to the team and for it, as use cases see it. Interface only. Errors are thrown as `ChatError`.
import type { TeamCard } from '../../answer/reply/team-card.ts';
import type { PostedReply } from '../interfaces/chat.ts';

/** Where an answer goes: a thread, or (null) top-level in a direct message. */
export interface Destination {
  readonly channel: string;
  readonly threadTs: string | null;
}

/** The team's own words. Nothing of it comes from the notes. */
export interface WrittenAnswer {
  readonly text: string;
  /** Name of the team member, as plain text. */
  readonly by: string;
  /** User id of who asked: the one mention. Null where nobody is addressed. */
  readonly to: string | null;
  /** Which question it answers, for *Tell me when this is answered*. */
  readonly questionId: string;
}

export interface TeamChat {
  /** Posts a question in the team channel; gives the message's timestamp. */
  postCard(teamChannel: string, card: TeamCard): Promise<string>;
  updateCard(teamChannel: string, ts: string, card: TeamCard): Promise<void>;
  postWritten(to: Destination, answer: WrittenAnswer): Promise<PostedReply>;
  /** Says that the team cannot answer, with *Tell me when this is answered*. */
  postDeclined(to: Destination, questionId: string): Promise<PostedReply>;
  /** The direct message with a person. */
  openDirect(user: string): Promise<string>;
  /** Whether the bot may post in the channel. False also where it cannot even see it. */
  isInChannel(channel: string): Promise<boolean>;
  /** A person's name as plain text, or null where Slack gives none. */
  findName(user: string): Promise<string | null>;
}
