// What bench/tune-encoder.py learns from, as JSON: for each of our own documents its entries as the search encodes them, and questions about it.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readEntry, toEncoded, toSummary } from '../dist/search/indexed-entry.js';
import { Lexicon } from '../dist/search/lexicon.js';
import { readLines } from './sets.mjs';

const folder = join(dirname(fileURLToPath(import.meta.url)), 'lines', 'tuning-programmes');

/** A section as it stands, whatever the parser of notes would make of it: what is learned must not hang on that. */
function toEntry(section, lexicon) {
  const [, question, key, answer] = /^(.*?)\s*\{#([^}]+)\}\s*\n(.*)$/s.exec(section);
  const entry = readEntry({ question, answer: answer.trim(), phrasings: [] }, lexicon, 'en');
  return { key, texts: [...toEncoded(entry), toSummary(entry)] };
}

const documents = readdirSync(folder)
  .sort()
  .map((name) => {
    const [, ...sections] = readFileSync(join(folder, name, 'note.md'), 'utf8').split(/^## /m);
    const lexicon = new Lexicon();
    return {
      name,
      entries: sections.map((section) => toEntry(section, lexicon)),
      questions: readLines(join(folder, name, 'questions.jsonl')),
    };
  });
process.stdout.write(JSON.stringify(documents));
