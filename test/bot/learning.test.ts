// Learning: a remembered wording finds its answer at once, everywhere, until it is forgotten; and it gets into the files.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { teamWords } from '../../src/answer/wording.ts';
import { writePhrasings } from '../../src/files/write-phrasings.ts';
import { openDatabase } from '../../src/store/open-database.ts';
import { KyselyLearnedStore } from '../../src/store/team/kysely-learned-store.ts';
import { exportPhrasings } from '../../src/use-cases/team/export-phrasings.ts';
import { PEOPLE } from '../../src/workspace/server/state/seed.ts';
import { buttonsIn, shown } from './reading-replies.ts';
import { type Running, startForTest, startRunning } from './running-bot.ts';
import { askTheTeam, lastNotice, modalOf, post, press, shortcut, submit } from './team-steps.ts';

const { candidate, otherCandidate, teamMember } = PEOPLE;
/** No word of it stands in the notes near the fog horn. */
const HONKING = 'that thing honking all night, which stone is it on?';

let run: Running;

beforeAll(async () => {
  run = await startRunning();
});

afterAll(() => run.stop());

beforeEach(() => run.clock.advance(120_000));

async function teach(running: Running, text: string, typed: string, entered: Parameters<typeof submit>[2] = {}) {
  const asked = await post(running, text);
  const modal = await shortcut(running, teamMember.id, asked);
  const { options } = await running.workspace.as(teamMember.id).type(modal, 'other_entry', typed);
  await submit(running, teamMember.id, { other_entry: options[0]?.value ?? '', ...entered });
}

describe('a remembered wording', () => {
  test('answers the next one who asks like this, by itself', async () => {
    await teach(run, HONKING, 'where is the fog horn');
    const again = await post(run, HONKING, { user: otherCandidate.id });
    expect(run.replies(again.ts).map(shown)).toEqual([expect.stringContaining('west')]);
  });

  test('is forgotten by the button beside it: the next one is left alone', async () => {
    const wording = 'do you have a telly and a sofa?';
    await teach(run, wording, 'where is the fog horn');
    await press(run, teamMember.id, modalOf(run, teamMember.id), 'Forget');
    expect(JSON.stringify(modalOf(run, teamMember.id).given)).toContain(teamWords.forgotten);
    const again = await post(run, wording, { user: otherCandidate.id });
    expect(run.replies(again.ts)).toEqual([]);
  });

  test('can be edited first, and loses names, addresses and long numbers', async () => {
    const wording = 'hi @priya call 0176 1234567: who oils the hinges? https://example.org';
    await teach(run, 'Squeak, squeak. Anyone?', 'where is the fog horn', { wording });
    expect(JSON.stringify(modalOf(run, teamMember.id).given)).toContain('“hi call: who oils the hinges?”');
  });

  test('is not learned where the box is unticked', async () => {
    const wording = 'are umbrellas handed out on the jetty?';
    await teach(run, wording, 'where is the fog horn', { remember: [] });
    const again = await post(run, wording, { user: otherCandidate.id });
    expect(run.replies(again.ts)).toEqual([]);
  });

  test('can be forgotten in the team channel', async () => {
    const { card } = await askTheTeam(run, '@rolecall are marmots allowed indoors?');
    await press(run, teamMember.id, card, 'Link an answer');
    await submit(run, teamMember.id);
    const linked = run.workspace.current(card) ?? card;
    expect(shown(linked)).toContain('Remembered for next time: “are marmots allowed indoors?”');
    await press(run, teamMember.id, linked, 'Forget');
    expect(lastNotice(run, teamMember.id).text).toBe(teamWords.forgotten);
    expect(JSON.stringify(run.workspace.current(card)?.blocks)).not.toContain(teamWords.forget);
  });
});

describe('over one database', () => {
  test('a replica knows within a second what another one learned, and forgot', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'rolecall-learned-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const databasePath = join(folder, 'state.sqlite');
    const [one, other] = [await startForTest({ bot: { databasePath } }), await startForTest({ bot: { databasePath } })];
    await teach(one, HONKING, 'where is the fog horn');
    const knows = () => other.bot.search.notes.knowledge.entries.some(({ phrasings }) => phrasings.includes(HONKING));
    await until(knows);
    const asked = await post(other, HONKING, { user: candidate.id });
    expect(other.replies(asked.ts)).toHaveLength(1);
    await press(one, teamMember.id, modalOf(one, teamMember.id), 'Forget');
    await until(() => !knows());
  });
});

describe('an entry that is renamed', () => {
  test('keeps its wordings, the log offers the new name without quoting anybody, and the export takes it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'rolecall-renamed-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const databasePath = join(folder, 'state.sqlite');
    const own = await startForTest({ bot: { databasePath } });
    await teach(own, HONKING, 'where is the fog horn');
    const note = join(own.notes, 'lighthouse.md');
    writeFileSync(note, readFileSync(note, 'utf8').replace('Where is the fog horn?', 'Where does the fog horn stand?'));
    const knowledge = await own.bot.search.keeper.reload();
    expect(own.log()).toContain('1 wording was learned for');
    const renames = /--rename ([0-9a-f]{16})=([0-9a-f]{16})/.exec(own.log());
    expect(own.log().slice(own.log().indexOf('1 wording was learned'))).not.toContain('honking');
    const { report } = await runExport(own, databasePath, knowledge.entries, [
      [renames?.[1] ?? '', renames?.[2] ?? ''],
    ]);
    expect(report.files).toEqual([{ file: 'lighthouse.phrasings.yml', added: 1 }]);
    const file = readFileSync(join(own.notes, 'lighthouse.phrasings.yml'), 'utf8');
    expect(file).toMatch(/where-does-the-fog-horn-stand:\n {2}- that thing honking/);
  });
});

describe('the export', () => {
  test('writes what was learned once, keeps what stands there, and then the file counts', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'rolecall-export-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const databasePath = join(folder, 'state.sqlite');
    const own = await startForTest({ bot: { databasePath } });
    const path = join(own.notes, 'lighthouse.phrasings.yml');
    const commented = `# Kept by hand.\n${readFileSync(path, 'utf8')}`;
    writeFileSync(path, commented);
    await teach(own, HONKING, 'where is the fog horn');
    const { entries } = own.bot.search.notes.knowledge;
    const first = await runExport(own, databasePath, entries);
    expect(first.report).toEqual({
      files: [{ file: 'lighthouse.phrasings.yml', added: 1 }],
      vanished: [],
      faults: [],
    });
    const written = readFileSync(path, 'utf8');
    expect(written.startsWith(commented.trimEnd().slice(0, 200))).toBe(true);
    expect(written).toContain(`where-is-the-fog-horn:\n  - "that thing`.slice(0, 22));
    const second = await runExport(own, databasePath, entries);
    expect(second.report.files).toEqual([]);
    expect(readFileSync(path, 'utf8')).toBe(written);
    await own.bot.search.keeper.reload();
    expect(await second.store.list()).toEqual([]);
    const again = await post(own, HONKING, { user: otherCandidate.id });
    expect(own.replies(again.ts).map(buttonsIn)).toHaveLength(1);
  });

  test('names a file that cannot be written, leaves it as it is, and tries again', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'rolecall-fault-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const databasePath = join(folder, 'state.sqlite');
    const own = await startForTest({ bot: { databasePath } });
    await teach(own, HONKING, 'where is the fog horn');
    const { entries } = own.bot.search.notes.knowledge;
    const path = join(own.notes, 'lighthouse.phrasings.yml');
    const good = readFileSync(path, 'utf8');
    writeFileSync(path, 'fog: [');
    const broken = await runExport(own, databasePath, entries);
    expect(broken.report.faults).toEqual([
      { file: 'lighthouse.phrasings.yml', problem: expect.stringContaining('lighthouse.phrasings.yml:1') },
    ]);
    expect(readFileSync(path, 'utf8')).toBe('fog: [');
    writeFileSync(path, good);
    expect((await runExport(own, databasePath, entries)).report.files).toHaveLength(1);
  });
});

async function runExport(
  own: Running,
  databasePath: string,
  entries: Parameters<typeof exportPhrasings>[0]['entries'],
  renames: readonly (readonly [string, string])[] = [],
) {
  const database = await openDatabase(databasePath);
  onTestFinished(() => database.destroy());
  const store = new KyselyLearnedStore(database);
  const write = (note: string, wordings: ReadonlyMap<string, readonly string[]>) =>
    writePhrasings(own.notes, note, wordings);
  const dependencies = { learned: store, writePhrasings: write, entries, clock: own.clock };
  return { store, report: await exportPhrasings(dependencies, new Map(renames)) };
}

/** Asks again and again; the test's own time limit ends it. */
async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 20));
}
