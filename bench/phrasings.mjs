// What wordings bring, through the whole commands: documents that nobody prepared, before and after `phrasings draft` against a stand-in
// endpoint that says what a language model once said of them (lines/drafted), and before and after `phrasings mine` of one half of the
// questions, asked with the other half. Prints shares in a channel. `node --import ./build.mjs bench/phrasings.mjs [draft|mine] [document …]`
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { otherVoices } from './quality-targets.mjs';
import { documentNames, firstPost, teamNames, teamNotes } from './sets.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const shared = join(root, '..', 'shared');
const place = mkdtempSync(join(tmpdir(), 'rolecall-phrasings-'));
const stateDir = process.env.STATE_DIR ?? join(place, 'state');
/** The shipped notes, without their phrasings, and all that five writers asked of them: many questions for few entries, as of a channel after a year. */
const ownPost = 'first-post';
const sameText = (text) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

function run(args, env) {
  const child = spawn(process.execPath, [join(root, 'dist', 'bundle', 'cli.js'), ...args], {
    env: { PATH: process.env.PATH, STATE_DIR: stateDir, SITE_URL: 'https://example.org/', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk) => {
    out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    err += chunk;
  });
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, out, err })));
}

function ownQuestions() {
  const voices = ['dev', ...otherVoices.map(([voice]) => voice)].map(firstPost);
  return { ...voices[0], questions: voices.flatMap(({ questions }) => questions) };
}

/** A copy of the bare document, and its questions by the anchors that the program gives. */
async function prepare(name) {
  const { questions, entries, ids } = name === ownPost ? ownQuestions() : teamNotes(name);
  const folders = [join(shared, 'notes-dev', name), join(shared, 'notes', name)];
  const source = name === ownPost ? join(root, 'knowledge') : folders.find((path) => existsSync(path));
  const note =
    readdirSync(source).find((file) => /\.mdx?$/.test(file) && !/^(?:README|QUIRKS)/.test(file)) ?? 'README.md';
  const folder = mkdtempSync(join(place, 'notes-'));
  cpSync(join(source, note), join(folder, note));
  const env = { KNOWLEDGE_DIR: folder };
  const read = JSON.parse((await run(['notes', '--json'], env)).out);
  const anchors = new Map(read.map(({ question, anchor }) => [sameText(question), anchor ?? question]));
  const anchorOf = new Map(entries.map(({ key, question }) => [key, anchors.get(sameText(question))]));
  const asked = questions.flatMap(({ text, relevant, kind }) => {
    const known = relevant.map((key) => anchorOf.get(key)).filter((anchor) => anchor != null);
    return relevant.length > 0 && known.length === 0 ? [] : [{ text, relevant: known, kind }];
  });
  const questionOf = new Map(entries.map(({ key, question }) => [key, sameText(question)]));
  return { name, env, asked, toQuestion: (id) => questionOf.get(ids.get(id)) };
}

async function evaluate({ env }, questions) {
  const file = join(place, 'questions.jsonl');
  writeFileSync(file, questions.map((line) => JSON.stringify(line)).join('\n'));
  const { out, err } = await run(['eval', file, '--json'], env);
  if (out === '') throw new Error(err);
  const { covered, count, working } = JSON.parse(out);
  const uncovered = count - covered;
  const { answeredRight, answeredWrong, reached, falseReplies, bothered } = working;
  return {
    covered,
    uncovered,
    right: (answeredRight ?? 0) * covered,
    wrong: (answeredWrong ?? 0) * covered,
    reached: (reached ?? 0) * covered,
    false: (falseReplies ?? 0) * uncovered,
    bothered: (bothered ?? 0) * uncovered,
  };
}

/** An endpoint that says of each section what was once drafted for it. */
async function startStandIn({ name, toQuestion }) {
  const drafted = JSON.parse(readFileSync(join(root, 'bench', 'lines', 'drafted', `${name}.json`), 'utf8'));
  const wordings = new Map(Object.entries(drafted.phrasings).map(([id, list]) => [toQuestion(id), list]));
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const text = JSON.parse(body).messages.at(-1).content;
    const sections = [...text.matchAll(/<section id="([^"]+)">\n([^\n]+)/g)];
    const said = text.includes('"wordings"')
      ? { entries: sections.map(([, id, question]) => ({ id, wordings: wordings.get(sameText(question)) ?? [] })) }
      : { notCovered: drafted.notCovered };
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ choices: [{ message: { content: JSON.stringify(said) } }] }));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${server.address().port}/v1`, close: () => server.close() };
}

async function draft(document) {
  const before = await evaluate(document, document.asked);
  const standIn = await startStandIn(document);
  const env = { ...document.env, DRAFT_URL: standIn.url, DRAFT_MODEL: 'stand-in' };
  const { out, err } = await run(['phrasings', 'draft', '--json'], env);
  standIn.close();
  if (out === '') throw new Error(err);
  const { files, leftOut, findAnother } = JSON.parse(out);
  const told = `${files.reduce((sum, { added }) => sum + added, 0)} written, ${leftOut.length} left out, ${findAnother.length} find another`;
  return { before, after: await evaluate(document, document.asked), told };
}

async function mine(document) {
  const half = (rest) => document.asked.filter((_, at) => at % 2 === rest);
  const before = await evaluate(document, half(1));
  const lines = join(place, 'lines.txt');
  writeFileSync(
    lines,
    half(0)
      .map(({ text }) => text.replaceAll('\n', ' '))
      .join('\n'),
  );
  const { out, err } = await run(['phrasings', 'mine', lines, '--json'], document.env);
  if (out === '') throw new Error(err);
  const { files, missing, unsure } = JSON.parse(out);
  const told = `${files.reduce((sum, { added }) => sum + added, 0)} written, ${missing.length} missing, ${unsure.length} unsure`;
  return { before, after: await evaluate(document, half(1)), told };
}

const percent = (part, whole) => (whole === 0 ? '–' : ((100 * part) / whole).toFixed(1)).padStart(5);
const show = (one) =>
  `right ${percent(one.right, one.covered)}  wrong ${percent(one.wrong, one.covered)}  reached ${percent(one.reached, one.covered)} | uncovered answered ${percent(one.false, one.uncovered)}  bothered ${percent(one.bothered, one.uncovered)}`;
const add = (sum, one) => Object.fromEntries(Object.entries(one).map(([key, value]) => [key, (sum[key] ?? 0) + value]));

const [only, ...names] = process.argv.slice(2);
for (const [kind, measure] of Object.entries({ draft, mine })) {
  if (only !== undefined && only !== kind) continue;
  let [before, after] = [{}, {}];
  for (const name of names.length > 0 ? names : [...documentNames, ...teamNames]) {
    const measured = await measure(await prepare(name));
    before = add(before, measured.before);
    after = add(after, measured.after);
    process.stdout.write(
      `${kind} ${name}: ${measured.told}\n  before ${show(measured.before)}\n  after  ${show(measured.after)}\n`,
    );
  }
  process.stdout.write(
    `${kind}, all: ${before.covered} covered and ${before.uncovered} uncovered questions\n  before ${show(before)}\n  after  ${show(after)}\n`,
  );
}
rmSync(place, { recursive: true });
