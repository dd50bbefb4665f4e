// The knowledge folder over time: what breaks stays at its last good state and is named.
import { mkdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { KnowledgeFolder, readKnowledge } from '../../src/files/knowledge-folder.ts';
import { temporaryFolder } from './temporary-folder.ts';

const now = (): number => Date.parse('2024-06-01');

function note(answer: string): string {
  return `---\ntitle: T\n---\n## Q?\n\n${answer}`;
}

describe('readKnowledge', () => {
  it('reads notes and phrasings below the folder, in order of their paths', async () => {
    const folder = await temporaryFolder({
      'b.md': note('B'),
      'a/z.markdown': note('Z'),
      'a/z.phrasings.yml': 'q:\n  - z?\n',
      'a/index.md': note('I'),
      'a/index.phrasings.yaml': 'q:\n  - i?\n',
      'a/.hidden.md': note('no'),
      '.git/x.md': note('no'),
      '_private/x.md': note('no'),
      'node_modules/p/README.md': note('no'),
      'a/notes.txt': note('no'),
    });
    const { entries, faults } = await readKnowledge({ folder, now });
    expect(entries.map(({ note, phrasings }) => [note, ...phrasings])).toEqual([
      ['a/index.md', 'i?'],
      ['a/z.markdown', 'z?'],
      ['b.md'],
    ]);
    expect(faults).toEqual([]);
  });

  it('reads what Quarto has written rather than its source', async () => {
    const folder = await temporaryFolder({
      'a.md': '## One?\n\nWritten.',
      'a.qmd': '## One?\n\nSource.',
      'b.qmd': '## Two?\n\nSource.',
    });
    const { entries } = await readKnowledge({ folder, now: Date.now });
    expect(entries.map(({ note, answer }) => [note, answer])).toEqual([
      ['a.md', 'Written.'],
      ['b.qmd', 'Source.'],
    ]);
  });

  it('rejects only where there is no folder', async () => {
    await expect(readKnowledge({ folder: '/nowhere/at/all', now })).rejects.toThrow(/ENOENT/);
    await expect(readKnowledge({ folder: await temporaryFolder({}), now })).resolves.toMatchObject({
      entries: [],
      faults: [],
    });
  });

  it('names what cannot be read and goes on', async () => {
    const folder = await temporaryFolder({
      'bytes.md': new Uint8Array([...Buffer.from('## Q?\n\nA\n'), 0xff, 0xfe, ...Buffer.from('\nB')]),
      'code.md': '---js\nglobalThis.escaped = true\n---\n## Q?\n\nA',
      'open.md': '---\ntitle: x\n\n## Q?\n\nA',
      'good.md': note('A'),
      'lonely.phrasings.yml': 'q:\n  - x\n',
      'folder.md/inside.md': note('I'),
      'huge.md': `## Q?\n\n${'x'.repeat(2_100_000)}`,
    });
    await symlink(join(folder, 'missing.md'), join(folder, 'link.md'));
    const { entries, faults } = await readKnowledge({ folder, now });
    expect(entries.map(({ note }) => note)).toEqual(['folder.md/inside.md', 'good.md']);
    expect(Object.fromEntries(faults.map(({ file, line, severity }) => [file, `${severity} ${line}`]))).toEqual({
      'bytes.md': 'error 4',
      'code.md': 'error 1',
      'open.md': 'error 1',
      'link.md': 'error null',
      'huge.md': 'error null',
      'lonely.phrasings.yml': 'warning null',
    });
    for (const { problem, mend } of faults) expect(Math.min(problem.length, mend.length)).toBeGreaterThan(10);
  });

  it('are read in the encodings of Windows editors', async () => {
    const text = '\u{feff}## Où ?\r\n\r\nIci.\r\n';
    const folder = await temporaryFolder({
      'a.md': text,
      'b.md': Buffer.from(text, 'utf16le'),
      'c.md': Buffer.from(text, 'utf16le').swap16(),
    });
    const { entries, faults } = await readKnowledge({ folder, now });
    expect(faults).toEqual([]);
    expect(entries.map(({ question, answer }) => [question, answer])).toEqual(Array(3).fill(['Où ?', 'Ici.']));
  });

  it('is not caught in a loop of links', async () => {
    const folder = await temporaryFolder({ 'a/x.md': note('X') });
    await symlink(folder, join(folder, 'a', 'up'));
    await symlink(join(folder, 'a'), join(folder, 'b'));
    const { entries } = await readKnowledge({ folder, now });
    expect(entries.map(({ note }) => note)).toEqual(['a/x.md', 'b/x.md']);
  });
});

describe('the last good state', () => {
  it('of a note stays while it cannot be read', async () => {
    const folder = await temporaryFolder({ 'a.md': note('Old.'), 'b.md': note('B.') });
    const source = new KnowledgeFolder({ folder });
    await source.read(now());
    await writeFile(join(folder, 'a.md'), '---\ntitle: [\n---\n## Q?\n\nNew.');
    await writeFile(join(folder, 'b.md'), note('Changed.'));
    for (const _ of ['once', 'twice']) {
      const { entries, faults } = await source.read(now());
      expect(entries.map(({ answer }) => answer)).toEqual(['Old.', 'Changed.']);
      expect(faults).toMatchObject([{ severity: 'error', file: 'a.md', line: 2 }]);
    }
    await writeFile(join(folder, 'a.md'), note('Mended.'));
    const { entries, faults } = await source.read(now());
    expect(entries.map(({ answer }) => answer)).toEqual(['Mended.', 'Changed.']);
    expect(faults).toEqual([]);
  });

  it('of a note stays while its text is too deep for the parser', async () => {
    const folder = await temporaryFolder({ 'a.md': note('Old.'), 'b.md': note('B.') });
    const source = new KnowledgeFolder({ folder });
    await source.read(now());
    await writeFile(join(folder, 'a.md'), note('<div>'.repeat(20_000)));
    const { entries, faults } = await source.read(now());
    expect(entries.map(({ answer }) => answer)).toEqual(['Old.', 'B.']);
    expect(faults).toMatchObject([{ severity: 'error', file: 'a.md', problem: expect.stringContaining('parsed') }]);
  });

  it('of phrasings stays too', async () => {
    const folder = await temporaryFolder({ 'a.md': note('A.'), 'a.phrasings.yml': 'q:\n  - old\n' });
    const source = new KnowledgeFolder({ folder });
    await source.read(now());
    await writeFile(join(folder, 'a.phrasings.yml'), 'q: [');
    const broken = await source.read(now());
    expect(broken.entries[0]?.phrasings).toEqual(['old']);
    expect(broken.faults).toMatchObject([{ severity: 'error', file: 'a.phrasings.yml' }]);
  });

  it('goes with its file, and moves with it', async () => {
    const folder = await temporaryFolder({ 'a.md': note('A.') });
    const source = new KnowledgeFolder({ folder });
    await source.read(now());
    await mkdir(join(folder, 'sub'));
    await rename(join(folder, 'a.md'), join(folder, 'sub', 'a.md'));
    expect((await source.read(now())).entries.map(({ note }) => note)).toEqual(['sub/a.md']);
    await rm(join(folder, 'sub'), { recursive: true });
    expect((await source.read(now())).entries).toEqual([]);
  });

  it('does not keep a note that became a draft or expired', async () => {
    let time = Date.parse('2024-06-01');
    const folder = await temporaryFolder({ 'a.md': '---\nexpiryDate: 2024-07-01\n---\n## Q?\n\nA.' });
    const source = new KnowledgeFolder({ folder });
    expect((await source.read(time)).entries).toHaveLength(1);
    time = Date.parse('2024-07-02');
    expect((await source.read(time)).entries).toHaveLength(0);
  });

  it('does not hide that another note moved', async () => {
    const folder = await temporaryFolder({
      'a.md': note('See [b](b.md).'),
      'b.md': '---\nurl: https://b.org/one/\n---\n',
    });
    const source = new KnowledgeFolder({ folder });
    expect((await source.read(now())).entries[0]?.answer).toBe('See [b](https://b.org/one/).');
    await writeFile(join(folder, 'b.md'), '---\nurl: https://b.org/two/\n---\n');
    expect((await source.read(now())).entries[0]?.answer).toBe('See [b](https://b.org/two/).');
  });
});

describe('which notes are read', () => {
  it('follows NOTES', async () => {
    const folder = await temporaryFolder({ 'a/x.md': note('X'), 'a/old/y.md': note('Y'), 'b/z.md': note('Z') });
    const read = async (...notes: readonly string[]) =>
      (await readKnowledge({ folder, notes, now })).entries.map(({ note: path }) => path);
    expect(await read('a/**', '!**/old/**')).toEqual(['a/x.md']);
    expect(await read('!a')).toEqual(['b/z.md']);
    expect(await read()).toEqual(['a/old/y.md', 'a/x.md', 'b/z.md']);
  });
});

describe('a date that comes', () => {
  it('is told to whoever watches, though no file changes', async () => {
    const soon = Math.ceil((Date.now() + 300) / 1000) * 1000; // Dates in notes are whole seconds.
    const folder = await temporaryFolder({
      'a.md': `---\npublishDate: ${new Date(soon).toISOString()}\n---\n## Q?\n\nA.`,
    });
    const source = new KnowledgeFolder({ folder });
    expect((await source.read(Date.now())).entries).toEqual([]);
    let stop: () => Promise<void> = async () => {};
    await new Promise<void>((resolve) => {
      stop = source.watch(resolve);
    });
    await stop();
    expect((await source.read(soon + 1)).entries).toHaveLength(1);
  });
});
