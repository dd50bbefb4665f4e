// A message's text in sentences, and a sentence that asks two things in its halves. Pure.
import { contentWords, pointsBack } from './function-words.ts';

const ABBREVIATION = /(?:^|[\s(])(?:e\.g|i\.e|eg|ie|vs|cf|approx|incl|dr|mr|mrs|prof)\.$/iu;
const INITIAL = /(?:^|[\s.(])[A-HJ-Z]\.$/;
/** Where a sentence may end: marks with space behind them, or ? and ! with anything behind them. */
const END = /[.…]+(?=["'”’)\]]*(?:\s|$))["'”’)\]]*|[?!？！]+[?!.…]*["'”’)\]]*|[。]/gu;
const SMILEY = /^\s*(?:[:;=8xX]['-]?[)(DPpOo/|\\3]+|\^\^|<3)(?=\s|$)/;
const LISTED = /(?:^|[\s,;:])\(?(?:\d|[a-e]|i{1,3})\)\s/gi;
/** A longer sentence is no longer something that a person would cut in two. */
const LONGEST_DIVIDED = 600;
/** Longer lines without an end mark, continued in lower case, were wrapped by a mail program or a terminal. */
const WRAPPED_LINE_LENGTH = 60;

function joinWrappedLines(text: string): readonly string[] {
  const lines: string[] = [];
  for (const line of text.split('\n')) {
    const before = lines.at(-1);
    const continues =
      before !== undefined &&
      before.length >= WRAPPED_LINE_LENGTH &&
      !/[.?!:;…]$/.test(before) &&
      /^\p{Ll}/u.test(line);
    if (continues) lines[lines.length - 1] = `${before} ${line}`;
    else lines.push(line);
  }
  return lines;
}

function splitList(line: string): readonly string[] {
  const starts = [...line.matchAll(LISTED)].map((match) => match.index);
  if (starts.length < 2) return [line];
  return [0, ...starts]
    .map((start, place) => line.slice(start, starts[place]))
    .map((item) => item.replace(/^[\s,;:]*\(?\w{1,3}\)\s/, ''));
}

function splitLine(line: string): readonly string[] {
  const sentences: string[] = [];
  let start = 0;
  for (const mark of line.matchAll(END)) {
    const end = mark.index + mark[0].length;
    const tail = line.slice(Math.max(start, end - 12), end);
    if (mark[0] === '.' && (ABBREVIATION.test(tail) || INITIAL.test(tail))) continue;
    const smiley = SMILEY.exec(line.slice(end, end + 8))?.[0].length ?? 0;
    sentences.push(line.slice(start, end + smiley));
    start = end + smiley;
  }
  sentences.push(line.slice(start));
  return sentences;
}

/** The sentences of a text, in order. Line ends separate sentences, except where a long line was wrapped; so do numbered lists. */
export function toSentences(text: string): readonly string[] {
  return joinWrappedLines(text)
    .flatMap(splitList)
    .flatMap(splitLine)
    .map((sentence) => sentence.trim())
    .filter((sentence) => /[\p{L}\p{N}?]/u.test(sentence));
}

const QUESTION_WORD = "(?:what|whats|what's|how|how's|hows|who|who's|whos|when|when's|where|where's|why|which|whose)";
const AUXILIARY =
  "(?:is|are|isn't|aren't|was|were|do|does|did|don't|doesn't|didn't|can|can't|could|couldn't|will|would|wouldn't|won't|should|shall|may|might|must|has|have|had)";
const SUBJECT =
  '(?:i|you|u|we|they|he|she|it|there|this|that|these|those|the|a|an|my|your|our|their|any|anyone|anybody|someone|somebody|everyone|people|one|\\d\\w+)';
const ASKING = new RegExp(`\\b${QUESTION_WORD}\\b|\\b${AUXILIARY}\\s+${SUBJECT}\\b`, 'iu');
const SECOND_HALF = new RegExp(
  `(?:[,;]?\\s+(?:and|or|but|also|plus|&)(?:\\s+(?:also|then|if so))?|[;,]|\\s[-–—])\\s+(?=${QUESTION_WORD}\\s+(?:${AUXILIARY}|${SUBJECT}|many|much|long|often|far|big|soon|old|well|\\w+s)\\b|${AUXILIARY}\\s+${SUBJECT}\\b)`,
  'giu',
);

function standsAlone(half: string): boolean {
  const subjects = contentWords(half).length;
  return ASKING.test(half) && subjects >= (pointsBack(half) ? 2 : 1);
}

/**
 * The questions in one sentence: "what does success look like, and how do you onboard people?" has two, most have one.
 * A sentence is divided only where each part asks by itself and names its own subject.
 */
export function toHalves(sentence: string): readonly string[] {
  if (sentence.length > LONGEST_DIVIDED) return [sentence];
  const halves: string[] = [];
  let start = 0;
  for (const joint of sentence.matchAll(SECOND_HALF)) {
    const left = sentence.slice(start, joint.index);
    const right = sentence.slice(joint.index + joint[0].length);
    if (!standsAlone(left) || !standsAlone(right)) continue;
    halves.push(left.trim());
    start = joint.index + joint[0].length;
  }
  return [...halves, sentence.slice(start).trim()];
}
