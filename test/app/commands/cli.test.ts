// The command line as a person meets it: what it prints where, and how it ends.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { toEntryKey } from '../../../src/knowledge/entry-key.ts';
import { createStores } from '../../../src/store/create-stores.ts';
import { openDatabase } from '../../../src/store/open-database.ts';
import { type CliSurroundings, runCli, runCliProcess, teams } from './run-cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'rolecall-notes-'));
const env = { KNOWLEDGE_DIR: join(teams, 'library-residency'), SITE_URL: 'https://library.example.org/' };

afterAll(() => {
  rmSync(folder, { recursive: true });
});

const note = `---
title: Garden fellowship
url: https://garden.example.org/fellowship/
---

## How long does the fellowship last?

It lasts nine months, from March to November.

## Do I have to live near the garden?

No. Two visits a month are enough.
`;

function writeNotes(name: string, files: Readonly<Record<string, string>>): string {
  const place = join(folder, name);
  mkdirSync(place, { recursive: true });
  for (const [file, text] of Object.entries(files)) writeFileSync(join(place, file), text);
  return place;
}

/** A state in which the team has taught one wording. */
async function teach(name: string): Promise<string> {
  const state = join(folder, name);
  const database = await openDatabase(join(state, 'rolecall.sqlite'));
  const { learned } = createStores(database);
  await learned.add({
    id: 'w1',
    wording: 'when am I free again',
    entryKey: toEntryKey('fellowship.md', 'how-long-does-the-fellowship-last'),
    note: 'fellowship.md',
    entryId: 'how-long-does-the-fellowship-last',
    exportedAt: null,
    team: 'T1',
    taughtBy: 'U1',
    taughtByName: 'Priya',
    taughtAt: 1,
    channel: 'C1',
    ts: '1.1',
    asker: null,
  });
  await database.destroy();
  return state;
}

describe('ask', () => {
  const garden = { KNOWLEDGE_DIR: writeNotes('garden', { 'fellowship.md': note }) };

  it('shows the decision, the answer and the link', async () => {
    const { code, out, err } = await runCli(['ask', 'How long does the fellowship last?'], { env: garden });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('It lasts nine months, from March to November.');
    expect(out).toContain('https://garden.example.org/fellowship/#how-long-does-the-fellowship-last');
  });

  it('explains the matches in words', async () => {
    const { out } = await runCli(['ask', 'How long does the fellowship last?', '--explain'], { env: garden });
    expect(out).toContain('Found by the question itself: “How long does the fellowship last?”');
    expect(out).toMatch(/Matching words: .*fellowship/);
    expect(out).toContain('Read by words alone.');
  });

  const several = 'How long does the fellowship last? How many months is the fellowship? And what is the salary?';

  it('shows no answer twice, and says what the notes do not answer', async () => {
    const { out } = await runCli(['ask', several], { env: garden });
    expect(out.match(/It lasts nine months/g)).toHaveLength(1);
    expect(out).toContain('“How long does the fellowship last?”\n“How many months is the fellowship?”');
    expect(out).toContain('“And what is the salary?”  The notes do not answer this question.');
  });

  it('tells of each question with --json and in a batch', async () => {
    const { out } = await runCli(['ask', '--batch'], { env: garden, input: `${JSON.stringify({ text: several })}\n` });
    const { questions } = JSON.parse(out);
    expect(questions.map(({ text }: { text: string }) => text)).toEqual([
      'How long does the fellowship last?',
      'How many months is the fellowship?',
      'And what is the salary?',
    ]);
    expect(questions[0]).toMatchObject({ decision: 'answer', reason: 'The notes answer this question.' });
    expect(questions[0].matches[0].anchor).toBe('how-long-does-the-fellowship-last');
    expect(questions[2].decision).toBe('uncovered');
    const alone = await runCli(['ask', several, '--json'], { env: garden });
    expect(JSON.parse(alone.out).questions).toEqual(questions);
  });

  it('prints nothing but JSON with --json', async () => {
    const { code, out } = await runCli(['ask', 'How long does the fellowship last?', '--json'], { env: garden });
    const result = JSON.parse(out);
    expect(code).toBe(0);
    expect(result).toMatchObject({ text: 'How long does the fellowship last?', decision: 'answer' });
    expect(result.matches[0]).toMatchObject({
      anchor: 'how-long-does-the-fellowship-last',
      question: 'How long does the fellowship last?',
      url: 'https://garden.example.org/fellowship/#how-long-does-the-fellowship-last',
    });
  });

  it('answers a batch line by line, in order, whatever stands in the lines', async () => {
    const texts = [
      'Do I have to live near the garden?',
      '',
      '🎉🎉',
      '<https://example.org>',
      'thanks!',
      'x'.repeat(40_000),
    ];
    const input = texts.map((text, at) => `${JSON.stringify({ text, id: at, kind: 'any' })}\n`).join('\n');
    const { code, out } = await runCli(['ask', '--batch', '--as', 'channel'], { env: garden, input });
    const results = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(code).toBe(0);
    expect(results.map(({ text }) => text)).toEqual(texts);
    expect(results[0]).toMatchObject({
      decision: 'answer',
      matches: [{ anchor: 'do-i-have-to-live-near-the-garden' }, {}],
    });
    expect(results.slice(1).map(({ decision }) => decision)).toEqual(Array(5).fill('silent'));
  });

  it('holds the matches whatever the decision', async () => {
    const input = `${JSON.stringify({ text: 'we had a lovely picnic in the garden yesterday' })}\n`;
    const { out } = await runCli(['ask', '--batch', '--as', 'channel'], { env: garden, input });
    const { decision, reason, matches } = JSON.parse(out);
    expect(decision).toBe('silent');
    expect(reason).toBe('It does not read clearly as a question.');
    expect(matches).toHaveLength(2);
  });

  it('keeps the place of a line that is no message, names it, and ends with 1', async () => {
    const { code, out, err } = await runCli(['ask', '--batch'], {
      env: garden,
      input: '{"text": "hi"}\nnonsense\n{"no": 1}\n',
    });
    expect(code).toBe(1);
    expect(out.trim().split('\n')).toHaveLength(3);
    expect(err).toContain('Line 2 of standard input');
    expect(err).toContain('Line 3 of standard input');
  });

  it('counts what the team taught only with --state', async () => {
    const state = await teach('state');
    const withState = { ...garden, STATE_DIR: state };
    const taught = await runCli(['ask', 'when am I free again', '--state', '--json'], { env: withState });
    const untaught = await runCli(['ask', 'when am I free again', '--json'], { env: withState });
    expect(JSON.parse(taught.out)).toMatchObject({
      decision: 'answer',
      matches: [{ anchor: 'how-long-does-the-fellowship-last' }, {}],
    });
    expect(JSON.parse(untaught.out).decision).not.toBe('answer');
  });

  it('says that the state directory refuses the vectors, and still answers by meaning', async () => {
    const notes = join(folder, 'refused');
    mkdirSync(notes);
    writeFileSync(join(notes, 'note.md'), note);
    const refused = { ENCODER: 'bundled', KNOWLEDGE_DIR: notes, STATE_DIR: join(notes, 'note.md', 'state') };
    const { code, out, err } = await runCliProcess(['ask', 'must my home be close by?', '--json'], { env: refused });
    expect(code).toBe(0);
    expect(err).toMatch(/The search goes on with what it has: .*vectors-\w+\.db cannot be used/);
    expect(JSON.parse(out)).toMatchObject({ decision: 'answer' });
  });

  it('asks for a question where there is none', async () => {
    const { code, err } = await runCli(['ask'], { env: garden });
    expect(code).toBe(1);
    expect(err).toContain('give a question');
  });
});

describe('notes', () => {
  it('prints one array of entries with --json', async () => {
    const { code, out } = await runCli(['notes', '--json'], { env });
    const entries = JSON.parse(out);
    expect(code).toBe(0);
    expect(entries).toHaveLength(10);
    for (const entry of entries) {
      expect(Object.keys(entry)).toEqual(['note', 'question', 'anchor', 'url', 'answer', 'phrasings']);
      expect(entry.url).toMatch(/^https:\/\/library\.example\.org\/.+#/);
    }
  });

  it('names a broken note with file, line and mend, and still prints the rest', async () => {
    const place = writeNotes('broken', {
      'good.md': note,
      'bad.md': '---js\n{ title: process.exit(9) }\n---\n## A?\n\nB\n',
    });
    const { code, out, err } = await runCli(['notes'], { env: { KNOWLEDGE_DIR: place } });
    expect(code).toBe(1);
    expect(out).toContain('How long does the fellowship last?');
    expect(err).toMatch(/bad\.md, line 1: .+/);
  });
});

describe('check', () => {
  it('finds what could be better, and ends well where nothing is an error', async () => {
    const { code, out } = await runCli(['check'], { env });
    expect(code).toBe(0);
    expect(out).toMatch(/10 entries: 0 errors/);
  });

  it('ends with 1 where a note cannot be read', async () => {
    const place = writeNotes('broken-again', { 'bad.md': '---\ntitle: "open\n---\n## A?\n\nB\n' });
    const { code, out } = await runCli(['check', '--json'], { env: { KNOWLEDGE_DIR: place } });
    expect(code).toBe(1);
    expect(JSON.parse(out).findings ?? JSON.parse(out)).toContainEqual(
      expect.objectContaining({ severity: 'error', file: 'bad.md' }),
    );
  });
});

describe('eval', () => {
  it('measures a labelled set, as a table and as JSON', async () => {
    const set = join(teams, 'library-residency', 'questions.jsonl');
    const { code, out } = await runCli(['eval', set, '--json'], { env });
    const evaluation = JSON.parse(out);
    expect(code).toBe(0);
    expect(evaluation.covered).toBe(57);
    expect(evaluation.ranking.firstThree).toBeGreaterThan(0.35);
    expect(evaluation.reliability.length).toBeGreaterThan(0);
  });

  it('names the line of a set that is wrong', async () => {
    const set = join(writeNotes('sets', { 'set.jsonl': '{"text":"a","relevant":[]}\n{"text":1}\n' }), 'set.jsonl');
    const { code, err } = await runCli(['eval', set], { env });
    expect(code).toBe(1);
    expect(err).toContain('Line 2');
  });

  it('says which labels no entry has, and leaves out what only they would answer', async () => {
    const lines = '\uFEFF{"text":"a?","relevant":["nowhere"]}\n{"text":"b?","relevant":[]}\n';
    const set = join(writeNotes('sets', { 'odd.jsonl': lines }), 'odd.jsonl');
    const { code, out, err } = await runCli(['eval', set, '--json'], { env });
    expect(err).toContain('No entry has the anchor, id or heading "nowhere"');
    expect(err).toContain('Left out for that: 1 of 2 questions.');
    expect([code, JSON.parse(out).count, JSON.parse(out).covered]).toEqual([0, 1, 0]);
  });

  it('knows an entry by its note where several notes have its anchor', async () => {
    const note = '## May I bring a dog?\n\nOn a lead, into the yard.\n';
    const notes = writeNotes('twins', {
      'a.md': note,
      'b.md': note,
      'set.jsonl':
        '{"text":"May I bring a dog?","relevant":["b.md#may-i-bring-a-dog"]}\n{"text":"dogs?","relevant":["May I bring a dog?"]}\n',
    });
    const { err, out } = await runCli(['eval', join(notes, 'set.jsonl'), '--json'], {
      env: { ...env, KNOWLEDGE_DIR: notes },
    });
    expect(err).not.toContain('No entry has');
    expect(JSON.parse(out).ranking.firstThree).toBe(1);
  });

  it('refuses a set in which nothing is asked', async () => {
    const set = join(writeNotes('sets', { 'empty.jsonl': '\n' }), 'empty.jsonl');
    const { code, err } = await runCli(['eval', set], { env });
    expect(code).toBe(1);
    expect(err).toContain('holds no question');
  });
});

describe('phrasings', () => {
  it('shows where a note lacks wordings', async () => {
    const { code, out } = await runCli(['phrasings', 'questions.md', '--json'], { env });
    expect(code).toBe(0);
    expect(JSON.parse(out).entries).toHaveLength(10);
    expect(JSON.parse(out).entries.every(({ hasFew }: { hasFew: boolean }) => hasFew)).toBe(true);
  });

  it('names the notes where there is none of that name', async () => {
    const { code, err } = await runCli(['phrasings', 'nothing.md'], { env });
    expect(code).toBe(1);
    expect(err).toContain('questions.md');
  });

  it('needs no name where there is one note, and asks for it where there are several', async () => {
    const one = writeNotes('one-note', { 'a.md': '## May I bring a dog?\n\nYes, on a lead.\n' });
    expect((await runCli(['phrasings', 'gaps'], { env: { ...env, KNOWLEDGE_DIR: one } })).code).toBe(0);
    const two = writeNotes('two-notes', { 'a.md': '## May I?\n\nYes.\n', 'b.md': '## Must I?\n\nNo.\n' });
    const { code, err } = await runCli(['phrasings'], { env: { ...env, KNOWLEDGE_DIR: two } });
    expect(code).toBe(1);
    expect(err).toContain('Say which note. The notes: a.md, b.md');
  });
});

describe('export-phrasings', () => {
  it('writes what was learned beside the note, once', async () => {
    const place = join(folder, 'exported');
    cpSync(writeNotes('to-export', { 'fellowship.md': note }), place, { recursive: true });
    const exporting = { KNOWLEDGE_DIR: place, STATE_DIR: await teach('state-to-export') };
    const first = await runCli(['export-phrasings'], { env: exporting });
    expect(first).toMatchObject({ code: 0, out: 'fellowship.phrasings.yml: 1 added\n' });
    const written = parse(readFileSync(join(place, 'fellowship.phrasings.yml'), 'utf8'));
    expect(written).toEqual({ 'how-long-does-the-fellowship-last': ['when am I free again'] });
    expect((await runCli(['export-phrasings'], { env: exporting })).out).toBe('Nothing new was learned.\n');
  });
});

describe('manifest', () => {
  it('prints the variant for HTTP and for another domain', async () => {
    const args = [
      'manifest',
      '--url',
      'https://bot.example.org',
      '--domain',
      'example.org',
      '--command',
      '/garden',
      '--json',
    ];
    const manifest = JSON.parse((await runCli(args)).out);
    expect(manifest.settings.socket_mode_enabled).toBe(false);
    expect(manifest.features.unfurl_domains).toEqual(['example.org']);
    expect(manifest.features.slash_commands[0].command).toBe('/garden');
  });

  it('refuses an address that Slack would refuse', async () => {
    const { code, err } = await runCli(['manifest', '--url', 'http://bot.example.org']);
    expect(code).toBe(1);
    expect(err).toMatch(/https/);
  });
});

describe('stats', () => {
  it('counts what was decided and voted by day and by post, and draws it', async () => {
    const notes = writeNotes('stats', { 'fellowship.md': note });
    const state = join(folder, 'stats-state');
    const database = await openDatabase(join(state, 'rolecall.sqlite'));
    const { decisions, replies, votes } = createStores(database);
    const place = { team: 'T1', channel: 'C1', ts: '1.1' };
    const now = Date.now();
    const decision = { kind: 'answer', reason: 'matched', questions: [] } as const;
    await decisions.save({ ...place, user: 'U1', decision, isAnswered: true, isDone: true, decidedAt: now });
    const entryKey = toEntryKey('fellowship.md', 'how-long-does-the-fellowship-last');
    const entry = { entryKey, question: '', asked: null, passage: null, updatedAt: null, fingerprint: null };
    const reply = {
      ...place,
      ts: '1.2',
      threadTs: '1.1',
      questionTs: '1.1',
      asker: 'U1',
      kind: 'answer',
      purpose: 'auto',
    } as const;
    const empty = { alreadyAnswered: [], notCovered: [], byline: null };
    await replies.save({ ...reply, ...empty, entries: [entry], postedAt: now });
    await votes.save({
      ...place,
      user: 'U1',
      vote: 'not-what-i-asked',
      reason: 'out-of-date',
      entryKeys: [entryKey],
      votedAt: now,
    });
    await database.destroy();
    const page = join(folder, 'stats.html');
    const { code, out } = await runCli(['stats', '--json', '--html', page], {
      env: { KNOWLEDGE_DIR: notes, STATE_DIR: state },
    });
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual({
      days: [
        { day: new Date(now).toISOString().slice(0, 10), decided: { answer: 1, suggest: 0, uncovered: 0, silent: 0 } },
      ],
      posts: [{ title: 'Garden fellowship', answers: 1 }],
      votes: { helpful: 0, 'not-what-i-asked': 1 },
      reasons: { 'another-question': 0, 'out-of-date': 1, 'not-enough': 0 },
    });
    expect(readFileSync(page, 'utf8')).toContain('<td>Garden fellowship</td><td>1</td>');
  });

  it('check draws how far the notes reach', async () => {
    const page = join(folder, 'check.html');
    await runCli(['check', '--html', page], { env: { KNOWLEDGE_DIR: join(teams, '..', 'bot', 'notes') } });
    expect(readFileSync(page, 'utf8')).toMatch(
      /Of a hundred questions that the notes cover.*asked their own wordings/s,
    );
  });
});

describe('a process of its own', () => {
  const garden = { KNOWLEDGE_DIR: writeNotes('process', { 'fellowship.md': note }) };

  it.each<[string, readonly string[], number, CliSurroundings]>([
    ['an answer', ['ask', 'How long does the fellowship last?', '--json'], 0, { env: garden }],
    ['a batch', ['ask', '--batch'], 1, { env: garden, input: '{"text": "hi"}\nnonsense\n' }],
    ['what an assistant said', ['phrasings', 'import', '-'], 1, { env: garden, input: 'Sorry, I cannot.' }],
    ['help', ['ask', '--help'], 0, {}],
    ['a command without what it needs', ['ask'], 1, { env: garden }],
    ['a fault of the configuration', ['notes'], 1, { env: { PORT: 'x' } }],
  ])('prints the same and ends with the same code: %s', async (_, args, code, surroundings) => {
    const result = await runCliProcess(args, surroundings);
    expect(result.code).toBe(code);
    expect(result).toEqual(await runCli(args, surroundings));
  });
});

describe('all commands', () => {
  it.each([
    [],
    ['start'],
    ['ask'],
    ['notes'],
    ['check'],
    ['eval'],
    ['phrasings'],
    ['export-phrasings'],
    ['mcp'],
    ['manifest'],
  ])('show an example in their help: %s', async (...names: readonly string[]) => {
    const { code, out } = await runCli([...names.filter((name) => typeof name === 'string'), '--help']);
    expect(code).toBe(0);
    expect(out).toMatch(/Examples?:\n {2}/);
  });

  it('report every fault of the configuration at once', async () => {
    const { code, out, err } = await runCli(['notes'], { env: { PORT: 'x', MAX_FALSE_REPLIES: 'many' } });
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain('PORT');
    expect(err).toContain('MAX_FALSE_REPLIES');
  });

  it('say the version, and in one sentence that a file is not there', async () => {
    const { version } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'));
    expect(await runCli(['--version'])).toMatchObject({ code: 0, out: `${version}\n` });
    const missing = await runCli(['eval', '/nowhere/labelled.jsonl'], { env });
    expect(missing).toMatchObject({ code: 1, out: '', err: 'rolecall: There is no file /nowhere/labelled.jsonl.\n' });
    const answers = await runCli(['phrasings', 'import', '/nowhere/answers.yml'], { env });
    expect(answers).toMatchObject({ code: 1, out: '', err: 'rolecall: There is no file /nowhere/answers.yml.\n' });
    const wrong = await runCli(['eval', tmpdir()], { env });
    expect(wrong.err).toBe(`rolecall: ${tmpdir()} cannot be read: it is a folder, and not a file.\n`);
    const nowhere = await runCli(['stats', '--html', '/nowhere/stats.html'], { env });
    expect(nowhere.err).toBe('rolecall: /nowhere/stats.html cannot be written: there is no such file or folder.\n');
    const unbuilt = await runCli(['check', '--site', '/nowhere/public'], { env });
    expect(unbuilt).toMatchObject({ code: 1, out: '' });
    expect(unbuilt.err).toContain('rolecall: There is no folder /nowhere/public.');
  });
});
