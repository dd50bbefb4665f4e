// A message that has nothing of its own to look up and points to another one: "can you answer this?", "^^", a bare mention. Pure.
import { contentWords, pointsBack } from './function-words.ts';
import type { Reading } from './read-questions.ts';

/** Words that ask for an answer and say nothing of what it is about. */
const ASKING = new Set(
  `advise advice above answer answers answering anyone below bot chance check clue comment confirm explain explanation handle help hint idea ideas info input
link message msg note notes opinion pls post question questions reply respond response rolecall shed light take thought thoughts thread tips`.split(
    /\s+/,
  ),
);

/** Spoken to directly, such a message is read with what it points to, where there is that. Thanks and greetings point nowhere. */
export function refersElsewhere({ text, isEmpty, asksNothing }: Reading): boolean {
  if (isEmpty) return true;
  const words = contentWords(text);
  if (!words.every((word) => ASKING.has(word))) return false;
  return !asksNothing && (words.length > 0 || pointsBack(text));
}

const QUOTE_MARK = /^[ \t]*(?:&gt;|>){1,3}[ \t]?/;

/** What a message quotes of another one (lines behind `>`, or all behind `>>>`), as Slack sends it; null where it quotes nothing. */
export function findQuoted(slackText: string): string | null {
  const lines = slackText.split('\n');
  const toTheEnd = lines.findIndex((line) => /^[ \t]*(?:&gt;|>){3}/.test(line));
  const quoted = lines.filter((line, at) => QUOTE_MARK.test(line) || (toTheEnd >= 0 && at > toTheEnd));
  return quoted.length === 0 ? null : quoted.map((line) => line.replace(QUOTE_MARK, '')).join('\n');
}
