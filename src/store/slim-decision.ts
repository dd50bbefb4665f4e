// A decision without what the notes hold anyway, so that a row stays small. Pure.
import type { Decision } from '../answer/decision.ts';
import type { Match } from '../search/match.ts';

/** More than anybody looks at afterwards. */
const matchesKept = 8;

/** Keeps the best matches of each question and of the message, without the phrasings of their entries. */
export function slimDecision(decision: Decision): Decision {
  return {
    ...decision,
    questions: decision.questions.map((question) => ({ ...question, matches: slim(question.matches) })),
    matches: slim(decision.matches),
  };
}

function slim(matches: readonly Match[]): readonly Match[] {
  return matches.slice(0, matchesKept).map((match) => ({ ...match, entry: { ...match.entry, phrasings: [] } }));
}
