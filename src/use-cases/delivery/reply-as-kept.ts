// A posted answer made again from what was kept of it and the notes as they stand now. Pure.
import { type AnswerContext, toEntryPart } from '../../answer/plan-actions.ts';
import type { AnswerReply } from '../../answer/reply/reply.ts';
import type { Entry } from '../../knowledge/entry.ts';
import type { StoredReply } from '../interfaces/reply-store.ts';

/** Entries that are no longer in the notes are left out: whoever posts the result looks for that first. */
export function toReplyAsKept(
  reply: StoredReply,
  found: ReadonlyMap<string, Entry>,
  context: AnswerContext,
): AnswerReply {
  const parts = reply.entries.flatMap((kept) => {
    const entry = found.get(kept.entryKey);
    return entry === undefined ? [] : [toEntryPart(entry, kept, context)];
  });
  return {
    kind: 'answer',
    parts,
    alreadyAnswered: reply.alreadyAnswered,
    notCovered: reply.notCovered,
    byline: reply.byline,
  };
}
