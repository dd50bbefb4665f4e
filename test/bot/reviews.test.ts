// Once the day of its review has come, who owns a note or an entry is asked whether it is still right: once, and nobody else may say so.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { drafts, owners } from '../../src/answer/wording.ts';
import { directChannelId, PEOPLE } from '../../src/workspace/server/state/seed.ts';
import { runCli } from '../app/commands/run-cli.ts';
import { makeFolder } from '../app/run-program.ts';
import { startPressing } from './pressing.ts';
import { buttonsIn, shown } from './reading-replies.ts';
import { type Running, startForTest, until } from './running-bot.ts';
import { lastNotice, modalOf, post, press, questions, submit, teamChannel, viewText } from './team-steps.ts';

const { candidate, otherCandidate, teamMember, otherTeamMember } = PEOPLE;
const dayMs = 86_400_000;
const EVERY = { bot: { pace: { tellTeam: 50 } } };

/** A note with these lines in its front matter; its two questions are about a bell. */
const write = (run: Running, head: string) =>
  writeFileSync(
    join(run.notes, 'bell.md'),
    `---\ntitle: The bell\nurl: https://harbour.example/bell/\n${head}\n---\n\n## Who rings the bell?\n\nThe keeper on watch.\n\n## Who oils the bell?\n\nThe smith, in May.\n`,
  );

async function startWith(head: string, options: Parameters<typeof startForTest>[0] = {}) {
  const run = await startForTest({ ...EVERY, ...options });
  write(run, head);
  await run.bot.search.keeper.reload();
  run.clock.advance(3_700_000);
  return run;
}

/** Resolves once a look that began from now on is past the bell: a later note of the team's is asked about after it. */
async function looked(run: Running) {
  const before = asks(run, teamChannel).length;
  writeFileSync(
    join(run.notes, `tide-${before}.md`),
    '---\ntitle: Tide\nreview: 2026-01-01\n---\n\n## When does the tide turn?\n\nTwice a day.\n',
  );
  await run.bot.search.keeper.reload();
  run.clock.advance(3_700_000);
  await until(async () => asks(run, teamChannel).length > before);
}

const toDate = (run: Running, days: number) => new Date(run.clock.now() + days * dayMs).toISOString().slice(0, 10);
const asks = (run: Running, channel: string) =>
  run.workspace.botMessages(channel).filter((message) => /still right/.test(shown(message)));
const directOf = (user: { readonly id: string }) => directChannelId(user.id);

test('the owner is asked directly, and one press renews it for everybody; after a restart nobody is asked twice', async () => {
  const state = makeFolder();
  const run = await startWith('date: 2026-01-01\nowner: "@mateo"\nreview: 2026-04-01', {
    env: { STATE_DIR: state },
    bot: { ...EVERY.bot, database: join(state, 'rolecall.sqlite') },
  });
  const direct = directOf(otherTeamMember);
  await until(async () => asks(run, direct).length > 0);
  const [asked] = asks(run, direct);
  expect(shown(asked as never)).toContain('Is this note still right? *<https://harbour.example/bell/|The bell>*');
  expect(buttonsIn(asked as never)).toEqual([owners.stillRight, owners.show]);
  await run.restart();
  run.clock.advance(2 * dayMs);
  await looked(run);
  expect(asks(run, direct)).toHaveLength(1);
  await press(run, otherTeamMember.id, asked as never, owners.stillRight);
  const next = toDate(run, 90);
  const [after] = asks(run, direct);
  expect(shown(after as never)).toContain('is still right, says Mateo Silva');
  expect(buttonsIn(after as never)).toEqual([]);
  const before = readFileSync(join(run.notes, 'bell.md'), 'utf8');
  const exportTo = (...args: string[]) =>
    runCli(['export-drafts', ...args], { env: { STATE_DIR: state, KNOWLEDGE_DIR: run.notes } });
  const patch = await exportTo('--patch');
  expect(patch.out).toContain(`-review: 2026-04-01\n+review: ${next}`);
  expect(readFileSync(join(run.notes, 'bell.md'), 'utf8')).toBe(before);
  expect(await exportTo()).toMatchObject({ code: 0, out: 'bell.md: 0 added, 0 corrected, 1 review date renewed\n' });
  expect(readFileSync(join(run.notes, 'bell.md'), 'utf8')).toBe(before.replace('2026-04-01', next));
  expect((await exportTo()).out).toBe('No draft waits that the team has taken, and no date to renew.\n');
});

test('who does not press is asked again after a week; asked directly where a user id is given', async () => {
  const run = await startWith(`owner: ${otherCandidate.id}\nreview: 2026-04-01`);
  const direct = directOf(otherCandidate);
  await until(async () => asks(run, direct).length > 0);
  await run.idle();
  run.clock.advance(6 * dayMs);
  await looked(run);
  expect(asks(run, direct)).toHaveLength(1);
  run.clock.advance(dayMs + 3_700_000);
  await until(async () => asks(run, direct).length > 1);
  // Who is not in the team may say so of what is theirs.
  await press(run, otherCandidate.id, asks(run, direct).at(-1) as never, owners.stillRight);
  expect(shown(asks(run, direct).at(-1) as never)).toContain('is still right, says Jonas Weber');
  await press(run, otherCandidate.id, asks(run, direct)[0] as never, owners.stillRight);
  expect(asks(run, direct).map(shown).at(0)).toContain('is still right. I ask again after');
  expect(asks(run, teamChannel).filter((message) => shown(message).includes('bell'))).toEqual([]);
});

test('the team is asked where the owner cannot be found, or none is named; of an entry by its question', async () => {
  const head = 'review: 2026-04-01\nowners:\n  who-rings-the-bell: { owner: nobody@example.org, review: 2026-05-01 }';
  const run = await startWith(head);
  await until(async () => asks(run, teamChannel).length > 1);
  const [note, entry] = asks(run, teamChannel).map(shown);
  expect(note).toContain(owners.noOwner);
  expect(entry).toContain('Is this answer still right?');
  expect(entry).toContain('Who rings the bell?');
  expect(entry).toContain(owners.ownerNotFound('nobody@example.org'));
});

test('before its day nobody is asked', async () => {
  const run = await startForTest(EVERY);
  write(run, `owner: "@mateo"\nreview: ${toDate(run, 3)}\nowners:\n  who-oils-the-bell: { review: 2026-01-01 }`);
  await run.bot.search.keeper.reload();
  run.clock.advance(3_700_000);
  await until(async () => asks(run, directOf(otherTeamMember)).length > 0);
  expect(asks(run, directOf(otherTeamMember)).map(shown)).toEqual([expect.stringContaining('Who oils the bell?')]);
  run.clock.advance(4 * dayMs);
  await until(async () => asks(run, directOf(otherTeamMember)).length > 1);
  expect(shown(asks(run, directOf(otherTeamMember)).at(-1) as never)).toContain('The bell');
});

test('what its owner would rather have it say becomes a draft, and answers nobody before the team takes it', async () => {
  const run = await startWith('owners:\n  who-oils-the-bell: { owner: "@priya", review: 2026-04-01 }');
  const direct = directOf(teamMember);
  await until(async () => asks(run, direct).length > 0);
  const [asked] = asks(run, direct);
  await press(run, teamMember.id, asked as never, owners.edit);
  expect(viewText(modalOf(run, teamMember.id))).toContain('The smith, in May.');
  const same = await submit(run, teamMember.id, { answer: 'The smith, in May.' });
  expect(same.text).toContain(owners.outcomes.unchanged.replaceAll('"', '\\"'));
  await press(run, teamMember.id, asked as never, owners.edit);
  const { text } = await submit(run, teamMember.id, { answer: 'The smith, in **June**.' });
  expect(text).toContain(owners.outcomes.kept);
  await run.workspace.as(teamMember.id).command(questions, '/role drafts');
  await run.idle();
  const list = lastNotice(run, teamMember.id);
  expect(shown(list)).toContain('*Who oils the bell?*\nThe smith, in *June*.');
  expect(buttonsIn(list)).toContain(drafts.take);
  const again = await post(run, '@rolecall who oils the bell?');
  expect(run.replies(again.ts).map(shown)).toEqual([expect.stringContaining('in May.')]);
});

test('whoever is neither its owner nor of the team changes nothing, whatever they send', async () => {
  const run = await startWith(`owner: "@mateo"\nreview: 2026-04-01\nowners:\n  who-oils-the-bell: "@mateo"`);
  const direct = directOf(otherTeamMember);
  await until(async () => asks(run, direct).length > 1);
  const ids = asks(run, direct).map(({ blocks }) => /"value":"([^"]+)"/.exec(JSON.stringify(blocks))?.[1] ?? '');
  const pressing = await startPressing(run);
  try {
    for (const value of [...ids, 'nothing']) {
      const from = { user: candidate.id, value, channel: questions, ts: null };
      expect(await pressing.press({ ...from, actionId: 'still_right' })).toContain(owners.outcomes['not-yours']);
      const view = { private_metadata: `${value} x`, state: { values: { answer: { answer: { value: 'No.' } } } } };
      expect(await pressing.submit(candidate.id, 'edit_reviewed', view)).toContain(owners.outcomes['not-yours']);
    }
    const from = { user: teamMember.id, value: 'nothing', channel: questions, ts: null };
    expect(await pressing.press({ ...from, actionId: 'still_right' })).toContain(owners.outcomes.gone);
    // Its owner by now is somebody else: the note says so at the press.
    write(run, `owner: ${candidate.id}\nreview: 2026-04-01`);
    await run.bot.search.keeper.reload();
    const theirs = { user: candidate.id, value: ids[0] ?? '', channel: questions, ts: null };
    expect(await pressing.press({ ...theirs, actionId: 'still_right' })).toContain('is still right, says Amara Diallo');
  } finally {
    await pressing.close();
  }
});
