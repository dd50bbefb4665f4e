// Questions that ask the same in other words, counted together. Pure.
import { type ComparedQuestion, isSameQuestion, toCompared } from './same-question.ts';

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

/** The largest groups first, of equal ones the one asked last. By words alone: what has a vector is joined further by `joinGroups`. */
export function groupQuestions<Question extends Asked>(
  questions: readonly Question[],
): readonly QuestionGroup<Question>[] {
  const newestFirst = questions.toSorted((a, b) => b.askedAt - a.askedAt);
  return joinSame(newestFirst.map((question) => ({ item: question, compared: toCompared(question.text) })))
    .map((group) => ({ text: group[0]?.text ?? '', questions: group }))
    .toSorted((a, b) => b.questions.length - a.questions.length);
}

/** Groups whose texts mean the same become one; the first of each keeps its text. `comparedOf`: with the vector that was found meanwhile. */
export function joinGroups<Group extends QuestionGroup<Asked>>(
  groups: readonly Group[],
  comparedOf: (group: Group) => ComparedQuestion,
): readonly QuestionGroup<Group['questions'][number]>[] {
  return joinSame(groups.map((group) => ({ item: group, compared: comparedOf(group) }))).map((joined) => ({
    text: joined[0]?.text ?? '',
    questions: joined.flatMap(({ questions }) => questions).toSorted((a, b) => b.askedAt - a.askedAt),
  }));
}

interface Member<Item> {
  readonly item: Item;
  readonly compared: ComparedQuestion;
}

/** In order, each to the first group of which every member is the same as it: a chain of likenesses makes no group. */
function joinSame<Item>(members: readonly Member<Item>[]): readonly (readonly Item[])[] {
  const groups: Member<Item>[][] = [];
  /** Places of the groups by each subject of theirs: only groups with a subject in common are compared. */
  const bySubject = new Map<string, Set<number>>();
  for (const member of members) {
    const subjects = [...member.compared.subjects.weights.keys()];
    const near = [...new Set(subjects.flatMap((subject) => [...(bySubject.get(subject) ?? [])]))].sort((a, b) => a - b);
    const places = subjects.length === 0 ? groups.keys() : near;
    const isOf = (place: number) => groups[place]?.every(({ compared }) => isSameQuestion(compared, member.compared));
    const place = [...places].find(isOf) ?? groups.length;
    groups[place] = [...(groups[place] ?? []), member];
    for (const subject of subjects) bySubject.set(subject, (bySubject.get(subject) ?? new Set()).add(place));
  }
  return groups.map((group) => group.map(({ item }) => item));
}
