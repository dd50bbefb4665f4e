// Why an entry was matched, in words that a note's author understands. Pure.
import type { SearchIndex } from './build-index.ts';
import { countWordings, textAt } from './indexed-entry.ts';
import type { Evidence, MatchSource, Signal } from './match.ts';
import type { Correction } from './reading/spelling.ts';
import type { Word } from './reading/words.ts';
import { type SignalName, type SignalTable, signalNames, tokenSignalNames } from './scoring/signals.ts';

/** What was read out of one question. */
export interface ReadQuestion {
  readonly words: readonly Word[];
  readonly corrections: readonly Correction[];
  readonly table: SignalTable;
}

const names: readonly SignalName[] = [...signalNames, ...tokenSignalNames];

function signalOf(table: SignalTable, candidate: number, name: SignalName): number {
  return table.rows[candidate]?.[names.indexOf(name)] ?? 0;
}

function toSource({ indexed, signals }: SearchIndex, table: SignalTable, candidate: number): MatchSource {
  const place = table.candidates[candidate] ?? -1;
  const entry = indexed[place];
  const at = (table.nearest[candidate] ?? -1) - (signals.table.firstTexts[place] ?? 0);
  if (entry === undefined || at <= 0) return { kind: 'question', text: entry?.entry.question ?? '' };
  return { kind: at < countWordings(entry) ? 'phrasing' : 'passage', text: textAt(entry, at) };
}

/** Words of the question that the entry knows, the most telling first: rare in the notes and rare in questions. */
function toKnownWords({ signals }: SearchIndex, words: readonly Word[], place: number): readonly string[] {
  const { table, stems, weightOf } = signals;
  const held = words.flatMap(({ stem, typed }) => {
    const number = table.lexicon.findStem(stem);
    const holders = stems.entries.subarray(stems.starts[number] ?? 0, stems.starts[number + 1] ?? 0);
    if (!holders.includes(place)) return [];
    return [{ typed, worth: weightOf(stem) * Math.log(1 + table.entryCount / holders.length) }];
  });
  return [...new Set(held.sort((one, other) => other.worth - one.worth).map(({ typed }) => typed))];
}

/** What a signal adds to this entry's score beyond what it adds to an average candidate's. */
function lead(index: SearchIndex, { rows }: SignalTable, candidate: number, signal: number): number {
  const average = rows.reduce((sum, row) => sum + (row[signal] ?? 0), 0) / Math.max(1, rows.length);
  const { ranking } = (rows[0]?.length ?? 0) > signalNames.length ? index.tokenWeights : index.weights;
  return (ranking[signal] ?? 0) * ((rows[candidate]?.[signal] ?? 0) - average);
}

/** The two readings' parts in the lead. */
function toShares(index: SearchIndex, table: SignalTable, candidate: number): Evidence['shares'] {
  if (index.reading === 'words') return { words: 1, meaning: null };
  let [words, meaning] = [0, 0];
  names.forEach((name, signal) => {
    const part = lead(index, table, candidate, signal);
    if (name.startsWith('meaning') || name.startsWith('tokens')) meaning += part;
    else words += part;
  });
  const [ofWords, ofMeaning] = [Math.max(0, words), Math.max(0, meaning)];
  const both = ofWords + ofMeaning;
  return both === 0 ? { words: 0.5, meaning: 0.5 } : { words: ofWords / both, meaning: 1 - ofWords / both };
}

function percent(share: number): string {
  return `${Math.round(100 * Math.max(0, share))}%`;
}

function toSignals(index: SearchIndex, table: SignalTable, candidate: number): readonly Signal[] {
  const value = (name: SignalName): number => signalOf(table, candidate, name);
  const { unknown, counterWords, counterMeaning } = table.question;
  const signal = (name: string, amount: number, reason: string): Signal => ({ name, value: amount, reason });
  const own = value('piecesNearest') + value('stemsNearest') + value('meaningNearest');
  const isPushedAway = counterWords + counterMeaning > own;
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
    ...(index.signals.tokens === null
      ? []
      : [
          signal(
            'tokens',
            value('tokensNearest'),
            `Word for word its nearest text says ${percent(value('tokensNearest'))} of the question, in whatever words.`,
          ),
        ]),
    ...(isPushedAway
      ? [
          signal(
            'counter-evidence',
            counterWords + counterMeaning,
            'It resembles chatter or a question known to be uncovered more than this entry.',
          ),
        ]
      : []),
  ];
}

/** Evidence for one entry, by its place among the candidates. */
export function toEvidence(index: SearchIndex, question: ReadQuestion, candidate: number): Evidence {
  const { words, corrections, table } = question;
  return {
    words: toKnownWords(index, words, table.candidates[candidate] ?? -1),
    source: toSource(index, table, candidate),
    shares: toShares(index, table, candidate),
    signals: toSignals(index, table, candidate),
    corrections,
  };
}
