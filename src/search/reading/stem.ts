// Brings the forms of an English word together: "mentoring", "mentors" and "mentored" share a stem. Pure.

const vowel = /[aeiouy]/;

function withoutPlural(word: string): string {
  if (word.endsWith('sses')) return word.slice(0, -2);
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  return /[^siu]s$/.test(word) ? word.slice(0, -1) : word;
}

/** What is left of a verb after `ed` or `ing`: "planned" and "planning" become "plan", "hoping" becomes "hop", as "hope" does below. */
function withoutTense(word: string): string {
  const root = word.replace(/(?:ed|ing)$/, '');
  if (root === word || root.length < 3 || !vowel.test(root)) return word;
  return /([^aeiouylsz])\1$/.test(root) ? root.slice(0, -1) : root;
}

const endings: readonly (readonly [RegExp, string])[] = [
  [/(?:ization|isation)$/, 'iz'],
  [/ational$/, 'at'],
  [/(?<=.{3})(?:fulness|ousness|iveness)$/, ''],
  [/(?<=.{4})(?:ation|ator|ate)$/, 'at'],
  [/(?<=.{3})(?:ments?|ness|ful|ly)$/, ''],
  [/(?:ize|ise)$/, 'iz'],
];

/** The stem of a lower-case word of letters. Words of three letters or fewer, and words with digits, stay as they are. */
export function toStem(word: string): string {
  if (word.length <= 3 || /\d/.test(word)) return word;
  let stem = withoutTense(withoutPlural(word));
  for (const [ending, left] of endings) stem = stem.replace(ending, left);
  if (stem.length > 3 && stem.endsWith('e')) stem = stem.slice(0, -1);
  return stem.length > 3 && stem.endsWith('y') ? `${stem.slice(0, -1)}i` : stem;
}
