// Changes on disk are heard, however an editor makes them.
import { appendFile, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { KnowledgeFolder } from '../../src/files/knowledge-folder.ts';
import { temporaryFolder } from './temporary-folder.ts';

const now = Date.parse('2024-06-01');

/** Watches a folder with one note; `answers` are those read after the last change that was heard. */
async function watched(files: Readonly<Record<string, string>>) {
  const folder = await temporaryFolder(files);
  const source = new KnowledgeFolder({ folder });
  const state = { heard: 0, answers: [] as readonly string[] };
  await source.read(now);
  const stop = source.watch(() => {
    state.heard += 1;
    void source.read(now).then(
      ({ entries }) => {
        state.answers = entries.map(({ answer, phrasings }) => [answer, ...phrasings].join(' | '));
      },
      () => undefined,
    );
  });
  onTestFinished(stop);
  await writeFile(join(folder, 'probe.md'), '## Probe?\n\nHeard.');
  await vi.waitFor(() => expect(state.answers).toContain('Heard.'), { timeout: 10_000, interval: 20 });
  return { folder, state, stop };
}

async function hears(state: { readonly answers: readonly string[] }, answer: string): Promise<void> {
  await vi.waitFor(() => expect(state.answers).toContain(answer), { timeout: 10_000, interval: 20 });
}

describe('watch', () => {
  it('hears a note that is written, made, moved and removed', async () => {
    const { folder, state } = await watched({ 'a.md': '## Q?\n\nOld.' });
    await writeFile(join(folder, 'a.md'), '## Q?\n\nNew.');
    await hears(state, 'New.');
    await mkdir(join(folder, 'deep', 'er'), { recursive: true });
    await writeFile(join(folder, 'deep', 'er', 'b.md'), '## P?\n\nMade.');
    await hears(state, 'Made.');
    await rm(join(folder, 'deep'), { recursive: true });
    await vi.waitFor(() => expect(state.answers).not.toContain('Made.'), { timeout: 10_000 });
  });

  it('hears an editor that writes beside the file and renames, and one that writes in steps', async () => {
    const { folder, state } = await watched({ 'a.md': '## Q?\n\nOld.' });
    await writeFile(join(folder, '.a.md.swp'), '## Q?\n\nSwapped.');
    await rename(join(folder, '.a.md.swp'), join(folder, 'a.md'));
    await hears(state, 'Swapped.');
    await writeFile(join(folder, 'a.md'), '');
    await appendFile(join(folder, 'a.md'), '---\ntitle: x\n');
    await appendFile(join(folder, 'a.md'), '---\n## Q?\n\nIn steps.');
    await hears(state, 'In steps.');
  });

  it('hears phrasings, and a folder put in the place of another', async () => {
    const { folder, state } = await watched({ 'a.md': '## Q?\n\nA.', 'next/a.md': '## Q?\n\nNext.' });
    await writeFile(join(folder, 'a.phrasings.yml'), 'q:\n  - said\n');
    await hears(state, 'A. | said');
    await rename(join(folder, 'next'), join(folder, 'moved'));
    await writeFile(join(folder, 'moved', 'c.md'), '## C?\n\nMoved.');
    await hears(state, 'Moved.');
  });

  it('hears notes in MDX, and data', async () => {
    const { folder, state } = await watched({
      'a.mdx': '## Q?\n\nOld.',
      '_data/faq.yml': '- question: P?\n  answer: Old data.\n',
    });
    await writeFile(join(folder, 'a.mdx'), '## Q?\n\nNew.');
    await hears(state, 'New.');
    await writeFile(join(folder, '_data', 'faq.yml'), '- question: P?\n  answer: New data.\n');
    await hears(state, 'New data.');
  });

  it('is silent about other files, and after it is stopped', async () => {
    const { folder, state, stop } = await watched({ 'a.md': '## Q?\n\nA.' });
    const other = await watched({ 'a.md': '## Q?\n\nA.' });
    await writeFile(join(folder, 'b.md'), '## B?\n\nB.');
    await hears(state, 'B.');
    const before = state.heard;
    await writeFile(join(folder, 'notes.txt'), 'x');
    await writeFile(join(folder, '.hidden.md'), 'x');
    await writeFile(join(other.folder, 'b.md'), '## B?\n\nLater.');
    await hears(other.state, 'Later.');
    expect(state.heard).toBe(before);
    await stop();
    await writeFile(join(folder, 'c.md'), '## C?\n\nC.');
    await writeFile(join(other.folder, 'b.md'), '## B?\n\nLast.');
    await hears(other.state, 'Last.');
    await stop();
    expect(state.heard).toBe(before);
  });
});
