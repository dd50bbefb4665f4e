// Questions whose right answer is known without anybody labelling them: the notes' own wordings, asked while they are left out. Pure.
import type { Asked } from '../scoring/aggregate.ts';
import { fuseSignals } from '../scoring/fuse-signals.ts';
import { measure, type SignalSources } from '../scoring/signals.ts';

type Weights = Parameters<typeof fuseSignals>[1];

/** How one such question came out. */
export interface Outcome {
  /** That the notes cover it, as a logit. */
  readonly covered: number;
  /** The best entry's share. */
  readonly share: number;
  /** Its place among the entries. */
  readonly best: number;
  readonly isRight: boolean;
}

/** Outcomes by what was asked. */
export interface Rehearsal {
  /** Wordings of entries, each left out alone: the rest of its entry should answer it. */
  readonly own: readonly Outcome[];
  /** The same, their whole entry left out: near questions that nothing answers. */
  readonly near: readonly Outcome[];
  /** Counter-evidence, each left out alone: nothing answers it either. */
  readonly counter: readonly Outcome[];
}

/** Enough of each to see a share of a few hundredths, few enough to take well under a second. */
const most = { own: 40, near: 60, counter: 60 };
/** Where there are more texts than these each question takes longer, and half of them are asked; of far more a third. */
const many = 1500;
const veryMany = 2400;

/** At most `count` of the items, evenly spaced. */
function pick<Item>(items: readonly Item[], count: number): readonly Item[] {
  if (items.length <= count) return items;
  return Array.from({ length: count }, (_, at) => items[Math.floor((at * items.length) / count)] as Item);
}

/** Asks the index one of its own texts, which is left out alone or with its whole entry. */
export function askOwn(signals: SignalSources, weights: Weights, asked: Asked): Outcome {
  const text = signals.texts[asked.text];
  const { meaning } = signals;
  const size = meaning?.dimensions ?? 0;
  const vector = meaning?.texts.subarray(asked.text * size, (asked.text + 1) * size) ?? null;
  const table = measure(signals, text?.words ?? [], vector, asked);
  const entries = table.rows.map((_, entry) => entry).filter((entry) => !asked.wholeEntry || entry !== text?.entry);
  const rows = entries.map((entry) => table.rows[entry] ?? new Float64Array());
  const { order, shares, covered } = fuseSignals({ ...table, rows }, weights);
  const row = order[0] ?? 0;
  const best = entries[row] ?? -1;
  return { covered, share: shares[row] ?? 0, best, isRight: !asked.wholeEntry && best === text?.entry };
}

/** Asks the index its own texts, evenly chosen. */
export function rehearse(signals: SignalSources, weights: Weights): Rehearsal {
  const places = [...signals.texts.keys()];
  const wordings = places.filter((place) => ['question', 'phrasing'].includes(signals.texts[place]?.kind ?? ''));
  const counts = new Map<number, number>();
  for (const place of wordings) {
    const entry = signals.texts[place]?.entry ?? -1;
    counts.set(entry, (counts.get(entry) ?? 0) + 1);
  }
  const phrased = wordings.filter((place) => (counts.get(signals.texts[place]?.entry ?? -1) ?? 0) > 1);
  const counter = places.filter((place) => signals.texts[place]?.kind === 'counter');
  const part = places.length > veryMany ? 3 : places.length > many ? 2 : 1;
  const askAll = (chosen: readonly number[], count: number, wholeEntry: boolean) =>
    pick(chosen, count / part).map((text) => askOwn(signals, weights, { text, wholeEntry }));
  return {
    own: askAll(phrased, most.own, false),
    near: signals.entryCount > 1 ? askAll(wordings, most.near, true) : [],
    counter: askAll(counter, most.counter, false),
  };
}
