// Question -> matches with confidence and evidence. Pure.
import type { SearchIndex } from './build-index.ts';
import type { Evidence, Match, MatchSource, Signal } from './match.ts';
import { type Correction, correctWords } from './reading/spelling.ts';
import { toWords, type Word } from './reading/words.ts';
import { fuseSignals } from './scoring/fuse-signals.ts';
import { toUnit } from './scoring/meaning.ts';
import { measure, type SignalTable } from './scoring/signals.ts';

/** Matches are listed up to here; nobody reads further. */
const most = 10;

function toSource(index: SearchIndex, table: SignalTable, entry: number): MatchSource {
  const text = index.signals.texts[table.nearest[entry] ?? -1];
  if (text === undefined || text.kind === 'counter')
    return { kind: 'question', text: index.entries[entry]?.question ?? '' };
  return { kind: text.kind, text: text.text };
}

/** Words of the question that the entry knows, the rarest first. */
function toKnownWords(index: SearchIndex, words: readonly Word[], entry: number): readonly string[] {
  const held = words.flatMap(({ stem, typed }) => {
    const holdings = index.signals.stems.holdings.get(stem) ?? [];
    return holdings.some((holding) => holding.entry === entry) ? [{ typed, count: holdings.length }] : [];
  });
  return [...new Set(held.sort((a, b) => a.count - b.count).map(({ typed }) => typed))];
}

function percent(share: number): string {
  return `${Math.round(100 * share)}%`;
}

function toSignals(table: SignalTable, entry: number): readonly Signal[] {
  const row = table.rows[entry] ?? new Float64Array();
  const { unknown } = table.question;
  const [, coverage = 0, , nearest = 0] = row;
  return [
    {
      name: 'coverage',
      value: coverage,
      reason: `The entry knows ${percent(coverage)} of what the question says, by the weight of its words.`,
    },
    {
      name: 'nearest',
      value: nearest,
      reason: `Its nearest wording is ${percent(nearest)} like the question, letter by letter.`,
    },
    { name: 'unknown', value: unknown, reason: `${percent(unknown)} of what the question says is in no entry.` },
  ];
}

function toEvidence(
  index: SearchIndex,
  table: SignalTable,
  words: readonly Word[],
  corrections: readonly Correction[],
  entry: number,
): Evidence {
  return {
    words: toKnownWords(index, words, entry),
    source: toSource(index, table, entry),
    shares: { words: 1, meaning: null },
    signals: toSignals(table, entry),
    corrections,
  };
}

/**
 * The entries that may answer a question, best first: at least three where there are three.
 * `vector`: the question's own, or null; without it, or on an index of words alone, only words are read.
 */
export function matchQuestion(index: SearchIndex, text: string, vector: Float32Array | null): readonly Match[] {
  const { words, corrections } = correctWords(index.vocabulary, toWords(text), index.ordinary);
  const table = measure(index.signals, words, vector && toUnit(vector), null);
  const { order, shares, covered } = fuseSignals(table, index.weights);
  const isCovered = 1 / (1 + Math.exp(-covered));
  return order.slice(0, most).flatMap((place) => {
    const entry = index.entries[place];
    if (entry === undefined) return [];
    const evidence = toEvidence(index, table, words, corrections, place);
    return [{ entry, confidence: isCovered * (shares[place] ?? 0), evidence }];
  });
}
