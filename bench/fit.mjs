// `npm run fit`: fits what stands in src/search/fusion.model.json. The same to six digits on every Node: no chance, fixed order.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fitSets } from './fit-sets.mjs';
import { chatter, firstPost, publicSet, teamNames, teamNotes } from './sets.mjs';
import { encodedOf, vectorsOf } from './vectors.mjs';
import { toWordTable } from './word-table.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const places = ['src', 'dist'].map((folder) => join(root, folder, 'search', 'fusion.model.json'));

function save(model) {
  for (const place of places) writeFileSync(place, `${JSON.stringify(model)}\n`);
}

function say(text) {
  process.stderr.write(`${text}\n`);
}

/** Word weights first: everything else is measured with them in place, so they must be written before the search is loaded. */
async function fitWords(model) {
  const { toWords } = await import('../dist/search/reading/words.js');
  const texts = ({ questions }) => questions.map(({ text }) => text);
  const sets = [
    ...['dev_clinc_k4', 'dev_banking_k4', 'dev_hwu_k4'].map((name) => publicSet(name)),
    firstPost('dev'),
    ...teamNames.map(teamNotes),
  ];
  return { ...model, words: toWordTable(sets.map(texts), toWords) };
}

export async function fit() {
  let model = await fitWords(JSON.parse(readFileSync(places[0], 'utf8')));
  save(model);
  const { readSources, textsOfTokens, textsToEncode } = await import('../dist/search/build-index.js');
  const { measureSet } = await import('./measure.mjs');
  const { fitReading } = await import('./fit-reading.mjs');
  const sets = fitSets();
  const texts = sets.flatMap(({ entries, notCovered, questions }) => [
    ...textsToEncode(readSources({ entries, notCovered, chatter, vectorOf: null })),
    ...questions.map(({ text }) => text),
  ]);
  const vectors = await vectorsOf(texts, say);
  const tokenTexts = sets.flatMap(({ entries, notCovered, questions }) => [
    ...textsOfTokens(readSources({ entries, notCovered, chatter, vectorOf: null })),
    ...questions.map(({ text }) => text),
  ]);
  const encoded = await encodedOf(tokenTexts, say);
  for (const reading of ['words', 'words-and-meaning', 'words-meaning-and-tokens']) {
    say(`${reading}: measuring ${sets.length} sets`);
    const isDeep = reading === 'words-meaning-and-tokens';
    const deep = isDeep ? { encoded, model: model.readings['words-and-meaning'] } : null;
    const measured = sets.map(({ entries, ...set }) => ({
      ...set,
      ...measureSet({ ...set, entries }, chatter, reading === 'words' ? null : vectors, deep),
    }));
    const { summary, ...fitted } = fitReading(measured);
    model = { ...model, readings: { ...model.readings, [reading]: fitted } };
    save(model);
    say(`${reading}: fitted\n${summary}`);
  }
}
