// Which forms of questions without a heading a note has, by all that it might ask. Pure.
import { isNameOfQuestions } from './is-question-note.ts';
import type { Doubt, Opening, Piece } from './piece.ts';
import type { Forms } from './read-paragraph.ts';
import { isAsking } from './read-question.ts';

/** So many questions stand in lists before one of them may be a list by itself. */
const fewLone = 5;

/** True where all openings in doubt of this kind stand below a heading that names questions: "FAQ". */
function areNamed(openings: readonly Opening[], doubt: Doubt): boolean {
  const found = openings.flatMap((opening, at) => (opening.doubt === doubt ? [at] : []));
  return (
    found.length > 0 &&
    found.every((at) => {
      const above = openings.slice(0, at).findLast(({ style }) => style === 'heading');
      return above !== undefined && isNameOfQuestions(above.question);
    })
  );
}

/** A note that asks in headings writes no questions in quotations and lists, unless most of them stand there or a heading says that they do. */
export function toAllowedForms(pieces: readonly Piece[]): Omit<Forms, 'canLead'> {
  const openings = pieces.filter((piece) => piece.kind === 'opening');
  const loose = openings.filter(({ doubt }) => doubt === 'loose').length;
  const lone = openings.filter(({ doubt }) => doubt === 'lone').length;
  const statements = openings.filter(({ doubt }) => doubt === 'statement').length;
  const sure = openings.filter((opening) => opening.doubt === undefined && isAsking(opening.question));
  const bold = sure.filter(({ style }) => style === 'bold').length;
  return {
    loose:
      areNamed(openings, 'loose') || (loose > 0 && (sure.length === 0 || (loose >= 5 && loose >= 4 * sure.length))),
    lone: areNamed(openings, 'lone') || (loose + lone >= fewLone && loose + lone >= 4 * sure.length),
    statements: statements > 0 && bold >= 2 && bold >= statements,
  };
}
