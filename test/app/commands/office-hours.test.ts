// `rolecall office-hours` over a Slack export of a past session: what it writes loads, and answers.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { zip } from '../../exports/zip.ts';
import { NOTES } from '../run-program.ts';
import { runCli } from './run-cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'rolecall-hours-'));
const path = join(folder, 'export.zip');
const notes = join(folder, 'notes');
const env = { KNOWLEDGE_DIR: notes, SITE_URL: 'https://harbour.example' };
const team = ['--team', 'priya', 'U02'];

const users = [
  { id: 'U01', name: 'priya', real_name: 'Priya Raman' },
  { id: 'U02', name: 'mateo', real_name: 'Mateo Silva' },
  { id: 'U11', name: 'amara', real_name: 'Amara Diallo' },
  { id: 'U12', name: 'jonas', real_name: 'Jonas Weber' },
];

/** Seconds of 2 May 2024. */
const at = (minute: number) => `${Date.UTC(2024, 4, 2, 15) / 1000 + minute * 60}.000100`;
const say = (minute: number, user: string, text: string, thread: number | null = null) => ({
  ...{ type: 'message', user, text, ts: at(minute) },
  ...(thread === null ? {} : { thread_ts: at(thread) }),
});

const day = [
  say(0, 'U01', 'Welcome! Ask away, what would you like to know?'),
  say(1, 'U11', 'Hi all! can I bring my dog to the lighthouse?'),
  say(2, 'U12', 'hello everybody'),
  say(3, 'U02', 'let me check', 1),
  say(4, 'U02', 'Yes &amp; gladly, <@U11>:\n• on a *lead*\n• see <https://harbour.example/dogs|the rules> :dog:', 1),
  say(5, 'U12', 'may I bring a dog to the lighthouse'),
  say(6, 'U12', 'Is there a pension plan? My number is 0170 123456789'),
  say(7, 'U01', '<@U12> there is one from the first day on.'),
  say(8, 'U11', 'how many hours does one watch take?'),
  say(9, 'U12', 'Is a doctor within reach?'),
  say(10, 'U11', 'thanks!'),
];

beforeAll(() => {
  cpSync(NOTES, notes, { recursive: true });
  rmSync(join(notes, 'hostile.md'));
  const json = (value: unknown) => Buffer.from(JSON.stringify(value));
  writeFileSync(
    path,
    zip([
      { name: 'users.json', data: json(users) },
      { name: 'channels.json', data: json([{ id: 'C1', name: 'office-hours' }]) },
      { name: 'office-hours/2024-05-02.json', data: json(day) },
      {
        name: 'office-hours/2024-05-03.json',
        data: json([say(1440, 'U11', 'Is there a swimming pool on the rock?')]),
      },
    ]),
  );
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('office-hours', () => {
  it('writes the post and its phrasings, and says what is to be followed up', async () => {
    const args = ['office-hours', path, ...team, '--day', '2024-05-02', '--title', 'An open evening', '--out', notes];
    const { code, out, err } = await runCli(args, { env });
    expect([code, err]).toEqual([0, expect.stringContaining('on this machine only')]);
    expect(out).toContain('2 answered, 1 to follow up, 1 in the notes already.');
    expect(out).toContain('to follow up: Is a doctor within reach?');
    const post = readFileSync(join(notes, '2024-05-02-an-open-evening.md'), 'utf8');
    expect(post).toContain('authors:\n  - Mateo Silva\n  - Priya Raman');
    expect(post).toContain('## Can I bring my dog to the lighthouse?\n\nYes & gladly, Amara Diallo:');
    expect(post).toContain('- on a **lead**\n- see [the rules](https://harbour.example/dogs) 🐶');
    expect(post).not.toMatch(/let me check|U11|0170|swimming/);
    const phrasings = readFileSync(join(notes, '2024-05-02-an-open-evening.phrasings.yml'), 'utf8');
    expect(phrasings).toContain('can-i-bring-my-dog-to-the-lighthouse:');
    expect(phrasings).toContain('may I bring a dog to the lighthouse');
  });

  it('what it wrote loads without a fault, and answers', async () => {
    const { out } = await runCli(['check', '--json'], { env });
    const about = JSON.parse(out).findings.filter(
      ({ file, severity }: { file: string; severity: string }) => file.includes('open-evening') && severity !== 'hint',
    );
    expect(about).toEqual([]);
    const asked = await runCli(['ask', 'is it allowed to bring my dog along to the lighthouse', '--json'], { env });
    expect(JSON.parse(asked.out).matches[0]).toMatchObject({
      anchor: 'can-i-bring-my-dog-to-the-lighthouse',
      url: expect.stringContaining('open-evening'),
    });
  });

  it('leaves alone what is there, and says what is missing', async () => {
    const again = await runCli(
      ['office-hours', path, ...team, '--day', '2024-05-02', '--title', 'An open evening', '--out', notes],
      { env: { ...env, KNOWLEDGE_DIR: NOTES } },
    );
    expect([again.code, again.err]).toEqual([1, expect.stringContaining('is there already')]);
    const nobody = await runCli(['office-hours', path, '--out', folder], { env });
    expect([nobody.code, nobody.err]).toEqual([1, expect.stringContaining('--team')]);
    const none = await runCli(['office-hours', '--json', '--out', folder], { env });
    expect([none.code, JSON.parse(none.out)]).toEqual([1, { files: [], answered: 0, open: [], covered: [] }]);
    expect(none.err).toContain('No office hours were held yet');
  });
});
