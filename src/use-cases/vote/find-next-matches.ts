// What else a reply could have shown: the next matches of the question it answers.
import { type KeptDecision, listKeptMatches } from '../../answer/kept-decision.ts';
import type { Entry } from '../../knowledge/entry.ts';
import type { DecisionStore } from '../interfaces/decision-store.ts';
import type { RepliedEntry, StoredReply } from '../interfaces/reply-store.ts';
import type { Notes } from '../notes/notes.ts';

/** As many as one looks through before giving up. */
const maxNextMatches = 3;

export interface NextMatches {
  readonly decision: KeptDecision | null;
  /** Best first, as they stand in the notes now; none where the decision is no longer kept. */
  readonly entries: readonly Entry[];
}

/** The next matches of the message that `reply` answers, without what it shows already. */
export async function findNextMatches(
  { decisions, notes }: { readonly decisions: DecisionStore; readonly notes: Notes },
  reply: StoredReply,
): Promise<NextMatches> {
  const stored = await decisions.find(reply.team, reply.channel, reply.questionTs);
  const shown = new Set(reply.entries.map(({ entryKey }) => entryKey));
  const kept = stored === null ? [] : listKeptMatches(stored.decision);
  const next = kept.map(({ key }) => key).filter((key) => !shown.has(key));
  const found = await notes.findAll(next);
  const entries = next.flatMap((key) => found.get(key) ?? []).slice(0, maxNextMatches);
  return { decision: stored?.decision ?? null, entries };
}

/**
 * Place among the reply's entries that `entryKey` takes: that of the answer to the question for which it matched best, so
 * that in a reply to two questions the other answer stays. Pure.
 */
export function findPlaceFor(entryKey: string, shown: readonly RepliedEntry[], decision: KeptDecision | null): number {
  const candidates = shown.map(({ entryKey: key }, place) => {
    const question = decision?.questions.find(({ kind, matches }) => kind === 'answer' && matches[0]?.key === key);
    const confidence = question?.matches.find((match) => match.key === entryKey)?.confidence ?? 0;
    return { place, confidence };
  });
  return candidates.toSorted((a, b) => b.confidence - a.confidence)[0]?.place ?? 0;
}
