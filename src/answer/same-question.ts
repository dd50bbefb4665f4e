// Whether two people asked the same in other words: the one rule for what is unanswered, office hours, the digest and rehearsals. Pure.
import type { SentenceVector } from './asks.ts';
import { type Subjects, toOverlap, toSubjects } from './reading/subjects.ts';

/** A question as it is compared. */
export interface ComparedQuestion {
  readonly subjects: Subjects;
  readonly vector: AskedVector | null;
}

/** A sentence vector, of whatever kind of numbers. */
export interface AskedVector {
  readonly encoder: string;
  readonly numbers: ArrayLike<number>;
}

export function toCompared(text: string, vector: AskedVector | SentenceVector | null = null): ComparedQuestion {
  return { subjects: toSubjects(text), vector };
}

/*
 * Two ways to be the same, both only where they want to know the same ("when", "how many"): most of their weight in common subjects, or a near
 * meaning with some of it. Measured by bench/same-question.mjs: of 59,754 pairs that ask different things (50 of ours that differ in a word or
 * two, questions about seventeen documents) 10 are taken for one, of 46 of ours that ask the same 9 are found. A wrong merge hides somebody's
 * question, a missed one costs the team a click. By meaning alone there is no such rule: with the bundled encoder 18 of those 50 have a cosine
 * of 0.5 ("can I start later?", "can I apply later?": 0.72), but 21 of the 46 ("what about pay?", "what's the salary range?": 0.41).
 * Which entries come nearest tells them no better.
 */
const [sameSubjectsFrom, nearMeaningFrom, someSubjectsFrom] = [0.55, 0.74, 0.2];

export function isSameQuestion(one: ComparedQuestion, other: ComparedQuestion): boolean {
  if (one.subjects.wanted !== other.subjects.wanted) return false;
  const shared = toOverlap(one.subjects, other.subjects);
  if (shared >= sameSubjectsFrom) return true;
  return shared >= someSubjectsFrom && (toCosine(one.vector, other.vector) ?? 0) >= nearMeaningFrom;
}

/** Null where they cannot be compared. */
function toCosine(one: AskedVector | null, other: AskedVector | null): number | null {
  if (one === null || other === null || one.encoder !== other.encoder) return null;
  let [product, ownSquares, otherSquares] = [0, 0, 0];
  for (let at = 0; at < one.numbers.length; at += 1) {
    const [value, facing] = [one.numbers[at] ?? 0, other.numbers[at] ?? 0];
    product += value * facing;
    ownSquares += value * value;
    otherSquares += facing * facing;
  }
  return product / (Math.sqrt(ownSquares * otherSquares) || 1);
}
