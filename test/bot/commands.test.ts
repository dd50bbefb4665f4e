// The slash command's subcommands: what each shows, to whom, and that everything else is a question.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHANNELS, PEOPLE } from '../../src/workspace/server/state/seed.ts';
import { type Running, startForTest, startRunning } from './running-bot.ts';
import { lastNotice, modalOf, press, submit, viewText } from './team-steps.ts';

const channel = CHANNELS.questions.id;
const REFUSAL = 'Only the team can do this';

/** What the person reads, privately, after typing the command. */
async function type(
  run: Running,
  person: { readonly id: string },
  typed: string,
  where: string = channel,
): Promise<string> {
  const actor = run.workspace.as(person.id);
  const before = actor.ephemerals.length;
  await actor.command(where, typed);
  const said = await run.workspace.waitFor(() => actor.ephemerals[before]);
  await run.idle();
  return said.text + JSON.stringify(said.blocks);
}

let run: Running;
beforeAll(async () => {
  run = await startRunning();
});
afterAll(() => run.stop());

describe('subcommands', () => {
  it('/role and /role help explain, and the team reads of its own subcommands', async () => {
    expect(await type(run, PEOPLE.candidate, '/role')).toContain('/role forget-me');
    expect(await type(run, PEOPLE.candidate, '/role help')).not.toContain('/role settings');
    expect(await type(run, PEOPLE.teamMember, '/role help')).toContain('/role settings');
  });

  it('list shows every question under its post, linked', async () => {
    const list = await type(run, PEOPLE.candidate, '/role list');
    expect(list).toContain('<https://harbour.example/blog/keeper/#who-repairs-the-lamp|Who repairs the lamp?>');
    expect(list).toContain('*<https://harbour.example/blog/ferry/|Ferry captain: what people asked>*');
    expect(list).toContain('15 questions');
  });

  it('what only begins like a subcommand is a question', async () => {
    expect(await type(run, PEOPLE.candidate, '/role list the birds that are noted')).not.toContain(
      'Every question that the notes answer',
    );
    expect(await type(run, PEOPLE.candidate, '/role how long do keepers stay awake on duty?')).toContain('six hours');
  });

  it.each(['unanswered', 'reload', 'stats'])('%s is for the team', async (name) => {
    expect(await type(run, PEOPLE.candidate, `/role ${name}`)).toContain(REFUSAL);
    expect(run.workspace.as(PEOPLE.candidate.id).modal).toBeUndefined();
  });

  it('unanswered groups what the notes do not answer, with counts', async () => {
    expect(await type(run, PEOPLE.teamMember, '/role unanswered')).toContain('Nothing is unanswered');
    for (const [person, text] of [
      [PEOPLE.candidate, '@rolecall how much does the job pay?'],
      [PEOPLE.otherCandidate, '@rolecall what does the job pay, how much?'],
      [PEOPLE.candidate, '@rolecall can I bring my dog?'],
    ] as const) {
      run.workspace.as(person.id).post(channel, text);
      await run.idle();
    }
    const unanswered = await type(run, PEOPLE.teamMember, '/role unanswered');
    expect(unanswered).toContain('asked 2 times');
    expect(unanswered).toMatch(/pay.*asked 2 times.*dog.*asked once/s);
  });

  it('stats count decisions and votes', async () => {
    run.workspace.as(PEOPLE.candidate.id).post(channel, '@rolecall how long do keepers stay awake on duty?');
    await run.idle();
    const reply = run.replies().at(-1);
    if (reply === undefined) throw new Error('no reply');
    await run.workspace.as(PEOPLE.candidate.id).press(reply, 'Helpful');
    await run.workspace.as(PEOPLE.otherCandidate.id).press(reply, 'Not what I asked');
    await run.workspace.as(PEOPLE.otherCandidate.id).press(reply, 'Helpful');
    await run.idle();
    const stats = await type(run, PEOPLE.teamMember, '/role stats');
    expect(stats).toContain('The last 30 days');
    expect(stats).toContain('Votes: 2 helpful, 0 not what was asked');
    expect(stats).toContain('3 not in the notes');
  });

  it('forget-me removes what is kept about a person, and about nobody else', async () => {
    run.clock.advance(120_000);
    const readings = () => run.log().split('entries from').length;
    const before = readings();
    const asked = run.workspace.as(PEOPLE.candidate.id).post(channel, '@rolecall do you sponsor visas?');
    await run.idle();
    expect(await type(run, PEOPLE.teamMember, '/role unanswered')).toContain('visas');
    expect(await type(run, PEOPLE.candidate, '/role forget-me')).toContain('What stands in Slack stays there');
    expect(await type(run, PEOPLE.teamMember, '/role unanswered')).toContain('visas');
    await press(run, PEOPLE.candidate.id, lastNotice(run, PEOPLE.candidate.id), 'Forget me');
    expect(lastNotice(run, PEOPLE.candidate.id).text).toContain('gone from my memory');
    // Nothing was learned from this person: the notes are not read anew.
    expect(readings()).toBe(before);
    const unanswered = await type(run, PEOPLE.teamMember, '/role unanswered');
    expect(unanswered).not.toContain('visas');
    expect(unanswered).toContain('pay');
    expect(await type(run, PEOPLE.teamMember, '/role stats')).toContain('Votes: 1 helpful');
    expect(run.replies(asked.ts)).toHaveLength(1);
  });

  it('reload reads the notes anew and names what is wrong with them', async () => {
    mkdirSync(join(run.notes, 'broken'));
    writeFileSync(join(run.notes, 'broken', 'note.md'), '---\ntitle: [\n---\n\n## A question?\n\nAn answer.\n');
    expect(await type(run, PEOPLE.teamMember, '/role reload')).toContain('Reading the notes anew');
    const told = lastNotice(run, PEOPLE.teamMember.id).text;
    expect(told).toMatch(/Read \d+ questions from \d+ notes/);
    expect(told).toContain('broken/note.md, line');
  });
});

describe('settings', () => {
  const WATCH = '@rolecall how long do keepers stay awake on duty?';

  async function ask() {
    run.clock.advance(120_000);
    const asked = run.workspace.as(PEOPLE.candidate.id).post(channel, WATCH);
    await run.idle();
    return run.replies(asked.ts);
  }

  it('belong to a channel, not to a direct message', async () => {
    expect(await type(run, PEOPLE.teamMember, '/role settings', 'D0PRIYA001')).toContain(
      'Settings belong to a channel',
    );
  });

  it('are refused to who left the team while the modal was open', async () => {
    const mateo = run.workspace.as(PEOPLE.otherTeamMember.id);
    await mateo.command(channel, '/role settings');
    await run.idle();
    mateo.leave(CHANNELS.team.id);
    run.clock.advance(61_000);
    await submit(run, mateo.userId, { Mode: 'off' });
    expect(viewText(modalOf(run, mateo.userId))).toContain(REFUSAL);
    expect(await ask()).toHaveLength(1);
  });

  it('open with the mode as it is, keep what is chosen, and the channel behaves so', async () => {
    const priya = run.workspace.as(PEOPLE.teamMember.id);
    await priya.command(channel, '/role settings');
    await run.idle();
    expect(viewText(modalOf(run, priya.userId))).toContain('"initial_option":{"value":"auto"');
    expect((await submit(run, priya.userId, { Mode: 'off' })).errors).toEqual({});
    expect(viewText(modalOf(run, priya.userId))).toContain('Saved.');
    expect(await ask()).toEqual([]);
    await priya.command(channel, '/role settings');
    await run.idle();
    expect(viewText(modalOf(run, priya.userId))).toContain('"initial_option":{"value":"off"');
  });

  it('say which notes answer in the channel; elsewhere all do', async () => {
    const priya = run.workspace.as(PEOPLE.teamMember.id);
    const setTo = async (notes: readonly string[]) => {
      await priya.command(channel, '/role settings');
      await run.idle();
      return await submit(run, priya.userId, { Mode: 'auto', 'Answer from': notes });
    };
    const offered = await priya.type(modalOf(run, priya.userId), 'Answer from', 'ferry');
    expect(JSON.stringify(offered)).toContain('"value":"ferry.md"');
    expect(JSON.stringify(offered)).not.toContain('lighthouse');
    expect((await setTo(['ferry.md'])).text).toContain('It is answered from `ferry.md`.');
    expect(await ask()).toMatchObject([{ text: expect.not.stringContaining('six hours') }]);
    const list = await type(run, PEOPLE.candidate, '/role list');
    expect(list).not.toContain('Who repairs the lamp?');
    expect(list).toContain('Ferry captain');
    expect(await type(run, PEOPLE.candidate, '/role how long do keepers stay awake on duty?')).not.toContain(
      'six hours',
    );
    const direct = await type(run, PEOPLE.teamMember, '/role how long do keepers stay awake on duty?', 'D0PRIYA001');
    expect(direct).toContain('six hours');
    expect((await setTo([])).text).not.toContain('It is answered from');
    expect(await ask()).toMatchObject([{ text: expect.stringContaining('six hours') }]);
  });
});

it('answers to the name that SLASH_COMMAND gives it', async () => {
  const { MANIFEST } = await import('./running-bot.ts');
  const manifest = structuredClone(MANIFEST);
  manifest.features.slash_commands[0].command = '/keeper';
  const own = await startForTest({ env: { SLASH_COMMAND: '/keeper' }, workspace: { manifest } });
  expect(await type(own, PEOPLE.candidate, '/keeper help')).toContain('/keeper list');
});
