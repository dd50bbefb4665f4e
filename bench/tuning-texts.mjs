// What bench/tune-encoder.py learns from, as JSON: for each of our own documents its entries as the search encodes them, and questions about it; and
// lines of a public chat.
import { readEntry, toEncoded, toSummary } from '../dist/search/indexed-entry.js';
import { Lexicon } from '../dist/search/lexicon.js';
import { chatLines, tuningDocuments } from './sets.mjs';

/** A section as it stands, whatever the parser of notes would make of it: what is learned must not hang on that. */
function toEntry(section, lexicon) {
  const [, question, key, answer] = /^(.*?)\s*\{#([^}]+)\}\s*\n(.*)$/s.exec(section);
  const entry = readEntry({ question, answer: answer.trim(), phrasings: [] }, lexicon, 'en');
  return { key, texts: [...toEncoded(entry), toSummary(entry)] };
}

const documents = tuningDocuments().map(({ name, note, questions }) => {
  const [, ...sections] = note.split(/^## /m);
  const lexicon = new Lexicon();
  return { name, entries: sections.map((section) => toEntry(section, lexicon)), questions };
});
process.stdout.write(JSON.stringify({ documents, chat: chatLines(4000).map(({ text }) => text) }));
