// Asks an index its own texts, each left out: questions whose right answer is known without anybody labelling them. Pure.
import type { SearchIndex } from './build-index.ts';
import { toRanking } from './confidence.ts';
import { textAt } from './indexed-entry.ts';
import { toWords } from './reading/words.ts';
import type { LeftOut } from './scoring/bm25f.ts';
import { vectorAt } from './scoring/meaning.ts';
import { measure } from './scoring/signals.ts';

/** How one such question came out. */
export interface Outcome {
  readonly confidence: number;
  /** Place of the best entry, or -1 where there is none. */
  readonly best: number;
  readonly isRight: boolean;
  /** The same of the best three: their confidences added up, and whether the right entry is one of them. */
  readonly together: number;
  readonly isAmongThree: boolean;
}

/** Outcomes by what was asked. */
export interface LeftOutOutcomes {
  /** Wordings of entries that have others, each left out alone: the rest of its entry should answer it. */
  readonly own: readonly Outcome[];
  /** Wordings, their whole entry left out: near questions that nothing answers. */
  readonly near: readonly Outcome[];
  /** Counter-evidence, each left out alone: nothing answers it either. */
  readonly counter: readonly Outcome[];
}

/** Enough of each to see a share of a few hundredths. */
const most = { own: 120, near: 120, counter: 120 };

/** At most `count` of the items, evenly spaced. */
function pick<Item>(items: readonly Item[], count: number): readonly Item[] {
  if (items.length <= count) return items;
  return Array.from({ length: count }, (_, at) => items[Math.floor((at * items.length) / count)] as Item);
}

/** Asks the index one of its own texts, by its place among all texts. `entry`: -1 for counter-evidence. */
function ask(index: SearchIndex, text: string, at: number, leftOut: LeftOut): Outcome {
  const { signals, weights } = index;
  const vector = signals.meaning === null ? null : vectorAt(signals.meaning.texts, at);
  const table = measure(signals, { words: toWords(text), vector }, leftOut);
  const three = toRanking(table, weights).slice(0, 3);
  const [first] = three;
  const isRight = leftOut.text !== null && first?.place === leftOut.entry;
  const isAmongThree = leftOut.text !== null && three.some(({ place }) => place === leftOut.entry);
  const together = three.reduce((sum, { confidence }) => sum + confidence, 0);
  return { confidence: first?.confidence ?? 0, best: first?.place ?? -1, isRight, together, isAmongThree };
}

/** Asks a wording of an entry (0: its question, then its phrasings) while it, or its whole entry, is left out. */
export function askOwnWording(index: SearchIndex, entry: number, wording: number, isWholeOut: boolean): Outcome {
  const indexed = index.indexed[entry];
  const at = (index.signals.table.firstTexts[entry] ?? 0) + wording;
  const text = indexed === undefined ? '' : textAt(indexed, wording);
  return ask(index, text, at, { entry, text: isWholeOut ? null : at });
}

/** Asks a text of the counter-evidence while it is left out; null where it is none. */
export function askCounter(index: SearchIndex, text: string): Outcome | null {
  const { table } = index.signals;
  const place = index.counter.indexOf(text);
  const at = (table.firstTexts[table.entryCount] ?? 0) + place;
  return place < 0 ? null : ask(index, text, at, { entry: -1, text: at });
}

/** Asks the index its own texts, evenly chosen. */
export function askOwnTexts(index: SearchIndex): LeftOutOutcomes {
  const { table } = index.signals;
  const wordings = index.entries.flatMap((_, entry) =>
    Array.from({ length: table.wordingCounts[entry] ?? 0 }, (_, wording) => ({ entry, wording })),
  );
  const phrased = wordings.filter(({ entry }) => (table.wordingCounts[entry] ?? 0) > 1);
  const own = table.firstTexts[table.entryCount] ?? 0;
  const counter = index.counter.map((text, place) => ({ text, at: own + place }));
  const near = index.entries.length > 1 ? pick(wordings, most.near) : [];
  return {
    own: pick(phrased, most.own).map(({ entry, wording }) => askOwnWording(index, entry, wording, false)),
    near: near.map(({ entry, wording }) => askOwnWording(index, entry, wording, true)),
    counter: pick(counter, most.counter).map(({ text, at }) => ask(index, text, at, { entry: -1, text: at })),
  };
}
