// Slack as use cases see it. Interface only.
import type { Reply } from '../../answer/reply/reply.ts';
import type { TeamCard } from '../../answer/reply/team-card.ts';
import type { HoursPosting } from '../../office-hours/posting.ts';
import type { QuestionMark } from '../delivery/mark-store.ts';
import type { OfferedDraft } from '../drafts/offer-draft.ts';
import type { ShownOffer } from '../learn/offer-wording.ts';
import type { Digest } from '../reports/read-digest.ts';
import type { ShownReview } from '../reviews/ask-owners.ts';
import type { ShownSuggestion } from '../suggest/press-suggestion.ts';

export interface Thread {
  readonly channel: string;
  readonly threadTs: string;
}

/** Where something is posted: in a thread, or (null) top-level. */
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
  /** Which question of the team channel it answers, for *Tell me when this is answered*; empty for none. */
  readonly questionId: string;
}

/** Wordings that wait for the team, with those that it has decided about since the message was posted; the oldest first. */
export interface OffersPosting {
  readonly kind: 'offers';
  readonly offers: readonly ShownOffer[];
}

/** Whatever the bot posts for everybody. `card`: a question in the team channel; `declined`: the team cannot answer. */
export type Posting =
  | Reply
  | { readonly kind: 'card'; readonly card: TeamCard }
  | ({ readonly kind: 'written' } & WrittenAnswer)
  | { readonly kind: 'declined'; readonly questionId: string }
  | OffersPosting
  | { readonly kind: 'digest'; readonly digest: Digest }
  /** To who took a question: it still waits. */
  | { readonly kind: 'reminder'; readonly question: string; readonly link: string | null }
  /** To who owns a note or an entry, or to the team: is it still right? */
  | { readonly kind: 'review'; readonly review: ShownReview }
  | HoursPosting;

/** What a person has written in a thread. */
export interface ThreadReply {
  readonly ts: string;
  readonly user: string;
  /** As Slack sends it. */
  readonly text: string;
}

/** `isInThread` is false where the thread's parent is gone and Slack posted the reply top-level instead. */
export interface Posted {
  readonly ts: string;
  readonly isInThread: boolean;
}

/** Errors are thrown as `ChatError`, with the method and Slack's code, never a token. */
export interface Chat {
  /** Posts once, without a second try of its own. `key` goes with the message, unseen, so that `findPosted` knows it again. */
  post(to: Destination, posting: Posting, key: string): Promise<Posted>;
  /** The message posted with this key, or null where there is none. */
  findPosted(to: Destination, key: string): Promise<Posted | null>;
  /** Puts something else in the place of what the bot posted. */
  update(channel: string, ts: string, posting: Posting): Promise<void>;
  delete(channel: string, ts: string): Promise<void>;
  /** Puts the bot's reaction for this on somebody's message; one that is there already is as good. */
  react(channel: string, ts: string, mark: QuestionMark): Promise<void>;
  /** Takes it off; one that is gone already is as good. */
  unreact(channel: string, ts: string, mark: QuestionMark): Promise<void>;
  /** False where the app was installed without the scope that reactions need. */
  mayReact(): Promise<boolean>;
  /** Shows a text of the bot's own (mrkdwn) to one person only; Slack does not promise delivery. */
  whisper(to: Destination & { readonly user: string }, text: string): Promise<void>;
  /** Shows a quiet suggestion to its asker only, as `whisper` does. */
  suggest(to: Destination & { readonly user: string }, suggestion: ShownSuggestion): Promise<void>;
  /** Timestamp of the first reply in the thread after the message `ts` by somebody other than `user` and the bot, or null. */
  findReplyAfter(thread: Thread, ts: string, user: string): Promise<string | null>;
  /** User ids of the people who wrote in the thread after the message `ts`; bots do not count. */
  listRepliers(thread: Thread, ts: string): Promise<readonly string[]>;
  /** What people wrote in the thread after the message `ts`, the oldest first. */
  listReplies(thread: Thread, ts: string): Promise<readonly ThreadReply[]>;
  /** What a person has written top-level, as Slack has it; null where nobody has. */
  findText(channel: string, ts: string): Promise<string | null>;
  /** Link to a message, or null where Slack gives none. */
  findPermalink(channel: string, ts: string): Promise<string | null>;
  /** The direct message with a person. */
  openDirect(user: string): Promise<string>;
  /** Whether the bot may post in the channel. False also where it cannot even see it. */
  isInChannel(channel: string): Promise<boolean>;
  /** Whether the person is in the channel. */
  isPersonIn(channel: string, user: string): Promise<boolean>;
  /** A person's name as plain text, or null where Slack gives none. */
  findName(user: string): Promise<string | null>;
  /** User id of who in the channel goes by this handle, name or e-mail, in any case of letters; null where nobody or several do. */
  findMember(channel: string, name: string): Promise<string | null>;
  /** A public channel's name without its sign, or null where Slack gives none. */
  findChannelName(channel: string): Promise<string | null>;
  /** Offers to one person only to keep what they wrote as an answer, as `whisper` does. */
  offerDraft(to: Destination & { readonly user: string }, offer: OfferedDraft): Promise<void>;
}

/**
 * What is known of a call that failed. `refused`: Slack means it, and trying again changes nothing; `not-now`: it was not carried
 * out and may be later; `unanswered`: nobody knows whether it was carried out.
 */
export type ChatFailure = 'refused' | 'not-now' | 'unanswered';

/** Slack refused or could not be reached. */
export class ChatError extends Error {
  override readonly name = 'ChatError';
  /** The Web API method. */
  readonly method: string;
  /** Slack's error code (`not_in_channel`), or `unreachable`, `http_503` …. */
  readonly code: string;
  readonly failure: ChatFailure;
  /** How long Slack asks to wait, in milliseconds; 0 where it does not say. */
  readonly retryAfterMs: number;

  constructor(
    method: string,
    code: string,
    {
      failure = 'refused',
      retryAfterMs = 0,
      ...options
    }: ErrorOptions & Partial<Pick<ChatError, 'failure' | 'retryAfterMs'>> = {},
  ) {
    super(`Slack refused ${method}: ${code}`, options);
    this.method = method;
    this.code = code;
    this.failure = failure;
    this.retryAfterMs = retryAfterMs;
  }
}
