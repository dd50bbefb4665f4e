// Two headings that ask above one answer: each of them is asked by somebody, and both get it. Pure.
import { asks, endsAnswer, isSection, type Section } from './section.ts';

/** Letters from which on a word says what a question is about. */
const tellingLetters = 4;

function wordsOf({ opening }: Section): ReadonlySet<string> {
  const words = opening.question.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.filter((word) => word.length >= tellingLetters));
}

/** True where at least half of the telling words of one stand in the other: one that is not answered yet has words of its own. */
function areAlike(one: Section, other: Section): boolean {
  const [words, others] = [wordsOf(one), wordsOf(other)];
  const shared = [...words].filter((word) => others.has(word)).length;
  return shared > 0 && shared * 2 >= Math.min(words.size, others.size);
}

function isAsked({ opening }: Section): boolean {
  return opening.style === 'heading' && asks(opening);
}

/** All below a heading but the questions in it. */
function answerOf({ body }: Section): Section['body'] {
  return body.filter((part) => !isSection(part) || !(endsAnswer(part) || asks(part.opening)));
}

/** The section whose answer is that of an asking heading without one: the only one below it, or the one beside it in like words. */
function findLender(section: Section, next: Section | undefined): Section | null {
  if (!isAsked(section) || section.body.some((part) => !isSection(part))) return null;
  const [only, ...others] = section.body.filter(isSection);
  if (only !== undefined) return others.length === 0 && section.opening.level > 1 && isAsked(only) ? only : null;
  const isBeside = next !== undefined && next.opening.level === section.opening.level && isAsked(next);
  return isBeside && areAlike(section, next) ? next : null;
}

/** Sections, those among them that have no answer with the one of the question that they put in other words. */
export function lendAnswers(sections: readonly Section[]): readonly Section[] {
  return sections.map((section, at) => {
    const inside = lendAnswers(section.body.filter(isSection)).values();
    const body = section.body.map((part) => (isSection(part) ? (inside.next().value ?? part) : part));
    const lender = findLender(section, sections[at + 1]);
    return { ...section, body: lender === null ? body : [...answerOf(lender), ...body] };
  });
}
