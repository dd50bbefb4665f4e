// Which headings are entries among the pages of a whole site, and what their questions are called there.
import { describe, expect, it } from 'vitest';
import { parseNotes } from '../../src/knowledge/parse-notes.ts';
import { toSite } from '../../src/sites/site.ts';

const now = Date.parse('2024-06-01');

/** Pages that ask nothing, so many that they are a whole site. */
const pages = Array.from({ length: 24 }, (_, at) => ({
  note: `guide/page-${at}.md`,
  text: `# Page ${at}\n\n## Steps\n\nTurn it on.`,
  phrasings: null,
}));

function read(notes: Readonly<Record<string, string>>, others = pages) {
  const sources = Object.entries(notes).map(([note, text]) => ({ note, text, phrasings: null }));
  const { entries } = parseNotes([...others, ...sources], toSite({ url: 'https://example.org/' }), now);
  return entries.map(({ question }) => question);
}

const article = '# Sheds\n\n## Fees\n\nNone.\n\n## How do I leave?\n\nTell us.\n\n## Team\n\nFive people.';

describe('a note of questions', () => {
  it('is one among few notes where a third of its headings ask, among many where two of three do', () => {
    expect(read({ 'sheds.md': article }, [])).toEqual(['Fees', 'How do I leave?', 'Team']);
    expect(read({ 'sheds.md': article })).toEqual(['How do I leave?']);
    expect(
      read({ 'sheds.md': `${article}\n\n## Who may come?\n\nAll.\n\n## Is it far?\n\nNo.\n\n## Is it cold?\n\nYes.` }),
    ).toEqual(['Fees', 'How do I leave?', 'Team', 'Who may come?', 'Is it far?', 'Is it cold?']);
  });

  it('takes all headings where its name says so, but none that is its own name or leads to other pages', () => {
    expect(read({ 'sheds-faq.md': article })).toEqual(['Fees', 'How do I leave?', 'Team']);
    expect(read({ 'faq/index.md': '# FAQs\n\nWhat people ask us.' })).toEqual([]);
    const links =
      '# FAQ\n\n## Saws\n\n- [How do I borrow one?](borrow.md)\n- [May I lend it on?](lend.md)\n\n## Fees\n\nNone.';
    expect(read({ 'faq/index.md': links })).toEqual(['Fees']);
  });

  it('leaves out what stands in every text where only its folder is named so', () => {
    const text = '# Saws do not start\n\n## Symptoms\n\nSilence.\n\n## No spark at all\n\nClean the plug.';
    expect(read({ 'faq/saws.md': text })).not.toContain('Symptoms');
  });
});

describe('a question that is asked again and again', () => {
  it('is told from its likes by the heading above it', () => {
    const step = (name: string) => `## Removed: ${name}\n\n### What should I do?\n\nUse another one.`;
    const text = `# News\n\n${['the hammer', 'the saw', 'the drill'].map(step).join('\n\n')}`;
    expect(read({ 'news.md': text })).toEqual([
      'Removed: the hammer: What should I do?',
      'Removed: the saw: What should I do?',
      'Removed: the drill: What should I do?',
    ]);
  });

  it('is told from its likes on other pages by the title of its own', () => {
    const page = (title: string) => `# ${title}\n\n## What went wrong?\n\nIt broke.`;
    const titles = ['No spark', 'No fuel', 'Dull blade', 'Loose chain', 'Wet plug'];
    const notes = Object.fromEntries(titles.map((title, at) => [`errors/e${at}.md`, page(title)]));
    expect(read(notes)).toEqual(titles.map((title) => `${title}: What went wrong?`));
    expect(read(notes, [])).toEqual(titles.map(() => 'What went wrong?'));
  });

  it('keeps its words in notes that are called FAQ', () => {
    const notes = Object.fromEntries(
      ['a', 'b', 'c', 'd', 'e'].map((name) => [`${name}/faq.md`, '## Is it paid?\n\nYes.']),
    );
    expect(read(notes)).toEqual(Array.from({ length: 5 }, () => 'Is it paid?'));
  });
});

describe('what only looks like a question', () => {
  it('is a question mark in quotation marks', () => {
    expect(
      read({ 'icons.md': '# Icons\n\n## Default: "?"\n\nThe sign.\n\n## Shape\n\nRound.\n\n## Why "twice"?\n\nSo.' }),
    ).toEqual(['Why "twice"?']);
  });
});
