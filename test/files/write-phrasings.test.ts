// Learned wordings on disk.
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writePhrasings } from '../../src/files/write-phrasings.ts';
import { temporaryFolder } from './temporary-folder.ts';

const learned = new Map([['q', ['new: one']]]);

describe('writePhrasings', () => {
  it('adds to the file beside the note and leaves nothing else behind', async () => {
    const folder = await temporaryFolder({ 'a/index.md': '', 'a/index.phrasings.yml': '# ours\nq:\n  - old # kept\n' });
    expect(await writePhrasings(folder, 'a/index.md', learned)).toEqual({ file: 'a/index.phrasings.yml', added: 1 });
    expect(await readFile(join(folder, 'a/index.phrasings.yml'), 'utf8')).toBe(
      '# ours\nq:\n  - old # kept\n  - "new: one"\n',
    );
    expect(await writePhrasings(folder, 'a/index.md', learned)).toMatchObject({ added: 0 });
    expect(await readdir(join(folder, 'a'))).toEqual(['index.md', 'index.phrasings.yml']);
  });

  it('makes the file where there is none', async () => {
    const folder = await temporaryFolder({ 'b.md': '' });
    await writePhrasings(folder, 'b.md', learned);
    expect(await readFile(join(folder, 'b.phrasings.yml'), 'utf8')).toBe('q:\n  - "new: one"\n');
  });

  it('leaves a file alone that it does not understand', async () => {
    const folder = await temporaryFolder({ 'c.phrasings.yml': 'q: [' });
    await expect(writePhrasings(folder, 'c.md', learned)).rejects.toThrow('c.phrasings.yml');
    expect(await readFile(join(folder, 'c.phrasings.yml'), 'utf8')).toBe('q: [');
    await mkdir(join(folder, 'd.phrasings.yml'));
    await expect(writePhrasings(folder, 'd.md', learned)).rejects.toThrow(/EISDIR/);
  });
});
