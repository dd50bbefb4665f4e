// Editions of one note: which of them answers.
import { describe, expect, it } from 'vitest';
import { findRepeated } from '../../src/knowledge/find-repeated.ts';
import { parseNotes } from '../../src/knowledge/parse-notes.ts';
import { toSite } from '../../src/sites/site.ts';

const text = '## When is the summit?\n\nIn May.';

/** The notes whose question answers for none but itself. */
function kept(...notes: readonly string[]): readonly string[] {
  const sources = notes.map((note) => ({ note, text, phrasings: null }));
  const { entries } = parseNotes(sources, toSite({ url: 'https://example.org/' }), 0);
  const repeated = findRepeated(entries);
  return entries.filter(({ key }) => !repeated.has(key)).map(({ note }) => note);
}

describe('findRepeated', () => {
  it.each([
    ['years', ['events/2022/eu/faq.md', 'events/2024/eu/faq.md', 'events/2023/eu/faq.md'], ['events/2024/eu/faq.md']],
    ['years in names', ['camp-2023/faq.md', 'camp-2024/faq.md'], ['camp-2024/faq.md']],
    ['days', ['2024-01-03-faq.md', '2024-03-01-faq.md'], ['2024-03-01-faq.md']],
    ['versions', ['v1.9/faq.md', 'v1.10/faq.md', 'v1.2/faq.md'], ['v1.10/faq.md']],
    ['versions and the current text', ['faq.md', '3.x/faq.md'], ['faq.md']],
    ['what is not out yet', ['next/faq.md', '3.x/faq.md'], ['3.x/faq.md']],
    ['versions of Docusaurus', ['docs/faq.md', 'versioned_docs/version-2.0/faq.md'], ['docs/faq.md']],
    ['languages', ['de/faq.md', 'en/faq.md', 'pt-BR/faq.md'], ['en/faq.md']],
    ['languages in names', ['faq.fr.md', 'faq.md'], ['faq.md']],
    [
      'languages of Docusaurus',
      ['i18n/fr/docusaurus-plugin-content-docs/current/faq.md', 'docs/faq.md'],
      ['docs/faq.md'],
    ],
    [
      'other notes',
      ['na/2024/x.md', 'eu/2023/x.md', 'team/faq.md', 'role/faq.md'],
      ['na/2024/x.md', 'eu/2023/x.md', 'team/faq.md', 'role/faq.md'],
    ],
  ])('keeps of %s the newest', (_, notes, expected) => {
    expect(kept(...notes)).toEqual(expected);
  });

  it('keeps what a newer edition does not say', () => {
    const site = toSite();
    const sources = [
      { note: '2022/faq.md', text: `${text}\n\n## Is there a mask?\n\nYes.`, phrasings: null },
      { note: '2024/faq.md', text, phrasings: null },
    ];
    const { entries } = parseNotes(sources, site, 0);
    expect([...findRepeated(entries).values()].map(({ note }) => note)).toEqual(['2024/faq.md']);
  });
});
