// Whether a wording says what the notes say instead of asking for it. Pure.
import { asks } from '../../answer/asks.ts';
import { contentWords, splitWords } from '../../answer/reading/function-words.ts';
import { mayAsk } from '../../answer/reading/question-forms.ts';
import { toStem } from '../../search/reading/stem.ts';

/** Fewer words are a keyword or a fragment, which is a good wording. */
const fewestWords = 6;
/** Such a share of its subjects stands in the answer … */
const mostShared = 0.75;
/** … while it hardly reads as a question or as a worry. */
const leastAsking = 0.5;

/** True for a statement taken out of the answer. `answer`: as plain text. */
export function isAnswer(wording: string, answer: string): boolean {
  if (wording.includes('?') || mayAsk(wording)) return false;
  const words = splitWords(wording);
  if (words.length < fewestWords) return false;
  const said = ` ${splitWords(answer).join(' ')} `;
  if (said.includes(` ${words.join(' ')} `)) return true;
  // "Single room or shared with a colleague" asks which.
  if (asks(wording) >= leastAsking || /^i\b|\bmy\b|\bor\b/i.test(wording)) return false;
  const known = new Set(splitWords(answer).map(toStem));
  const subjects = contentWords(wording).map(toStem);
  const shared = subjects.filter((stem) => known.has(stem)).length;
  return subjects.length > 0 && shared / subjects.length >= mostShared;
}
