// The questions in a message, each with the context it needs to be understood alone. Pure.
import { asks } from '../asks.ts';
import { leastQuestionProbability } from '../decide.ts';
import { addressesOther } from './addressee.ts';
import { asksForHelp } from './asks-for-help.ts';
import { contentWords, leansOn, pointsBack } from './function-words.ts';
import { isPleasantry } from './pleasantries.ts';
import { isExplicit, mayAsk, questionBehind, toHalves } from './question-forms.ts';
import { splitSentences } from './split-sentences.ts';
import { isOnlyEmoji, toTypedText } from './typed-text.ts';

/** One question read out of a message. */
export interface MessageQuestion {
  /** The only question with the context it needs ("I have never used notebooks. Is that a problem?"); one of several in its own words. */
  readonly text: string;
  /** One of several that points back ("and is that paid?") with what it points to; else null. */
  readonly inContext: string | null;
  /** The sentence in which it was asked; two questions may share one. */
  readonly sentence: string;
  /** 0 to 1: how much it reads as a question or as a worry that asks for an answer. See `asks`. */
  readonly questionProbability: number;
  /** The same of what asks behind a statement or a condition ("if not, …"); 0 where nothing does. */
  readonly behindAsks: number;
  /** It has neither a question's mark nor its beginning. */
  readonly isStatement: boolean;
}

/** What a message says and asks. */
export interface Reading {
  /** The message in one line: without mentions, addresses, emoji, code blocks and quotations; labels of links kept. */
  readonly text: string;
  readonly sentences: readonly string[];
  /** In the order they were asked, at most five. Where nothing reads as a question: the one likeliest to be one, with its low probability. */
  readonly questions: readonly MessageQuestion[];
  /** The highest probability among the questions; 0 where there are none. */
  readonly questionProbability: number;
  /** It speaks to one particular person who is not the bot. */
  readonly addressesOther: boolean;
  /** No word is left once it is cleaned: only emoji, a link, a quotation, code. */
  readonly isEmpty: boolean;
  /** Nothing to look up even when said to the bot's face: empty, a greeting, thanks, "help". */
  readonly asksNothing: boolean;
  /** It asks the bot about itself, or says nothing to be looked up (the bot's name alone, a link); emoji alone want nothing. */
  readonly wantsHelp: boolean;
}

const MOST_QUESTIONS = 5;
/** Longest context put before a question, in characters. */
const LONGEST_CONTEXT = 300;
const MOST_CONTEXT = 3;
/** Of a longer message the beginning and the end are read, in characters: Slack allows 40,000. */
const LONGEST_READ = { first: 8_000, last: 4_000 } as const;
/** Of a message with more sentences the beginning and the end are read for questions: a few milliseconds of work. */
const SENTENCES_READ = { first: 60, last: 40 } as const;
/** A sentence with fewer words of its own needs what was said before. */
const FEWEST_SUBJECTS = 2;
/** With so many words of its own a sentence is understood alone, even if it points back ("that", "them"). */
const ENOUGH_SUBJECTS = 4;

/** The sentences before a question until they name a subject, at most `LONGEST_CONTEXT` characters. */
function contextOf(at: number, sentences: readonly string[]): string {
  let context = '';
  for (let before = at - 1; before >= Math.max(0, at - MOST_CONTEXT); before -= 1) {
    const sentence = sentences[before] ?? '';
    if (context.length + sentence.length > LONGEST_CONTEXT || isPleasantry(sentence)) break;
    context = `${sentence} ${context}`;
    if (contentWords(context).length >= ENOUGH_SUBJECTS) break;
  }
  return context;
}

/** A question with what has to be known to put it into its context. */
interface Candidate extends MessageQuestion {
  readonly at: number;
  /** What stands before it in its own sentence. */
  readonly before: string;
}

function readSentence(sentence: string, at: number): readonly Candidate[] {
  const halves = toHalves(sentence);
  const isDivided = halves.length > 1;
  const end = isDivided || sentence.endsWith('?') ? '?' : '';
  // A sentence is divided only where each of its parts has the form of a question: as the whole asks, so do they.
  const wholeAsks = isDivided ? asks(sentence) : 0;
  return halves.map((half, place) => {
    const text = half.endsWith('?') ? half : half + end;
    const before = halves.slice(0, place).join(' ');
    const behind = questionBehind(text);
    const behindAsks = behind === null ? 0 : asks(behind);
    const questionProbability = Math.max(asks(text), behindAsks, wholeAsks);
    const isStatement = behind === null && !isExplicit(text);
    return { text, inContext: null, sentence, questionProbability, behindAsks, isStatement, at, before };
  });
}

/** The only question of a message with whatever it needs to be understood. */
function withContext({ at, before, ...question }: Candidate, sentences: readonly string[]): MessageQuestion {
  const subjects = contentWords(question.text).length;
  const needsContext = subjects < FEWEST_SUBJECTS || (subjects < ENOUGH_SUBJECTS && pointsBack(question.text));
  const isFirst = before === '';
  return needsContext && isFirst ? { ...question, text: contextOf(at, sentences) + question.text } : question;
}

/** One of several, which is read alone, or with a statement that it points to; where it points to another question, with that as well. */
function besideOthers(
  { at, before, ...question }: Candidate,
  sentences: readonly string[],
  others: readonly Candidate[],
): MessageQuestion {
  const { text } = question;
  const subjects = contentWords(text).length;
  const pointsThere = leansOn(text) || (subjects < ENOUGH_SUBJECTS && pointsBack(text));
  const context = before === '' ? contextOf(at, sentences) : `${before} `;
  if (!pointsThere || context === '') return question;
  const isAsked = before !== '' || others.some((other) => other.at < at && context.includes(other.sentence));
  return isAsked ? { ...question, inContext: context + text } : { ...question, text: context + text };
}

/**
 * The candidates that ask. A plain statement ("I have never used notebooks.") asks only where nothing in the message has the
 * form of a question; of several the most asking one. Beside a question it is a preamble, or its context. Where nothing reads as a question
 * what is marked as one goes before what is not.
 */
function strongest(candidates: readonly Candidate[]): readonly Candidate[] {
  const asking = candidates.filter((candidate) => candidate.questionProbability >= leastQuestionProbability);
  const formal = asking.filter(({ sentence }) => mayAsk(sentence));
  const marked = candidates.filter(({ isStatement }) => !isStatement);
  const likely = [formal, asking, marked].find((some) => some.length > 0) ?? candidates;
  const inOrder = likely.toSorted((one, other) => other.questionProbability - one.questionProbability);
  const kept = new Set(inOrder.slice(0, formal.length > 0 ? MOST_QUESTIONS : 1));
  return candidates.filter((candidate) => kept.has(candidate));
}

function shorten(text: string): string {
  const { first, last } = LONGEST_READ;
  return text.length > first + last ? `${text.slice(0, first)}\n${text.slice(-last)}` : text;
}

/** Japanese and Arabic ask with marks of their own, or by a word: か at the end, هل at the beginning. */
function markQuestions(text: string): string {
  return text
    .replace(/[？؟]/g, '?')
    .replace(/(か)(?=[。\s]*$)[。]?/gmu, '$1?')
    .replace(/^(\s*(?:هل|كيف|متى|أين|كم|لماذا)\s[^?\n]*?)\s*$/gmu, '$1?');
}

/**
 * Reads the questions out of a message as Slack sends it. `botUser`: the bot's own user id, so that a mention of it does not
 * count as speaking to somebody else. Takes any text in time proportional to its length; never throws.
 */
export function readQuestions(slackText: string, botUser: string | null = null): Reading {
  const typed = toTypedText(shorten(slackText));
  const plain = { ...typed, text: markQuestions(typed.text) };
  const sentences = splitSentences(plain.text);
  const text = plain.text.replace(/\s+/g, ' ');
  const isEmpty = !/[\p{L}\p{N}]/u.test(text);
  const wantsHelp = isEmpty ? !isOnlyEmoji(slackText) : asksForHelp(text.slice(0, 200));
  const { first, last } = SENTENCES_READ;
  const read = sentences.length > first + last ? [...sentences.slice(0, first), ...sentences.slice(-last)] : sentences;
  const asked = strongest(read.flatMap(readSentence));
  const understand = asked.length > 1 ? besideOthers : withContext;
  const questions = asked.map((candidate) => understand(candidate, read, asked));
  return {
    text,
    sentences,
    questions,
    questionProbability: Math.max(0, ...questions.map((question) => question.questionProbability)),
    addressesOther: addressesOther(plain, botUser),
    isEmpty,
    asksNothing: isEmpty || wantsHelp || isPleasantry(text.slice(0, 200)),
    wantsHelp,
  };
}
