// What assistants say, in every form in which they say it.
import { describe, expect, it } from 'vitest';
import { readProposals } from '../../../src/use-cases/phrasings/read-proposals.ts';

const json =
  '{"entries": [{"id": "pay", "wordings": ["how much", "what\'s the \\"salary\\""]}], "notCovered": ["visa?"]}';
const whole = {
  entries: [{ id: 'pay', wordings: ['how much', 'what\'s the "salary"'] }],
  notCovered: ['visa?'],
  isCutOff: false,
};

describe('readProposals', () => {
  it.each([
    ['JSON', json],
    ['JSON in a fence', `Sure! Here you are:\n\n\`\`\`json\n${json}\n\`\`\`\nShall I write more?`],
    ['JSON in a fence that does not end', `Here:\n\`\`\`\n${json}`],
    ['JSON within prose', `Sure [as you said]: ${json} I hope this {helps}.`],
    ['JSON behind thoughts', `<think>perhaps {"entries": [{"id": "x", "wordings": ["y"]}]}</think>${json}`],
    ['JSON with a byte order mark and Windows lines', `\uFEFF${json.replaceAll(', ', ',\r\n')}`],
    ['an object by id', '{"pay": ["how much", "what\'s the \\"salary\\""], "not-covered": ["visa?"]}'],
    ['YAML', 'Here is the file:\n\npay:\n  - how much\n  - what\'s the "salary"\nnot-covered:\n  - visa?\n'],
    ['YAML in a fence', '```yaml\npay:\n- how much\n- what\'s the "salary"\nnot-covered: [visa?]\n```'],
    [
      'Markdown',
      'Of course!\n\n### pay\n\n- how much\n- "what\'s the "salary""\n\n**Not covered:**\n1. visa?\n\nShall I go on?',
    ],
    [
      'Markdown with names in code',
      '1. `pay`:\n   * how much\n   * what\'s the "salary"\n\n2. **not-covered**\n   * visa?\n',
    ],
    [
      'objects for wordings',
      '{"entries": [{"id": "pay", "wordings": [{"text": "how much"}, {"wording": "what\'s the \\"salary\\""}]}], "not_covered": ["visa?"]}',
    ],
  ])('reads %s', (_, said) => {
    expect(readProposals(said)).toEqual(whole);
  });

  it('takes a wording that stands where a list was asked for', () => {
    const said = '{"entries": [{"id": "pay", "wordings": "how much"}, {"id": "time", "wordings": null}]}';
    expect(readProposals(said)?.entries).toEqual([
      { id: 'pay', wordings: ['how much'] },
      { id: 'time', wordings: [] },
    ]);
  });

  it('takes what is whole of an answer that ends in the middle, wherever that is', () => {
    const long =
      '{"entries": [{"id": "pay", "wordings": ["how much", "pay day"]}, {"id": "time", "wordings": ["how {long}", "until when"]}]}';
    for (let end = long.indexOf('pay day') + 8; end < long.length - 1; end += 1) {
      const read = readProposals(long.slice(0, end));
      expect(read?.isCutOff, long.slice(0, end)).toBe(true);
      expect(read?.entries[0]).toEqual({ id: 'pay', wordings: ['how much', 'pay day'] });
      for (const wording of read?.entries[1]?.wordings ?? []) expect(['how {long}', 'until when']).toContain(wording);
    }
  });

  it('joins several fences', () => {
    const said =
      '```json\n{"entries": [{"id": "a", "wordings": ["x"]}]}\n```\nand\n```json\n{"entries": [{"id": "b", "wordings": ["y"]}]}\n```';
    expect(readProposals(said)?.entries.map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it.each([
    ['in prose', (one: string, other: string) => `First:\n${one}\nAnd {the} rest:\n${other}\nDone.`],
    [
      'of which the first stands in a fence',
      (one: string, other: string) => `\`\`\`json\n${one}\n\`\`\`\nand\n${other}`,
    ],
    ['of which the second stands in a fence', (one: string, other: string) => `${one}\n\`\`\`\n${other}\n\`\`\``],
  ])('joins two answers %s, the second of which ends in the middle', (_, toText) => {
    const one = '{"entries": [{"id": "a", "wordings": ["x"]}]}';
    const said = toText(one, '{"entries": [{"id": "b", "wordings": ["y", "z');
    const read = readProposals(said.endsWith('Done.') ? said.slice(0, -7) : said);
    expect(read?.entries.map(({ id, wordings }) => [id, wordings[0]]).sort()).toEqual([
      ['a', 'x'],
      ['b', 'y'],
    ]);
    expect(read?.isCutOff).toBe(true);
  });

  it('takes lists in Markdown beside JSON', () => {
    const said = `${'{"entries": [{"id": "a", "wordings": ["x"]}]}'}\n\nAnd for the second one:\n\n## b\n- y\n- z\n`;
    expect(readProposals(said)?.entries).toEqual([
      { id: 'a', wordings: ['x'] },
      { id: 'b', wordings: ['y', 'z'] },
    ]);
  });

  it.each([
    ['nothing', ''],
    ['a refusal', 'I cannot help with that.'],
    ['other JSON', '{"error": {"message": "overloaded"}}'],
    ['brackets without end', '['.repeat(100_000)],
    ['braces without end', '{"a":'.repeat(100_000)],
    ['aliases', 'a: &a [x]\nb: &b [*a, *a]\nc: [*b, *b]\n'.replace('[x]', '[]')],
  ])('finds nothing in %s', (_, said) => {
    expect(readProposals(said)).toBeNull();
  });

  it('never expands an alias', () => {
    expect(readProposals('```yaml\npay: &all\n  - how much\nother: *all\n```')?.entries).toEqual([
      { id: 'pay', wordings: ['how much'] },
    ]);
  });
});
