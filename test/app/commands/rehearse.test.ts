// `rolecall phrasings mine` and `rolecall rehearse` over a Slack export, as a person meets them.
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { makeExport } from '../../exports/made-export.ts';
import { zip } from '../../exports/zip.ts';
import { runCli, teams } from './run-cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'rolecall-export-'));
const path = join(folder, 'export.zip');

beforeAll(() => writeFileSync(path, zip(makeExport())));

afterAll(() => {
  rmSync(folder, { recursive: true });
});

function copyNotes(): { readonly KNOWLEDGE_DIR: string; readonly SITE_URL: string } {
  const notes = mkdtempSync(join(folder, 'notes-'));
  cpSync(join(teams, 'library-residency', 'residency'), notes, { recursive: true });
  cpSync(join(teams, '..', 'languages', 'de.md'), join(notes, 'de.md'));
  return { KNOWLEDGE_DIR: notes, SITE_URL: 'https://library.example.org/' };
}

describe('rehearse', () => {
  it('tells what it would have said, how often, and why it would not', async () => {
    const { code, out, err } = await runCli(['rehearse', path, '--team', 'mona', 'nobody'], { env: copyNotes() });
    expect(code).toBe(0);
    expect(err).toContain('Reads #general, #help, #hilfe, on this machine only.');
    expect(err).toContain('Not public, and read only where --channel names them: #D01, #jury.');
    expect(err).toContain('Nobody in the export is called nobody.');
    expect(out).toMatch(
      /^264 messages of 5 people in #general, #help, #hilfe, from 2026-01-05 to 2026-02-11 \(5\.3 weeks\)\.\nIt would have spoken in the channel [\d.]+ times a week/,
    );
    for (const heading of [
      'Answered, by entry:',
      'Questions that are not in the notes, alike ones together:',
      'Left alone, and why:',
    ])
      expect(out).toContain(heading);
    expect(out).toContain('The team answers for itself: a team member wrote it.');
    expect(out).toContain('It speaks to somebody else.');
    expect(out).toContain('It is a reply in a thread in which the bot has not answered this person.');
    for (const secret of ['ravi@example.org', 'Build 41', 'pay the residents']) expect(out).not.toContain(secret);
  });

  it('counts the same in JSON as ask --as channel decides', async () => {
    const env = copyNotes();
    const lines = [
      'Is there somewhere to sleep?',
      'the cake is in the kitchen',
      'Is there somewhere to sleep?',
      'what is the boiling point of lead',
    ];
    const file = join(folder, 'lines.txt');
    writeFileSync(file, lines.join('\n'));
    const { out } = await runCli(['rehearse', file, '--json'], { env });
    const input = lines.map((text) => JSON.stringify({ text })).join('\n');
    const asked = await runCli(['ask', '--batch', '--as', 'channel'], { env, input });
    const decisions = asked.out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).decision);
    const counts = Object.fromEntries(
      ['answer', 'suggest', 'uncovered', 'silent'].map((kind) => [
        kind,
        decisions.filter((decision) => decision === kind).length,
      ]),
    );
    expect(JSON.parse(out)).toMatchObject({ messages: 4, people: 0, period: null, decisions: counts });
    expect(counts).toMatchObject({ answer: 2, silent: 1 });
    expect(JSON.parse(out).answered[0]).toMatchObject({ id: 'is-there-somewhere-to-sleep', count: 2 });
  });

  it('writes one page that lets nothing in from elsewhere and escapes what people wrote', async () => {
    const attack = '<script>alert(1)</script> "><img src=x onerror=alert(1)> is there somewhere to sleep?';
    const file = join(folder, 'attack.txt');
    writeFileSync(file, `${attack}\n</ul><b onclick='x'>what is the boiling point of lead?\n`);
    const page = join(folder, 'page.html');
    const { code, out } = await runCli(['rehearse', file, '--html', page], { env: copyNotes() });
    expect(code).toBe(0);
    expect(out).toContain('2 messages.');
    const html = readFileSync(page, 'utf8');
    expect(html).toMatch(
      /<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-[\w+/=]+'; /,
    );
    expect(html).not.toMatch(/<script|<img|<b onclick|onerror=alert\(1\)>|style="|<link|url\(/);
    expect(html).toContain('boiling point of lead');
    expect(readdirSync(folder).filter((name) => name.startsWith('.rolecall'))).toEqual([]);
  });

  it.each<[string, readonly string[], string]>([
    ['there is none', ['rehearse', '/nowhere.zip'], 'There is no file /nowhere.zip.'],
    [
      'it lacks a channel',
      ['rehearse', path, '--channel', 'kitchen'],
      'The export has no channel kitchen. It has: D01, general, help, hilfe, jury',
    ],
  ])('says so where %s', async (_, args, problem) => {
    expect(await runCli(args, { env: copyNotes() })).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringContaining(problem),
    });
  });

  it('says so where nobody wrote anything', async () => {
    const file = join(folder, 'empty.txt');
    writeFileSync(file, '\n\n');
    expect(await runCli(['rehearse', file], { env: copyNotes() })).toMatchObject({
      code: 0,
      out: 'Nobody wrote anything there: no message was found.\n',
    });
  });
});

describe('phrasings mine', () => {
  it('puts real questions to their entries, marked, and names what no note answers', async () => {
    const env = copyNotes();
    const { code, out } = await runCli(['phrasings', 'mine', path, '--team', 'mona', '--all'], { env });
    expect(code).toBe(0);
    expect(out).toMatch(/^264 messages asked \d+ questions, \d+ different ones: /);
    const text = readFileSync(join(env.KNOWLEDGE_DIR, 'questions.phrasings.yml'), 'utf8');
    expect(
      text
        .trim()
        .split('\n')
        .filter((line) => line.startsWith('  - '))
        .every((line) => line.endsWith(' # asked in Slack')),
    ).toBe(true);
    const wordings: string[] = Object.values(parse(text) as Record<string, string[]>).flat();
    expect(wordings.length).toBeGreaterThan(4);
    const [, doubtful = ''] = /look at these first.*\n((?: {2}\d+% {2}“.*\n)+)/.exec(out) ?? [];
    const shares = [...doubtful.matchAll(/^ {2}(\d+)% {2}“(.*)” \(questions\.md#/gm)];
    expect(shares.map(([, share]) => Number(share))).toEqual(
      shares.map(([, share]) => Number(share)).sort((a, b) => a - b),
    );
    expect(shares.length).toBeGreaterThan(0);
    for (const [, , wording = ''] of shares) expect(wordings).toContain(wording);
    for (const wording of wordings) expect(wording).not.toMatch(/mona|ravi|@|deploy|residents\?/i);
    expect(new Set(wordings.map((wording) => wording.toLowerCase())).size).toBe(wordings.length);
    expect(out).toMatch(/\n\d+ messages ask somebody by name and are left out; --team names those who answer/);
  });

  it('counts what people ask the team by name', async () => {
    const ask = async (...team: string[]) =>
      JSON.parse((await runCli(['phrasings', 'mine', path, '--team', ...team, '--json'], { env: copyNotes() })).out);
    const [without, counted] = [await ask('mona'), await ask('mona', 'lena')];
    expect(counted.toOthers).toBeLessThan(without.toOthers);
    expect(counted.messages).toBe(without.messages);
    expect(JSON.stringify([counted.missing, counted.unsure, counted.files])).toContain('how long will you stay');
    expect(JSON.stringify([without.missing, without.unsure])).not.toContain('how long will you stay');
  });

  it('reads a private channel only where it is named', async () => {
    const env = copyNotes();
    const { out } = await runCli(['phrasings', 'mine', path, '--channel', 'jury', '--json'], { env });
    expect(JSON.parse(out)).toMatchObject({ messages: 1 });
  });
});
