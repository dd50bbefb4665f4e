// A labelled question with what the search made of it. Pure.
import type { Entry } from '../knowledge/entry.ts';
import type { Match } from '../search/match.ts';
import type { LabelledQuestion } from './labelled-question.ts';

/** A labelled question with what the search found, best first, and whether a plain channel message would have been answered. */
export interface EvaluatedQuestion {
  readonly question: LabelledQuestion;
  readonly matches: readonly Match[];
  readonly isAnsweredInChannel: boolean;
  /** Whether only the asker would have got the best three; never both. */
  readonly isSuggestedInChannel: boolean;
}

/** What a label may call an entry: its id, anchor or question, with its note in front where several notes have it. */
export function namesOf({ id, anchor, question, note }: Entry): readonly string[] {
  return [id, anchor ?? id, question].flatMap((name) => [name, `${note}#${name}`]);
}

function isNamed(entry: Entry, names: readonly string[]): boolean {
  return namesOf(entry).some((name) => names.includes(name));
}

/** Whether some entry answers the question. */
export function isCovered({ question }: EvaluatedQuestion): boolean {
  return question.relevant.length > 0;
}

/** Place of the first right match from 1 on, or null. */
export function rankOf({ question, matches }: EvaluatedQuestion): number | null {
  const place = matches.findIndex(({ entry }) => isNamed(entry, question.relevant));
  return place < 0 ? null : place + 1;
}

/** Whether the right entry is one of the best three. */
export function isAmongThree(evaluated: EvaluatedQuestion): boolean {
  const rank = rankOf(evaluated);
  return rank !== null && rank <= 3;
}

/** Whether the best match is right. */
export function isRight(evaluated: EvaluatedQuestion): boolean {
  return rankOf(evaluated) === 1;
}
