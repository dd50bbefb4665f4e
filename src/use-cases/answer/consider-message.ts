// From a message to a decision: read its questions, match them, decide. Async only because the search is.
import { asksWithMeaning } from '../../answer/asks.ts';
import { type AskedQuestion, decide } from '../../answer/decide.ts';
import { type Decision, silent, type Withheld } from '../../answer/decision.ts';
import type { Surface } from '../../answer/message.ts';
import { leansOn } from '../../answer/reading/function-words.ts';
import type { Reading } from '../../answer/reading/read-questions.ts';
import type { NoteScope } from '../../knowledge/note-scope.ts';
import { toSpokenWording } from '../../knowledge/phrasings/parse-phrasings.ts';
import type { Match } from '../../search/match.ts';
import type { Searcher, SearchResult } from '../interfaces/searcher.ts';

export interface Consideration {
  readonly surface: Surface;
  readonly reading: Reading;
  /** The notes that may answer; left out: all. */
  readonly scope?: NoteScope;
  /** Keys of the entries that the bot has already posted in the message's thread. */
  readonly answeredHere: ReadonlySet<string>;
  /** Why no quiet suggestion may be made; null or left out where it may. */
  readonly withheld?: Withheld | null;
}

/** Of a message's two readings the more confident one counts so much: with less, questions after a preamble stay unanswered; with more, wrong answers rise. */
const strongerShare = 0.75;

/**
 * Decides about a message by its questions. With one question in a longer message the whole message is matched too, and what the
 * more confident of both readings says counts most: the question neither drowns in a preamble, nor loses what only the preamble
 * says. What is word for word a heading or a phrasing, however many sentences it has, is one question. Rejects where the search does.
 */
export async function considerMessage(searcher: Searcher, consideration: Consideration): Promise<Decision> {
  const { surface, reading, scope, ...here } = consideration;
  if (reading.isEmpty || (reading.asksNothing && surface !== 'channel')) return silent('asks-nothing');
  const own = reading.questions.map(({ text }) => text);
  const inContext = reading.questions.flatMap((question) => question.inContext ?? []);
  const { results: found, thresholds } = await searcher.match([...own, ...inContext, reading.text], scope);
  const whole = found.at(-1)?.matches ?? [];
  const results = toSurer(reading.questions, found);
  if (isKnownWording(reading.text, whole[0])) {
    const asked = { text: reading.text, questionProbability: 1, isStatement: false, matches: whole };
    return decide({ surface, questions: [asked], thresholds, ...here });
  }
  const hasOne = reading.questions.length === 1;
  const questions: readonly AskedQuestion[] = reading.questions.map(
    ({ text, questionProbability: byWords, behindAsks, isStatement }, place) => {
      const matches = results[place]?.matches ?? [];
      const vector = results[place]?.vector ?? null;
      const likely = vector === null ? byWords : Math.max(behindAsks, asksWithMeaning(text, vector));
      const questionProbability = isKnownWording(text, matches[0]) ? 1 : likely;
      return { text, questionProbability, isStatement, matches: hasOne ? blendMatches(matches, whole) : matches };
    },
  );
  return decide({ surface, questions, thresholds, ...here });
}

/**
 * What was found for each question. One that points back is read with its context as well, and the surer reading counts, but there
 * nothing counts that an earlier question finds: else it would find only what the sentence before it asks. One that names no subject ("how much
 * is it?") tells little alone, and counts half.
 */
function toSurer(questions: Reading['questions'], found: readonly SearchResult[]): readonly SearchResult[] {
  const contexts = found.slice(questions.length, -1);
  const earlier = new Set<string>();
  let read = 0;
  return questions.map(({ text, inContext }, place) => {
    const alone = found[place] ?? { text, matches: [] };
    const there = inContext === null ? null : (contexts[read++] ?? null);
    const others = there?.matches.filter(({ entry }) => !earlier.has(entry.key)) ?? [];
    const isLeaning = there !== null && leansOn(text);
    const own = isLeaning ? alone.matches.map(toHalf) : alone.matches;
    const isSurer = (others[0]?.confidence ?? 0) > (own[0]?.confidence ?? 0);
    const surer = { ...alone, matches: isSurer ? others : own };
    const best = surer.matches[0];
    if (best !== undefined) earlier.add(best.entry.key);
    return surer;
  });
}

function toHalf(match: Match): Match {
  return { ...match, confidence: match.confidence / 2 };
}

/** What is worded exactly as a question or phrasing of the notes asks, however little it looks like it: the team has said so. */
function isKnownWording(text: string, best: Match | undefined): boolean {
  const source = best?.evidence.source;
  return source !== undefined && source.kind !== 'passage' && toSpokenWording(source.text) === toSpokenWording(text);
}

/** Blends two readings of the same message by entry, `strongerShare` for the more confident one, whose evidence stands. */
function blendMatches(one: readonly Match[], other: readonly Match[]): readonly Match[] {
  const others = new Map(other.map((match) => [match.entry.key, match]));
  const keys = new Set(one.map(({ entry }) => entry.key));
  const merged = one.map((match) => mergeMatch(match, others.get(match.entry.key)));
  const rest = other.filter(({ entry }) => !keys.has(entry.key)).map((match) => mergeMatch(match, undefined));
  return [...merged, ...rest].sort((a, b) => b.confidence - a.confidence);
}

function mergeMatch(match: Match, other: Match | undefined): Match {
  const least = Math.min(match.confidence, other?.confidence ?? 0);
  const stronger = other !== undefined && other.confidence > match.confidence ? other : match;
  return { ...stronger, confidence: strongerShare * stronger.confidence + (1 - strongerShare) * least };
}
