// What the search is measured against in the same run: Fuse.js in both modes, MiniSearch, BM25F. Each gets question, phrasings and answer.
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import { readSources } from '../dist/search/build-index.js';
import { toWords } from '../dist/search/reading/words.js';
import { scoreStems } from '../dist/search/scoring/bm25f.js';

function documents(entries) {
  return entries.map(({ key, question, phrasings, answer }, id) => ({ id, key, question, phrasings, answer }));
}

function toFuse(options) {
  return (entries) => {
    const fuse = new Fuse(documents(entries), {
      ...options,
      includeScore: true,
      ignoreLocation: true,
      keys: [
        { name: 'question', weight: 2 },
        { name: 'phrasings', weight: 2 },
        { name: 'answer', weight: 1 },
      ],
    });
    return (text) =>
      fuse.search(text, { limit: 10 }).map(({ item, score }) => ({ key: item.key, confidence: 1 - score }));
  };
}

function toMiniSearch(entries) {
  const index = new MiniSearch({
    fields: ['question', 'phrasings', 'answer'],
    storeFields: ['key'],
    extractField: (document, field) =>
      Array.isArray(document[field]) ? document[field].join('\n') : String(document[field] ?? ''),
    searchOptions: { boost: { question: 2, phrasings: 2 }, fuzzy: 0.2, prefix: true },
  });
  index.addAll(documents(entries));
  return (text) =>
    index
      .search(text)
      .slice(0, 10)
      .map(({ key, score }) => ({ key, confidence: score }));
}

function toBm25(entries) {
  const { signals } = readSources({ entries, notCovered: [], chatter: [], vectorOf: null });
  const { table, stems } = signals;
  return (text) => {
    const asked = new Set(toWords(text).map(({ stem }) => stem));
    const question = Array.from(asked, (stem) => ({ number: table.lexicon.findStem(stem), weight: 1 }));
    const { bm25, mass } = scoreStems(stems, table, question, null);
    const places = [...bm25.keys()].sort((a, b) => bm25[b] - bm25[a] || a - b);
    return places.slice(0, 10).map((place) => ({ key: entries[place].key, confidence: bm25[place] * mass }));
  };
}

export const opponents = {
  'Fuse.js': toFuse({}),
  'Fuse.js, tokens': toFuse({ useTokenSearch: true }),
  MiniSearch: toMiniSearch,
  BM25F: toBm25,
};
