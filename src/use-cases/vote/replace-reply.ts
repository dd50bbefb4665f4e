// The asker or the team puts one of the next matches in the place of an answer.
import { toEntryPart } from '../../answer/plan-actions.ts';
import type { Entry } from '../../knowledge/entry.ts';
import { type ChangeDependencies, updatePosted } from '../delivery/change-posted.ts';
import { toStoredContent } from '../delivery/record.ts';
import { toReplyAsKept } from '../delivery/reply-as-kept.ts';
import { toMessageKey } from '../delivery/to-message-key.ts';
import type { DecisionStore } from '../interfaces/decision-store.ts';
import type { ReplyStore, StoredReply } from '../interfaces/reply-store.ts';
import type { TeamRoster } from '../interfaces/team-roster.ts';
import type { Notes } from '../notes/notes.ts';
import { findNextMatches, findPlaceFor } from './find-next-matches.ts';
import { mayChangeReply } from './may-change-reply.ts';
import type { Press } from './press.ts';

export interface ReplaceDependencies extends ChangeDependencies {
  readonly replies: ReplyStore;
  readonly decisions: DecisionStore;
  readonly notes: Notes;
  readonly roster: TeamRoster;
  readonly staleAfterDays: number;
}

export type ReplaceOutcome =
  | { readonly kind: 'replaced'; readonly entry: Entry }
  | { readonly kind: 'not-yours' }
  | { readonly kind: 'gone' };

/** Only an entry that is among the next matches can be chosen, whatever a button carries. `gone` also where Slack refuses. */
export async function replaceReply(
  dependencies: ReplaceDependencies,
  press: Press,
  entryKey: string,
): Promise<ReplaceOutcome> {
  const reply = await dependencies.replies.find(press.team, press.channel, press.ts);
  if (reply === null) return { kind: 'gone' };
  return await dependencies.locks.run(toMessageKey({ ...reply, ts: reply.questionTs }), () =>
    replaceInTurn(dependencies, press, entryKey),
  );
}

/** Neither an edit of the question nor a change of the note comes between looking and changing. */
async function replaceInTurn(
  dependencies: ReplaceDependencies,
  press: Press,
  entryKey: string,
): Promise<ReplaceOutcome> {
  const { replies } = dependencies;
  const reply = await replies.find(press.team, press.channel, press.ts);
  if (reply === null || reply.kind !== 'answer') return { kind: 'gone' };
  if (!(await mayChangeReply(dependencies, reply, press.user))) return { kind: 'not-yours' };
  const { entries, decision } = await findNextMatches(dependencies, reply);
  const entry = entries.find(({ key }) => key === entryKey);
  if (entry === undefined) return { kind: 'gone' };
  const changed = await exchange(dependencies, reply, entry, findPlaceFor(entryKey, reply.entries, decision));
  const outcome = await updatePosted(dependencies, reply, changed);
  if (outcome === 'gone' || outcome === 'refused') return { kind: 'gone' };
  await replies.save({ ...reply, ...toStoredContent(changed) });
  return { kind: 'replaced', entry };
}

/** The answer with `entry` in the given place; nobody linked that one, so the byline goes. */
async function exchange(dependencies: ReplaceDependencies, reply: StoredReply, entry: Entry, place: number) {
  const { clock, notes, staleAfterDays } = dependencies;
  const context = { now: clock.now(), staleAfterDays };
  const asked = reply.entries[place]?.asked ?? null;
  const found = await notes.findAll(reply.entries.map(({ entryKey }) => entryKey));
  const kept = toReplyAsKept(reply, found, context);
  const parts = kept.parts.filter(({ entryKey: key }) => found.has(key) && key !== reply.entries[place]?.entryKey);
  return {
    ...kept,
    parts: parts.toSpliced(
      Math.min(place, parts.length),
      0,
      toEntryPart(entry, { asked, passage: null, updatedAt: null }, context),
    ),
    byline: null,
  };
}
