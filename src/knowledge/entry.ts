// What a team's notes consist of once they are read. Pure.
import type { Review } from './front-matter/read-reviews.ts';

/** A published note: what its front matter says about it. */
export interface Post {
  /** Path of the note below the knowledge folder, with forward slashes. */
  readonly note: string;
  readonly title: string;
  /** ISO 8601 date (`2022-03-22`), or null where the note has none. */
  readonly date: string | null;
  readonly authors: readonly string[];
  /** Absolute address of the post, or null where none is known. */
  readonly url: string | null;
  /** True where the front matter says `closed: true`. A past `deadline` closes a role too: see `isClosed`. */
  readonly closed: boolean;
  /** ISO 8601 date until which people can apply, or null. */
  readonly deadline: string | null;
  /** When it, or an entry of it, is to be looked at again; left out where that is not said. */
  readonly reviews?: readonly Review[];
}

/** One question of a note with its answer, its anchor and its link. */
export interface Entry {
  /** The note's path and the entry's id, hashed to 16 hexadecimal characters: what Slack carries in buttons. */
  readonly key: string;
  /** Path of the note below the knowledge folder, with forward slashes. */
  readonly note: string;
  /** Its own anchor, else the slug of its question; unique within the note. */
  readonly id: string;
  /** The heading as plain text. */
  readonly question: string;
  /** Fragment of the link (without `#`): its own anchor, else the nearest one above, else null. */
  readonly anchor: string | null;
  /** Absolute link to the section, or null where the post has no address. */
  readonly url: string | null;
  /** The answer in Markdown: links absolute, shortcodes, comments and raw HTML gone. Never empty. */
  readonly answer: string;
  /** Other wordings of the question, in the order of the phrasings file, learned ones last. */
  readonly phrasings: readonly string[];
  readonly post: Post;
  /** Set where these are words of the team's own that stand in no note yet: who wrote them (plain text) and when (ISO 8601). */
  readonly meanwhile?: { readonly by: string; readonly on: string };
}
