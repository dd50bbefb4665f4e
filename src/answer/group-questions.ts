// Questions that ask the same in other words, counted together. Pure.
import { toStem } from '../search/reading/stem.ts';
import { contentWords, splitWords } from './reading/function-words.ts';

/** A question that somebody asked. */
export interface Asked {
  readonly text: string;
  /** Milliseconds since 1970, UTC. */
  readonly askedAt: number;
}

export interface QuestionGroup<Question extends Asked> {
  /** As it was put last. */
  readonly text: string;
  /** Newest first. */
  readonly questions: readonly Question[];
}

/** Two questions with so large a share of their words in common are taken for the same one. */
export const sameAtLeast = 0.5;

interface Group<Question> {
  readonly words: ReadonlySet<string>;
  readonly questions: Question[];
}

/** The largest groups first, of equal ones the one asked last. A group is held together by its newest question. */
export function groupQuestions<Question extends Asked>(
  questions: readonly Question[],
): readonly QuestionGroup<Question>[] {
  const groups: Group<Question>[] = [];
  /** Places of the groups by each word of theirs: only groups with a word in common are compared. */
  const byWord = new Map<string, number[]>();
  for (const question of questions.toSorted((a, b) => b.askedAt - a.askedAt)) {
    const words = toSubjects(question.text);
    const places = new Set([...words].flatMap((word) => byWord.get(word) ?? []));
    const near = [...places].sort((one, other) => one - other).flatMap((place) => groups[place] ?? []);
    const group = (words.size === 0 ? groups : near).find((known) => toOverlap(known.words, words) >= sameAtLeast);
    if (group !== undefined) {
      group.questions.push(question);
      continue;
    }
    for (const word of words) {
      const held = byWord.get(word);
      if (held === undefined) byWord.set(word, [groups.length]);
      else held.push(groups.length);
    }
    groups.push({ words, questions: [question] });
  }
  return groups
    .map((group) => ({ text: group.questions[0]?.text ?? '', questions: group.questions }))
    .toSorted((a, b) => b.questions.length - a.questions.length);
}

/** Stems of the words that name a subject; of all words where there is none. */
export function toSubjects(text: string): ReadonlySet<string> {
  const subjects = contentWords(text);
  return new Set((subjects.length > 0 ? subjects : splitWords(text)).map(toStem));
}

/** Share of the words of both that stand in both (Jaccard); 1 where neither has any. */
export function toOverlap(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const shared = [...one].filter((word) => other.has(word)).length;
  const all = one.size + other.size - shared;
  return all === 0 ? 1 : shared / all;
}
