// What the search measures for every question of a set, kept small enough to fit on.
import { readEnglishWords } from '../dist/index/english-words.js';
import { readSources, sharesOf } from '../dist/search/build-index.js';
import { correctWords } from '../dist/search/reading/spelling.js';
import { toVocabulary } from '../dist/search/reading/vocabulary.js';
import { toWords } from '../dist/search/reading/words.js';
import { toUnit } from '../dist/search/scoring/meaning.js';
import { measure } from '../dist/search/scoring/signals.js';

const english = await readEnglishWords();

/** Of each question's candidates so many of the likeliest are kept, and the right ones. */
const kept = 15;

function keep(rows, right) {
  const crude = rows.map((row) => row.reduce((sum, value) => sum + Math.max(0, value), 0));
  const places = rows.map((_, place) => place).sort((a, b) => crude[b] - crude[a] || a - b);
  return [...new Set([...places.slice(0, kept), ...right])];
}

/** Measures all questions of a set. `vectors`: by text, or null for words alone. */
export function measureSet(set, chatter, vectors) {
  const { entries, notCovered, questions } = set;
  const vectorOf = vectors && ((text) => vectors.get(text) ?? null);
  const { signals } = readSources({ entries, notCovered, chatter, vectorOf });
  const vocabulary = toVocabulary(signals.table, english);
  const places = new Map(entries.map(({ key }, place) => [key, place]));
  return {
    shares: sharesOf(set),
    questions: questions.map(({ text, relevant, kind }) => {
      const { words } = correctWords(vocabulary, toWords(text), { everyday: new Set(), english });
      const vector = vectors?.get(text) ?? null;
      const included = relevant.map((key) => places.get(key));
      const { rows, question, candidates } = measure(signals, { words, vector: vector && toUnit(vector), included });
      const right = included.map((place) => candidates.indexOf(place));
      const chosen = keep(rows, right);
      return {
        kind,
        question,
        isCovered: relevant.length > 0,
        rows: chosen.map((place) => rows[place]),
        right: right.map((place) => chosen.indexOf(place)),
      };
    }),
  };
}
