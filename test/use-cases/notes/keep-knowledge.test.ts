// What the start says of the notes: three lines, and of each kind of fault the first few.
import { expect, it } from 'vitest';
import { KnowledgeFolder } from '../../../src/files/knowledge-folder.ts';
import { NotesIndex } from '../../../src/index/notes-index.ts';
import { KnowledgeKeeper } from '../../../src/use-cases/notes/keep-knowledge.ts';
import { temporaryFolder } from '../../files/temporary-folder.ts';

const listener = { onProgress: () => {}, onSwap: () => {}, onFault: () => {} };

/** What reading these notes once says. */
async function hear(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const said: string[] = [];
  const note = (_: unknown, text: string): void => void said.push(text);
  const source = new KnowledgeFolder({ folder: await temporaryFolder(files) });
  const index = new NotesIndex({ source, encoder: null, maxFalseReplies: 0.05, maxQuietSuggestions: 0.3 }, listener);
  const logger = { info: note, warn: note, error: note, debug: note };
  await new KnowledgeKeeper({ index, clock: { now: () => 0 }, logger }).reload();
  await index.close();
  return said;
}

it('says that there is nothing to answer with, where no note has a question', async () => {
  expect(await hear({ 'picture.txt': 'no note' })).toEqual([
    'There is no note to read.',
    'Read 0 entries from 0 notes',
    expect.stringMatching(/^There is nothing to answer with: KNOWLEDGE_DIR/),
  ]);
});

it('says what was taken and what was not, and does not repeat each fault of a kind', async () => {
  const broken = Array.from({ length: 9 }, (_, at) => [`broken-${at}.md`, '---\na: [\n---\n## Who?\n\nAll.'] as const);
  const said = await hear({
    ...Object.fromEntries(broken),
    'faq.md': '## Who?\n\nAll.\n\n## Rooms\n\nTwo.',
    'about.md': '## Us\n\nWe.',
  });
  expect(said.filter((line) => /\bgave\b|could not be read/.test(line))).toEqual([
    '1 note of 11 gave 2 entries; every heading counts.',
    '9 notes could not be read: broken-0.md, broken-1.md, broken-2.md and 6 more.',
    '1 note gave none, for nothing in it asks: about.md.',
  ]);
  expect(said.filter((line) => line.includes('not valid YAML'))).toHaveLength(3);
  expect(said).toContain('… and 6 more of this kind: npm run rolecall -- check shows them');
});
