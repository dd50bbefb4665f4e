// What is kept about people goes after RETENTION_DAYS; which entry was posted where stays, so old replies can still be corrected.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { expect, it, onTestFinished } from 'vitest';
import { createBot } from '../../src/app/create-bot.ts';
import { openDatabase } from '../../src/store/open-database.ts';
import { CHANNELS, PEOPLE } from '../../src/workspace/server/state/seed.ts';
import { startRunning, whenIdle } from './running-bot.ts';

const dayMs = 86_400_000;

it('texts and askers older than RETENTION_DAYS are removed at the next look', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'rolecall-retention-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const databasePath = join(folder, 'state.sqlite');
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
