// A posted answer made again from what was kept of it and the notes as they stand now. Pure.
import { type AnswerContext, toEntryPart } from '../../answer/plan-actions.ts';
import type { AnswerPart, AnswerReply } from '../../answer/reply/reply.ts';
import { replies } from '../../answer/wording.ts';
import type { Entry } from '../../knowledge/entry.ts';
import type { RepliedEntry, StoredReply } from '../interfaces/reply-store.ts';

/** Of an entry that is no longer in the notes the question stays, with a sentence that says so. */
export function toReplyAsKept(
  reply: StoredReply,
  found: ReadonlyMap<string, Entry>,
  context: AnswerContext,
): AnswerReply {
  const parts = reply.entries.map((kept) => {
    const entry = found.get(kept.entryKey);
    return entry === undefined ? toGonePart(kept, context) : toEntryPart(entry, kept, context);
  });
  return {
    kind: 'answer',
    parts,
    alreadyAnswered: reply.alreadyAnswered,
    notCovered: reply.notCovered,
    byline: reply.byline,
    ...(reply.perhaps === undefined ? {} : { perhaps: reply.perhaps }),
  };
}

/** What stands where an entry stood that the team has taken out of the notes. */
export function toGonePart(
  kept: Pick<RepliedEntry, 'entryKey' | 'question' | 'updatedAt'>,
  { now }: AnswerContext,
): AnswerPart {
  const { entryKey, question, updatedAt } = kept;
  return {
    ...{ entryKey, question, asked: null, passage: null, url: null },
    ...{ answer: replies.gone, charactersLeftOut: 0, staleDays: null, isClosed: false },
    updatedAt: updatedAt ?? now,
    post: { note: '', title: '', date: null, authors: [], url: null, closed: false, deadline: null },
  };
}
