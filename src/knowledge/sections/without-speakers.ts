// Tells what an interviewer asks from what a reader may ask. Pure.
import type { Piece } from './piece.ts';

/** Who speaks, where a bold line is what somebody said in an interview: `FSM: Could you tell us more?` */
function speakerOf(text: string): string | null {
  return /^(?:\p{Lu}[\p{L}.'-]*)(?: \p{Lu}[\p{L}.'-]*){0,2}(?: \([^)]{1,20}\))?(?=:\s)/u.exec(text)?.[0] ?? null;
}

/** Names before at least three bold questions: what an interviewer asks is no question of a reader. */
function findSpeakers(pieces: readonly Piece[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const piece of pieces) {
    const speaker = piece.kind === 'opening' && piece.style === 'bold' ? speakerOf(piece.text) : null;
    if (speaker !== null) counts.set(speaker, (counts.get(speaker) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count >= 3).map(([speaker]) => speaker));
}

/** What speakers say stands as bold text again. */
export function withoutSpeakers(pieces: readonly Piece[]): readonly Piece[] {
  const speakers = findSpeakers(pieces);
  if (speakers.size === 0) return pieces;
  return pieces.map((piece): Piece => {
    if (piece.kind !== 'opening' || piece.style !== 'bold' || !speakers.has(speakerOf(piece.text) ?? '')) return piece;
    return { kind: 'block', node: { type: 'element', tagName: 'p', properties: {}, children: [...piece.content] } };
  });
}
