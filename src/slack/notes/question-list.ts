// All questions by post, page by page, as `/role list` shows them. Edge.
import type { ActionsBlock, KnownBlock } from '@slack/types';
import { commands, formatDate } from '../../answer/wording.ts';
import type { Post } from '../../knowledge/entry.ts';
import type { ListedEntry } from '../../use-cases/notes/notes.ts';
import { actionIds, numbered } from '../action-ids.ts';
import { toContext, toSection } from '../answer/answer-blocks.ts';
import type { ReplyMessage } from '../answer/reply-message.ts';
import { toButton } from '../blocks/elements.ts';
import { cutText, escapeWithin, toBoldLink, toLink } from '../blocks/mrkdwn.ts';

/** Slack refuses messages with more than about 13,000 characters; so many on a page leave room for the rest. */
const maxPageCharacters = 9000;
const questionsAPage = 20;
const maxSectionCharacters = 2900;

export interface Page<Item> {
  readonly items: readonly Item[];
  /** From 1; a page that is not there gives the nearest one. */
  readonly page: number;
  readonly pages: number;
}

/** `sizeOf`: how much of `room` an item takes; a page ends where the room or `perPage` does. */
export function toPage<Item>(
  all: readonly Item[],
  wanted: number,
  perPage: number,
  { sizeOf, room }: { readonly sizeOf: (item: Item) => number; readonly room: number } = { sizeOf: () => 0, room: 1 },
): Page<Item> {
  const pages: Item[][] = [[]];
  let taken = 0;
  for (const item of all) {
    const last = pages.at(-1) ?? [];
    const size = sizeOf(item);
    if (last.length > 0 && (last.length === perPage || taken + size > room)) {
      pages.push([item]);
      taken = size;
    } else {
      last.push(item);
      taken += size;
    }
  }
  const page = Math.min(Math.max(1, Math.trunc(wanted) || 1), pages.length);
  return { items: pages[page - 1] ?? [], page, pages: pages.length };
}

/** `wanted`: number of the page, from 1. */
export function toQuestionList(entries: readonly ListedEntry[], wanted: number): ReplyMessage {
  const { items, page, pages } = toPage(entries, wanted, questionsAPage, { sizeOf: toSize, room: maxPageCharacters });
  const blocks: KnownBlock[] = [
    { type: 'header', text: { type: 'plain_text', text: commands.listTitle, emoji: false } },
    ...groupByPost(items).flatMap(({ post, entries: ofPost }) => toPostSections(post, ofPost)),
    toContext(commands.page(page, pages, entries.length)),
    ...(pages === 1 ? [] : [toPageButtons(page, pages, actionIds.listPage)]),
  ];
  return { text: commands.listTitle, blocks };
}

/** Its line, and that of its post, which it may be the first to bring. */
function toSize(entry: ListedEntry): number {
  return toQuestionLink(entry).length + toPostLine(entry.post).length;
}

/** Entries in their order, gathered under their posts. */
export function groupByPost(
  entries: readonly ListedEntry[],
): readonly { readonly post: Post; readonly entries: readonly ListedEntry[] }[] {
  const groups = new Map<string, ListedEntry[]>();
  for (const entry of entries) groups.set(entry.note, [...(groups.get(entry.note) ?? []), entry]);
  return [...groups.values()].flatMap((ofPost) =>
    ofPost[0] === undefined ? [] : [{ post: ofPost[0].post, entries: ofPost }],
  );
}

/** Lines are never cut: a section takes as many as it holds, the next one the rest. */
function toPostSections(post: Post, entries: readonly ListedEntry[]): readonly KnownBlock[] {
  const sections: string[] = [toPostLine(post)];
  for (const entry of entries) {
    const line = `• ${toQuestionLink(entry)}`;
    const last = sections.at(-1) ?? '';
    if (last.length + line.length < maxSectionCharacters) sections[sections.length - 1] = `${last}\n${line}`;
    else sections.push(line);
  }
  return sections.map(toSection);
}

/** The post's title, linked, and its date. */
export function toPostLine({ title, url, date }: Post): string {
  const line = toBoldLink(url, cutText(title, 150));
  return date === null ? line : `${line} · ${formatDate(date)}`;
}

/** A question as a link to its section. */
export function toQuestionLink({ question, url }: ListedEntry): string {
  return toLink(url, cutText(question, 200));
}

/** *Previous* and *Next*; the value is the number of the page. */
export function toPageButtons(page: number, pages: number, actionId: string): ActionsBlock {
  const button = (label: string, to: number, place: number) => toButton(numbered(actionId, place), label, String(to));
  return {
    type: 'actions',
    elements: [
      ...(page > 1 ? [button(commands.previous, page - 1, 0)] : []),
      ...(page < pages ? [button(commands.next, page + 1, 1)] : []),
    ],
  };
}

/** A line of text that came from people, safe and short. */
export function toSafeLine(text: string, max = 300): string {
  return escapeWithin(text.replace(/\s+/g, ' ').trim(), max);
}
