// The entries that may answer a message, best first, whatever would be decided about it; and the wording worth remembering.
import { cleanWording } from '../../answer/reading/clean-wording.ts';
import { readQuestions } from '../../answer/reading/read-questions.ts';
import type { Match } from '../../search/match.ts';
import type { Searcher } from '../interfaces/searcher.ts';

export interface Ranking {
  /** Each entry once, with its highest confidence among the message's questions. */
  readonly matches: readonly Match[];
  /** Whether the best of them is likely enough to be suggested. */
  readonly isLikely: boolean;
  /** The question that the best entry answers, cleaned; empty where the message holds no word. */
  readonly wording: string;
}

/** Reads the message sentence by sentence and as a whole. Rejects where the search does. */
export async function rankEntries(searcher: Searcher, slackText: string): Promise<Ranking> {
  const reading = readQuestions(slackText);
  const texts = [...new Set([...reading.questions.map(({ text }) => text), reading.text])].filter(
    (text) => text !== '',
  );
  if (texts.length === 0) return { matches: [], isLikely: false, wording: '' };
  const { results, thresholds } = await searcher.match(texts);
  const found = results.flatMap(({ text, matches }) => matches.map((match) => ({ text, match })));
  found.sort((one, other) => other.match.confidence - one.match.confidence);
  const byKey = new Map<string, Match>();
  for (const { match } of found) if (!byKey.has(match.entry.key)) byKey.set(match.entry.key, match);
  const asked = reading.questions.length === 0 ? reading.text : bestQuestion(found, reading.questions);
  const isLikely = (found[0]?.match.confidence ?? 0) >= thresholds.suggest;
  return { matches: [...byKey.values()], isLikely, wording: cleanWording(asked) };
}

/** Of the questions read out of the message the one that found its entry most surely. */
function bestQuestion(
  found: readonly { readonly text: string }[],
  questions: readonly { readonly text: string }[],
): string {
  const texts = new Set(questions.map(({ text }) => text));
  return found.find(({ text }) => texts.has(text))?.text ?? questions[0]?.text ?? '';
}
