// What the search measures for every question of a set, kept small enough to fit on.
import { readEnglishWords } from '../dist/index/english-words.js';
import { toNotesShares, toSignalSources } from '../dist/search/build-index.js';
import { correctWords } from '../dist/search/reading/spelling.js';
import { toVocabulary } from '../dist/search/reading/vocabulary.js';
import { toWords } from '../dist/search/reading/words.js';
import { toUnit } from '../dist/search/scoring/meaning.js';
import { measure } from '../dist/search/scoring/signals.js';

const english = await readEnglishWords();

/** Of each question's entries so many of the likeliest are kept, and the right ones. */
const kept = 15;

function crude(row) {
  const [bm25, coverage, , pieces, , , stems, , trained, nearest, , centre, passage, summary] = row;
  return bm25 + coverage + pieces + stems + 2 * trained + 1.5 * nearest + centre + passage + summary;
}

function keep(rows, right) {
  const places = rows.map((_, place) => place).sort((a, b) => crude(rows[b]) - crude(rows[a]) || a - b);
  return [...new Set([...places.slice(0, kept), ...right])];
}

/** Measures all questions of a set. `vectors`: by text, or null for words alone. */
export function measureSet(set, chatter, vectors) {
  const { entries, notCovered, questions } = set;
  const signals = toSignalSources({ entries, notCovered, chatter, vectors, maxFalseReplies: 0.05 });
  const vocabulary = toVocabulary(
    signals.texts.filter(({ entry }) => entry >= 0).map(({ words }) => words),
    english,
  );
  const places = new Map(entries.map(({ key }, place) => [key, place]));
  return {
    signals,
    shares: toNotesShares(set),
    questions: questions.map(({ text, relevant, kind }) => {
      const { words } = correctWords(vocabulary, toWords(text), { everyday: new Set(), english });
      const vector = vectors?.get(text) ?? null;
      const { rows, question } = measure(signals, words, vector && toUnit(vector), null);
      const right = relevant.map((key) => places.get(key));
      const chosen = keep(rows, right);
      return {
        kind,
        question,
        rows: chosen.map((place) => rows[place]),
        right: right.map((place) => chosen.indexOf(place)),
      };
    }),
  };
}
