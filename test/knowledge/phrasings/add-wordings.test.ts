// Learned wordings in the text of a phrasings file.
import { describe, expect, it } from 'vitest';
import { addWordings } from '../../../src/knowledge/phrasings/add-wordings.ts';

const file = 'faq.phrasings.yml';
const old = `# Read me first.

where:
  # people from abroad
  - where is it?
  - "office: which one?" # quoted

not-covered:
  - salary?
`;

describe('addWordings', () => {
  it('keeps comments, order and quotes', () => {
    const { text, added } = addWordings(
      { file, text: old },
      new Map([
        ['where', ['in which town?']],
        ['when', ['what: day?', '- odd']],
        ['not-covered', ['visa?']],
      ]),
    );
    expect(added).toBe(4);
    expect(text).toBe(`# Read me first.

where:
  # people from abroad
  - where is it?
  - "office: which one?" # quoted
  - in which town?

not-covered:
  - salary?
  - visa?
when:
  - "what: day?"
  - "- odd"
`);
  });

  it('leaves out what stands there already, and then changes nothing', () => {
    expect(addWordings({ file, text: old }, new Map([['when', ['Where is  it', 'SALARY', ' ']]]))).toEqual({
      text: old,
      added: 0,
    });
  });

  it('begins a file that is empty or only has a comment', () => {
    expect(addWordings({ file, text: '' }, new Map([['a', ['b']]])).text).toBe('a:\n  - b\n');
    expect(addWordings({ file, text: '# ours\n' }, new Map([['a', ['b']]])).text).toContain('# ours\n');
    expect(addWordings({ file, text: 'a: []\n' }, new Map([['a', ['b']]])).text).toBe('a:\n  - b\n');
  });

  it('does not touch a file that it cannot read', () => {
    expect(() => addWordings({ file, text: 'a: [' }, new Map([['a', ['b']]]))).toThrow(file);
  });
});
