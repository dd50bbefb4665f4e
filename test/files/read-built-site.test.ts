// Pages of a built site, found by their addresses.
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readBuiltPages } from '../../src/files/read-built-site.ts';
import { temporaryFolder } from './temporary-folder.ts';

describe('readBuiltPages', () => {
  it('finds a page by every form of its address, and nothing outside the folder', async () => {
    const files = ['public/faq/index.html', 'public/about.html', 'public/index.html', 'secret.html'];
    const folder = await temporaryFolder(Object.fromEntries(files.map((file) => [file, file])));
    const pages = ['faq/', 'faq', 'about', 'about.html', '', 'none/', '..%2Fsecret'].map(
      (path) => `https://e.org/team/${path}`,
    );
    const found = await readBuiltPages(join(folder, 'public'), pages, 'https://e.org/team/');
    expect([...found.values()]).toEqual([
      'public/faq/index.html',
      'public/faq/index.html',
      'public/about.html',
      'public/about.html',
      'public/index.html',
      null,
      null,
    ]);
    const unknown = await readBuiltPages(join(folder, 'public'), pages.slice(0, 1), null);
    expect([...unknown.values()]).toEqual(['public/faq/index.html']);
    await expect(readBuiltPages(join(folder, 'nowhere'), pages, null)).rejects.toThrow();
  });
});
