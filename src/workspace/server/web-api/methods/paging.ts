// Slack's paging: a limit and a cursor. Pure.
import type { JsonObject } from '../../state/json.ts';
import { ApiFault } from '../api-fault.ts';
import { type Arguments, invalidArguments } from '../arguments.ts';

const CURSOR_PREFIX = 'next:';
const MAX_LIMIT = 1000;

export interface Page<Item> {
  readonly items: readonly Item[];
  readonly hasMore: boolean;
  /** `response_metadata` with the next cursor, which is empty on the last page. */
  readonly metadata: JsonObject;
}

/** The page of `items` that `limit` and `cursor` ask for. A limit out of range is cut to what Slack allows. */
export function toPage<Item>(items: readonly Item[], args: Arguments, defaultLimit: number): Page<Item> {
  const limit = Math.min(MAX_LIMIT, args.number('limit') ?? defaultLimit);
  if (limit < 1) throw invalidArguments([`limit must be from 1 to ${MAX_LIMIT}`]);
  const start = readCursor(args.text('cursor'));
  const end = start + limit;
  const hasMore = end < items.length;
  const next = hasMore ? Buffer.from(`${CURSOR_PREFIX}${end}`).toString('base64') : '';
  return { items: items.slice(start, end), hasMore, metadata: { response_metadata: { next_cursor: next } } };
}

function readCursor(cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  const text = Buffer.from(cursor, 'base64').toString();
  const start = Number(text.slice(CURSOR_PREFIX.length));
  if (!text.startsWith(CURSOR_PREFIX) || !Number.isInteger(start)) throw new ApiFault('invalid_cursor');
  return start;
}
