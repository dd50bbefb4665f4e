// A year of a busy workspace on SQLite, without the year: a thousand messages a day that were looked up, a third of them answered. Says how
// large the state is and how long what a question needs of it takes, before and after old texts are removed.
//   node --import ./build.mjs bench/year.mjs [messages a day] [days]
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { createStores } from '../dist/store/create-stores.js';
import { openDatabase } from '../dist/store/open-database.js';
import { purgeOldTexts } from '../dist/use-cases/maintenance/maintenance-job.js';

const [aDay = 1000, days = 365] = process.argv.slice(2).map(Number);
const dayMs = 24 * 3_600_000;
const begin = Date.parse('2026-01-01T00:00:00Z');
const retentionDays = 180;
const folder = mkdtempSync(join(tmpdir(), 'rolecall-year-'));
const path = join(folder, 'state.sqlite');
const database = await openDatabase(path);
const stores = createStores(database);

const question =
  'Would somebody without experience of notebooks have a chance, and what would the first weeks look like?';
const key = (number) => number.toString(16).padStart(16, '0');
const matches = [1, 2, 3, 4, 5].map((place) => ({ key: key(place), confidence: 0.5 / place }));

/** Rows as the bot writes them about one message. */
async function live(number, at) {
  const ts = (at / 1000).toFixed(6);
  const place = { team: 'T0', channel: `C${number % 5}`, ts };
  const user = `U${number % 500}`;
  const isAnswered = number % 3 === 0;
  const kind = isAnswered ? 'answer' : 'silent';
  const asked = {
    question,
    kind,
    reason: isAnswered ? 'matched' : 'not-certain-enough',
    questionProbability: 0.9,
    matches,
  };
  const decision = { kind, reason: asked.reason, questions: [asked] };
  await stores.changes.find(place);
  await stores.replies.listInThread('T0', place.channel, ts);
  await stores.settings.find('T0', place.channel);
  await stores.decisions.countAnsweredSince({ team: 'T0', user }, at - 60_000, ts);
  await stores.decisions.save({ ...place, user, decision, isAnswered, isDone: false, decidedAt: at });
  if (isAnswered) await answer({ place, user, at, number });
  else if (number % 3 === 1)
    await stores.openQuestions.record([
      { ...place, position: 0, user, text: question, nearestEntryKey: key(1), askedAt: at },
    ]);
  await stores.decisions.finish(place);
}

async function answer({ place, user, at, number }) {
  const entry = { entryKey: key(1), question, asked: null, passage: null, updatedAt: null, fingerprint: key(7) };
  const claim = { ...place, purpose: 'auto' };
  const posting = { kind: 'answer', parts: [{ entryKey: key(1), question, answer: 'word '.repeat(300) }] };
  const work = {
    kind: 'post',
    claim,
    to: { channel: place.channel, threadTs: place.ts },
    posting,
    record: { kind: 'nothing' },
  };
  const pending = { id: `p${number}`, work, attempts: 0, since: at, dueAt: at + 90_000 };
  await stores.outbox.claim(pending);
  const ts = ((at + 500) / 1000).toFixed(6);
  const shown = { kind: 'answer', entries: [entry], alreadyAnswered: [], notCovered: [], byline: null };
  await stores.replies.save({
    ...place,
    ts,
    threadTs: place.ts,
    questionTs: place.ts,
    asker: user,
    purpose: 'auto',
    postedAt: at,
    ...shown,
  });
  await stores.outbox.remove(pending);
}

async function time(at, count = 500) {
  const began = performance.now();
  for (let place = 0; place < count; place += 1) await live(1e7 + place, at + place * 1000);
  return ((performance.now() - began) / count).toFixed(2);
}

const size = () => `${(statSync(path).size / 1e6).toFixed(0)} MB`;
let number = 0;
const say = (name, value) => console.log(`${name.padEnd(44)} ${value}`);
say('a question, empty state', `${await time(begin - dayMs)} ms of the database`);
for (let day = 0; day < days; day += 1) {
  for (let place = 0; place < aDay; place += 1) {
    await live(number, begin + day * dayMs + place * Math.floor(dayMs / aDay));
    number += 1;
    // As in the bot, the event loop turns between two messages: only then what SQLite's library holds for a statement is given back.
    await nextTurn();
  }
}
const end = begin + days * dayMs;
say(`after ${days} days of ${aDay} messages`, size());
say('a question then', `${await time(end)} ms of the database`);
const began = performance.now();
await purgeOldTexts({ personalData: stores.personalData, clock: { now: () => end }, retentionDays });
say(`old texts removed (${retentionDays} days) in`, `${((performance.now() - began) / 1000).toFixed(1)} s`);
say('a question after that', `${await time(end + dayMs)} ms of the database`);
const { sql } = await import('kysely');
const free = await sql`PRAGMA freelist_count`.execute(database);
const page = await sql`PRAGMA page_size`.execute(database);
const freeMb = (Number(free.rows[0].freelist_count) * Number(page.rows[0].page_size)) / 1e6;
say('the file, and what of it is free again', `${size()}, ${freeMb.toFixed(0)} MB`);
await database.destroy();
rmSync(folder, { recursive: true });
