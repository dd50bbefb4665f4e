// From the matches of each question to one decision about the message. Pure.
import { toSameWording } from '../knowledge/phrasings/parse-phrasings.ts';
import type { Match, Thresholds } from '../search/match.ts';
import type { Decision, DecisionKind, QuestionDecision, Reason, Withheld } from './decision.ts';
import type { Surface } from './message.ts';
import { contentWords } from './reading/function-words.ts';
import { toTold } from './reading/telling.ts';

/** From here on a text reads as a question or as a worry that asks for an answer; fitted with the model in `asks.ts`. */
export const leastQuestionProbability = 0.5;

/** A bar for notes with few phrasings an entry, and one for those with dozens (`Thresholds.leniency`), where little that is covered is left to find. */
interface Bar {
  readonly lenient: number;
  readonly strict: number;
}

/**
 * In a channel what has a question's mark or beginning has to read rather as one than not. Most statements want no answer: one has to read as a
 * worry clearly. What fits better than it has to may read less like a question: "need gcc in my env". From sets of 29 documents: drafted
 * wordings answer three points more so than with fixed probabilities.
 */
const leastInChannel = 0.5;
const leastOfStatement: Bar = { lenient: 0.75, strict: 0.88 };

/**
 * What reads less like a question gets a quiet suggestion from here on, where the best match alone would answer it, and where one of three is
 * likely. What is marked as one, and matched, gets it from the lenient bar on in all notes.
 */
const leastSuggested: { readonly matched: Bar; readonly likely: Bar } = {
  matched: { lenient: 0.15, strict: 0.5 },
  likely: { lenient: 0.35, strict: 1 },
};
/** A statement has to have so many words that name a subject: "its okay" and "upss" resemble anything. */
const fewestTellingWords = 2;
/** A question that names one thing ("wget?", "what was the solution?") has to fit so well in a channel, for half of its meaning lies in what was said before. */
const leastForOneWord: Bar = { lenient: 0.8, strict: 0.96 };
/** In notes with dozens of phrasings the bar sinks from there to the threshold between what tells so little (`toTold`) and so much: "can you help me out?" resembles many things. */
const [littleTold, enoughTold] = [1.7, 3.8];

/** Most suggestions shown at once. */
export const maxSuggestions = 3;

/** One question read out of the message, with what the search found for it. */
export interface AskedQuestion {
  readonly text: string;
  readonly questionProbability: number;
  /** It has neither a question's mark nor its beginning. */
  readonly isStatement: boolean;
  readonly matches: readonly Match[];
}

export interface DecisionInput {
  readonly surface: Surface;
  /** In the order they were asked. Spoken to directly, a text that asks nothing stands here as it is. */
  readonly questions: readonly AskedQuestion[];
  readonly thresholds: Thresholds;
  /** Keys of the entries that the bot has already posted in this thread. */
  readonly answeredHere: ReadonlySet<string>;
  /** Why no quiet suggestion may be made here; null where it may. */
  readonly withheld?: Withheld | null;
}

/**
 * Decides about a message that the bot may look at. A channel message is answered only where the best match reaches
 * `thresholds.answerInChannel`, and gets a quiet suggestion, one for a message, where the best three together reach
 * `thresholds.suggestInChannel`; somebody who asks the bot directly always gets something: the answer, up to three
 * suggestions where the right entry is probably among them, or that the notes do not say. An answer that already stands in
 * the thread is not repeated.
 */
export function decide(input: DecisionInput): Decision {
  const isChannel = input.surface === 'channel';
  let withheld = input.withheld ?? null;
  const questions = input.questions.map((question) => {
    const decided = isChannel
      ? decideInChannel(question, input.thresholds, withheld)
      : decideWhenAsked(question, input.thresholds);
    if (isChannel && decided.kind === 'suggest') withheld = 'suggested-beside';
    const isRepeated = decided.kind === 'answer' && input.answeredHere.has(decided.matches[0]?.entry.key ?? '');
    return isRepeated
      ? ({ ...decided, kind: isChannel ? 'silent' : 'answer', reason: 'already-answered-here' } as const)
      : decided;
  });
  return toDecision(questions);
}

function decideInChannel(question: AskedQuestion, thresholds: Thresholds, withheld: Withheld | null): QuestionDecision {
  const { questionProbability: asks, isStatement, matches } = question;
  const bar = ({ lenient, strict }: Bar): number => between(strict, lenient, thresholds.leniency);
  const areFewWords = contentWords(question.text).length < fewestTellingWords;
  const sparse = areFewWords ? 1 : (1 - thresholds.leniency) * toSparseness(question.text);
  const { answerInChannel, suggestInChannel } = thresholds;
  const sure = between(answerInChannel, Math.max(answerInChannel, bar(leastForOneWord)), sparse);
  const say = (kind: DecisionKind, reason: Reason) => ({ ...verdict(question, kind, reason), needed: sure });
  const confidence = matches[0]?.confidence ?? 0;
  const isMatched = isOneMeant(matches) && confidence >= sure;
  const isAmong = isAmongThree(
    matches,
    between(suggestInChannel, bar({ lenient: suggestInChannel, strict: sure }), sparse),
  );
  const surer = isMatched && !areFewWords ? toOdds(confidence) / toOdds(sure) : 1;
  const leastOdds = toOdds(isStatement ? bar(leastOfStatement) : leastInChannel) / surer ** thresholds.leniency;
  if (toOdds(asks) < leastOdds) {
    const { matched, likely } = leastSuggested;
    const least = isMatched ? (isStatement ? bar(matched) : matched.lenient) : bar(likely);
    const isWorthIt = asks >= least && !(isStatement && areFewWords);
    const mayAsk = isAmong && isWorthIt && withheld === null;
    return mayAsk ? say('suggest', 'matched-statement') : say('silent', 'asks-nothing');
  }
  if (matches.length === 0) return say('silent', 'no-notes');
  if (isMatched) return say('answer', 'matched');
  if (!isAmong) return say('uncovered', 'not-in-notes');
  if (withheld !== null) return say('silent', withheld);
  return say('suggest', 'probably-among-these');
}

function between(from: number, to: number, share: number): number {
  return from + (to - from) * share;
}

/** 1 for a question that tells little, 0 for one that tells enough. */
function toSparseness(text: string): number {
  return Math.min(1, Math.max(0, (enoughTold - toTold(text)) / (enoughTold - littleTold)));
}

function toOdds(probability: number): number {
  return probability / (1 - probability);
}

function decideWhenAsked(question: AskedQuestion, thresholds: Thresholds): QuestionDecision {
  const confidence = question.matches[0]?.confidence ?? 0;
  if (question.matches.length === 0) return verdict(question, 'uncovered', 'no-notes');
  if (confidence >= thresholds.answerWhenAsked && isOneMeant(question.matches))
    return verdict(question, 'answer', 'matched');
  if (isAmongThree(question.matches, thresholds.suggest)) return verdict(question, 'suggest', 'probably-among-these');
  if (question.questionProbability < leastQuestionProbability) return verdict(question, 'silent', 'asks-nothing');
  return verdict(question, 'uncovered', 'not-in-notes');
}

/** How much likelier the best entry has to be than one of another post under the same heading, so that no choice between them is offered. */
const clearlyLikelier = 3;

/** False where two posts have the question under the same heading, and it fits both: only the asker knows which is meant. */
function isOneMeant([best, second]: readonly Match[]): boolean {
  if (best === undefined || second === undefined) return true;
  const areNamesakes = toSameWording(best.entry.question) === toSameWording(second.entry.question);
  return !areNamesakes || best.confidence >= clearlyLikelier * second.confidence;
}

/** Confidences are probabilities of exclusive events: those of the best three add up to the chance that one is right. */
function isAmongThree(matches: readonly Match[], least: number): boolean {
  const together = matches.slice(0, maxSuggestions).reduce((sum, match) => sum + match.confidence, 0);
  return together >= least;
}

function verdict(question: AskedQuestion, kind: DecisionKind, reason: Reason): QuestionDecision {
  return {
    question: question.text,
    kind,
    reason,
    questionProbability: question.questionProbability,
    matches: question.matches,
  };
}

function toDecision(questions: readonly QuestionDecision[]): Decision {
  const order: readonly DecisionKind[] = ['answer', 'suggest', 'uncovered', 'silent'];
  const kind = order.find((candidate) => questions.some((question) => question.kind === candidate)) ?? 'silent';
  const ofKind = questions.filter((question) => question.kind === kind);
  const first = ofKind.find(({ reason }) => reason !== 'already-answered-here') ?? ofKind[0];
  const isPartial = kind === 'answer' && questions.some((question) => question.kind !== 'answer');
  return {
    kind,
    reason: isPartial ? 'matched-some' : (first?.reason ?? 'asks-nothing'),
    questions,
    matches: orderMatches(questions),
  };
}

/** The answered questions' entries in the order they were asked, then all other matches by confidence; each entry once. */
function orderMatches(questions: readonly QuestionDecision[]): readonly Match[] {
  const answered = questions.flatMap((question) => (question.kind === 'answer' ? question.matches.slice(0, 1) : []));
  const others = questions.flatMap((question) => question.matches).sort((a, b) => b.confidence - a.confidence);
  const byKey = new Map<string, Match>();
  for (const match of [...answered, ...others]) {
    if (!byKey.has(match.entry.key)) byKey.set(match.entry.key, match);
  }
  return [...byKey.values()];
}
