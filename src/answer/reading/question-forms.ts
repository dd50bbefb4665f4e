// The forms that English gives to questions, and a sentence that asks two things in its halves. Pure.
import { contentWords, pointsBack } from './function-words.ts';

/** As people type them: "wats the deadline", "shud i apply", "whn do you decide". */
const TYPED_QUESTION_WORD = 'wat|wats|wut|wht|whts|whn|hwo|wich|whre|wher';
const TYPED_AUXILIARY = 'wil|wll|wud|woud|wuld|cna|cud|coud|shud|shuld|shoud|duz';
const QUESTION_WORD = `(?:${TYPED_QUESTION_WORD}|what|whats|what's|what're|how|how's|hows|how'd|who|who's|whos|who'd|who'll|where|where's|why|which|whose|when's|whens)`;
/** "When" opens a clause as often as a question. */
const ANY_QUESTION_WORD = `(?:${QUESTION_WORD}|when)`;
const AUXILIARY = `(?:${TYPED_AUXILIARY}|is|are|isn't|aren't|was|were|do|does|did|don't|doesn't|didn't|can|can't|could|couldn't|will|would|wouldn't|won't|should|shall|may|might|must|has|have|had)`;
const SUBJECT =
  '(?:i|you|u|we|they|he|she|it|there|this|that|these|those|the|a|an|my|your|our|their|any|anyone|anybody|someone|somebody|everyone|people|one|\\d\\w+)';
const START = `${QUESTION_WORD}\\b|any\\s+(?!help\\b|of\\b|time\\b|and\\b|more\\b|one\\b)\\p{L}|when\\s+${AUXILIARY}\\b|${AUXILIARY}\\s+${SUBJECT}\\b`;
const LEAD_IN =
  '(?:(?:\\p{L}+\\s+){0,2}(?:things?|questions?)\\s*[:,]\\s*)?(?:(?:and|but|so|also|plus|or|ok|okay|well|hi|hey|hello|all|everyone|then|maybe|honestly|basically|just)[\\s,!:]+)*';

/** "Does chrome take it", "until when is it open": they open a question, and nothing else in the middle of a sentence. */
const FIRST_START =
  '(?:does|did)\\s+(?!not\\b)\\p{L}|(?:until|till|by|from|since|for|to|with|in|at|on)\\s+(?:when|what|which|whom|how)\\b';
const OPENS = new RegExp(`^${LEAD_IN}(?:${START}|${FIRST_START})`, 'iu');
const ASKS_WITHIN = new RegExp(`\\b(?:${START})`, 'iu');
/** "I'm curious how …", "not sure whether …": a question in the form of a statement. */
const INDIRECT =
  /\b(?:please|pls|plz)\s+(?:tell|explain|share|send|give|assign|point|show|advise|confirm)\s+\S+\s+\S+|\b(?:curious|wonder(?:ing|ed)?|(?:like|love|want|wanted|need|keen|hoping|interested|appreciate|nice|good|great|helpful|trying) (?:to|in|if) \w+|tell (?:me|us)|explain|questions?|unsure|not (?:sure|clear)|unclear|no (?:idea|clue)|(?:don't|dont|can't|couldn't) (?:know|get|see|understand|find|figure)|let me know)\b.*?\b(?:what|how|who|when|where|why|which|if|whether|about|on|in)\b/iu;
/** Auxiliaries that hardly ever go on with the sentence before them ("… and will pay") but ask: "… and will GSA pay?". */
const ASKING_AUXILIARY = `(?:${TYPED_AUXILIARY}|is|are|was|were|does|did|will|would|can|could|should)`;
const SECOND_START = [
  `${ANY_QUESTION_WORD}\\s+(?:${AUXILIARY}|${SUBJECT}|if|many|much|long|often|far|big|soon|old|well|\\w+s|(?:\\p{L}+\\s+){1,3}${AUXILIARY})\\b`,
  `(?:when's|whens|who'd|who'll|how'd|what's|who's|where's)\\s`,
  `(?:by|from|until|since)\\s+when\\s+${AUXILIARY}\\b`,
  `${AUXILIARY}\\s+${SUBJECT}\\b`,
  `${ASKING_AUXILIARY}\\s+(?!not\\b|also\\b|then\\b|be\\b|have\\b|been\\b)\\p{L}`,
].join('|');
const SECOND_HALF = new RegExp(
  `(?:[,;]?\\s+(?:and|but|also|plus|&|\\+)(?:\\s+(?:also|then|if so))?|[,;]|\\s[-–—])\\s+(?=${SECOND_START})`,
  'giu',
);
/** "Can you tell me", "do you know": before a comma no question of its own. */
const ASKS_TO_BE_TOLD = /\b(?:tell|know|say|explain|help|advise|clarify|confirm|remind|ask)\b/iu;
const TURNS_ELSEWHERE = new RegExp(`^(?!wh(?:o|ich|ose)\\b)(?:${ANY_QUESTION_WORD}|(?:is|are)\\s+there)\\b`, 'iu');
/** "Is vegan food available": an auxiliary at the beginning asks, whatever follows. */
const OPENS_BROADLY = new RegExp(`^${LEAD_IN}${ASKING_AUXILIARY}\\s+\\p{L}`, 'iu');
/** "If only one mentor comments is that bad": a condition with a question behind it, and no comma between. */
const OPENS_WITH_CONDITION = new RegExp(`^${LEAD_IN}(?:if|once|unless|until|after|before|since|when)\\b`, 'iu');
/** A question behind a statement or a condition: "I'm a nurse, would I be welcome", "if not, what should I do". */
const ASKED_BEHIND = [
  `${AUXILIARY}\\s+(?:i|you|u|we|they|he|she|it|there|the|a|an|my|your|our|their|any|anyone|anybody|someone|somebody)\\b`,
  `(?:what|how|who|whom|where|when|why|which)\\s+(?:\\p{L}+\\s+){0,2}?${AUXILIARY}\\s+${SUBJECT}\\b`,
  '(?:what|how|whom?|where|when|which)\\s+to\\s+\\p{L}',
  '(?:how\\s+come|now\\s+what|what\\s+now|what\\s+(?:next|else)|(?:what|how)\\s+about|any\\s+\\p{L}+)\\b',
].join('|');
const BEHIND = new RegExp(
  `[,;:](?:\\s+(?:and|but|so|or|also|then|or rather|if so|if not),?)?\\s+(?=${ASKED_BEHIND})`,
  'iu',
);
/** "How much" and the like measure something that "it" may name: "how much does it cost". */
const MEASURED = /\bhow\s+(?:much|many|long|often|far|big|soon|old)\b/iu;
const ASKS_OF_SOMEBODY = new RegExp(`^(?:${ANY_QUESTION_WORD}\\s+)?${AUXILIARY}\\s+${SUBJECT}\\b`, 'iu');
/** A longer sentence is no longer something that a person would cut in two. */
const LONGEST_DIVIDED = 600;

/** Whether a sentence has the form of a question: a mark at its end, or a question's beginning. */
export function isExplicit(sentence: string): boolean {
  return /\?["'”’)\]]*$/.test(sentence) || opensAsQuestion(sentence);
}

/** Whether a sentence begins as questions do, whatever greeting stands before: "hi, do you …", "how long …". */
export function opensAsQuestion(sentence: string): boolean {
  return OPENS.test(sentence);
}

/** Whether a sentence has any form of asking: a question's, a statement or a condition that holds a question, or an auxiliary before whatever noun. */
export function mayAsk(sentence: string): boolean {
  return (
    isExplicit(sentence) ||
    isIndirect(sentence) ||
    OPENS_BROADLY.test(sentence) ||
    (OPENS_WITH_CONDITION.test(sentence) && asksWithin(sentence)) ||
    questionBehind(sentence) !== null
  );
}

/**
 * What stands behind a statement or a condition and asks by itself, or null: of "I'm a nurse, would I be welcome" the second half. What
 * comes before is its context and no question.
 */
export function questionBehind(sentence: string): string | null {
  const joint = BEHIND.exec(sentence.slice(0, LONGEST_DIVIDED));
  if (joint === null || opensAsQuestion(sentence)) return null;
  return sentence.slice(joint.index + joint[0].length);
}

/** Whether a sentence holds what a question begins with: "after that, do you …". */
export function asksWithin(sentence: string): boolean {
  return ASKS_WITHIN.test(sentence);
}

/** Whether a statement holds a question: "I'd like to know how you work". */
export function isIndirect(sentence: string): boolean {
  return INDIRECT.test(sentence.slice(0, LONGEST_DIVIDED));
}

/** A first half may point back to what stands before the sentence, and may have no subject then: "Is that ok, and …". */
function canOpen(half: string): boolean {
  const asks = asksWithin(half) || OPENS_BROADLY.test(half);
  return asks && (contentWords(half).length > 0 || pointsBack(half));
}

/** A second half that points back ("who runs it") needs a subject beside, unless it asks of somebody: "can I mail it", "what do they earn". */
function canFollow(half: string): boolean {
  const needsMore = pointsBack(half) && !MEASURED.test(half) && !ASKS_OF_SOMEBODY.test(half);
  return contentWords(half).length >= (needsMore ? 2 : 1);
}

/**
 * Whether a mere comma divides two questions: "how long is the season, where do we sleep". The first begins as one and does not only ask to be told
 * what comes behind, the second turns to another subject: "how late is the ferry, would I catch it" goes on with the first.
 */
function areApart(left: string, right: string): boolean {
  return opensAsQuestion(left) && !ASKS_TO_BE_TOLD.test(left) && TURNS_ELSEWHERE.test(right) && !pointsBack(right);
}

/**
 * The questions in one sentence: "what does success look like, and how do you onboard people?" has two, most have one.
 * A sentence is divided only where each part asks by itself and names its own subject. Alternatives ("… or do you …?") are one question.
 */
export function toHalves(sentence: string): readonly string[] {
  if (sentence.length > LONGEST_DIVIDED || !mayAsk(sentence)) return [sentence];
  const halves: string[] = [];
  let start = 0;
  for (const joint of sentence.matchAll(SECOND_HALF)) {
    const left = sentence.slice(start, joint.index);
    const right = sentence.slice(joint.index + joint[0].length);
    if (!canOpen(left) || !canFollow(right)) continue;
    if (joint[0].trim() === ',' && !areApart(left, right)) continue;
    halves.push(left.trim());
    start = joint.index + joint[0].length;
  }
  return [...halves, sentence.slice(start).trim()];
}
