// Wordings that find something else than they were written for, once they are left out themselves and all others are indexed. Pure.
import type { Entry } from '../../knowledge/entry.ts';
import { toSameWording } from '../../knowledge/phrasings/parse-phrasings.ts';
import type { SearchIndex } from '../../search/build-index.ts';
import { askCounter, askOwnWording } from '../../search/leave-one-out.ts';
import type { ProposedWording } from './judge-wordings.ts';

/** A wording with the entry that it finds. */
export interface LostWording extends ProposedWording {
  readonly found: Entry;
}

/** Those of `kept` that find another entry, and those of `not-covered` that the notes would answer in a channel. */
export function findLost(index: SearchIndex, kept: readonly ProposedWording[]): readonly LostWording[] {
  const places = new Map(index.entries.map(({ key }, place) => [key, place]));
  return kept.flatMap((one) => {
    const found =
      one.entry === null ? findAnswer(index, one.wording) : findOther(index, places.get(one.entry.key), one);
    return found === null ? [] : [{ ...one, found }];
  });
}

function findOther(index: SearchIndex, place: number | undefined, { wording }: ProposedWording): Entry | null {
  const entry = place === undefined ? undefined : index.entries[place];
  if (place === undefined || entry === undefined) return null;
  const same = toSameWording(wording);
  const at = [entry.question, ...entry.phrasings].findIndex((text) => toSameWording(text) === same);
  if (at < 0) return null;
  const { isRight, best } = askOwnWording(index, place, at, false);
  return isRight ? null : (index.entries[best] ?? null);
}

function findAnswer(index: SearchIndex, wording: string): Entry | null {
  const outcome = askCounter(index, wording);
  const isAnswered = outcome !== null && outcome.confidence >= index.thresholds.answerInChannel;
  return isAnswered ? (index.entries[outcome.best] ?? null) : null;
}
