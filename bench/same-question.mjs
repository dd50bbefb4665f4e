// How well src/answer/same-question.ts tells what is the same question in other words: over pairs of our own, and over questions about other
// teams' documents. `node bench/same-question.mjs`, after `node build.mjs`.
import { isSameQuestion, toCompared } from '../dist/answer/same-question.js';
import { documentNames, firstPost, inventedNames, inventedTeam, readLines, teamNames, teamNotes } from './sets.mjs';
import { encoderName, vectorsOf } from './vectors.mjs';

const readPairs = (name) => readLines(new URL(`lines/${name}.jsonl`, import.meta.url));

/** Questions of one document, each with each. */
function pairsOf({ questions }, isSame) {
  const covered = questions.filter(({ relevant }) => relevant.length > 0);
  return covered.flatMap((one, at) =>
    covered
      .slice(at + 1)
      .filter((other) => one.text !== other.text && isSame === one.relevant.some((key) => other.relevant.includes(key)))
      .map((other) => [one.text, other.text]),
  );
}

const same = readPairs('same-question');
const topics = same.flatMap((pair, at) =>
  same.slice(at + 1).flatMap((other) => pair.flatMap((x) => other.map((y) => [x, y]))),
);
const documents = [
  ...[...teamNames, ...documentNames].map(teamNotes),
  ...inventedNames.map(inventedTeam),
  firstPost('strangers'),
  firstPost('voices'),
];
const sets = {
  'ours, the same': same,
  'ours, different': readPairs('other-question'),
  'ours, of different topics': topics,
  'documents, of one entry': documents.flatMap((set) => pairsOf(set, true)),
  'documents, of different entries': documents.flatMap((set) => pairsOf(set, false)),
};
const vectors = await vectorsOf(Object.values(sets).flat(2));
const known = new Map();
const compared = (text, byMeaning) => {
  const key = `${byMeaning} ${text}`;
  const numbers = vectors.get(text);
  if (!known.has(key))
    known.set(key, toCompared(text, byMeaning && numbers ? { encoder: encoderName, numbers } : null));
  return known.get(key);
};
for (const [name, pairs] of Object.entries(sets)) {
  const count = (byMeaning) =>
    pairs.filter(([one, other]) => isSameQuestion(compared(one, byMeaning), compared(other, byMeaning))).length;
  process.stdout.write(
    `${name}: ${pairs.length} pairs, taken for one by words ${count(false)}, by words and meaning ${count(true)}\n`,
  );
}
