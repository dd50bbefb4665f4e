// What was learned gets into the phrasings files: over real files and a real database.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readKnowledge } from '../../../src/files/knowledge-folder.ts';
import { writePhrasings } from '../../../src/files/write-phrasings.ts';
import { toEntryKey } from '../../../src/knowledge/entry-key.ts';
import { mergeLearned } from '../../../src/knowledge/merge-learned.ts';
import { type Database, openDatabase } from '../../../src/store/open-database.ts';
import { KyselyLearnedStore } from '../../../src/store/team/kysely-learned-store.ts';
import { exportPhrasings } from '../../../src/use-cases/learn/export-phrasings.ts';

const NOTE =
  '---\ntitle: Keeper\n---\n\n## Where do keepers sleep?\n\nUpstairs.\n\n## Who cooks?\n\nEverybody in turn.\n';
const PHRASINGS =
  '# Kept by hand.\nwho-cooks:\n  - who makes dinner? # the cook\nwhere-do-keepers-sleep:\n  - is there a bed?\n';

let folder: string;
let database: Database;
let store: KyselyLearnedStore;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rolecall-export-'));
  writeFileSync(join(folder, 'keeper.md'), NOTE);
  writeFileSync(join(folder, 'keeper.phrasings.yml'), PHRASINGS);
  database = await openDatabase(':memory:');
  store = new KyselyLearnedStore(database);
});

afterEach(async () => {
  await database.destroy();
  rmSync(folder, { recursive: true });
});

const read = () => readKnowledge({ folder, now: Date.now });
const file = () => readFileSync(join(folder, 'keeper.phrasings.yml'), 'utf8');

async function learn(wording: string, entryId: string, note = 'keeper.md'): Promise<void> {
  await store.add({
    ...{ id: `${entryId}: ${wording}`, wording, entryKey: toEntryKey(note, entryId), note, entryId, exportedAt: null },
    ...{ team: 'T1', taughtBy: 'U9', taughtByName: 'Priya', taughtAt: 1, channel: 'C1', ts: '1.1', asker: 'U1' },
  });
}

async function run(renames: readonly (readonly [string, string])[] = []) {
  const { entries } = await read();
  const write = (note: string, wordings: ReadonlyMap<string, readonly string[]>) =>
    writePhrasings(folder, note, wordings);
  const dependencies = { learned: store, writePhrasings: write, entries, clock: { now: () => 5 } };
  return await exportPhrasings(dependencies, new Map(renames));
}

describe('exportPhrasings', () => {
  it('adds wordings where they belong and keeps comments and order', async () => {
    await learn('got a mattress for me?', 'where-do-keepers-sleep');
    await learn('who stirs: the soup?', 'who-cooks');
    const report = await run();
    expect(report).toEqual({ files: [{ file: 'keeper.phrasings.yml', added: 2 }], vanished: [], faults: [] });
    expect(file()).toBe(
      '# Kept by hand.\nwho-cooks:\n  - who makes dinner? # the cook\n  - "who stirs: the soup?"\n' +
        'where-do-keepers-sleep:\n  - is there a bed?\n  - got a mattress for me?\n',
    );
    expect((await store.list()).map(({ exportedAt }) => exportedAt)).toEqual([5, 5]);
    expect(readdirSync(folder).toSorted()).toEqual(['keeper.md', 'keeper.phrasings.yml']);
  });

  it('run twice changes nothing', async () => {
    await learn('got a mattress for me?', 'where-do-keepers-sleep');
    await run();
    const once = file();
    expect((await run()).files).toEqual([]);
    expect(file()).toBe(once);
  });

  it('marks what stands in the file already: an earlier run was cut short', async () => {
    await learn('Is there a bed', 'where-do-keepers-sleep');
    expect((await run()).files).toEqual([{ file: 'keeper.phrasings.yml', added: 0 }]);
    expect(file()).toBe(PHRASINGS);
    expect((await run()).files).toEqual([]);
  });

  it('then leaves it to the file: what reviewers take out of it is gone', async () => {
    await learn('got a mattress for me?', 'where-do-keepers-sleep');
    await run();
    const merged = mergeLearned(await read(), await store.list());
    await store.remove(merged.settled);
    expect(merged.knowledge.entries[0]?.phrasings).toEqual(['is there a bed?', 'got a mattress for me?']);
    writeFileSync(join(folder, 'keeper.phrasings.yml'), PHRASINGS);
    const after = mergeLearned(await read(), await store.list());
    expect(after.knowledge.entries[0]?.phrasings).toEqual(['is there a bed?']);
  });

  it('makes a file where a note has none', async () => {
    rmSync(join(folder, 'keeper.phrasings.yml'));
    await learn('got a mattress for me?', 'where-do-keepers-sleep');
    await run();
    expect(file()).toBe('where-do-keepers-sleep:\n  - got a mattress for me?\n');
  });

  it('names a file that is broken, leaves it as it is, and tries again', async () => {
    await learn('got a mattress for me?', 'where-do-keepers-sleep');
    writeFileSync(join(folder, 'keeper.phrasings.yml'), 'who-cooks: [');
    const { faults } = await run();
    expect(faults).toEqual([
      { file: 'keeper.phrasings.yml', problem: expect.stringContaining('keeper.phrasings.yml:1') },
    ]);
    expect(file()).toBe('who-cooks: [');
    writeFileSync(join(folder, 'keeper.phrasings.yml'), PHRASINGS);
    expect((await run()).files).toEqual([{ file: 'keeper.phrasings.yml', added: 1 }]);
  });

  it('offers an entry that vanished as a rename, and takes the rename', async () => {
    await learn('got a mattress for me?', 'where-do-the-keepers-sleep');
    const from = toEntryKey('keeper.md', 'where-do-the-keepers-sleep');
    const to = toEntryKey('keeper.md', 'where-do-keepers-sleep');
    const { vanished } = await run();
    expect(vanished).toEqual([
      expect.objectContaining({
        entryKey: from,
        wordings: ['got a mattress for me?'],
        renamed: expect.objectContaining({ key: to }),
      }),
    ]);
    expect((await run([[from, to]])).files).toEqual([{ file: 'keeper.phrasings.yml', added: 1 }]);
    expect(file()).toContain('  - is there a bed?\n  - got a mattress for me?\n');
  });

  it('refuses a rename to or from what is not there', async () => {
    await expect(run([['a', toEntryKey('keeper.md', 'who-cooks')]])).rejects.toThrow(/Nothing was learned.*a/);
    await expect(run([['a', 'b']])).rejects.toThrow(/no entry with the key b/);
  });
});
