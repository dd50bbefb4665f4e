import { expect, it } from 'vitest';
import { nameEntries } from '../../../src/answer/reply/name-entries.ts';

const entry = (question: string, title: string, note = `${title}.md`) => ({ question, note, post: { title } });

it('names an entry by its question', () => {
  expect(nameEntries([entry('How long?', 'Lead'), entry('Where?', 'Lead')])).toEqual(['How long?', 'Where?']);
});

it('adds the post where two have the same question, and the path where the posts are called alike', () => {
  const [lead, intern] = [entry('How long?', 'Lead'), entry('how long', 'Intern')];
  expect(nameEntries([lead, intern])).toEqual(['How long? (Lead)', 'how long (Intern)']);
  expect(nameEntries([entry('How long?', 'Lead', 'a/lead.md'), entry('How long?', 'Lead', 'b/lead.md')])).toEqual([
    'How long? (a/lead.md)',
    'How long? (b/lead.md)',
  ]);
});
