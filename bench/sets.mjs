// The labelled sets that fitting and measuring run over. The folder ../shared beside the project is optional; what lies in
// test/fixtures and bench/lines is always there.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { toPhrasingsPath } from '../dist/knowledge/note-source.js';
import { parseNotes } from '../dist/knowledge/parse-notes.js';
import { toSite } from '../dist/sites/site.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const shared = join(root, '..', 'shared');
const lines = join(root, 'bench', 'lines');

export const hasShared = existsSync(join(shared, 'eval', 'public'));

/** The lines of a file of JSON lines. */
export function readLines(file) {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line));
}

/** Questions with the keys of the entries that answer them; a question whose entries are all unknown is left out. */
function label(lines, keyOf) {
  return lines.flatMap((line) => {
    const relevant = line.relevant.map(keyOf).filter((key) => key !== undefined);
    if (line.relevant.length > 0 && relevant.length === 0) return [];
    return [{ text: line.text, relevant, kind: line.kind ?? (relevant.length > 0 ? 'covered' : 'uncovered') }];
  });
}

function readNotes(folder, notes) {
  const sources = notes.map((note) => {
    const phrasings = join(folder, toPhrasingsPath(note));
    const file = toPhrasingsPath(note);
    return {
      note,
      text: readFileSync(join(folder, note), 'utf8'),
      phrasings: existsSync(phrasings) ? { file, text: readFileSync(phrasings, 'utf8') } : null,
    };
  });
  return parseNotes(sources, toSite({}), Date.UTC(2026, 0, 1));
}

const post = { note: 'n.md', title: '', date: null, authors: [], url: null, closed: false, deadline: null };

/** A public set: `dev_*` for fitting, the others for reporting only. */
export function publicSet(name, most = Number.POSITIVE_INFINITY) {
  const folder = join(shared, 'eval', 'public', name);
  const entries = readLines(join(folder, 'corpus.jsonl')).map(({ id, question, answer, aliases }) => ({
    key: id,
    note: 'n.md',
    id,
    question,
    anchor: id,
    url: null,
    answer,
    phrasings: aliases,
    post,
  }));
  const lines = readLines(join(folder, 'queries.jsonl'));
  const step = Math.max(1, lines.length / most);
  const some = Array.from({ length: Math.min(lines.length, most) }, (_, at) => lines[Math.floor(at * step)]);
  const known = new Set(entries.map(({ key }) => key));
  const questions = label(some, (id) => (known.has(id) ? id : undefined));
  return { name, entries, notCovered: [], questions };
}

export const publicNames = hasShared ? readdirSync(join(shared, 'eval', 'public')).sort() : [];

const anchors = {
  success: 'what-does-success-look-like-in-the-short-and-long-term',
  mentorship: 'how-does-2i2c-provide-mentorshiponboarding',
  'challenges-first-year':
    'what-are-the-largest-challenges-that-someone-might-face-in-their-first-year-in-this-position',
  'protect-business': 'how-do-you-hope-to-protect-the-business-aspects-of-2i2c-if-all-the-tech-is-open-source',
  'true-fans': 'how-would-applying-the-1000-true-fans-approach-work-in-terms-of-advocacy',
  'challenges-so-far': 'what-challenges-have-you-run-into-thus-far',
  jupyter: 'how-crucial-is-a-deep-seated-knowledge-of-jupyter-for-this-role',
};

function byAnchor(entries) {
  const keys = new Map(
    entries.flatMap(({ anchor, id, key }) => [
      [anchor, key],
      [id, key],
    ]),
  );
  return (anchor) => keys.get(anchors[anchor] ?? anchor);
}

/** The shipped notes with their phrasings. `voice`: whose questions are asked, `dev`, `check`, `voices`, `strangers` or `newcomers`. */
export function firstPost(voice) {
  const knowledge = readNotes(join(root, 'knowledge'), ['product-community-lead-drop-in-notes.md']);
  const file = voice === 'dev' ? join(shared, 'eval', 'dev-questions.jsonl') : join(lines, `first-post-${voice}.jsonl`);
  const questions = label(readLines(file), byAnchor(knowledge.entries));
  return { name: `first-post-${voice}`, entries: knowledge.entries, notCovered: knowledge.notCovered, questions };
}

/** The same set as on the first day, before anybody wrote a phrasing. */
export function withoutPhrasings(set) {
  const entries = set.entries.map((entry) => ({ ...entry, phrasings: [] }));
  return { ...set, name: `${set.name}-bare`, entries, notCovered: [] };
}

const sameText = (text) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/** Another team's document with questions about it, in one of the folders `notes` and `notes-dev`. */
export function teamNotes(name) {
  const folder = [join(shared, 'notes', name), join(shared, 'notes-dev', name)].find((path) => existsSync(path));
  const note = readdirSync(folder).find((file) => /\.mdx?$/.test(file));
  const text = readFileSync(join(folder, note), 'utf8');
  const source = { note: note.replace(/\.mdx$/, '.md'), text, phrasings: null };
  const { entries } = parseNotes([source], toSite({}), Date.UTC(2026, 0, 1));
  const keys = new Map(
    entries.flatMap(({ anchor, question, key }) => [
      [sameText(question), key],
      [anchor, key],
    ]),
  );
  const sections = JSON.parse(readFileSync(join(folder, 'sections.json'), 'utf8'));
  const ids = new Map(
    sections.map(({ id, question, anchor }) => [id, keys.get(sameText(question)) ?? keys.get(anchor)]),
  );
  const questions = label(readLines(join(folder, 'queries.jsonl')), (id) => ids.get(id));
  return { name, entries, notCovered: [], questions, ids };
}

/** How many wordings an entry has that `phrasings draft` asked for; and those of somebody who asked for half as many. */
export const [draftedWordings, fewerWordings] = [16, 8];

/**
 * The same document with the first `count` of each entry's wordings in `lines/drafted`, written by a language model that saw the document only,
 * the second eight with the first before it.
 */
export function withDrafted({ ids, ...set }, count = fewerWordings) {
  const drafted = JSON.parse(readFileSync(join(lines, 'drafted', `${set.name}.json`), 'utf8'));
  const byKey = new Map(set.entries.map(({ key }) => [key, []]));
  for (const [id, wordings] of Object.entries(drafted.phrasings))
    byKey.get(ids.get(id))?.push(...wordings.slice(0, count));
  const entries = set.entries.map((entry) => ({ ...entry, phrasings: byKey.get(entry.key) ?? [] }));
  const name = `${set.name}-drafted${count === fewerWordings ? '' : `-${count}`}`;
  return { ...set, name, entries, notCovered: drafted.notCovered };
}

/**
 * Lines of public chat, evenly chosen: none of them deserves an answer from notes about a role. Two thirds of the file are for fitting,
 * the last third for measuring (`isHeldOut`).
 */
export function chatLines(count, isHeldOut = false) {
  const all = readLines(join(shared, 'eval', 'chat', 'irc.jsonl'));
  const border = Math.floor((all.length * 2) / 3);
  const lines = isHeldOut ? all.slice(border) : all.slice(0, border);
  return Array.from({ length: Math.min(count, lines.length) }, (_, at) => ({
    text: lines[Math.floor((at * lines.length) / Math.min(count, lines.length))].text,
    relevant: [],
    kind: 'chatter',
  }));
}

export const teamNames = ['conda-forge-faq', 'cncf-mentees', 'letsencrypt-faq', 'opengov-gsoc'];

/** Nine more documents, with sixty questions each. */
export const documentNames = hasShared ? readdirSync(join(shared, 'notes-dev')).sort() : [];

function notesBelow(folder) {
  return readdirSync(folder, { recursive: true })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.md'))
    .sort();
}

/** A team made up for this project, in test/fixtures/teams. */
export function inventedTeam(name) {
  const folder = join(root, 'test', 'fixtures', 'teams', name);
  const { entries, notCovered } = readNotes(folder, notesBelow(folder));
  const questions = label(readLines(join(folder, 'questions.jsonl')), byAnchor(entries));
  return { name: basename(folder), entries, notCovered, questions };
}

/** Programmes made up for this project, each with sixty questions and thirty more as their readers would ask them, which it leaves open. */
export const programmeNames = readdirSync(join(lines, 'programmes')).sort();

/** Eight more, where each of the thirty was made up to lie beside an entry. */
export const nearProgrammeNames = readdirSync(join(lines, 'near-programmes')).sort();

function programme(name) {
  const folder = join(lines, nearProgrammeNames.includes(name) ? 'near-programmes' : 'programmes', name);
  const { entries } = readNotes(folder, ['note.md']);
  const ids = new Map(entries.map(({ anchor, key }) => [anchor, key]));
  return {
    name,
    entries,
    notCovered: [],
    questions: label(readLines(join(folder, 'questions.jsonl')), (id) => ids.get(id)),
    ids,
  };
}

/** All programmes, the sixteen first. */
export const programmes = () => [...programmeNames, ...nearProgrammeNames].map(programme);

export const inventedNames = ['library-residency', 'open-water-fellowship'];

/** The documents that the sentence encoder was tuned to: no search is fitted or measured on them. */
export function tuningDocuments() {
  const folder = join(lines, 'tuning-programmes');
  return readdirSync(folder)
    .sort()
    .map((name) => ({
      name,
      note: readFileSync(join(folder, name, 'note.md'), 'utf8'),
      questions: readLines(join(folder, name, 'questions.jsonl')),
    }));
}

export const chatter = JSON.parse(readFileSync(join(root, 'src', 'search', 'chatter.json'), 'utf8'));
