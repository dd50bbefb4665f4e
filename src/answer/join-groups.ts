// Groups of questions that mean the same in other words become one. Pure.
import type { Asked, QuestionGroup } from './group-questions.ts';

/** A group with the sentence vector of its text (null where no encoder was at hand) and the key of the entry that comes nearest. */
export interface GroupWithMeaning<Question extends Asked> extends QuestionGroup<Question> {
  readonly vector: Float32Array | null;
  readonly nearest: string | null;
}

/**
 * From the first cosine on two questions mean the same; from the second on where the same entry comes nearest to both. With the bundled
 * encoder "can I bring my dog?" and "are pets allowed?" have 0.62, "what about pay?" and "what's the salary range?" 0.375, "when does it
 * start?" and "when is the deadline?", which are apart, 0.52.
 */
const [sameFrom, sameBesideOneFrom] = [0.56, 0.37];

/** The first of each keeps its text; its questions are in order again, the newest first. */
export function joinGroups<Question extends Asked>(
  groups: readonly GroupWithMeaning<Question>[],
): readonly QuestionGroup<Question>[] {
  const joined: (Omit<GroupWithMeaning<Question>, 'questions'> & { readonly questions: Question[] })[] = [];
  for (const { text, questions, vector, nearest } of groups) {
    const same = joined.find((known) => {
      const isBesideOne = nearest !== null && known.nearest === nearest;
      return toCosine(known.vector, vector) >= (isBesideOne ? sameBesideOneFrom : sameFrom);
    });
    if (same === undefined) joined.push({ text, vector, nearest, questions: [...questions] });
    else same.questions.push(...questions);
  }
  return joined.map(({ text, questions }) => ({
    text,
    questions: questions.toSorted((a, b) => b.askedAt - a.askedAt),
  }));
}

function toCosine(one: Float32Array | null, other: Float32Array | null): number {
  if (one === null || other === null || one.length !== other.length) return 0;
  let [product, ownSquares, otherSquares] = [0, 0, 0];
  for (const [at, value] of one.entries()) {
    const facing = other[at] ?? 0;
    product += value * facing;
    ownSquares += value * value;
    otherSquares += facing * facing;
  }
  return product / (Math.sqrt(ownSquares * otherSquares) || 1);
}
