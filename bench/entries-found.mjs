// How much of what a reader finds in a document does the program find? `node bench/entries-found.mjs` reads the public documents in
// ../shared/notes and ../shared/notes-dev, each where it lay in its repository, and compares the entries with the sections that people
// wrote down for it (sections.json). A line for each document, then what was missed and what is no entry.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readKnowledge } from '../dist/files/knowledge-folder.js';
import { toPlainText } from '../dist/knowledge/to-plain-text.js';

const shared = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'shared');

/**
 * What the repositories' own configuration says of addresses, for the documents whose page is known: the file, and as much of it as an
 * address depends on. The others are read as files of a repository.
 */
const configurations = {
  'letsencrypt-faq': {
    'hugo.toml': 'baseURL = "https://letsencrypt.org/"\n[languages.en]\ncontentDir = "content/en"\n',
  },
  'access-summer-school': { 'config.toml': 'baseURL = "https://darsa.info/ACCESS-2026/"\n' },
  'turing-reg-recruitment': { 'config.toml': 'baseURL = "https://alan-turing-institute.github.io/REG-handbook/"\n' },
  'freecodecamp-contribute': {
    'astro.config.mjs':
      "import starlight from '@astrojs/starlight';\nexport default { site: 'https://contribute.freecodecamp.org', integrations: [starlight()] };\n",
  },
  paleohack: {
    '_config.yml': 'url: https://linkedearth.github.io\nbaseurl: /paleoHackathon\ntheme: jekyll-theme-cayman\n',
  },
  'tts-join-faq': {
    '_config.yml':
      'url: https://join.tts.gsa.gov\ntheme: uswds-jekyll\ndefaults:\n  - scope: {path: pages}\n    values: {permalink: "/:basename/"}\n',
  },
};

const sameText = (text) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
const percent = (part, whole) => (whole === 0 ? '-' : `${((100 * part) / whole).toFixed(1)}%`);

/** `key: value` lines; the address of the page may stand in a sentence. */
function readSource(folder) {
  const text = readFileSync(join(folder, 'SOURCE.txt'), 'utf8');
  const field = (name) => new RegExp(`^${name}:\\s*(\\S+)`, 'm').exec(text)?.[1];
  return {
    repo: field('repo'),
    path: field('path'),
    page: field('url') ?? /page (https:\/\/\S+)/.exec(text)?.[1] ?? null,
  };
}

/** Lays a document where it lay in its repository, with its configuration, and reads it as the program does. */
async function readDocument(folder, name, { repo, path }) {
  const root = mkdtempSync(join(tmpdir(), 'entries-found-'));
  const files = { ...configurations[name], [path]: readFileSync(join(folder, path.split('/').at(-1)), 'utf8') };
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  const site = configurations[name] === undefined ? { url: `${repo}/blob/main/` } : {};
  try {
    return (await readKnowledge({ folder: root, site, now: () => Date.UTC(2026, 5, 1) })).entries;
  } finally {
    rmSync(root, { recursive: true });
  }
}

/** Pairs what was expected with what was found: same words, each once. */
function pair(sections, entries) {
  const left = [...entries];
  const found = sections.map((section) => {
    const at = left.findIndex(({ question }) => sameText(question) === sameText(section.question));
    return { section, entry: at === -1 ? null : left.splice(at, 1)[0] };
  });
  return {
    pairs: found.filter(({ entry }) => entry !== null),
    missed: found.filter(({ entry }) => entry === null).map(({ section }) => section),
    extra: left,
  };
}

function hasAnchor({ section, entry }) {
  const own = section.anchor ?? section.nearest_anchor ?? null;
  return entry.anchor === own || (section.aliases ?? []).includes(entry.anchor);
}

/** GitHub's pages answer under `/faq` as under `/faq.html`. */
const toSamePage = (address) => address.replace(/(?:\.html|\/)$/, '');

function hasAddress({ entry }, page) {
  return entry.url !== null && toSamePage(entry.url.split('#')[0]) === toSamePage(page);
}

function judge(folder, name, entries, page) {
  const all = JSON.parse(readFileSync(join(folder, 'sections.json'), 'utf8'));
  // A heading with nothing below it and a place for an answer ("TBC") are no entries.
  const sections = all.filter(({ empty, placeholder }) => empty !== true && placeholder !== true);
  const { pairs, missed, extra } = pair(sections, entries);
  return {
    name,
    expected: sections.length,
    taken: entries.length,
    found: pairs.length,
    anchors: pairs.filter(hasAnchor).length,
    addressed: page === null ? 0 : pairs.length,
    addresses: page === null ? 0 : pairs.filter((each) => hasAddress(each, page)).length,
    answers: pairs.filter(({ section, entry }) =>
      sameText(toPlainText(entry.answer)).startsWith(sameText(section.first_words_of_answer)),
    ).length,
    pairs,
    missed,
    extra,
  };
}

function writeLine({ name, expected, taken, found, anchors, addressed, addresses, answers }) {
  const cells = [
    expected,
    taken,
    percent(found, taken),
    percent(found, expected),
    (expected + taken === 0 ? 0 : (2 * found) / (expected + taken)).toFixed(3),
    percent(anchors, found),
    percent(addresses, addressed),
    percent(answers, found),
  ];
  return [name.padEnd(24), ...cells.map((cell) => String(cell).padStart(9))].join('');
}

const folders = ['notes', 'notes-dev'].flatMap((place) => {
  const folder = join(shared, place);
  const names = existsSync(folder) ? readdirSync(folder) : [];
  return names.map((name) => join(folder, name)).filter((each) => existsSync(join(each, 'sections.json')));
});
if (folders.length === 0) {
  console.log('There are no documents to read: ../shared/notes is not part of the project.');
} else {
  const results = [];
  for (const folder of folders) {
    const name = folder.split(/[\\/]/).at(-1);
    const source = readSource(folder);
    results.push(judge(folder, name, await readDocument(folder, name, source), source.page));
  }
  const heads = ['expected', 'taken', 'precision', 'recall', 'F1', 'anchors', 'address', 'answers'];
  console.log([''.padEnd(24), ...heads.map((head) => head.padStart(9))].join(''));
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  const keys = ['expected', 'taken', 'found', 'anchors', 'addressed', 'addresses', 'answers'];
  const total = { name: 'all', ...Object.fromEntries(keys.map((key) => [key, sum(key)])) };
  for (const result of [...results, total]) console.log(writeLine(result));
  for (const { name, missed, extra, pairs } of results) {
    for (const { question } of missed) console.log(`missed in ${name}: ${question}`);
    for (const { question } of extra) console.log(`no entry, in ${name}: ${question}`);
    for (const { section, entry } of pairs.filter((each) => !hasAnchor(each)))
      console.log(`anchor in ${name}: ${entry.anchor} for ${section.anchor ?? section.nearest_anchor}`);
  }
}
