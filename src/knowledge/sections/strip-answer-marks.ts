// The marks before an answer, which its reader does not need: `A:`. Pure.
import type { ElementContent } from 'hast';
import { isElement, toText } from './phrasing.ts';
import type { Opening, Piece } from './piece.ts';
import { stripAnswerMark, stripQuestionMark } from './read-question.ts';

/** A picture of an A, or one called so. */
function isAnswerIcon(node: ElementContent): boolean {
  return (
    isElement(node, 'img') &&
    /^(?:a|answer|antwort|respuesta|resposta|réponse|回答)(?: icon)?$/i.test(toText([node]).trim())
  );
}

/** Takes the `A:` from the first paragraph below a question. */
export function stripAnswerMarks(pieces: readonly Piece[]): readonly Piece[] {
  let asked: Opening | null = null;
  return pieces.flatMap((piece): readonly Piece[] => {
    const isBlank = piece.kind === 'block' && isElement(piece.node, 'p') && toText([piece.node]).trim() === '';
    if (piece.kind === 'anchor' || isBlank) return [piece];
    const question: Opening | null = asked;
    asked = piece.kind === 'opening' ? piece : null;
    if (piece.kind !== 'block' || question === null || !isElement(piece.node, 'p')) return [piece];
    const canBeLetter = question.style === 'qa' || stripQuestionMark(question.text) !== question.text;
    const children = [
      ...stripAnswerMark(
        piece.node.children.filter((node) => !isAnswerIcon(node)),
        canBeLetter,
      ),
    ];
    return children.length === 0 ? [] : [{ kind: 'block', node: { ...piece.node, children } }];
  });
}
