// Guesses the English word that a slip of the hand misspelt. Pure.

/** Letters that are struck for one another: neighbours on the keyboard, and vowels that sound alike. */
const struckFor = new Map(
  ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'].flatMap((row) =>
    [...row].map((letter, at) => [letter, `${row[at - 1] ?? ''}${row[at + 1] ?? ''}`] as const),
  ),
);
const vowels = 'aeiou';

/** What one slip of the hand makes of a word, or undoes: its first letter is right. */
function* oneSlipAway(word: string): Generator<string> {
  for (let at = 1; at <= word.length; at += 1) {
    const [before, letter, after] = [word.slice(0, at), word[at] ?? '', word.slice(at + 1)];
    for (const missing of 'abcdefghijklmnopqrstuvwxyz') yield before + missing + word.slice(at);
    if (letter === '') return;
    yield before + after;
    if (after !== '') yield before + after[0] + letter + after.slice(1);
    const others = (struckFor.get(letter) ?? '') + (vowels.includes(letter) ? vowels : '');
    for (const other of others) yield before + other + after;
  }
}

/**
 * Beyond this rank an English word is too rare to be guessed from one of so many letters: "wht" is "what", but "ramen" is not "raven";
 * long words are seldom one slip away from another word.
 */
function rarestFor(letters: number): number {
  if (letters <= 3) return 2_600;
  return letters <= 6 ? 8_000 : Number.POSITIVE_INFINITY;
}

/** The commonest English word that a misspelt one may stand for, or null. `english`: words by rank, the commonest first. */
export function findEnglish(english: ReadonlyMap<string, number>, typed: string): string | null {
  let [best, bestRank] = [null as string | null, rarestFor(typed.length)];
  for (const candidate of oneSlipAway(typed)) {
    const rank = english.get(candidate);
    if (rank !== undefined && rank < bestRank) [best, bestRank] = [candidate, rank];
  }
  return best;
}
