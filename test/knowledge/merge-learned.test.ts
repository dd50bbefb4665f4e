// Learned wordings count among the phrasings of their entries, and what vanished is offered as a rename.
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../src/knowledge/entry.ts';
import { toEntryKey } from '../../src/knowledge/entry-key.ts';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import type { LearnedWording } from '../../src/knowledge/learned-wording.ts';
import { mergeLearned } from '../../src/knowledge/merge-learned.ts';

const post = {
  note: 'role.md',
  title: 'Role',
  date: null,
  authors: [],
  url: null,
  closed: false,
  deadline: null,
};

function entry(id: string, phrasings: readonly string[] = []): Entry {
  const key = toEntryKey('role.md', id);
  return { key, note: 'role.md', id, question: id, anchor: id, url: null, answer: 'Yes.', phrasings, post };
}

function learned(entryId: string, wording: string, exportedAt: number | null = null): LearnedWording {
  const id = `${entryId}/${wording}`;
  return { id, wording, entryKey: toEntryKey('role.md', entryId), note: 'role.md', entryId, exportedAt };
}

const knowledge: Knowledge = {
  entries: [entry('can-i-work-remotely', ['home office?']), entry('is-there-a-salary-band')],
  posts: [post],
  notCovered: ['what is the pay?', 'do you sponsor visas?'],
  faults: [],
};

const phrasingsOf = (merged: { readonly knowledge: Knowledge }) =>
  merged.knowledge.entries.map(({ phrasings }) => phrasings);

describe('mergeLearned', () => {
  it('puts a wording last', () => {
    const merged = mergeLearned(knowledge, [learned('can-i-work-remotely', 'from my kitchen?')]);
    expect(phrasingsOf(merged)).toEqual([['home office?', 'from my kitchen?'], []]);
  });

  it('lets the team overrule a phrasing and a not-covered wording', () => {
    const merged = mergeLearned(knowledge, [
      learned('is-there-a-salary-band', 'What is the pay'),
      learned('is-there-a-salary-band', 'Home office'),
    ]);
    expect(phrasingsOf(merged)).toEqual([[], ['What is the pay', 'Home office']]);
    expect(merged.knowledge.notCovered).toEqual(['do you sponsor visas?']);
  });

  it('leaves to the file what was exported and stands in it by now, and to the state what does not', () => {
    const merged = mergeLearned(knowledge, [
      learned('can-i-work-remotely', 'Home office', 1),
      learned('can-i-work-remotely', 'From my kitchen', 1),
    ]);
    expect(merged.settled).toEqual(['can-i-work-remotely/Home office']);
    expect(phrasingsOf(merged)[0]).toEqual(['home office?', 'From my kitchen']);
  });

  it('names an entry that vanished once, with its likely new name, and quotes nobody', () => {
    const merged = mergeLearned(knowledge, [
      learned('can-i-work-remotely-from-home', 'my kitchen?'),
      learned('can-i-work-remotely-from-home', 'my garden?'),
      learned('what-about-pets', 'my dog?'),
    ]);
    expect(phrasingsOf(merged)).toEqual([['home office?'], []]);
    const texts = merged.knowledge.faults.map(({ file, problem, mend }) => `${file}: ${problem} ${mend}`);
    expect(texts).toHaveLength(2);
    expect(texts[0]).toContain('2 wordings were learned for "can-i-work-remotely-from-home"');
    expect(texts[0]).toContain(`=${toEntryKey('role.md', 'can-i-work-remotely')}`);
    expect(texts[1]).toContain('Give the question its old id back');
    expect(texts.join()).not.toMatch(/kitchen|garden|dog/);
  });

  it('changes nothing where nothing was learned', () => {
    expect(mergeLearned(knowledge, []).knowledge).toBe(knowledge);
  });
});
