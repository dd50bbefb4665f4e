// Ids given by hand, brought to the headings and questions they stand for. Pure.
import type { AnchorPiece, Opening, Piece } from './piece.ts';

/** Leaves each id only where it stands first: an unclosed `<a id>` is repeated by the HTML parser. */
function dropRepeated(pieces: readonly Piece[]): readonly Piece[] {
  const seen = new Set<string>();
  const isNew = (id: string): boolean => !seen.has(id) && seen.add(id).has(id);
  return pieces.flatMap((piece): readonly Piece[] => {
    if (piece.kind === 'opening') return [{ ...piece, ids: piece.ids.filter(isNew) }];
    return piece.kind === 'anchor' && !isNew(piece.id) ? [] : [piece];
  });
}

function isRightBelow(anchor: AnchorPiece, opening: Opening | undefined): boolean {
  return anchor.isAttributeList && opening !== undefined && anchor.line === opening.endLine + 1;
}

/**
 * Gives each opening its ids, the one that wins first: in the heading, in the attribute list right below it, before it
 * (of several the nearest). Ids that stand for no opening stay where they are.
 */
export function claimIds(source: readonly Piece[]): readonly Piece[] {
  const pieces: Piece[] = [];
  let waiting: AnchorPiece[] = [];
  for (const piece of dropRepeated(source)) {
    const last = pieces.at(-1);
    const above = last?.kind === 'opening' && waiting.length === 0 ? last : undefined;
    if (piece.kind === 'anchor' && above !== undefined && isRightBelow(piece, above)) {
      pieces[pieces.length - 1] = { ...above, ids: [piece.id, ...above.ids] };
    } else if (piece.kind === 'anchor') waiting.push(piece);
    else if (piece.kind === 'opening') {
      const ids = [...piece.ids, ...waiting.map(({ id }) => id).toReversed()];
      pieces.push({ ...piece, ids });
      waiting = [];
    } else {
      if (piece.kind === 'block') pieces.push(...waiting.splice(0));
      pieces.push(piece);
    }
  }
  return [...pieces, ...waiting];
}
