// What an assistant beside Slack is given: entries of the notes, word for word, with their links, and whether they answer.
import { decide } from '../../answer/decide.ts';
import type { Decision, QuestionDecision } from '../../answer/decision.ts';
import { cutCharacters } from '../../answer/reading/cut-characters.ts';
import { readQuestions } from '../../answer/reading/read-questions.ts';
import type { Entry } from '../../knowledge/entry.ts';
import { isClosed } from '../../knowledge/is-closed.ts';
import type { Match } from '../../search/match.ts';
import { considerMessage } from '../answer/consider-message.ts';
import type { Clock } from '../interfaces/clock.ts';
import type { Searcher } from '../interfaces/searcher.ts';

export interface FindDependencies {
  readonly searcher: Searcher;
  readonly clock: Clock;
}

/** An entry as an assistant may quote it. Phrasings are not in it: they are for the search only. */
export interface QuotableEntry {
  readonly key: string;
  readonly question: string;
  /** Markdown, as the note has it; of a very long one the beginning, whole paragraphs. */
  readonly answer: string;
  /** Characters of the answer that only the post has. */
  readonly leftOut: number;
  readonly url: string | null;
  readonly post: string;
  /** ISO 8601, or null. */
  readonly date: string | null;
  /** True where nobody can apply any more. */
  readonly closed: boolean;
}

/** What was found for one question. */
export interface FoundEntries {
  readonly question: string;
  /** `answered`: the entry answers it; `perhaps`: probably one of these does; `not covered`: the notes do not say. */
  readonly verdict: 'answered' | 'perhaps' | 'not covered';
  /** Best first, at most three; none where the notes do not say. */
  readonly entries: readonly (QuotableEntry & { readonly confidence: number })[];
}

const verdicts = { answer: 'answered', suggest: 'perhaps', uncovered: 'not covered', silent: 'not covered' } as const;
const mostOf = { answered: 1, perhaps: 3, 'not covered': 0 } as const;

/**
 * Each question of `text` is decided about as in a direct message; a text that asks nothing (bare keywords, say) is looked up as it
 * stands. Rejects where the search does.
 */
export async function findEntries(
  { searcher, clock }: FindDependencies,
  text: string,
): Promise<readonly FoundEntries[]> {
  const reading = readQuestions(text);
  const decision = await considerMessage(searcher, { surface: 'direct', reading, answeredHere: new Set() });
  const { questions } = decision.kind === 'silent' ? await lookUp(searcher, text) : decision;
  const now = clock.now();
  return questions.map((question) => toFound(question, now));
}

/** What asks nothing by its words is taken for a question all the same. */
async function lookUp(searcher: Searcher, text: string): Promise<Decision> {
  const { results, thresholds } = await searcher.match([text]);
  const asked = { text, questionProbability: 1, isStatement: false, matches: results[0]?.matches ?? [] };
  return decide({ surface: 'direct', questions: [asked], thresholds, answeredHere: new Set() });
}

/** What the team released meanwhile is for Slack alone: it is not published. */
export function isPublished({ meanwhile }: Entry): boolean {
  return meanwhile === undefined;
}

function toFound({ question, kind, matches }: QuestionDecision, now: number): FoundEntries {
  const found = verdicts[kind];
  const told = matches.slice(0, mostOf[found]).filter(({ entry }) => isPublished(entry));
  const verdict = told.length === 0 ? 'not covered' : found;
  const toTold = ({ entry, confidence }: Match) => ({
    ...toQuotable(entry, now),
    confidence: Number(confidence.toFixed(3)),
  });
  return { question, verdict, entries: told.map(toTold) };
}

/** `now`: milliseconds since 1970. */
export function toQuotable({ key, question, answer, url, post }: Entry, now: number): QuotableEntry {
  const closed = isClosed(post, now);
  const told = cutParagraphs(answer);
  const leftOut = answer.length - told.length;
  return { key, question, answer: told, leftOut, url, post: post.title, date: post.date, closed };
}

/** Longest answer, in characters: three of them are not too much for an assistant at once. */
const longestAnswer = 20_000;

function cutParagraphs(answer: string): string {
  if (answer.length <= longestAnswer) return answer;
  const end = answer.lastIndexOf('\n\n', longestAnswer);
  return end > 0 ? answer.slice(0, end) : cutCharacters(answer, longestAnswer);
}
