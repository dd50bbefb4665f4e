// Which sections of a note are entries: those that ask, and in a note of questions its topics. Pure.
import { callsForMore } from './calls-for-more.ts';
import type { NoteQuestions, Placed } from './collect-questions.ts';
import {
  callsOn,
  isFraming,
  isIdleQuestion,
  isNamedByItself,
  isNamedSo,
  isNameOfQuestions,
  isNearBorder,
  isQuestionNote,
  isUsualHeading,
  leadsOn,
  type NoteSigns,
  namesQuestions,
  toShares,
} from './is-question-note.ts';
import { readsAsQuestion } from './read-question.ts';
import type { Section } from './section.ts';

/** How many of the questions make a note one of questions: each wording once, calls to the reader not at all. */
function countTelling(placed: readonly Placed[]): number {
  const questions = placed.map(({ section }) => section.opening.question).filter(readsAsQuestion);
  return new Set(questions.filter((question) => !isIdleQuestion(question)).map((question) => question.toLowerCase()))
    .size;
}

/** Where half of the headings ask all are entries; where fewer do, those that stand among questions. */
function isAmongQuestions({ beside }: Placed, placed: readonly Placed[], signs: NoteSigns): boolean {
  if (signs.asking * 2 >= placed.length) return true;
  const group = placed.filter((each) => each.beside === beside);
  return countTelling(group) >= toShares(signs).becomes * group.length;
}

/** The name of the questions that follow, above nothing but their introduction: "FAQs". */
function isName({ opening }: Section): boolean {
  return isNameOfQuestions(opening.question) || (opening.level === 1 && namesQuestions(opening.question));
}

/** What was taken, and what the note is. */
export interface TakenEntries extends Pick<NoteQuestions, 'isQuestionNote' | 'isNearBorder'> {
  readonly entries: readonly Placed[];
}

/** `whole`: the one section that stands for the whole note, or null. */
export function takeEntries(
  placed: readonly Placed[],
  whole: Section | null,
  frame: Omit<NoteSigns, 'headings' | 'asking'>,
): TakenEntries {
  const counted = placed.filter(({ section }) => section !== whole);
  const signs = { ...frame, headings: counted.length, asking: countTelling(counted) };
  const isOne = isQuestionNote(signs);
  const isTopic = (each: Placed): boolean =>
    !isName(each.section) &&
    !isFraming(each.section.opening.question) &&
    (isNamedByItself(signs) ||
      (!isUsualHeading(each.section.opening.question) && (isNamedSo(signs) || isAmongQuestions(each, counted, signs))));
  const entries = placed.filter(
    (each) =>
      each.section === whole ||
      each.section.opening.style === 'qa' ||
      (![each.section, each.parent].some((section) => section !== null && callsForMore(section.opening.question)) &&
        (isNamedByItself(signs) || !leadsOn(each.section.opening.question)) &&
        (isOne || !callsOn(each.section.opening.question)) &&
        (readsAsQuestion(each.section.opening.question) || (isOne && isTopic(each)))),
  );
  return { entries, isQuestionNote: isOne, isNearBorder: isNearBorder(signs) };
}
