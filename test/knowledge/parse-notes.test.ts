// Notes together: order, keys, what is left out, what is broken.
import { describe, expect, it } from 'vitest';
import { parseNotes } from '../../src/knowledge/parse-notes.ts';
import { toNotesJson } from '../../src/knowledge/to-notes-json.ts';
import { toSite } from '../../src/sites/site.ts';

const now = Date.parse('2024-06-01');

function source(note: string, text: string) {
  return { note, text, phrasings: null };
}

describe('parseNotes', () => {
  it('gives entries in reading order, with keys that hang on note and id only', () => {
    const notes = [source('a.md', '## One?\n\n1\n\n## Two?\n\n2'), source('b.md', '## One?\n\n3')];
    const { entries } = parseNotes(notes, toSite(), now);
    expect(entries.map(({ question }) => question)).toEqual(['One?', 'Two?', 'One?']);
    expect(new Set(entries.map(({ key }) => key)).size).toBe(3);
    for (const { key } of entries) expect(key).toMatch(/^[0-9a-f]{16}$/);
    const later = parseNotes(
      [source('a.md', '# Title\n\n## One?\n\nAnother answer.')],
      toSite({ url: 'https://a.org' }),
      now,
    );
    expect(later.entries[0]?.key).toBe(entries[0]?.key);
  });

  it('leaves drafts out and names what is broken, and goes on', () => {
    const notes = [
      source('draft.md', '---\ndraft: true\n---\n## Q?\n\nA'),
      source('broken.md', '---\na: [\n---\n## Q?\n\nA'),
      source('good.md', '## Q?\n\nA'),
    ];
    const { entries, posts, faults } = parseNotes(notes, toSite(), now);
    expect(entries.map(({ note }) => note)).toEqual(['good.md']);
    expect(posts.map(({ note }) => note)).toEqual(['good.md']);
    expect(faults).toMatchObject([{ severity: 'error', file: 'broken.md' }]);
  });

  it.each([
    ['Des questions ?', 0],
    ['Noch Fragen?', 0],
    ['¿Preguntas?', 0],
    ['Ready?', 0],
    ['Who answers questions?', 1],
    ['Où ça ?', 1],
  ])('takes a title that asks, and none that calls on the reader: %s', (title, count) => {
    const { entries } = parseNotes([source('a.md', `---\ntitle: "${title}"\n---\nCome to the gate.`)], toSite(), now);
    expect(entries).toHaveLength(count);
  });

  it.each([
    ['Trouble with the lock — for guests', ['It does not open', 'It does not close']],
    ['How do I open the lock?', ['How do I open the lock?']],
    ['How to open the old lock', ['How to open the old lock']],
  ])('takes what folds on a page in a folder of questions: %s', (title, questions) => {
    const folds = ['It does not open', 'It does not close'].map((each) => `::: details ${each}\nOil it.\n:::\n`);
    const text = `# ${title}\n\nTurn the key twice.\n\n## At the door\n\n${folds.join('\n')}`;
    const { entries } = parseNotes([source('faq/lock.md', text)], toSite(), now);
    expect(entries.map(({ question }) => question)).toEqual(questions);
  });

  it.each([
    ['寄附のキャンセル依頼が発生したとき', 1],
    ['お金', 2],
  ])('takes a page of a folder of questions whose title says what is asked as one entry: %s', (title, count) => {
    const text = `---\ntitle: ${title}\n---\n案内します。\n\n## 同月の場合\n\n連絡します。\n\n## 翌月の場合\n\n待ちます。`;
    const { entries } = parseNotes([source('faq/cancel.md', text)], toSite(), now);
    expect(entries).toHaveLength(count);
  });

  it.each([
    [3, ['How are they written?']],
    [2, ['Names', 'Dates', 'Words', 'How are they written?']],
  ])('takes a README among %i files of questions for what says how they are written', (count, questions) => {
    const topics = ['Names', 'Dates', 'Words'].map((each) => `## ${each}\n\nIn English.\n\n`);
    const text = `# Our files\n\n${topics.join('')}## How are they written?\n\nBriefly.`;
    const others = Array.from({ length: count }, (_, at) => source(`faq/part/${at}.md`, `Text ${at}.`));
    const notes = [source('faq/README.md', text), ...others];
    expect(parseNotes(notes, toSite(), now).entries.map(({ question }) => question)).toEqual(questions);
    expect(parseNotes(notes, toSite({ generator: 'vitepress' }), now).entries).toHaveLength(4);
  });

  it.each([
    ['README.md', 'Contributing to the FAQ', 1],
    ['faq/CONTRIBUTING.md', 'Files', 1],
    ['faq/rules.md', 'Guidelines for answers', 1],
    ['README.md', 'FAQ of contributors', 4],
    ['faq/rules.md', 'Rules', 4],
  ])('takes %s, "%s", for %i entries', (note, title, count) => {
    const topics = ['Names', 'Dates', 'Words'].map((each) => `## ${each}\n\nIn English.\n\n`);
    const text = `# ${title}\n\n${topics.join('')}## Who reads them?\n\nAll.`;
    expect(parseNotes([source(note, text)], toSite(), now).entries).toHaveLength(count);
  });

  it('takes a file of a folder of questions for the answer to its title, whatever its headings ask', () => {
    const body = '#### Is it locked?\n\nLock it.\n\n#### Is it dry?\n\nDry it.';
    const note = `---\ntitle: How do I keep my boat safe?\n---\n${body}`;
    const { entries } = parseNotes([source('faq/safe.md', note), source('boats/safe.md', note)], toSite(), now);
    expect(entries.map(({ note: path, question }) => [path, question])).toEqual([
      ['faq/safe.md', 'How do I keep my boat safe?'],
      ['faq/safe.md', 'Is it locked?'],
      ['faq/safe.md', 'Is it dry?'],
      ['boats/safe.md', 'Is it locked?'],
      ['boats/safe.md', 'Is it dry?'],
    ]);
    expect(entries[0]?.answer).toBe(body);
  });

  it('names no word for the day that Quarto puts a date in place of', () => {
    const text = '---\ndate: last-modified\n---\n## Q?\n\nA';
    expect(parseNotes([source('a.qmd', text)], toSite(), now).faults).toEqual([]);
    expect(parseNotes([source('a.qmd', text.replace('last-', ''))], toSite(), now).faults).toHaveLength(1);
  });

  it('shows no name of a file for a picture that has no address', () => {
    const text =
      '## Q?\n\nA. ![shot 2.png](shot.png)\n\n## R?\n\n![shot.png](shot.png)\n\n## S?\n\n![The shed](shot.png)';
    const { entries } = parseNotes([source('a.md', text)], toSite(), now);
    expect(entries.map(({ question, answer }) => [question, answer])).toEqual([
      ['Q?', 'A.'],
      ['S?', 'The shed'],
    ]);
  });

  it('leaves questions unlinked without an address', () => {
    const { entries } = parseNotes([source('a.md', '## Q?\n\nSee [there](x.md).')], toSite(), now);
    expect(toNotesJson(entries)).toEqual([
      { note: 'a.md', question: 'Q?', anchor: 'q', url: null, answer: 'See there.', phrasings: [] },
    ]);
  });

  it.each([
    [
      'a title that says what is asked',
      'support/faq/resize.md',
      '# How to resize a disk\n\nStop it.\n\n## By hand\n\nB.',
      ['How to resize a disk'],
    ],
    [
      'a title in the front matter',
      '_questions/a/quota.md',
      '---\ntitle: Disk quota is exceeded\n---\nC.\n\n## Steps\n\nD.',
      ['Disk quota is exceeded'],
    ],
    ['a group of topics', 'faq/money.md', '# Money\n\n## Salary\n\nE.\n\n## Travel\n\nF.', ['Salary', 'Travel']],
    ['several questions', 'faq/all.md', '# All that you may ask\n\n## Who?\n\nG.\n\n## When?\n\nH.', ['Who?', 'When?']],
    ['a page of the folder', 'faq/README.md', '# What people ask us most\n\n## Food\n\nI.', ['Food']],
  ])('takes a file in a folder of questions as one of them: %s', (_, note, text, expected) => {
    const { entries } = parseNotes([source(note, text)], toSite(), now);
    expect(entries.map(({ question }) => question)).toEqual(expected);
  });

  it.each([
    ['nothing', ''],
    ['white space', ' \n\t\n'],
    ['a null byte', '## Q\0?\n\nA\0'],
    ['only fences', '```\n## Q?\n\nA'],
    ['an open comment', '<!-- ## Q?\n\nA'],
    ['an open tag', '<details><summary>Q?\n\nA <b'],
    ['an open shortcode', '## Q?\n\n{{< figure src="x\n\nA'],
    ['deep quotes', `${'>'.repeat(200)} x`],
    ['deeper quotes than the parser', `${'>'.repeat(1500)} x`],
    ['deeper tags than the parser', `${'<div>'.repeat(20_000)}`],
    ['deep lists', Array.from({ length: 60 }, (_, depth) => `${'  '.repeat(depth)}- x`).join('\n')],
    ['many brackets', `## Q?\n\n${'['.repeat(3000)}x`],
    ['a heading of braces and ids', `## Q? {${'#a'.repeat(5000)} x\n\nA`],
    ['a long line of brackets', `## Q?\n\n${'('.repeat(50_000)}`],
    ['a long line of backticks', `## Q?\n\n${'`x'.repeat(5000)}`],
    ['many shortcodes', `## Q?\n\n${'{{< a >}}`b`'.repeat(2000)}`],
    ['many open tags', `## Q?\n\n${'<b>'.repeat(500)}`],
    ['lone surrogates', '## Q \ud800?\n\nA \udfff'],
    ['control and direction signs', '## Q\u202e?\n\nA\u0007'],
  ])('survives %s', (_, text) => {
    expect(() => parseNotes([source('a.md', text)], toSite({ url: 'https://a.org' }), now)).not.toThrow();
  });
});
