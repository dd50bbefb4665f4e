// A small site of every generator: its entries, with the addresses and anchors that its generator gives them.
// Where they come from: bench/real-sites.mjs. UPDATE=1 writes what comes out; look at it before it is kept.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readKnowledge } from '../../src/files/knowledge-folder.ts';

const folder = join(dirname(fileURLToPath(import.meta.url)), '..', 'fixtures', 'sites');
const sites = readdirSync(folder, { withFileTypes: true }).filter((each) => each.isDirectory());
const now = (): number => Date.parse('2024-06-01');

async function read(site: string, below = '') {
  const { entries, faults } = await readKnowledge({ folder: join(folder, site, below), now });
  return {
    entries: entries.map(({ note, question, anchor, url, answer }) => ({ note, question, anchor, url, answer })),
    faults,
  };
}

describe('a small site', () => {
  it.each(sites.map(({ name }) => name))('of %s', async (site) => {
    const expectation = join(folder, `${site}.json`);
    const found = await read(site);
    if (process.env['UPDATE'] === '1') writeFileSync(expectation, `${JSON.stringify(found, null, 2)}\n`);
    expect(existsSync(expectation), 'an expectation is missing').toBe(true);
    expect(found).toEqual(JSON.parse(readFileSync(expectation, 'utf8')));
  });

  it.each([
    ['hugo', 'content/faq'],
    ['docusaurus', 'docs'],
    ['mkdocs', 'docs'],
    ['vitepress', 'docs'],
    ['sphinx', 'docs/faq.md'],
    ['astro', 'src/content/docs/guides'],
    ['quarto', 'help'],
    ['mdbook', 'src/faq'],
    ['eleventy', 'pages/help'],
  ])('of %s keeps its addresses where only %s is read', async (site, below) => {
    const whole = await read(site);
    const part = await read(site, below);
    const urls = whole.entries.map(({ url }) => url);
    expect(part.entries.length).toBeGreaterThan(0);
    for (const { url } of part.entries) expect(urls).toContain(url);
  });
});
