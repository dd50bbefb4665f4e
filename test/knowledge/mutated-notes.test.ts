// Notes with something broken in them: nothing is thrown, nothing is lost without a word, and the question behind the
// broken part is still found. MUTATIONS says how many notes are read (`npm run fuzz`: 10,000).
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseNotes } from '../../src/knowledge/parse-notes.ts';
import { toSite } from '../../src/sites/site.ts';
import { createRandom } from '../create-random.ts';

const folder = join(import.meta.dirname, '..', 'fixtures', 'notes');
const texts = readdirSync(folder)
  .filter((file) => /\.mdx?$/.test(file))
  .map((file) => readFileSync(join(folder, file), 'utf8'));
const markup = [
  '**',
  '_',
  '`',
  '```\n',
  '> ',
  '- ',
  '1. ',
  '|',
  '[^1]',
  '](',
  '  \n',
  '\\\n',
  '\n\n',
  '    ',
  '# ',
  '---\n',
];
const elements = [
  '<div>',
  '</div>',
  '<b',
  '<Card title="',
  '/>',
  '<select multiple>',
  '<details>',
  '<!--',
  '-->',
  '&#x',
];
const generators = ['{{< x >}}', '{{%', '{% for a in b %}', '{%', '}}', '???', '!!! note "', ':::', '{#', '[[', '%%'];
const signs = ['\u0000', '؟', '\ud800', '\u202e', '？'];
const inserted = [...markup, ...elements, ...generators, ...signs];
const count = Number(process.env['MUTATIONS'] ?? 200);

function mutate(text: string, random: () => number): string {
  const length = 60 + Math.floor(random() * 140);
  const from = Math.floor(random() * Math.max(text.length - length, 1));
  let note = text.slice(from, from + length);
  for (let times = 1 + Math.floor(random() * 3); times > 0; times -= 1) {
    const at = Math.floor(random() * note.length);
    const what = inserted[Math.floor(random() * inserted.length)] ?? '';
    note = note.slice(0, at) + what + note.slice(at + (random() < 0.5 ? 0 : what.length));
  }
  return `## Is this the beginning?\n\nIt is.\n\n${note}\n\n## Is this the end?\n\nThat it is.\n`;
}

/** What takes in all that follows where nobody closes it: fences, comments, elements, templates. */
const swallows = /```|~~~|<|^(\+\+\+|---)|\{::comment|\{\{[<%]|\{%|\{\/\*|=\{|\{`/im;

describe('mutated notes', () => {
  it('are read', { timeout: 30_000 + count * 60 }, () => {
    const random = createRandom(18);
    const site = toSite({ url: 'https://example.org/' });
    for (let done = 0; done < count; done += 1) {
      const text = mutate(texts[done % texts.length] ?? '', random);
      const { entries, faults } = parseNotes([{ note: 'a.md', text, phrasings: null }], site, 0);
      expect(
        faults.filter(({ severity }) => severity === 'error'),
        text,
      ).toEqual([]);
      const found = entries.map(({ question }) => question);
      expect(found, text).toContain('Is this the beginning?');
      if (!swallows.test(text)) expect(found, text).toContain('Is this the end?');
      for (const { answer, question } of entries)
        expect(Math.min(answer.length, question.length), text).toBeGreaterThan(0);
    }
  });
});
