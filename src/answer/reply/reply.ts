// What the bot says, as data: the Slack room makes blocks of it. Pure.
import type { Entry, Post } from '../../knowledge/entry.ts';
import type { OtherLanguage } from './find-other-language.ts';

/** One entry as it stands in a reply. */
export interface AnswerPart {
  readonly entryKey: string;
  /** The question as the asker put it, where a message held several; else null. */
  readonly asked: string | null;
  /** The entry's own question. */
  readonly question: string;
  readonly url: string | null;
  /** Markdown: the answer, or the passage of it that fits best. */
  readonly answer: string;
  /** Characters of the answer that are not shown; 0 where it is whole. */
  readonly charactersLeftOut: number;
  /** Plain text of the passage that the excerpt was cut around, or null for the beginning. */
  readonly passage: string | null;
  readonly post: Post;
  /** See `Entry`; left out where the words are the note's. */
  readonly meanwhile?: Entry['meanwhile'];
  /** When a change of the note was brought into the posted reply: milliseconds since 1970, UTC; null where none was. */
  readonly updatedAt: number | null;
  /** Age of the post in days where it is older than STALE_AFTER, else null. */
  readonly staleDays: number | null;
  /** True where the role is closed. */
  readonly isClosed: boolean;
}

/** A suggestion: a button with an entry's question. */
export interface Suggestion {
  readonly entryKey: string;
  readonly question: string;
}

/** An entry that the bot has posted in this thread before. */
export interface EarlierAnswer {
  readonly entryKey: string;
  readonly question: string;
  /** Link to the earlier reply, or null where Slack gives none. */
  readonly permalink: string | null;
}

/** A question of the message that is not answered for certain, with the entries that probably do: links, and no claim. */
export interface Perhaps {
  readonly question: string;
  readonly entries: readonly { readonly question: string; readonly url: string | null }[];
}

/** Who brought an answer, where it was not the bot by itself; `told`: the bot comes back with an answer it promised. */
export interface Byline {
  readonly kind: 'linked' | 'shared' | 'told';
  /** Their name, as plain text; empty where the bot came back by itself. */
  readonly by: string;
  /** User id of who asked, the one mention in a reply; null where nobody is addressed. */
  readonly to: string | null;
  /** A sentence of their own, as plain text, or null. */
  readonly sentence: string | null;
}

export interface AnswerReply {
  readonly kind: 'answer';
  readonly parts: readonly AnswerPart[];
  /** Entries that stand in the thread already: the reply links to them instead of repeating them. */
  readonly alreadyAnswered: readonly EarlierAnswer[];
  /** Questions of the same message that the notes do not cover. */
  readonly notCovered: readonly string[];
  /** Left out where the message has no such question. */
  readonly perhaps?: readonly Perhaps[];
  /** Left out where the bot answers by itself. */
  readonly byline?: Byline | null;
}

export interface SuggestReply {
  readonly kind: 'suggest';
  readonly question: string;
  readonly suggestions: readonly Suggestion[];
  /** Other questions of the same message; left out where there are none. */
  readonly perhaps?: readonly Perhaps[];
  readonly notCovered?: readonly string[];
}

export interface NotInNotesReply {
  readonly kind: 'not-in-notes';
  readonly questions: readonly string[];
  /** True where a team is there to be asked. */
  readonly canAskTeam: boolean;
  /** Set where the notes are in another language than the question. */
  readonly otherLanguage?: OtherLanguage;
}

export interface HelpReply {
  readonly kind: 'help';
  /** The slash command, as `/role`. */
  readonly command: string;
  readonly isTeamMember: boolean;
  /** A question that the notes answer, or null where they answer none. */
  readonly example: string | null;
}

export type Reply = (AnswerReply | SuggestReply | NotInNotesReply | HelpReply) & {
  /** True where the bot was away when it was asked. */
  readonly isLate?: boolean;
};

/** A sentence that only one person sees. */
export type Notice =
  | 'too-many-questions'
  | 'team-member'
  | 'team-only'
  | 'not-yours'
  | 'not-in-channel'
  | 'something-went-wrong';
