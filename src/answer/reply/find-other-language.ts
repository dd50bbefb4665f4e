// A question in a language that none of the notes nearest to it is in. Pure.
import { guessLanguage, recognizeLanguage } from '../../search/reading/languages.ts';
import type { QuestionDecision } from '../decision.ts';

/** What a question is in, and what the notes are in: ISO 639-1. */
export interface OtherLanguage {
  readonly asked: string;
  readonly read: readonly string[];
}

/** Null where the questions' language does not show, or where some of the notes that came nearest are in it. */
export function findOtherLanguage(questions: readonly QuestionDecision[]): OtherLanguage | null {
  const asked = recognizeLanguage(questions.map(({ question }) => question).join('\n'));
  const entries = questions.flatMap(({ matches }) => matches.map(({ entry }) => entry));
  if (asked === null || entries.length === 0) return null;
  const read = new Set<string>(entries.map(({ question, answer }) => guessLanguage(`${question}\n${answer}`)));
  return read.has(asked) ? null : { asked, read: [...read] };
}
