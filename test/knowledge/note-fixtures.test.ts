// Notes of every kind beside the entries that come out of them. UPDATE=1 rewrites the expectations.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parseNotes } from '../../src/knowledge/parse-notes.ts';
import { toSite } from '../../src/sites/site.ts';

const folder = join(dirname(fileURLToPath(import.meta.url)), '..', 'fixtures', 'notes');
const fixtures = readdirSync(folder).filter((file) => /\.mdx?$/.test(file));
const now = Date.parse('2024-06-01');

/** Other notes that the fixtures link to. */
const neighbours = [
  { note: 'docs/other.md', text: '---\nslug: other-page\n---\n', phrasings: null },
  { note: 'blog/2022/role/index.md', text: '---\nslug: the-role\n---\n', phrasings: null },
  { note: 'blog/other.md', text: '---\nslug: other-post\n---\n', phrasings: null },
];

function parse(file: string) {
  const source = { note: `docs/${file}`, text: readFileSync(join(folder, file), 'utf8'), phrasings: null };
  const anchors = file.startsWith('kramdown') ? 'kramdown' : 'hugo';
  const variables = { season: 'August', params: { contact: 'desk@example.org', site: 'https://rules.example.org' } };
  const site = toSite({ url: 'https://example.org/', anchors, permalinks: { blog: '/blog/:slug/' }, variables });
  const { entries, posts, faults, lines } = parseNotes([source, ...neighbours], site, now);
  const own = entries.filter(({ note }) => note === source.note);
  return {
    post: posts[0],
    faults,
    entries: own.map(({ question, id, anchor, url, answer, key }) => ({
      question,
      id,
      anchor,
      url,
      line: lines?.get(key),
      answer: answer.split('\n'),
    })),
  };
}

describe('notes of every kind', () => {
  it.each(fixtures)('%s', (file) => {
    const expectation = join(folder, file.replace(/\.mdx?$/, '.json'));
    const found = parse(file);
    if (process.env['UPDATE'] === '1') writeFileSync(expectation, `${JSON.stringify(found, null, 2)}\n`);
    expect(existsSync(expectation), 'an expectation is missing: look at what comes out, then UPDATE=1').toBe(true);
    expect(JSON.parse(JSON.stringify(found))).toEqual(JSON.parse(readFileSync(expectation, 'utf8')));
  });

  it('names the line of every question', () => {
    for (const file of fixtures) {
      const lines = readFileSync(join(folder, file), 'utf8').split('\n');
      for (const { question, line } of parse(file).entries) {
        const words = question.match(/[\p{L}\p{N}]+/gu) ?? [];
        if (line === undefined) continue; // The front matter asks.
        const near = lines.slice((line ?? 0) - 1, (line ?? 0) + 2).join(' ');
        expect(near, `${file}: ${question}`).toContain(words[0] ?? '');
      }
    }
  });

  it('lets no markup of the site through', () => {
    for (const file of fixtures) {
      for (const { answer } of parse(file).entries) {
        const prose = answer
          .join('\n')
          .replace(/^```[\s\S]*?^```$/gm, '')
          .replace(/`[^`]*`/g, '');
        expect(prose, file).not.toMatch(/\{\{|\{%|<\/?(div|span|a|p|br|details|script)\b|<!--|^\{:|^:::/m);
      }
    }
  });
});
