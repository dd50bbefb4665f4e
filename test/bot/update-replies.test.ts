// A note changes: replies already posted with its answer follow, and nothing else does.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startBot } from '../../src/app/create-bot.ts';
import { CHANNELS, PEOPLE } from '../../src/workspace/server/state/seed.ts';
import { type Running, startForTest } from './running-bot.ts';

const channel = CHANNELS.questions.id;
const WATCH = 'how long do keepers stay awake on duty?';

async function ask(run: Running, text = WATCH) {
  const asked = run.workspace.as(PEOPLE.candidate.id).post(channel, text);
  await run.idle();
  return asked;
}

/** Changes a note on disk and waits until the bot has read it. */
async function rewrite(run: Running, note: string, change: (text: string) => string): Promise<void> {
  const path = join(run.notes, note);
  const count = () => run.log().split('"Read ').length;
  const before = count();
  const text = readFileSync(path, 'utf8');
  const changed = change(text);
  expect(changed).not.toBe(text);
  writeFileSync(path, changed);
  await expect.poll(count, { timeout: 10_000 }).toBeGreaterThan(before);
  await run.idle();
}

const textOf = (run: Running, ts: string) => JSON.stringify(run.replies(ts).map(({ blocks }) => blocks));
const updates = (run: Running) => run.workspace.calls.filter(({ method }) => method === 'chat.update').length;

describe('a changed note', () => {
  it('changes the replies with that answer, says when, and touches no other; markup alone touches nothing', async () => {
    const run = await startForTest();
    const watch = await ask(run);
    const island = await ask(run, '@rolecall would I have to move to the island?');
    const before = textOf(run, island.ts);

    await rewrite(run, 'lighthouse.md', (text) => text.replace('lasts **six hours**', 'lasts\n_six  hours_'));
    expect(updates(run)).toBe(0);
    expect(textOf(run, watch.ts)).toContain('**six hours**');

    await rewrite(run, 'lighthouse.md', (text) => text.replace(/lasts\s+_six {2}hours_/, 'lasts **four hours**'));
    expect(updates(run)).toBe(1);
    const today = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(
      Date.now(),
    );
    expect(textOf(run, watch.ts)).toContain('four hours');
    expect(textOf(run, watch.ts)).toContain(`updated ${today}`);
    expect(textOf(run, watch.ts)).toContain('vote_helpful');
    expect(textOf(run, island.ts)).toBe(before);
    expect(run.log()).toContain('Replies brought up to date');
  });

  it('that now leads elsewhere counts as changed', async () => {
    const run = await startForTest();
    await rewrite(run, 'lighthouse.md', (text) => text.replace('A watch', 'A [watch](https://harbour.example/a)'));
    const watch = await ask(run);
    await rewrite(run, 'lighthouse.md', (text) => text.replace('example/a)', 'example/b)'));
    expect(textOf(run, watch.ts)).toContain('https://harbour.example/b');
  });

  it('says first that the role is closed, once it is', async () => {
    const run = await startForTest();
    const watch = await ask(run);
    await rewrite(run, 'lighthouse.md', (text) => text.replace('date: 2026-10-01', 'date: 2026-10-01\nclosed: true'));
    expect(textOf(run, watch.ts)).toContain('This role is closed');
  });

  it('that lost the entry, or is gone, leaves the reply as it is', async () => {
    const run = await startForTest();
    const watch = await ask(run);
    const before = textOf(run, watch.ts);
    await rewrite(run, 'lighthouse.md', (text) =>
      text.replace('## How long is a watch', '## What is the length of a shift'),
    );
    rmSync(join(run.notes, 'lighthouse.phrasings.yml'));
    await run.idle();
    expect(textOf(run, watch.ts)).toBe(before);
    expect(updates(run)).toBe(0);
  });

  it('changes what was shared in the channel too, and keeps who shared it', async () => {
    const run = await startForTest();
    const priya = run.workspace.as(PEOPLE.teamMember.id);
    await priya.command(channel, `/role ${WATCH}`);
    const answer = await run.workspace.waitFor(() => priya.ephemerals.at(-1));
    await priya.press(answer, 'Share in channel');
    await run.idle();
    await rewrite(run, 'lighthouse.md', (text) => text.replace('six hours', 'five hours'));
    const shared = JSON.stringify(run.replies().map(({ blocks }) => blocks));
    expect(shared).toContain('five hours');
    expect(shared).toContain('priya shared this');
  });

  it('is noticed at the next start, where it happened while the bot was away', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'rolecall-update-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const databasePath = join(folder, 'state.sqlite');
    const run = await startForTest({ bot: { databasePath } });
    const watch = await ask(run);
    await run.bot.stop();
    const path = join(run.notes, 'lighthouse.md');
    writeFileSync(path, readFileSync(path, 'utf8').replace('six hours', 'eight hours'));
    const { botToken, appToken, slackApiUrl } = run.workspace;
    const again = await startBot({
      config: run.config,
      log: pino({ level: 'silent' }),
      connection: { botToken, by: { kind: 'socket', appToken }, slackApiUrl },
      teamChannel: CHANNELS.team.id,
      databasePath,
      port: null,
    });
    onTestFinished(() => again.stop());
    await run.workspace.idle(() => again.inFlight.size > 0);
    expect(textOf(run, watch.ts)).toContain('eight hours');
  });
});
