import type { TokenStates } from '../src/search/scoring/token-states.ts';

/** The states of each token at unit length, as whoever reads the format would unpack them; those that are nothing stay nothing. */
export function unpackTokens({ pieces, states }: TokenStates): readonly (readonly number[])[] {
  const size = states.length / pieces.length;
  return Array.from(pieces, (_, token) => {
    const row = [...states.subarray(token * size, (token + 1) * size)].flatMap((both) => [
      (both & 15) - 8,
      (both >> 4) - 8,
    ]);
    const length = Math.hypot(...row);
    return row.map((number) => (length === 0 ? 0 : number / length));
  });
}
