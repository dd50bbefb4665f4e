// What a slip of the hand or of the ear makes of English words. Pure.

/** Letters next to one another are struck for one another. */
const keyboard = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
/** Letters that are written for one another because they sound alike. */
const alike = ['aeiouy', 'csz', 'ckq', 'dt', 'bp', 'mn', 'gj', 'fv'];

const takenFor = new Map(
  keyboard.flatMap((row) =>
    [...row].map((letter, at) => {
      const sounding = alike.filter((letters) => letters.includes(letter)).join('');
      return [letter, new Set(`${row[at - 1] ?? ''}${row[at + 1] ?? ''}${sounding}`)] as const;
    }),
  ),
);

/** English words up to these ranks are very common, and common. */
const veryCommonUpTo = 2_600;
export const commonUpTo = 8_000;

/** What one slip of the hand makes of a word, or undoes: its first letter is right. */
export function* oneSlipAway(word: string): Generator<string> {
  for (let at = 1; at <= word.length; at += 1) {
    const [before, letter, after] = [word.slice(0, at), word[at] ?? '', word.slice(at + 1)];
    for (const missing of 'abcdefghijklmnopqrstuvwxyz') yield before + missing + word.slice(at);
    if (letter === '') return;
    yield before + after;
    if (after !== '') yield before + after[0] + letter + after.slice(1);
    for (const other of takenFor.get(letter) ?? []) yield before + other + after;
  }
}

/** Whether one slip of the hand, or of the ear, makes `typed` of `meant`: a letter too few, too many, changed for a likely one, or two swapped. */
export function isSlip(typed: string, meant: string): boolean {
  if (typed[0] !== meant[0] || Math.abs(typed.length - meant.length) > 1) return false;
  for (const candidate of oneSlipAway(typed)) if (candidate === meant) return true;
  return false;
}

const ending = /(?:e?s|e?d|ing|ly|e?r|e?n|y)$/;
const beginning = /^(?:un|re|de|dis|non)(?=.{4})/;

/** Whether it is an English word or a form of one: "snowing" is, where "snow" is, and "bake", where "baked" is. */
export function isEnglish(english: ReadonlyMap<string, number>, word: string): boolean {
  if (['', 's', 'd', 'ed', 'ing'].some((added) => english.has(word + added))) return true;
  const root = word.replace(ending, '').replace(beginning, '');
  return root.length >= 4 && (english.has(root) || english.has(`${root}e`));
}

/**
 * Beyond this rank an English word is too rare to be guessed from one of so many letters: "wht" is "what", but "ramen" is not "raven";
 * long words are seldom one slip away from another word.
 */
function rarestFor(letters: number): number {
  if (letters <= 3) return veryCommonUpTo;
  return letters <= 5 ? commonUpTo : Number.POSITIVE_INFINITY;
}

/** Whether a word of three letters is a very common one with two letters swapped: "teh" is "the". */
export function isSwapped(english: ReadonlyMap<string, number>, word: string): boolean {
  const [first, second = '', third = ''] = word;
  return word.length === 3 && (english.get(`${first}${third}${second}`) ?? Number.POSITIVE_INFINITY) < veryCommonUpTo;
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
