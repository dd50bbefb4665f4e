// Who may do what in office hours, whatever a button, a modal or a title claims; and that nothing leads to who asked without a name.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHANNELS, directChannelId, PEOPLE } from '../../src/workspace/server/state/seed.ts';
import { type Pressing, startPressing } from './pressing.ts';
import { buttonsIn, notifiedBy, shown } from './reading-replies.ts';
import { type Running, startForTest, startRunning, until } from './running-bot.ts';
import { post, press, questions, submit, teamChannel } from './team-steps.ts';

const { candidate, otherCandidate, guest, teamMember } = PEOPLE;
const direct = directChannelId(guest.id);

const find = (run: Running, channel: string, text: string) =>
  run.workspace.botMessages(channel).findLast((message) => shown(message).includes(text));

async function board(run: Running, text: string) {
  await until(async () => find(run, teamChannel, '*Office hours: ') !== undefined);
  await until(async () => shown(find(run, teamChannel, '*Office hours: ') as never).includes(text));
  const found = find(run, teamChannel, '*Office hours: ');
  if (found === undefined) throw new Error('no board');
  return found;
}

async function start(run: Running, title = 'Drop in'): Promise<void> {
  await run.workspace.as(teamMember.id).command(questions, `/role office-hours start ${title}`);
  await until(async () => find(run, questions, 'hosts office hours') !== undefined);
  await run.idle();
}

/** Id of the only open question. */
const questionId = (message: Awaited<ReturnType<typeof board>>) =>
  /"action_id":"hours_live","[^}]*?"value":"([^"]+)"|"value":"([^"]+)","[^}]*?hours_live/
    .exec(JSON.stringify(message.blocks))
    ?.slice(1)
    .find(Boolean) ??
  JSON.stringify(message.blocks).match(/"value":"([0-9a-f-]{36})"/)?.[1] ??
  '';

describe('who is not in the team', () => {
  let run: Running;
  let pressing: Pressing;
  let id: string;
  beforeAll(async () => {
    run = await startRunning();
    pressing = await startPressing(run);
    await start(run);
    await post(run, 'can I bring my dog to the lighthouse?');
    id = questionId(await board(run, 'dog'));
    expect(id).not.toBe('');
  });
  afterAll(async () => {
    await pressing.close();
    await run.stop();
  });

  it.each(['hours_skip', 'hours_reopen'])('cannot press %s', async (actionId) => {
    const said = await pressing.press({ user: candidate.id, actionId, value: id, channel: teamChannel, ts: '1.1' });
    expect(said).toContain('Only the team can do this');
    expect(shown(await board(run, 'dog'))).toContain('Open: 1');
  });

  it.each([
    ['hours_live', { state: { values: { text: { text: { value: 'No!' } } } } }],
    ['hours_edit', { state: { values: { heading: { heading: { value: 'Mine?' } } } } }],
  ])('cannot submit %s', async (callbackId, view) => {
    const said = await pressing.submit(otherCandidate.id, callbackId, { ...view, private_metadata: id });
    expect(said).toContain('Only the team can do this');
    expect(shown(await board(run, 'dog'))).not.toContain('Mine?');
    expect(JSON.stringify(run.workspace.botMessages(questions))).not.toContain('No!');
  });

  it('cannot begin or end them', async () => {
    expect(await pressing.command(candidate.id, questions, 'office-hours stop')).toContain('Only the team');
    expect(await pressing.command(candidate.id, questions, 'office-hours start X')).toContain('Only the team');
  });

  it('cannot ask without a name where they are not, or where nothing runs', async () => {
    const asking = (channel: string) => ({
      private_metadata: channel,
      state: { values: { text: { text: { value: 'Who?' } } } },
    });
    const elsewhere = CHANNELS.officeHours.id;
    run.workspace.as(teamMember.id).invite(elsewhere, 'U0LOCALBOT');
    expect(await pressing.submit(guest.id, 'ask_nameless', asking(elsewhere))).toContain('no office hours');
    await pressing.command(teamMember.id, elsewhere, 'office-hours start Elsewhere');
    expect(await pressing.submit(guest.id, 'ask_nameless', asking(elsewhere))).toContain('you are not in');
    expect(find(run, elsewhere, 'A candidate asks')).toBeUndefined();
  });

  it('gains nothing by ids that are none', async () => {
    for (const value of ['', 'nonsense', `${id}'`, '*'])
      expect(
        await pressing.press({ user: teamMember.id, actionId: 'hours_skip', value, channel: teamChannel, ts: '1.1' }),
      ).toContain('do not know this question');
  });

  it('five questions without a name in a minute are enough', async () => {
    const asking = (text: string) => ({
      private_metadata: questions,
      state: { values: { text: { text: { value: text } } } },
    });
    const said: string[] = [];
    for (let count = 0; count < 7; count += 1)
      said.push(
        await pressing.submit(guest.id, 'ask_nameless', { ...asking(`May I keep ${count} cats?`), id: `V${count}` }),
      );
    expect(said.filter((text) => text.includes('more than five questions'))).toHaveLength(2);
    expect(await pressing.submit(guest.id, 'ask_nameless', asking('  …  '))).toContain('in words');
  });
});

describe('without a name', () => {
  it('nothing notifies or links, whatever is written', async () => {
    const run = await startForTest();
    await start(run, '<!channel> <@U0PRIYA001> *x*');
    const announced = find(run, questions, 'hosts office hours');
    if (announced === undefined) throw new Error('no start');
    expect(notifiedBy(announced)).toEqual([]);
    await press(run, guest.id, announced, 'Ask without my name');
    await submit(run, guest.id, { text: '<!channel> may <@U0PRIYA001> hire me? <https://evil.example|x>' });
    const asked = find(run, questions, 'A candidate asks');
    expect(asked && notifiedBy(asked)).toEqual([]);
    expect(notifiedBy(await board(run, 'a candidate'))).toEqual([]);
    const told = run.workspace.calls.filter(({ method }) => method.startsWith('chat.'));
    expect(JSON.stringify(told)).not.toContain(guest.id);
  });

  it('from a direct message: offered, and what was kept of it loses its words and its writer', async () => {
    const run = await startForTest({ keepsState: true });
    await start(run);
    await post(run, 'Do you hire people with a criminal record?', { user: guest.id, channel: direct });
    const offer = run.workspace
      .botMessages(direct)
      .find((message) => buttonsIn(message).includes('Ask without my name'));
    if (offer === undefined) throw new Error('nothing was offered');
    await press(run, guest.id, offer, 'Ask without my name');
    const asked = find(run, questions, 'A candidate asks');
    expect(asked && shown(asked)).toContain('criminal record');
    expect(shown(await board(run, 'criminal record'))).toContain('asked by a candidate');
    expect(shown(run.workspace.current(offer) ?? offer) + (run.workspace.current(offer)?.text ?? '')).toContain(
      'Asked.',
    );
    // A second press, and an edit of the message, bring nothing back.
    await press(run, guest.id, offer, 'offer_nameless').catch(() => {});
    expect(
      run.workspace.botMessages(questions).filter((message) => shown(message).includes('criminal record')),
    ).toHaveLength(1);
    const message = run.workspace.messages(direct).find(({ text }) => text.includes('criminal record'));
    if (message !== undefined)
      run.workspace.as(guest.id).edit(message, 'Do you hire people with a long criminal record?');
    await run.idle();
    await run.workspace.as(teamMember.id).command(questions, '/role office-hours stop');
    await run.idle();
    expect(run.log()).not.toContain(guest.id);
    expect(run.log()).not.toContain('criminal');
    // Every byte, with SQLite's own logs, while the program runs.
    const bytes = readBytes(dirname(run.databasePath));
    expect(bytes).toContain('criminal record');
    expect(bytes).not.toContain(guest.id);
    await run.restart();
    const rows = await listRows(run.databasePath);
    expect(rows.join('\n')).not.toContain(guest.id);
    expect(rows.join('\n')).toContain('criminal record');
  });

  it('a direct message that nobody passes on stays one', async () => {
    const run = await startForTest();
    await start(run);
    await post(run, 'Do you hire people with a criminal record?', { user: guest.id, channel: direct });
    expect(find(run, questions, 'criminal record')).toBeUndefined();
    expect(shown(await board(run, 'Nothing has been asked yet.'))).not.toContain('criminal');
  });
});

/** What lies in the files of the state, as text. */
function readBytes(folder: string): string {
  const files = readdirSync(folder).filter((name) => name.startsWith('state.sqlite'));
  return files.map((name) => readFileSync(join(folder, name), 'latin1')).join('\n');
}

/** Every row of every table, as JSON. */
async function listRows(path: string): Promise<string[]> {
  const { default: Sqlite } = await import('libsql');
  const database = new Sqlite(path);
  const tables = database.prepare("select name from sqlite_master where type = 'table'").all() as { name: string }[];
  return tables.flatMap(({ name }) =>
    database
      .prepare(`select * from "${name}"`)
      .all()
      .map((row) => JSON.stringify(row)),
  );
}
