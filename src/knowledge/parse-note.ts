// The body of one note as entries. Pure.

import { toContentPath } from '../sites/content-path.ts';
import type { Site } from '../sites/site.ts';
import { toAnchor } from '../sites/to-anchor.ts';
import type { Entry, Post } from './entry.ts';
import { toEntryKey } from './entry-key.ts';
import type { NoteHead } from './front-matter/note-head.ts';
import type { HeadedNote } from './front-matter/parse-head.ts';
import { parseMarkup } from './markup/parse-markup.ts';
import { type AddressTable, LinkResolver } from './markup/resolve-link.ts';
import { toMarkdown } from './markup/to-markdown.ts';
import { collectQuestions } from './sections/collect-questions.ts';
import { toPieces } from './sections/to-pieces.ts';

/** A note that was read: its post, its entries (without phrasings) and the line of each entry's question. */
export interface ParsedNote {
  readonly post: Post;
  readonly entries: readonly Entry[];
  /** Entry key to line of the file. */
  readonly lines: ReadonlyMap<string, number>;
}

/** `blog/2022/drop-in-notes/index.md` without any title is called "Drop in notes". */
function titleFromPath(note: string): string {
  const parts = note.replace(/\.(md|markdown)$/i, '').split('/');
  const last = parts.pop() ?? '';
  const name = /^(_?index|readme)$/i.test(last) ? (parts.pop() ?? last) : last;
  const words = name
    .replace(/^\d{4}-\d{2}-\d{2}-/, '')
    .replace(/[-_]+/g, ' ')
    .trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The post of a note; `title`: what its leading H1 calls it. */
export function toPost(head: NoteHead, title: string | null, url: string | null): Post {
  const fileDate = /(?:^|\/)(\d{4}-\d{2}-\d{2})-[^/]*$/.exec(head.note)?.[1] ?? null;
  return {
    note: head.note,
    title: head.title ?? title ?? titleFromPath(head.note),
    date: head.date?.slice(0, 10) ?? fileDate,
    authors: head.authors,
    url,
    closed: head.closed,
    deadline: head.deadline,
  };
}

function toLink(url: string | null, anchor: string | null): string | null {
  if (url === null || anchor === null) return url;
  return `${url}#${anchor.replace(/[\s"<>|]/g, encodeURIComponent)}`;
}

/** Reads a note's body. `addresses`: those of all notes of the site, by their place in its content. */
export function parseNote(
  { head, body, bodyLine }: HeadedNote,
  site: Site,
  addresses: AddressTable,
  url: string | null,
): ParsedNote {
  const { root, lineOf } = parseMarkup(body);
  const { title, questions, names } = collectQuestions(toPieces(root), site);
  const post = toPost(head, title, url);
  const links = new LinkResolver(addresses, site, { contentPath: toContentPath(head.note, site), url });
  const lines = new Map<string, number>();
  const entries: Entry[] = [];
  for (const { question, anchor, nearestAnchor, answer, line } of questions) {
    const text = toMarkdown(answer, (href) => links.resolve(href));
    if (text === '') continue;
    const id = anchor ?? names.next(toAnchor(question, site.anchors));
    const key = toEntryKey(head.note, id);
    if (line > 0) lines.set(key, lineOf(line) + bodyLine - 1);
    const link = toLink(url, nearestAnchor);
    entries.push({
      key,
      note: head.note,
      id,
      question,
      anchor: nearestAnchor,
      url: link,
      answer: text,
      phrasings: [],
      post,
    });
  }
  return { post, entries, lines };
}
