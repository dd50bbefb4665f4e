// The body of one note as entries. Pure.

import { noteExtension, toContentPath } from '../sites/content-path.ts';
import { emptyContext, type MarkupContext } from '../sites/markup/markup-context.ts';
import type { Site } from '../sites/site.ts';
import { toAnchor } from '../sites/to-anchor.ts';
import { findListedItems, writeItem } from './data-items.ts';
import type { Entry, Post } from './entry.ts';
import { toEntryKey } from './entry-key.ts';
import type { NoteHead } from './front-matter/note-head.ts';
import type { HeadedNote } from './front-matter/parse-head.ts';
import { readReviews } from './front-matter/read-reviews.ts';
import { parseMarkup } from './markup/parse-markup.ts';
import { type AddressTable, type LinkFault, LinkResolver } from './markup/resolve-link.ts';
import { toMarkdown } from './markup/to-markdown.ts';
import { mayAsk } from './may-ask.ts';
import { collectQuestions, type NoteQuestions } from './sections/collect-questions.ts';
import { toPieces } from './sections/to-pieces.ts';

/** What a note is read with. */
export interface NoteSurroundings {
  readonly site: Site;
  readonly addresses: AddressTable;
  /** Address of the note, or null. */
  readonly url: string | null;
  /** Text of another file of the site, or null: see `MarkupContext`. */
  readonly include?: MarkupContext['include'];
  /** True where it was a note of questions at the last reading. */
  readonly wasQuestionNote?: boolean;
  /** True where it is one of the many pages of a whole site. */
  readonly isOfWholeSite?: boolean;
}

/** A note that was read: its post, its entries (without phrasings) and the line of each entry's question. */
export interface ParsedNote {
  readonly post: Post;
  readonly entries: readonly Entry[];
  /** Entry key to line of the file. */
  readonly lines: ReadonlyMap<string, number>;
  readonly isQuestionNote: boolean;
  /** See `NoteCount`. */
  readonly isNearBorder: boolean;
  /** Variables for which the site has no value. */
  readonly missing: readonly string[];
  /** Links in its answers that lead to no note, each once. */
  readonly badLinks: readonly BadLink[];
}

/** A link as it is typed, with the line of the question whose answer holds it, or null. */
export interface BadLink {
  readonly href: string;
  readonly fault: LinkFault;
  readonly line: number | null;
}

/** `blog/2022/drop-in-notes/index.md` without any title is called "Drop in notes". */
function titleFromPath(note: string): string {
  const parts = note.replace(noteExtension, '').split('/');
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
  const reviews = readReviews(head.fields);
  const fileDate = /(?:^|\/)(\d{4}-\d{2}-\d{2})-[^/]*$/.exec(head.note)?.[1] ?? null;
  return {
    note: head.note,
    title: head.title ?? title ?? titleFromPath(head.note),
    date: head.date?.slice(0, 10) ?? fileDate,
    authors: head.authors,
    url,
    closed: head.closed,
    deadline: head.deadline,
    ...(reviews.length === 0 ? {} : { reviews }),
  };
}

function toLink(url: string | null, anchor: string | null): string | null {
  if (url === null || anchor === null) return url;
  return `${url}#${anchor.replace(/[\s"<>|]/g, encodeURIComponent)}`;
}

function unread(head: NoteHead, url: string | null): ParsedNote {
  const nothing = { entries: [], lines: new Map<string, number>(), isQuestionNote: false, missing: [], badLinks: [] };
  return { post: toPost(head, null, url), ...nothing, isNearBorder: false };
}

/** Links into the page itself, whether they name it or not; without an address its name has to do. */
function toInsideTest(links: LinkResolver, url: string | null, note: string): (href: string) => boolean {
  const name = note.replace(noteExtension, '').replace(/\/(?:_?index|readme)$/i, '');
  return (href) => {
    if (href.startsWith('#')) return true;
    const [page = '', anchor] = href.split('#');
    if (anchor === undefined) return false;
    if (url !== null) return links.resolve(href)?.split('#')[0] === url;
    const path = page.replace(/(?:\.html?|\/)$/, '');
    return path.startsWith('/') && `/${name}`.endsWith(path);
  };
}

/** Links to other pages of the site as notes write them: `volumes.md`, `../pouta/`, `/faq/#pay`. */
function isPage(href: string): boolean {
  return !/^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(href) && /(?:^|\/)[^/.?#]*(?:\.(?:mdx?|qmd|html?))?(?:#.*)?$/i.test(href);
}

/** So many other notes in and below its folder make a README one that says how they are written. */
const folderNotes = 3;

/** The path that may name questions: a README of plain files that hold them is not named by its folder; generators make a page of it. */
function toNamingPath(path: string, site: Site, addresses: AddressTable): string {
  const [, folder = '', name = ''] = /^(.*\/)(readme\.\w+)$/i.exec(path) ?? [];
  if (name === '' || site.generator !== 'plain') return path;
  return [...addresses.keys()].filter((other) => other.startsWith(folder)).length > folderNotes ? name : path;
}

class EntryWriter {
  readonly lines = new Map<string, number>();
  readonly badLinks = new Map<string, BadLink>();
  readonly #note: HeadedNote;
  readonly #post: Post;
  readonly #found: NoteQuestions;
  readonly #site: Site;

  constructor(note: HeadedNote, post: Post, found: NoteQuestions, site: Site) {
    this.#note = note;
    this.#post = post;
    this.#found = found;
    this.#site = site;
  }

  write(links: LinkResolver, lineOf: (line: number) => number): readonly Entry[] {
    const { head, bodyLine } = this.#note;
    return this.#found.questions.flatMap(({ question, anchor, nearestAnchor, answer, line }): readonly Entry[] => {
      const at = line > 0 ? lineOf(line) + bodyLine - 1 : null;
      const text = toMarkdown(answer, (href) => {
        const fault = links.faultOf(href);
        if (fault !== null && !this.badLinks.has(href)) this.badLinks.set(href, { href, fault, line: at });
        return links.resolve(href);
      });
      if (text === '' || question.trim() === '') return [];
      const id = anchor ?? this.#found.names.next(toAnchor(question, this.#site.anchors));
      const key = toEntryKey(head.note, id);
      if (at !== null) this.lines.set(key, at);
      const post = this.#post;
      const url = toLink(post.url, nearestAnchor);
      return [{ key, note: head.note, id, question, anchor: nearestAnchor, url, answer: text, phrasings: [], post }];
    });
  }
}

/** Entries of the questions in a note's front matter that its body does not ask. */
function readListed(
  { head }: HeadedNote,
  post: Post,
  asked: readonly Entry[],
  write: (item: Parameters<typeof writeItem>[0]) => ReturnType<typeof writeItem>,
  toId: (question: string) => string,
): readonly Entry[] {
  const known = new Set(asked.map(({ question }) => question.toLowerCase()));
  return findListedItems(Object.fromEntries(head.fields)).flatMap((item): readonly Entry[] => {
    const written = write(item);
    if (written === null || known.has(written.question.toLowerCase())) return [];
    const said = `${written.question}\n${written.answer}`;
    if (known.has(said)) return [];
    known.add(said);
    const id = toId(written.question);
    const key = toEntryKey(head.note, id);
    return [{ key, note: head.note, id, ...written, anchor: null, url: post.url, phrasings: [], post }];
  });
}

/** Reads a note's body, and the questions in its front matter. */
export function parseNote(note: HeadedNote, surroundings: NoteSurroundings): ParsedNote {
  const { head, body } = note;
  const {
    site,
    addresses,
    url,
    include = emptyContext.include,
    wasQuestionNote = false,
    isOfWholeSite = false,
  } = surroundings;
  const path = toContentPath(head.note, site) ?? head.note;
  if (!mayAsk(note, path)) return unread(head, url);
  const missing = new Set<string>();
  const context: MarkupContext = {
    isMdx: /\.mdx$/i.test(head.note),
    isQuarto: site.generator === 'quarto' || /\.qmd$/i.test(head.note),
    site: new Map(Object.entries(site.variables)),
    page: head.fields,
    include,
    onMissing: (name) => missing.add(name),
  };
  const { root, lineOf } = parseMarkup(body, context);
  const links = new LinkResolver(addresses, site, { contentPath: toContentPath(head.note, site), url });
  const found = collectQuestions(toPieces(root), site, {
    path: toNamingPath(path, site, addresses),
    flag: head.isFaq,
    wasOne: wasQuestionNote,
    isOfWholeSite,
    title: head.title,
    question: head.question,
    isInside: toInsideTest(links, url, head.note),
    isPage,
  });
  const post = toPost(head, found.title, url);
  const writer = new EntryWriter(note, post, found, site);
  const asked = writer.write(links, lineOf);
  const listed = readListed(
    note,
    post,
    asked,
    (item) => writeItem(item, context, (href) => links.resolve(href)),
    (question) => found.names.next(toAnchor(question, site.anchors)),
  );
  const entries = [...asked, ...listed];
  const { isQuestionNote, isNearBorder } = found;
  return {
    post,
    entries,
    lines: writer.lines,
    isQuestionNote,
    isNearBorder,
    missing: entries.length === 0 ? [] : [...missing],
    badLinks: [...writer.badLinks.values()],
  };
}
