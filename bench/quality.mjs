// `npm run bench:quality`: measures the search on every set beside its opponents and writes bench/quality.md.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { opponents } from './opponents.mjs';
import { maxFalseReplies, oppose, post, search } from './quality-run.mjs';
import { falseRepliesOf, percent, rateOf, table } from './quality-table.mjs';
import { otherVoices, targetSection } from './quality-targets.mjs';
import {
  chatLines,
  documentNames,
  draftedWordings,
  fewerWordings,
  firstPost,
  hasShared,
  inventedNames,
  inventedTeam,
  programmes,
  publicSet,
  teamNames,
  teamNotes,
  withDrafted,
  withoutPhrasings,
} from './sets.mjs';
import { withTypos } from './typos.mjs';

const folder = dirname(fileURLToPath(import.meta.url));
/** Of the large public sets so many questions are asked, evenly chosen: a point is noise anyway. */
const most = 600;
/** Opponents are slower: some sets, and of each so many questions. */
const mostOpposed = 100;
const opposed = new Set([
  ...['first-post-dev', 'first-post-check', 'first-post-check-bare'],
  ...[...teamNames, 'bssw-fellowship', 'bssw-fellowship-drafted'],
  ...['clinc_k4', 'banking_k9', 'hwu_k4'],
]);
/** Lines of public chat that are asked of the shipped notes. */
const mostChat = 2000;
const reportOnly = [
  'clinc_k0',
  'clinc_k4',
  'clinc_k9',
  'clinc_near_k4',
  'banking_k0',
  'banking_k4',
  'banking_k9',
  'banking_near_k4',
  'hwu_k4',
];

function say(text) {
  process.stderr.write(`${text}\n`);
}

function rankingRow(name, { ranking, rates }) {
  const shares = [ranking.first, ranking.firstThree, rateOf({ rates }, 0.02), rateOf({ rates }, 0.05)];
  return [name, ...shares.map(percent)];
}

function workingRow(name, result) {
  const { thresholds, working } = result;
  return [
    name,
    thresholds.answerInChannel.toFixed(2),
    ...[working.answeredRight, working.answeredWrong, working.falseReplies].map(percent),
    ...['uncovered', 'chatter'].map((kind) => percent(falseRepliesOf(result, kind))),
  ];
}

function reliabilityRows({ reliability }) {
  return reliability.map(({ from, to, count, meanConfidence, right }) => [
    `${from.toFixed(1)}–${to.toFixed(1)}`,
    String(count),
    percent(meanConfidence),
    percent(right),
  ]);
}

/** Wordings an entry that a language model was asked for. */
const draftedCounts = [fewerWordings, draftedWordings];

const typoNames = [
  ...['dev', ...otherVoices.map(([voice]) => voice)].map((voice) => `first-post-${voice}`),
  'clinc_k4',
  'banking_k9',
];

/** Sets in the order of the report. `isFitted`: the weights were fitted on these questions, so the figure flatters. */
function allSets() {
  const first = hasShared ? [{ ...firstPost('dev'), isFitted: true }] : [];
  const unseen = otherVoices.map(([voice]) => firstPost(voice));
  const documents = hasShared ? [...teamNames, ...documentNames].map(teamNotes) : [];
  const madeUp = programmes();
  const teams = [
    ...documents.map((set) => ({ ...set, isFitted: true })),
    ...documents.flatMap((set) => draftedCounts.map((count) => ({ ...withDrafted(set, count), isFitted: true }))),
    ...inventedNames.map((name) => ({ ...inventedTeam(name), isFitted: hasShared })),
    ...madeUp.map((set) => ({ ...set, isFitted: hasShared })),
    ...madeUp.flatMap((set) => draftedCounts.map((count) => ({ ...withDrafted(set, count), isFitted: hasShared }))),
  ];
  const publicSets = hasShared ? reportOnly.map((name) => publicSet(name, most)) : [];
  const own = [...first, ...unseen];
  return [...own, ...own.map(withoutPhrasings), ...teams, ...publicSets];
}

function evenly(set, count) {
  const step = Math.max(1, set.questions.length / count);
  const length = Math.min(set.questions.length, count);
  return { ...set, questions: Array.from({ length }, (_, at) => set.questions[Math.floor(at * step)]) };
}

async function measureSet(set) {
  say(`Measuring ${set.name}`);
  const measured = { name: set.name, isFitted: set.isFitted === true, count: set.questions.length };
  const meaning = await search(set, 'words-and-meaning');
  const words = await search(set, 'words');
  const some = evenly(set, mostOpposed);
  const names = opposed.has(set.name) ? Object.keys(opponents) : [];
  const others = names.map((name) => [name, oppose(some, name)]);
  return { ...measured, meaning, words, others };
}

async function measureTypos(set) {
  const clean = await search(set, 'words-and-meaning');
  const typed = await search(withTypos(set), 'words-and-meaning');
  const loss = clean.ranking.first - typed.ranking.first;
  return [set.name, percent(clean.ranking.first), percent(typed.ranking.first), (100 * loss).toFixed(1)];
}

function named({ name, isFitted }) {
  return isFitted ? `${name} *` : name;
}

function rankingSection(measured) {
  const head = ['set', 'first', 'first three', 'ok@2%', 'ok@5%'];
  const parts = measured.map((set) =>
    table(head, [
      rankingRow(`**${named(set)}** (${set.count}), words and meaning`, set.meaning),
      rankingRow('words alone', set.words),
      ...set.others.map(([name, result]) => rankingRow(name, result)),
    ]),
  );
  return parts.join('\n\n');
}

const workingHead = ['set', 'threshold', 'answered right', 'answered wrong', 'false replies', 'uncovered', 'chatter'];
const postedHead = [
  ...['set', 'thresholds', 'right', 'wrong', 'uncovered', 'chatter', 'reached', 'bothered', 'chatter bothered'],
];

function postedRow(name, result) {
  const { thresholds, working } = result;
  const of = (wanted, part) => result.kinds.find(({ kind }) => kind === wanted)?.[part];
  return [
    name,
    `${thresholds.answerInChannel.toFixed(2)} / ${thresholds.suggestInChannel.toFixed(2)}`,
    ...[working.answeredRight, working.answeredWrong].map(percent),
    ...['uncovered', 'chatter'].map((kind) => percent(of(kind, 'falseReplies'))),
    percent(working.reached),
    ...['uncovered', 'chatter'].map((kind) => percent(of(kind, 'bothered'))),
  ];
}

/** What came of each set in a channel, with the tier of quiet suggestions. */
function postedSection(results) {
  const rows = results.flatMap((set) => [
    postedRow(`${named(set)}, words and meaning`, set.meaning),
    ...(set.words ? [postedRow('words alone', set.words)] : []),
  ]);
  return table(postedHead, rows);
}

/** What came of each set at the working threshold, by both readings. */
function workingSection(results) {
  const rows = results.flatMap((set) => [
    workingRow(`${named(set)}, words and meaning`, set.meaning),
    workingRow('words alone', set.words),
  ]);
  return table(workingHead, rows);
}

function reliabilitySection(measured) {
  const wanted = ['first-post-check', 'conda-forge-faq', 'letsencrypt-faq', 'clinc_near_k4'];
  return measured
    .filter(({ name }) => wanted.includes(name))
    .map(
      (set) =>
        `**${named(set)}**\n\n${table(['confidence', 'questions', 'mean confidence', 'right'], reliabilityRows(set.meaning))}`,
    )
    .join('\n\n');
}

function speedSection(measured) {
  return table(
    ['set', 'build, words and meaning', 'build, words', 'a question'],
    measured.map(({ name, meaning, words }) => [
      name,
      `${Math.round(meaning.buildMs)} ms`,
      `${Math.round(words.buildMs)} ms`,
      `${meaning.msPerQuestion.toFixed(1)} ms`,
    ]),
  );
}

export async function measureQuality() {
  const sets = allSets();
  const measured = [];
  for (const set of sets) measured.push(await measureSet(set));
  const channel = [];
  for (const set of sets.filter(({ questions }) => questions.some(({ kind }) => kind === 'chatter'))) {
    say(`Posting ${set.name} in a channel`);
    const { name, isFitted } = set;
    channel.push({ name, isFitted, meaning: await post(set, 'words-and-meaning'), words: await post(set, 'words') });
  }
  if (hasShared) {
    say(`Posting ${mostChat} lines of public chat`);
    const chat = {
      ...firstPost('check'),
      name: `${mostChat} lines of public chat`,
      questions: chatLines(mostChat, true),
    };
    channel.push({ name: chat.name, isFitted: false, meaning: await post(chat, 'words-and-meaning'), words: null });
  }
  const typos = [];
  for (const set of sets.filter(({ name }) => typoNames.includes(name))) {
    typos.push(await measureTypos(set));
  }
  const text = readFileSync(join(folder, 'quality-frame.md'), 'utf8')
    .replace('{{targets}}', targetSection({ measured, channel, typos, promised: maxFalseReplies }))
    .replace('{{ranking}}', rankingSection(measured))
    .replace('{{channel}}', postedSection(channel))
    .replace('{{working}}', workingSection(measured))
    .replace('{{reliability}}', reliabilitySection(measured))
    .replace('{{typos}}', table(['set', 'first', 'with typing errors', 'points lost'], typos))
    .replace('{{speed}}', speedSection(measured))
    .replaceAll('{{node}}', process.version)
    .replaceAll('{{rate}}', String(100 * maxFalseReplies));
  writeFileSync(join(folder, 'quality.md'), text);
  say('Wrote bench/quality.md');
}
