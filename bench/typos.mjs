// Typing errors, the same ones in every run: a letter left out, doubled, changed for a neighbour on the keyboard, or two swapped.

const rows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

/** Mulberry32 (Tommy Ettinger, public domain): small, seeded, the same everywhere. */
function toRandom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
}

function neighbour(letter, random) {
  const row = rows.find((keys) => keys.includes(letter));
  if (row === undefined) return letter;
  const near = [row[row.indexOf(letter) - 1], row[row.indexOf(letter) + 1]].filter((key) => key !== undefined);
  return near[Math.floor(random() * near.length)];
}

function misspell(word, random) {
  const at = 1 + Math.floor(random() * (word.length - 2));
  const [before, letter, after] = [word.slice(0, at), word[at], word.slice(at + 1)];
  const kind = Math.floor(random() * 4);
  if (kind === 0) return before + after;
  if (kind === 1) return before + letter + letter + after;
  if (kind === 2) return before + neighbour(letter.toLowerCase(), random) + after;
  return before + after[0] + letter + after.slice(1);
}

/** The questions with one or two typing errors each, in words of four letters or more. */
export function withTypos(set, seed = 7) {
  const random = toRandom(seed);
  const questions = set.questions.map((question) => {
    const words = question.text.split(/(\s+)/);
    const long = words.flatMap((word, at) => (/^[a-z']{4,}/i.test(word) ? [at] : []));
    const errors = Math.min(long.length, 1 + Math.floor(random() * 2));
    for (let error = 0; error < errors; error += 1) {
      const [at] = long.splice(Math.floor(random() * long.length), 1);
      words[at] = misspell(words[at], random);
    }
    return { ...question, text: words.join('') };
  });
  return { ...set, name: `${set.name}, typos`, questions };
}
