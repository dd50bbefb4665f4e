// Learning: a remembered wording finds its answer at once, everywhere, until it is forgotten.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { teamWords } from '../../src/answer/wording.ts';
import { PEOPLE } from '../../src/workspace/server/state/seed.ts';
import { shown } from './reading-replies.ts';
import { type Running, readEntries, startForTest, startRunning, until } from './running-bot.ts';
import { askTheTeam, lastNotice, modalOf, post, press, shortcut, submit } from './team-steps.ts';

const { candidate, otherCandidate, teamMember } = PEOPLE;
/** No word of it stands in the notes near the fog horn. */
const HONKING = 'that thing honking all night, which stone is it on?';
const RUMBLING = 'what is that booming behind the wall before breakfast?';

let run: Running;
let folder: string;
let databasePath: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rolecall-learned-'));
  databasePath = join(folder, 'state.sqlite');
  run = await startRunning({ bot: { database: databasePath } });
});

afterAll(async () => {
  await run.stop();
  rmSync(folder, { recursive: true });
});

beforeEach(() => run.clock.advance(120_000));

async function teach(running: Running, text: string, typed: string, entered: Parameters<typeof submit>[2] = {}) {
  const asked = await post(running, text);
  const modal = await shortcut(running, teamMember.id, asked);
  const { options } = await running.workspace.as(teamMember.id).type(modal, 'other_entry', typed);
  await submit(running, teamMember.id, {
    other_entry: options[0]?.value ?? '',
    remember: ['remember'],
    ...entered,
  });
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

  test('is forgotten in the window that learned it, and the team’s card says so too', async () => {
    const { card } = await askTheTeam(run, '@rolecall are hedgehogs allowed indoors?');
    await press(run, teamMember.id, card, 'Link an answer');
    await submit(run, teamMember.id);
    expect(JSON.stringify(run.workspace.current(card)?.blocks)).toContain(teamWords.forget);
    await press(run, teamMember.id, modalOf(run, teamMember.id), 'Forget');
    expect(JSON.stringify(run.workspace.current(card)?.blocks)).not.toContain(teamWords.forget);
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
    const other = await startForTest({ bot: { database: databasePath } });
    // What was asked of the first in this minute would count as a flood.
    other.clock.advance(86_400_000);
    await teach(run, RUMBLING, 'where is the fog horn');
    const knows = async () => (await readEntries(other)).some(({ phrasings }) => phrasings.includes(RUMBLING));
    await until(knows);
    const asked = await post(other, RUMBLING, { user: candidate.id });
    expect(other.replies(asked.ts)).toHaveLength(1);
    await press(run, teamMember.id, modalOf(run, teamMember.id), 'Forget');
    await until(async () => !(await knows()));
  }, 90_000);
});

describe('an entry that is renamed', () => {
  test('keeps its wordings: the log offers the new name, without quoting anybody', async () => {
    await teach(run, 'who blows that big trumpet?', 'where is the fog horn');
    const note = join(run.notes, 'lighthouse.md');
    writeFileSync(note, readFileSync(note, 'utf8').replace('Where is the fog horn?', 'Where does the fog horn stand?'));
    const before = run.log().length;
    await run.bot.search.keeper.reload();
    expect(run.log().slice(before)).toMatch(
      /wordings? (?:was|were) learned for .*where-does-the-fog-horn-stand\\" of lighthouse.md is its new name: .*--rename [0-9a-f]{16}=[0-9a-f]{16}/,
    );
    expect(run.log()).not.toMatch(/trumpet|honking/);
  });
});
