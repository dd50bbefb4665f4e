// Phrasings files, good and bad.
import { describe, expect, it } from 'vitest';
import { parseNotes } from '../../../src/knowledge/parse-notes.ts';
import { addWordings } from '../../../src/knowledge/phrasings/add-wordings.ts';
import { parsePhrasings } from '../../../src/knowledge/phrasings/parse-phrasings.ts';
import { readPlain } from '../../../src/knowledge/phrasings/read-plain.ts';
import { toSite } from '../../../src/sites/site.ts';
import { createRandom } from '../../create-random.ts';

function parse(text: string) {
  return parsePhrasings({ file: 'faq.phrasings.yml', text });
}

describe('parsePhrasings', () => {
  it('reads lists by entry, and what is not covered', () => {
    const { wordings, notCovered, lines, faults } = parse(
      '# ours\nwhere:\n  - office?\n  - 1000\n\nnot-covered:\n  - pay?\nwhen: []\nhow:\n',
    );
    expect([...wordings]).toEqual([
      ['where', ['office?', '1000']],
      ['when', []],
    ]);
    expect(notCovered).toEqual(['pay?']);
    expect(lines.get('how')).toBe(9);
    expect(faults).toEqual([]);
  });

  it.each([
    ['where: office?\n', 'error', 1, 'no list'],
    ['where:\n  a: b\n', 'error', 1, 'no list'],
    ['a:\n  - x\nb:\n - y: z\n', 'warning', 4, 'no text'],
    ['a:\n  - x\n  -\n', 'warning', 3, 'no text'],
    ['a:\n  - Where is it?\n  - where is it\n', 'warning', 3, 'twice'],
    ['a:\n  - Where is it?\nnot-covered:\n  - where  is it\n', 'warning', 4, '"a" and under "not-covered"'],
    ['a:\n  - "unclosed\n  - other\n', 'error', 2, 'not valid YAML: the quotation mark " is opened and not closed.'],
    ['- a\n- b\n', 'error', 1, 'no list by question'],
    ['just text\n', 'error', 1, 'no list by question'],
  ])('names what is wrong: %j', (text, severity, line, problem) => {
    expect(parse(text).faults).toEqual([
      expect.objectContaining({ severity, line, file: 'faq.phrasings.yml', problem: expect.stringContaining(problem) }),
    ]);
  });

  it('takes an empty file and one with comments only', () => {
    expect(parse('').faults).toEqual([]);
    expect(parse('# later\n').faults).toEqual([]);
  });
});

describe('phrasings of a note', () => {
  const text = '## Where is it?\n\nIn town.\n\n## When is it?\n\nIn May.\n';

  it('go to their entries; an id that is not there is a fault', () => {
    const phrasings = { file: 'faq.phrasings.yml', text: 'where-is-it:\n  - place?\ngone:\n  - x\n' };
    const { entries, faults } = parseNotes([{ note: 'faq.md', text, phrasings }], toSite(), 0);
    expect(entries.map((entry) => entry.phrasings)).toEqual([['place?'], []]);
    expect(faults).toMatchObject([
      { line: 3, problem: expect.stringContaining('"gone"'), mend: expect.stringContaining('when-is-it') },
    ]);
  });

  it('are a fault where two notes share one', () => {
    const one = { note: 'a.md', text, phrasings: { file: 'a.phrasings.yml', text: 'where-is-it:\n  - place?\n' } };
    const two = { note: 'b.md', text, phrasings: { file: 'b.phrasings.yml', text: 'when-is-it:\n  - Place\n' } };
    expect(parseNotes([one, two], toSite(), 0).faults).toMatchObject([
      { severity: 'warning', problem: expect.stringContaining('a.md') },
    ]);
  });
});

describe('readPlain', () => {
  const heads = [
    'where:',
    'when: ',
    'where:',
    'null:',
    'a-1:',
    'Where:',
    '12:',
    'x: []',
    '- x',
    '# note',
    '',
    '   ',
    '\t',
    'no colon',
    '---',
  ];
  const pieces = [
    ...[
      'office',
      'How',
      ' ',
      ' # ',
      '#',
      ':',
      ': ',
      '"',
      "'",
      "''",
      '\\',
      '-',
      '- ',
      ' [',
      '}',
      '&',
      '*',
      '!',
      '|',
      '>',
      '%',
      '@',
      '`',
      ',',
    ],
    ...[
      'null',
      'true',
      'Yes',
      '~',
      '12',
      '1.0',
      'é',
      '東京',
      '?',
      '? ',
      '\t',
      '…',
      '   ',
      '\u0085',
      '\u2028',
      '\r',
      'e.g.',
    ],
  ];

  const openings = ['office', 'How', 'é', 'Yes', 'e.g.', '"', "'", '', '12', '12 true', '0 x'];

  it('reads what YAML reads, or leaves it to YAML', () => {
    const random = createRandom(11);
    const next = (below: number): number => Math.floor(random() * below);
    const pick = (from: readonly string[]): string => from[next(from.length)] ?? '';
    const many = (most: number, make: () => string): string[] => Array.from({ length: next(most + 1) }, make);
    let plain = 0;
    for (let round = 0; round < 2000; round += 1) {
      const wording = (): string =>
        `  - ${pick(openings)}${many(2, () => pick(pieces)).join('')}${pick(['', '', '"', "'", ' # mark'])}`;
      const text = many(2, () => [pick(heads), ...many(3, wording)].join('\n')).join('\n');
      const lists = readPlain(text);
      if (lists === null) continue;
      plain += lists.flatMap(({ wordings }) => wordings).length;
      // The mark of a document's end is not plain: YAML reads the same text.
      expect(parse(text), JSON.stringify(text)).toEqual(parse(`${text}\n...\n`));
    }
    expect(plain).toBeGreaterThan(100);
  });

  it('reads what the program writes', () => {
    const { text } = addWordings(
      { file: 'faq.phrasings.yml', text: '# ours\nwhere:\n  - office?\n' },
      new Map([
        ['where', ['which town: north or south?', "it's where", '"there"']],
        ['not-covered', ['pay?']],
      ]),
      'drafted',
    );
    expect(readPlain(text)?.flatMap(({ wordings }) => wordings)).toHaveLength(5);
  });
});
