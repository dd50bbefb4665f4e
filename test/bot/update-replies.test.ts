// A note changes: replies already posted with its answer follow, and nothing else does.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { createBot } from '../../src/app/create-bot.ts';
import type { StoredMessage } from '../../src/workspace/server/conversation/stored-message.ts';
import { CHANNELS, PEOPLE } from '../../src/workspace/server/state/seed.ts';
import { type Running, startRunning, whenIdle } from './running-bot.ts';

const channel = CHANNELS.questions.id;
const WATCH = 'how long do keepers stay awake on duty?';

let run: Running;
let folder: string;
let databasePath: string;
let original: Readonly<Record<string, string>>;
let questions: StoredMessage[] = [];

const NOTE = 'lighthouse.md';
const PHRASINGS = 'lighthouse.phrasings.yml';

const readNote = (file: string) => readFileSync(join(run.notes, file), 'utf8');

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rolecall-update-'));
  databasePath = join(folder, 'state.sqlite');
  run = await startRunning({ bot: { database: databasePath } });
  original = { [NOTE]: readNote(NOTE), [PHRASINGS]: readNote(PHRASINGS) };
});

afterAll(async () => {
  await run.stop();
  rmSync(folder, { recursive: true });
});

beforeEach(() => run.clock.advance(120_000));

async function ask(text = WATCH): Promise<StoredMessage> {
  const asked = run.workspace.as(PEOPLE.candidate.id).post(channel, text);
  questions.push(asked);
  await run.idle();
  return asked;
}

/** Changes a file on disk and waits until the bot has read it, and done what follows. */
async function touch(change: () => void): Promise<void> {
  const count = () => run.log().split('"Read ').length;
  const before = count();
  change();
  await expect.poll(count, { timeout: 10_000 }).toBeGreaterThan(before);
  await run.idle();
}

async function rewrite(change: (text: string) => string): Promise<void> {
  const text = readNote(NOTE);
  const changed = change(text);
  expect(changed).not.toBe(text);
  await touch(() => writeFileSync(join(run.notes, NOTE), changed));
}

const textOf = (ts: string) => JSON.stringify(run.replies(ts).map(({ blocks }) => blocks));
const updates = () => run.workspace.calls.filter(({ method }) => method === 'chat.update').length;

describe('a changed note', () => {
  afterEach(async () => {
    for (const asked of questions) run.workspace.as(PEOPLE.candidate.id).delete(asked);
    questions = [];
    await run.idle();
    for (const [file, text] of Object.entries(original)) {
      const path = join(run.notes, file);
      if (!existsSync(path) || readNote(file) !== text) await touch(() => writeFileSync(path, text));
    }
  });

  it('changes the replies with that answer, says when, and touches no other; markup alone touches nothing', async () => {
    const watch = await ask();
    const island = await ask('@rolecall would I have to move to the island?');
    const before = textOf(island.ts);

    await rewrite((text) => text.replace('lasts **six hours**', 'lasts\n_six  hours_'));
    expect(updates()).toBe(0);
    expect(textOf(watch.ts)).toContain('**six hours**');

    await rewrite((text) => text.replace(/lasts\s+_six {2}hours_/, 'lasts **four hours**'));
    expect(updates()).toBe(1);
    const today = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(
      Date.now(),
    );
    expect(textOf(watch.ts)).toContain('four hours');
    expect(textOf(watch.ts)).toContain(`updated ${today}`);
    expect(textOf(watch.ts)).toContain('feedback_buttons');
    expect(textOf(island.ts)).toBe(before);
    expect(run.log()).toContain('Replies brought up to date');
  });

  it('that now leads elsewhere counts as changed', async () => {
    await rewrite((text) => text.replace('A watch', 'A [watch](https://harbour.example/a)'));
    const watch = await ask();
    await rewrite((text) => text.replace('example/a)', 'example/b)'));
    expect(textOf(watch.ts)).toContain('https://harbour.example/b');
  });

  it('says first that the role is closed, once it is', async () => {
    const watch = await ask();
    await rewrite((text) => text.replace('date: 2026-10-01', 'date: 2026-10-01\nclosed: true'));
    expect(textOf(watch.ts)).toContain('This role is closed');
  });

  it('that has the entry under another heading leaves the reply as it is', async () => {
    const watch = await ask();
    const before = textOf(watch.ts);
    const updatesBefore = updates();
    await rewrite((text) => text.replace('## How long is a watch', '## How long exactly is a watch'));
    await touch(() => rmSync(join(run.notes, PHRASINGS)));
    expect(textOf(watch.ts)).toBe(before);
    expect(updates()).toBe(updatesBefore);
  });

  it('without the entry says so in the reply, and shows it again once it is back', async () => {
    const watch = await ask();
    await touch(() => rmSync(join(run.notes, NOTE)));
    expect(textOf(watch.ts)).toContain('no longer in the notes');
    expect(textOf(watch.ts)).not.toContain('six hours');
    await touch(() => writeFileSync(join(run.notes, NOTE), original[NOTE] ?? ''));
    expect(textOf(watch.ts)).toContain('six hours');
  });

  it('changes what was shared in the channel too, and keeps who shared it', async () => {
    const priya = run.workspace.as(PEOPLE.teamMember.id);
    await priya.command(channel, `/role ${WATCH}`);
    const answer = await run.workspace.waitFor(() => priya.ephemerals.at(-1));
    await priya.press(answer, 'Share in channel');
    await run.idle();
    await rewrite((text) => text.replace('six hours', 'five hours'));
    const shared = JSON.stringify(run.replies().map(({ blocks }) => blocks));
    expect(shared).toContain('five hours');
    expect(shared).toContain('Priya Raman shared this');
  });
});

it('a note that changed while the bot was away is noticed at the next start', async () => {
  const watch = await ask();
  await run.bot.stop();
  writeFileSync(join(run.notes, NOTE), readNote(NOTE).replace('six hours', 'eight hours'));
  const { botToken, appToken, slackApiUrl } = run.workspace;
  const again = await createBot({
    config: run.config,
    log: pino({ level: 'silent' }),
    clock: run.clock,
    connection: { botToken, by: { kind: 'socket', appToken }, slackApiUrl },
    teamChannel: CHANNELS.team.id,
    database: databasePath,
    port: null,
  });
  onTestFinished(() => again.stop());
  await whenIdle(run.workspace, again);
  expect(textOf(watch.ts)).toContain('eight hours');
});
