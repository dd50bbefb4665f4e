// What the search is measured against in the same run: Fuse.js in both modes, MiniSearch, BM25F. Each gets question, phrasings and answer.
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import { toPassages } from '../dist/search/reading/passages.js';
import { toWords } from '../dist/search/reading/words.js';
import { buildStemIndex, scoreStems } from '../dist/search/scoring/bm25f.js';

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
  const stems = (texts) => texts.flatMap((text) => toWords(text).map(({ stem }) => stem));
  const index = buildStemIndex(
    entries.map(({ question, phrasings, answer }) => ({
      wordings: stems([question, ...phrasings]),
      passages: stems(toPassages(answer)),
    })),
  );
  return (text) => {
    const { bm25, mass } = scoreStems(index, stems([text]), null, () => 1);
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
