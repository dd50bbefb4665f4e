// A title as a part of an address, as Pelican writes it. Pure.

/** Letters that have no accent to take off. */
const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

/**
 * The slug of a text: accents taken off, letters, digits, `_` and `-` kept, white space and hyphens in a row made one `-`.
 * Null where it holds letters that Pelican writes in Latin ones by a table of all scripts, which is not here.
 * Rule: `slugify` in https://github.com/getpelican/pelican/blob/main/pelican/utils.py
 */
export function toPelicanSlug(text: string): string | null {
  const plain = text
    .replace(/<[^>]*>/g, '')
    .toLowerCase()
    .replace(/./gu, (letter) => letters[letter] ?? letter)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '');
  if (/[^\P{L}a-z]/u.test(plain)) return null;
  return plain
    .replace(/[^\w\s-]/g, '')
    .trim()
    .replace(/[-\s]+/g, '-');
}
