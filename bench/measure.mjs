// What the search measures for every question of a set, kept small enough to fit on.
import { readEnglishWords } from '../dist/index/english-words.js';
import { readSources, sharesOf } from '../dist/search/build-index.js';
import { correctWords } from '../dist/search/reading/spelling.js';
import { toVocabulary } from '../dist/search/reading/vocabulary.js';
import { toWords } from '../dist/search/reading/words.js';
import { readClosely } from '../dist/search/scoring/close-reading.js';
import { toWeights } from '../dist/search/scoring/fuse-signals.js';
import { readTokens } from '../dist/search/scoring/late-interaction.js';
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

/** Reads a candidate closely, once: only the best is looked at, and which that is depends on the weights. */
function toCloseReader(signals, entries, question) {
  const known = new Map();
  return (place) => {
    if (!known.has(place)) known.set(place, readClosely(signals, entries[place], question));
    return known.get(place);
  };
}

/**
 * Measures all questions of a set. `vectors`: by text, or null for words alone. `deep`: what texts are encoded as with their tokens, by text, and
 * the model by which entries are chosen that are read token by token; null where none are.
 */
export function measureSet(set, chatter, vectors, deep = null) {
  const { entries, notCovered, questions } = set;
  const vectorOf = vectors && ((text) => vectors.get(text) ?? null);
  const tokensOf = deep && ((text) => deep.encoded.get(text)?.tokens ?? null);
  const { signals } = readSources({ entries, notCovered, chatter, vectorOf, tokensOf });
  const shares = sharesOf(set);
  const weights = deep && toWeights(deep.model, shares);
  const vocabulary = toVocabulary(signals.table, english);
  const places = new Map(entries.map(({ key }, place) => [key, place]));
  return {
    shares,
    questions: questions.map(({ text, relevant, kind }) => {
      const { words } = correctWords(vocabulary, toWords(text), { everyday: new Set(), english });
      const vector = vectors?.get(text) ?? null;
      const included = relevant.map((key) => places.get(key));
      const unit = vector && toUnit(vector);
      const measured = measure(signals, { words, vector: unit, included });
      const tokens = deep?.encoded.get(text)?.tokens;
      const { rows, question, candidates } = tokens
        ? readTokens(signals, measured, { vector: unit, tokens }, { weights, included })
        : measured;
      const right = included.map((place) => candidates.indexOf(place));
      const chosen = keep(rows, right);
      return {
        kind,
        question,
        isCovered: relevant.length > 0,
        rows: chosen.map((place) => rows[place]),
        right: right.map((place) => chosen.indexOf(place)),
        closeAt: tokens
          ? toCloseReader(
              signals,
              chosen.map((place) => candidates[place]),
              { vector: unit, tokens },
            )
          : null,
      };
    }),
  };
}
