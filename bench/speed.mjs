// `npm run bench:speed`: our search by words beside Fuse.js, MiniSearch, FlexSearch and Orama over growing notes; writes bench/speed.md and its picture.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { create, insertMultiple, search as searchOrama } from '@orama/orama';
import { Document } from 'flexsearch';
import { readEnglishWords } from '../dist/index/english-words.js';
import { buildIndex } from '../dist/search/build-index.js';
import { matchQuestion } from '../dist/search/match-question.js';
import { toChances } from './fit-network.mjs';
import { opponents } from './opponents.mjs';
import { chatter, firstPost } from './sets.mjs';

const file = fileURLToPath(import.meta.url);
const folder = dirname(file);
const english = await readEnglishWords();
const sizes = [10, 1_000, 10_000, 100_000];
/** A question that takes seconds is asked a few times only. */
const mostMs = 10_000;
const mostQuestions = 200;

const documents = (entries) =>
  entries.map(({ key, question, phrasings, answer }, id) => ({
    id,
    key,
    question,
    phrasings: phrasings.join('\n'),
    answer,
  }));

function toFlexSearch(entries) {
  const index = new Document({
    document: { id: 'id', index: ['question', 'phrasings', 'answer'] },
    tokenize: 'forward',
  });
  for (const document of documents(entries)) index.add(document);
  return (text) =>
    index.search(text, { limit: 10, suggest: true, merge: true }).map(({ id }) => ({ key: entries[id].key }));
}

function toOrama(entries) {
  const index = create({ schema: { key: 'string', question: 'string', phrasings: 'string', answer: 'string' } });
  insertMultiple(
    index,
    documents(entries).map(({ id, ...rest }) => ({ ...rest, id: String(id) })),
  );
  const options = { limit: 10, properties: ['question', 'phrasings', 'answer'], boost: { question: 2, phrasings: 2 } };
  return (text) => searchOrama(index, { term: text, ...options }).hits.map(({ document }) => ({ key: document.key }));
}

function toRolecall(entries) {
  const index = buildIndex({ entries, notCovered: [], chatter, vectorOf: null, maxFalseReplies: 0.05, english });
  return (text) => matchQuestion(index, text, null).map(({ entry }) => ({ key: entry.key }));
}

const engines = {
  Rolecall: toRolecall,
  'Fuse.js': opponents['Fuse.js'],
  'Fuse.js, tokens': opponents['Fuse.js, tokens'],
  MiniSearch: opponents.MiniSearch,
  FlexSearch: toFlexSearch,
  Orama: toOrama,
};

const words =
  'apply budget calendar campus chapter cohort contract course deadline desk diploma draft exam fellow form garden grant group guide holiday hour intern invoice journey keyboard lab laptop letter library licence meal meeting member mentor minute month network office paper partner payment permit phone place plan poster prize project question receipt register report review rule salary schedule season session shift speaker stipend student subject supervisor survey talk task team term ticket tool travel tutor update upload visa visit volunteer week workshop'.split(
    ' ',
  );

/** The shipped notes with eight phrasings each, and what strangers asked about them. */
function toLabelled() {
  const { entries, questions } = firstPost('strangers');
  const some = (phrasings) => phrasings.filter((_, at) => at % Math.ceil(phrasings.length / 8) === 0);
  return {
    entries: entries.map((entry) => ({ ...entry, phrasings: some(entry.phrasings) })),
    questions: questions.filter(({ relevant }) => relevant.length > 0),
  };
}

/** The labelled entries in front, and behind them made-up ones about numbered things, each with three phrasings, until there are so many. */
function toEntries(known, count) {
  const chance = toChances(count);
  const pick = () => words[Math.floor(chance() * words.length)];
  const thing = (place) => `${pick()}${place % 7919}`;
  const made = Array.from({ length: Math.max(0, count - known.length) }, (_, place) => {
    const about = thing(place);
    return {
      ...known[0],
      key: `made-${place}`,
      id: `made-${place}`,
      question: `When does the ${pick()} of the ${about} ${pick()} begin?`,
      answer: Array.from(
        { length: 4 },
        () => `The ${pick()} ${pick()} of the ${about} is in the ${pick()} ${pick()}.`,
      ).join(' '),
      phrasings: [`${about} ${pick()}`, `is there a ${pick()} for the ${about}`, `what about ${pick()} and ${about}`],
    };
  });
  return [...known, ...made];
}

function held() {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** Runs in a process of its own, so that memory is its own. */
function measure(name, count) {
  const { entries: known, questions: labelled } = toLabelled();
  const entries = toEntries(known, count);
  globalThis.gc();
  const before = held();
  const start = performance.now();
  const find = engines[name](entries);
  const buildMs = performance.now() - start;
  globalThis.gc();
  const memoryMb = (held() - before) / 2 ** 20;
  const times = [];
  let [right, spentMs] = [0, 0];
  for (const { text, relevant } of labelled.slice(0, mostQuestions)) {
    const asked = performance.now();
    const [first] = find(text);
    times.push(performance.now() - asked);
    if (relevant.includes(first?.key)) right += 1;
    spentMs += times.at(-1);
    if (spentMs > mostMs) break;
  }
  times.sort((a, b) => a - b);
  const at = (share) => times[Math.min(times.length - 1, Math.floor(share * times.length))];
  return {
    name,
    count,
    buildMs,
    memoryMb,
    p50: at(0.5),
    p99: at(0.99),
    first: right / times.length,
    asked: times.length,
  };
}

function toRow({ name, buildMs, memoryMb, p50, p99, first, asked }) {
  const cells = [
    name,
    (buildMs / 1000).toFixed(2),
    p50.toFixed(2),
    p99.toFixed(2),
    memoryMb.toFixed(0),
    `${(100 * first).toFixed(0)}%`,
    asked,
  ];
  return `| ${cells.join(' | ')} |`;
}

const colours = ['#4a154b', '#d1495b', '#edae49', '#00798c', '#30638e', '#66a182'];

/** Time of a question by number of entries, both axes by powers of ten. */
function toPicture(results) {
  const [width, height, left, top] = [640, 360, 60, 20];
  const x = (count) => left + ((Math.log10(count) - 1) / 4) * (width - left - 150);
  const y = (ms) => top + (1 - (Math.log10(Math.max(ms, 0.01)) + 2) / 6) * (height - top - 40);
  const ticks = [0.01, 0.1, 1, 10, 100, 1_000, 10_000];
  const lines = Object.keys(engines).map((name, at) => {
    const own = results.filter((result) => result.name === name);
    const points = own.map(({ count, p50 }) => `${x(count).toFixed(1)},${y(p50).toFixed(1)}`);
    const last = own.at(-1);
    return `<polyline fill="none" stroke="${colours[at]}" stroke-width="${at === 0 ? 3 : 1.5}" points="${points.join(' ')}"/><text x="${x(last.count) + 8}" y="${y(last.p50) + 4}" fill="${colours[at]}">${name}</text>`;
  });
  const grid = ticks.map(
    (ms) =>
      `<line x1="${left}" x2="${width - 150}" y1="${y(ms)}" y2="${y(ms)}" stroke="#ddd"/><text x="${left - 6}" y="${y(ms) + 4}" text-anchor="end">${ms} ms</text>`,
  );
  const below = sizes.map(
    (count) => `<text x="${x(count)}" y="${height - 12}" text-anchor="middle">${count.toLocaleString('en')}</text>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="11" fill="#333"><title>Time of a question by number of entries</title><rect width="100%" height="100%" fill="#fff"/>${[...grid, ...below, ...lines].join('\n')}</svg>\n`;
}

/** Fuse.js takes seconds a question beyond. */
const mostOf = (name) => (name.startsWith('Fuse') ? 1_000 : Number.POSITIVE_INFINITY);

/** `names`, `counts`: only these. */
export function compareSpeed(names = Object.keys(engines), counts = sizes) {
  const results = counts.flatMap((count) =>
    names
      .filter((name) => count <= mostOf(name))
      .flatMap((name) => {
        process.stderr.write(`${name}, ${count} entries\n`);
        try {
          const options = { encoding: 'utf8', timeout: 600_000, stdio: ['ignore', 'pipe', 'ignore'] };
          const flags = ['--expose-gc', '--max-old-space-size=4096'];
          return [JSON.parse(execFileSync(process.execPath, [...flags, file, name, String(count)], options))];
        } catch {
          process.stderr.write('  did not end within ten minutes and 4 GB\n');
          return [];
        }
      }),
  );
  const head =
    '| | build, s | p50, ms | p99, ms | memory, MB | right first | asked |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: |';
  const tables = counts.map(
    (count) =>
      `### ${count.toLocaleString('en')} entries\n\n${head}\n${results
        .filter((one) => one.count === count)
        .map(toRow)
        .join('\n')}`,
  );
  const text = `# Speed of the search by words\n\nWritten by \`npm run bench:speed\`, one run on one machine: compare within it. Each engine in a process of its own indexes question, phrasings and answer of the same entries: the shipped notes with eight phrasings each, among made-up ones. "Right first": of strangers' questions about the shipped notes those whose entry comes first. Fuse.js takes seconds a question from 10,000 entries on and is left out there; another that is missing in a table did not end in time.\n\n![Time of a question by number of entries](speed.svg)\n\n${tables.join('\n\n')}\n`;
  writeFileSync(join(folder, 'speed.md'), text);
  writeFileSync(join(folder, 'speed.svg'), toPicture(results));
}

const [name, count] = process.argv.slice(2);
if (process.argv[1] === file) process.stdout.write(JSON.stringify(measure(name, Number(count))));
