// Brings the signals of a question together: an order of entries, and what is known of how sure it is. Pure.
import { type Network, sumUp } from './network.ts';
import { type SignalName, type SignalTable, signalNames, tokenSignalNames } from './signals.ts';

/** What is fitted for one reading. */
export interface FusionModel {
  /** What each signal adds to an entry's score, in the order of `signalNames`: in notes without phrasings, and in those with plenty of them. */
  readonly ranking: { readonly bare: readonly number[]; readonly phrased: readonly number[] };
  /** From `toRivalInputs` to what is added to an entry's score once it is seen beside its rivals; null where that is not done. */
  readonly rivals: Network | null;
  /** From `toConfidenceInputs` to the logit that the best entry answers the question. */
  readonly best: Network;
  /** The same for one of the best three. */
  readonly three: Network;
}

/** The same for the notes at hand. */
export interface Weights extends Pick<FusionModel, 'rivals' | 'best' | 'three'> {
  readonly ranking: readonly number[];
  readonly notes: NotesShares;
}

/** All lists are in the order of `SignalTable.candidates`. */
export interface Scored {
  readonly scores: Float64Array;
  /** Given that the notes cover the question: probability that it is this entry. They add up to 1. */
  readonly shares: Float64Array;
  /** Places of the candidates from best to worst. */
  readonly order: readonly number[];
}

/** How the notes at hand compare with those that the weights were fitted on; each from 0 to below 1. */
export interface NotesShares {
  /** 0 without phrasings, a half with 4 an entry, towards 1 with dozens. */
  readonly phrased: number;
  /** How much the notes say of what they do not answer: 0 without `not-covered` wordings, a half with 60, towards 1 with hundreds. */
  readonly told: number;
}

const at = Object.fromEntries([...signalNames, ...tokenSignalNames].map((name, place) => [name, place])) as Record<
  SignalName,
  number
>;

/** `phrasings` and `notCovered` count those of all entries. */
export function toNotesShares(phrasings: number, entries: number, notCovered: number): NotesShares {
  const mean = phrasings / Math.max(1, entries);
  return { phrased: mean / (mean + 4), told: notCovered / (notCovered + 60) };
}

/** The weights for notes of such shares: those of the ranking in between the fitted ones. */
export function toWeights({ ranking, rivals, best, three }: FusionModel, notes: NotesShares): Weights {
  const { phrased } = notes;
  const between = ranking.bare.map((value, place) => (1 - phrased) * value + phrased * (ranking.phrased[place] ?? 0));
  return { ranking: between, rivals, best, three, notes };
}

/** Sum of products of a row and its weights. */
export function dot(weights: readonly number[], values: ArrayLike<number>): number {
  return weights.reduce((sum, weight, place) => sum + weight * (values[place] ?? 0), 0);
}

function toShares(scores: Float64Array): Float64Array {
  const most = scores.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const raised = scores.map((score) => Math.exp(score - most));
  const sum = raised.reduce((total, value) => total + value, 0) || 1;
  return raised.map((value) => value / sum);
}

/**
 * What tells for each candidate how it does beside the others: its signals, how far each is behind the highest, how much of the notes is
 * phrased, and how far its score is ahead of the best of the others.
 */
export function toRivalInputs(
  rows: SignalTable['rows'],
  scores: Float64Array,
  { phrased }: NotesShares,
): readonly (readonly number[])[] {
  const most = Array.from(rows[0] ?? [], (_, signal) => Math.max(...rows.map((row) => row[signal] ?? 0)));
  const [first = 0, second = first] = [...scores].sort((a, b) => b - a);
  return rows.map((row, place) => {
    const score = scores[place] ?? 0;
    const lead = score - (score === first ? second : first);
    return [...row, ...Array.from(row, (value, signal) => value - (most[signal] ?? 0)), phrased, lead];
  });
}

/** Orders the candidates by the sum of their weighted signals, and by what a network adds that sees each beside the others. */
export function rankEntries(
  { rows }: Pick<SignalTable, 'rows'>,
  { ranking, rivals, notes }: Pick<Weights, 'ranking' | 'rivals' | 'notes'>,
): Scored {
  const alone = Float64Array.from(rows, (row) => dot(ranking, row));
  const added = rivals === null ? [] : toRivalInputs(rows, alone, notes).map((inputs) => sumUp(rivals, inputs));
  const scores = alone.map((score, place) => score + (added[place] ?? 0));
  const order = [...scores.keys()].sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
  return { scores, shares: toShares(scores), order };
}

function toLogit(chance: number): number {
  return Math.log((chance + 1e-4) / (1 - chance + 1e-4));
}

/** The highest of a signal's values among all candidates but one. */
function highestBut(rows: SignalTable['rows'], name: SignalName, but: number): number {
  return rows.reduce((most, row, place) => (place === but ? most : Math.max(most, row[at[name]] ?? 0)), 0);
}

/** What the tokens say of the best entry: how well it says each token of the question, and how far it is ahead of the others in that. */
function toTokenInputs(rows: SignalTable['rows'], best: number): readonly number[] {
  const row = rows[best] ?? new Float64Array();
  const [question = 0, passage = 0, nearest = 0] = row.subarray(signalNames.length);
  const other = highestBut(rows, 'tokensNearest', best);
  return [
    question,
    passage,
    nearest,
    Math.max(nearest, other),
    nearest - other,
    nearest > other ? 1 : 0,
    question - highestBut(rows, 'tokensQuestion', best),
  ];
}

/**
 * What tells whether the best entry, or one of the best three, answers the question: how far it is ahead, how near it is in each
 * reading, how much of the question is known and what nobody knows of it, how near counter-evidence is, and how the notes compare with others. What the tokens say stands behind, where they are read.
 */
export function toConfidenceInputs(
  { rows, question, close }: Pick<SignalTable, 'rows' | 'question' | 'close'>,
  { scores, shares, order }: Scored,
  { phrased, told }: NotesShares,
): readonly number[] {
  const best = order[0] ?? 0;
  const row = rows[best] ?? new Float64Array();
  const signal = (name: SignalName): number => row[at[name]] ?? 0;
  const three = order.slice(0, 3).reduce((sum, place) => sum + (shares[place] ?? 0), 0);
  const counterWords = Math.max(-1, question.counterWords - signal('piecesNearest') - signal('stemsNearest'));
  const counterMeaning = question.counterMeaning - signal('meaningNearest');
  return [
    scores[best] ?? 0,
    toLogit(shares[best] ?? 0),
    three,
    question.unknown,
    Math.log1p(question.wordCount),
    Math.log1p(question.mass * (1 - question.unknown)),
    signal('bm25'),
    signal('coverage'),
    signal('wordingCoverage'),
    signal('likelihood'),
    signal('piecesNearest'),
    signal('piecesPassage'),
    signal('stemsNearest'),
    signal('stemsPassage'),
    signal('meaningNearest'),
    signal('meaningPassage'),
    signal('meaningSummary'),
    signal('meaningCentre'),
    signal('piecesMean'),
    counterWords,
    counterMeaning,
    told * counterWords,
    told * counterMeaning,
    phrased,
    ...(row.length > signalNames.length ? toTokenInputs(rows, best) : []),
    ...(close ?? []),
  ];
}
