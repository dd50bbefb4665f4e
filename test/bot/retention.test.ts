// What is kept about people goes after RETENTION_DAYS; which entry was posted where stays, so old replies can still be corrected.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import { expect, it, onTestFinished } from 'vitest';
import { createBot } from '../../src/app/create-bot.ts';
import { openDatabase } from '../../src/store/open-database.ts';
import { CHANNELS, PEOPLE } from '../../src/workspace/server/state/seed.ts';
import { engines } from '../store/test-databases.ts';
import { startRunning, whenIdle } from './running-bot.ts';

const dayMs = 86_400_000;

it.each(engines)('over %s texts and askers older than RETENTION_DAYS are removed at the next look', async (_, make) => {
  const made = await make();
  onTestFinished(() => made.remove());
  const databasePath = made.place;
  const run = await startRunning({ bot: { database: databasePath }, env: { RETENTION_DAYS: '30' } });
  onTestFinished(() => run.stop());
  const amara = run.workspace.as(PEOPLE.candidate.id);
  const asked = amara.post(
    CHANNELS.questions.id,
    '@rolecall how long do keepers stay awake on duty? And do you sponsor visas?',
  );
  const other = amara.post(CHANNELS.questions.id, '@rolecall do you sponsor visas for Martians?');
  await run.idle();
  amara.edit(other, '@rolecall do you sponsor visas for Venusians?');
  await run.idle();
  const [reply] = run.replies(asked.ts);
  if (reply === undefined) throw new Error('no reply');
  await amara.press(reply, 'Helpful');
  await run.idle();
  await run.bot.stop();
  expect(await readAll(databasePath)).toMatch(/Venusians/);

  const note = join(run.notes, 'lighthouse.md');
  writeFileSync(note, readFileSync(note, 'utf8').replace('six hours', 'seven hours'));
  const { botToken, appToken, slackApiUrl } = run.workspace;
  const later = await createBot({
    config: run.config,
    log: pino({ level: 'silent' }),
    connection: { botToken, by: { kind: 'socket', appToken }, slackApiUrl },
    teamChannel: CHANNELS.team.id,
    database: databasePath,
    port: null,
    clock: { now: () => Date.now() + 31 * dayMs },
  });
  onTestFinished(() => later.stop());
  await whenIdle(run.workspace, later);
  const kept = await readAll(databasePath);
  expect(kept).not.toMatch(/visas|Venusians|Martians|stay awake/);
  expect(kept).not.toContain(PEOPLE.candidate.id);
  expect(kept).toContain(reply.ts);
  expect(JSON.stringify(run.workspace.current(reply)?.blocks)).toContain('seven hours');
});

it.each(engines)('over %s nothing that leads to who wants to be forgotten is left', async (_, make) => {
  const made = await make();
  onTestFinished(() => made.remove());
  const run = await startRunning({ bot: { database: made.place } });
  onTestFinished(() => run.stop());
  const { candidate, otherCandidate, teamMember } = PEOPLE;
  const amara = run.workspace.as(candidate.id);
  const channel = CHANNELS.questions.id;
  const team = run.workspace.as(teamMember.id);
  await team.command(channel, '/role office-hours start Drop in');
  await run.idle();
  const asked = amara.post(channel, '@rolecall how long is a watch? And do you sponsor visas for Martians?');
  const other = amara.post(channel, '@rolecall may I keep Venusian cats?');
  run.workspace.as(otherCandidate.id).post(channel, '@rolecall are Jovian dogs welcome?');
  await run.idle();
  amara.edit(other, '@rolecall may I keep Saturnian cats?');
  await run.idle();
  const [reply] = run.replies(asked.ts);
  const [open] = run.replies(other.ts);
  if (reply === undefined || open === undefined) throw new Error('no reply');
  await amara.press(reply, 'Not what I asked');
  await amara.press(open, 'Ask the team');
  await run.idle();
  await amara.command(channel, '/role is there Neptunian tea?');
  await run.idle();
  const before = await readAll(made.place);
  for (const word of ['Martians', 'Saturnian', 'Jovian', candidate.id]) expect(before).toContain(word);
  await amara.command(channel, '/role forget-me');
  await run.idle();
  const question = run.workspace.as(candidate.id).ephemerals.at(-1);
  if (question === undefined) throw new Error('it did not ask');
  await amara.press(question, 'Forget me');
  await run.idle();
  const kept = await readAll(made.place);
  expect(kept).not.toMatch(/Martians|Venusian|Saturnian|Neptunian/);
  expect(kept).not.toContain(candidate.id);
  expect(kept).toContain('Jovian');
  expect(kept).toContain(otherCandidate.id);
});

/** Everything in the database, as one text. */
async function readAll(path: string): Promise<string> {
  const database = await openDatabase(path);
  const tables = await database.introspection.getTables();
  const rows = await Promise.all(
    tables.map(({ name }) =>
      database
        .selectFrom(name as 'replies')
        .selectAll()
        .execute(),
    ),
  );
  await database.destroy();
  return JSON.stringify(rows);
}
