// Why an entry was matched, in words that a note's author understands. Pure.
import type { SearchIndex } from './build-index.ts';
import type { Evidence, MatchSource, Signal } from './match.ts';
import type { Correction } from './reading/spelling.ts';
import type { Word } from './reading/words.ts';
import { type SignalName, type SignalTable, signalNames } from './scoring/signals.ts';

/** What was read out of one question. */
export interface ReadQuestion {
  readonly words: readonly Word[];
  readonly corrections: readonly Correction[];
  readonly table: SignalTable;
}

function signalOf(table: SignalTable, entry: number, name: SignalName): number {
  return table.rows[entry]?.[signalNames.indexOf(name)] ?? 0;
}

function toSource(index: SearchIndex, table: SignalTable, entry: number): MatchSource {
  const text = index.signals.texts[table.nearest[entry] ?? -1];
  if (text === undefined || text.kind === 'counter') {
    return { kind: 'question', text: index.entries[entry]?.question ?? '' };
  }
  return { kind: text.kind, text: text.text };
}

/** Words of the question that the entry knows, the most telling first: rare in the notes and rare in questions. */
function toKnownWords({ signals }: SearchIndex, words: readonly Word[], entry: number): readonly string[] {
  const held = words.flatMap(({ stem, typed }) => {
    const holdings = signals.stems.holdings.get(stem) ?? [];
    if (!holdings.some((holding) => holding.entry === entry)) return [];
    return [{ typed, worth: signals.weightOf(stem) * Math.log(1 + signals.entryCount / holdings.length) }];
  });
  return [...new Set(held.sort((one, other) => other.worth - one.worth).map(({ typed }) => typed))];
}

/** What a signal adds to this entry's score beyond what it adds to an average entry's. */
function lead({ weights }: SearchIndex, { rows }: SignalTable, entry: number, signal: number): number {
  const average = rows.reduce((sum, row) => sum + (row[signal] ?? 0), 0) / Math.max(1, rows.length);
  return (weights.ranking[signal] ?? 0) * ((rows[entry]?.[signal] ?? 0) - average);
}

/** The two readings' parts in the lead; the trained classifier reads both and counts half for each. */
function toShares(index: SearchIndex, table: SignalTable, entry: number): Evidence['shares'] {
  if (index.reading === 'words') return { words: 1, meaning: null };
  let [words, meaning] = [0, 0];
  signalNames.forEach((name, signal) => {
    const part = lead(index, table, entry, signal);
    const share = name === 'trained' ? 0.5 : name.startsWith('meaning') ? 1 : 0;
    meaning += share * part;
    words += (1 - share) * part;
  });
  const [ofWords, ofMeaning] = [Math.max(0, words), Math.max(0, meaning)];
  const both = ofWords + ofMeaning;
  return both === 0 ? { words: 0.5, meaning: 0.5 } : { words: ofWords / both, meaning: 1 - ofWords / both };
}

function percent(share: number): string {
  return `${Math.round(100 * Math.max(0, share))}%`;
}

function toSignals(index: SearchIndex, table: SignalTable, entry: number): readonly Signal[] {
  const value = (name: SignalName): number => signalOf(table, entry, name);
  const { unknown, counterTrained } = table.question;
  const signal = (name: string, amount: number, reason: string): Signal => ({ name, value: amount, reason });
  const isPushedAway = counterTrained > value('trained');
  return [
    signal(
      'coverage',
      value('coverage'),
      `The entry knows ${percent(value('coverage'))} of what the question says, weighing rare words more.`,
    ),
    signal('unknown', unknown, `${percent(unknown)} of what the question says is in none of the notes.`),
    signal(
      'spelling',
      value('piecesNearest'),
      `Letter by letter its nearest wording is ${percent(value('piecesNearest'))} like the question.`,
    ),
    ...(index.reading === 'words'
      ? []
      : [
          signal(
            'meaning',
            value('meaningNearest'),
            `In meaning its nearest wording is ${percent(value('meaningNearest'))} like the question.`,
          ),
          signal(
            'passage',
            value('meaningPassage'),
            `In meaning the nearest passage of its answer is ${percent(value('meaningPassage'))} like the question.`,
          ),
        ]),
    signal(
      'trained',
      value('trained'),
      'How much the question resembles all wordings of this entry rather than those of the others.',
    ),
    ...(isPushedAway
      ? [
          signal(
            'counter-evidence',
            counterTrained,
            'It resembles chatter or a question known to be uncovered more than this entry.',
          ),
        ]
      : []),
  ];
}

/** Evidence for one entry, `entry` being its place in the index. */
export function toEvidence(index: SearchIndex, question: ReadQuestion, entry: number): Evidence {
  const { words, corrections, table } = question;
  return {
    words: toKnownWords(index, words, entry),
    source: toSource(index, table, entry),
    shares: toShares(index, table, entry),
    signals: toSignals(index, table, entry),
    corrections,
  };
}
