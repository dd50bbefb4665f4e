// What the local workspace tells a stranger: which notes were read, and three of their questions in other words, to try.
import { readQuestions } from '../answer/reading/read-questions.ts';
import type { Entry } from '../knowledge/entry.ts';
import { considerMessage } from '../use-cases/answer/consider-message.ts';
import { pickExample } from '../use-cases/answer/find-example.ts';
import type { Searcher } from '../use-cases/interfaces/searcher.ts';
import type { ListedEntry, Notes } from '../use-cases/notes/notes.ts';
import type { Intro } from '../workspace/intro.ts';

const mostExamples = 3;
/** So many questions are tried until three are found that the bot answers. */
const mostTried = 12;
const [fewestWords, mostWords] = [4, 14];
const openings = ['Hi all, ', 'Quick question: ', 'Sorry if this was asked before: '];

/** Rejects where the search does. */
export async function introduceNotes(
  { searcher, notes }: { readonly searcher: Searcher; readonly notes: Pick<Notes, 'list' | 'findAll'> },
  command: string,
): Promise<Intro> {
  const listed = await notes.list();
  const example = pickExample(listed.map(({ question }) => question));
  const usageHint = example ?? '';
  return {
    notes: countByPost(listed),
    examples: await findExamples(searcher, await pickEntries(notes, listed)),
    command,
    usageHint,
  };
}

function countByPost(listed: readonly ListedEntry[]): Intro['notes'] {
  const counts = new Map<string, number>();
  for (const { post } of listed) counts.set(post.title, (counts.get(post.title) ?? 0) + 1);
  return [...counts].map(([title, questions]) => ({ title, questions }));
}

/** Evenly from all over the notes. */
async function pickEntries(notes: Pick<Notes, 'findAll'>, listed: readonly ListedEntry[]): Promise<readonly Entry[]> {
  const step = Math.max(1, listed.length / mostTried);
  const picked = Array.from({ length: mostTried }, (_, at) => listed[Math.floor(at * step)]);
  const keys = [...new Set(picked.flatMap((entry) => entry?.key ?? []))];
  return [...(await notes.findAll(keys)).values()];
}

/** Those that a message in a channel would be answered by come first; where there are fewer, others fill up. */
async function findExamples(searcher: Searcher, entries: readonly Entry[]): Promise<readonly string[]> {
  const answered: string[] = [];
  const others: string[] = [];
  for (const [at, entry] of entries.entries()) {
    if (answered.length === mostExamples) break;
    const text = reword(entry, at);
    const reading = readQuestions(text);
    const { kind, matches } = await considerMessage(searcher, { surface: 'channel', reading, answeredHere: new Set() });
    const isFound = kind === 'answer' && matches[0]?.entry.key === entry.key;
    (isFound ? answered : others).push(text);
  }
  return [...answered, ...others].slice(0, mostExamples);
}

/** A phrasing that asks in a whole sentence, else the question as people put it in a chat. Pure. */
export function reword({ question, phrasings }: Pick<Entry, 'question' | 'phrasings'>, at: number): string {
  const words = (text: string) => text.split(/\s+/).length;
  const asks = (text: string) => text.endsWith('?') && words(text) >= fewestWords && words(text) <= mostWords;
  const phrased = phrasings.filter(asks);
  const found = phrased[at % Math.max(1, phrased.length)];
  if (found !== undefined) return found;
  const begin = /^(?:I|[\p{Lu}\d]{2,})\b/u.test(question)
    ? question
    : question.charAt(0).toLowerCase() + question.slice(1);
  return `${openings[at % openings.length]}${begin}`;
}
