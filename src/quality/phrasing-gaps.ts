// Where a note lacks phrasings: what `rolecall phrasings NOTE` shows to its author. Pure.
import type { Entry } from '../knowledge/entry.ts';
import type { SearchIndex } from '../search/build-index.ts';
import { askOwnWording } from '../search/leave-one-out.ts';
import { toWords } from '../search/reading/words.ts';

/** A wording that finds another entry once it is left out itself: its own entry has too few like it. */
export interface LostWording {
  readonly wording: string;
  readonly found: Entry;
}

export interface EntryGaps {
  readonly entry: Entry;
  readonly phrasings: number;
  /** Fewer than `enoughPhrasings`. */
  readonly hasFew: boolean;
  readonly lost: readonly LostWording[];
}

/** A word that several askers used and no wording of the notes has. */
export interface MissingWord {
  readonly word: string;
  readonly askers: number;
}

export interface PhrasingGaps {
  readonly entries: readonly EntryGaps[];
  /** Most used first. */
  readonly missingWords: readonly MissingWord[];
}

/** With fewer phrasings than these an entry is found noticeably less often; see bench/quality.md. */
export const enoughPhrasings = 8;
const fewestAskers = 2;
/** Words worth less than this ("how", "please", "about") are missing from no wording. */
const tellingWeight = 0.9;
const mostWords = 30;

function toLost(index: SearchIndex, entry: Entry, place: number): readonly LostWording[] {
  return [entry.question, ...entry.phrasings].flatMap((wording, at) => {
    const { isRight, best } = askOwnWording(index, place, at, false);
    const found = index.entries[best];
    return isRight || found === undefined ? [] : [{ wording, found }];
  });
}

function toGaps(index: SearchIndex, entry: Entry, place: number): EntryGaps {
  const phrasings = entry.phrasings.length;
  return {
    entry,
    phrasings,
    hasFew: phrasings < enoughPhrasings,
    lost: phrasings === 0 ? [] : toLost(index, entry, place),
  };
}

function toMissingWords(index: SearchIndex, asked: readonly string[]): readonly MissingWord[] {
  const wordings = index.entries.flatMap(({ question, phrasings }) => [question, ...phrasings]);
  const known = new Set(wordings.flatMap((wording) => toWords(wording).map(({ stem }) => stem)));
  const askers = new Map<string, { readonly word: string; count: number }>();
  for (const text of asked) {
    const words = new Map(toWords(text).map((word) => [word.stem, word.plain]));
    for (const [stem, word] of words) {
      if (known.has(stem) || index.signals.weightOf(stem) < tellingWeight) continue;
      const held = askers.get(stem);
      if (held) held.count += 1;
      else askers.set(stem, { word, count: 1 });
    }
  }
  return [...askers.values()]
    .filter(({ count }) => count >= fewestAskers)
    .sort((one, other) => other.count - one.count || (one.word < other.word ? -1 : 1))
    .slice(0, mostWords)
    .map(({ word, count }) => ({ word, askers: count }));
}

/**
 * The gaps of one note. `index`: of all notes, because wordings are lost to any entry. `asked`: texts that people asked,
 * as far as the state has kept them. Entries come in reading order; a note that the index does not have yields none.
 */
export function findPhrasingGaps(index: SearchIndex, note: string, asked: readonly string[]): PhrasingGaps {
  const entries = index.entries.flatMap((entry, place) => (entry.note === note ? [toGaps(index, entry, place)] : []));
  return { entries, missingWords: toMissingWords(index, asked) };
}
