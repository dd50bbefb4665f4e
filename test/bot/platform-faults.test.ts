// Moods of the platform around an installed app: tokens taken back, organisations, channels under a new id, slow answers.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'libsql';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { notices } from '../../src/answer/wording.ts';
import { createGateway, type GatewayOptions } from '../../src/app/create-gateway.ts';
import { teamOf } from '../../src/slack/team-of.ts';
import { CHANNELS, PEOPLE, TEAM } from '../../src/workspace/server/state/seed.ts';
import { refusal } from '../slack/failing-slack.ts';
import { shown } from './reading-replies.ts';
import { type Running, startRunning, until } from './running-bot.ts';
import { askTheTeam, lastCard, modalOf, onlyReply, post, press, submit, viewText } from './team-steps.ts';

const { candidate, teamMember } = PEOPLE;
const questions = CHANNELS.questions.id;
const WATCH = 'How long is a watch at the lighthouse?';

let run: Running;

beforeAll(async () => {
  run = await startRunning({ failing: true, keepsState: true });
});

afterAll(() => run.stop());

beforeEach(() => run.clock.advance(120_000));

afterEach(() => run.slack.release());

/** Slack sends an event to the app. */
async function send(event: Readonly<Record<string, unknown>>): Promise<void> {
  const payload = { type: 'event_callback', team_id: TEAM.id, event };
  await run.workspace.socketMode.send({ type: 'events_api', payload, acceptsResponse: false }, null);
  await run.idle();
}

describe('an app that is installed for a whole organisation', () => {
  test.each([
    [{ team: null, user: { team_id: 'T1' } }, 'T1'],
    [{ team: { id: 'T2' }, user: { team_id: 'T1' } }, 'T2'],
    [{ team: null, user: { team_id: 'T1' }, view: { app_installed_team_id: 'T3' } }, 'T3'],
    [{ team: null, user: {} }, ''],
  ])('%j speaks of workspace %s', (body, team) => expect(teamOf(body)).toBe(team));

  test('its buttons work', async () => {
    const asked = await post(run, WATCH);
    const { ts } = onlyReply(run, asked.ts);
    const payload = {
      type: 'block_actions',
      team: null,
      enterprise: { id: 'E1', name: 'Harbours' },
      is_enterprise_install: true,
      user: { id: candidate.id, name: candidate.name, team_id: TEAM.id },
      channel: { id: questions, name: 'questions' },
      container: { type: 'message', message_ts: ts, channel_id: questions, is_ephemeral: false },
      message: { type: 'message', ts, thread_ts: asked.ts },
      actions: [{ type: 'button', action_id: 'remove_reply', block_id: 'b', action_ts: ts }],
    };
    await run.workspace.socketMode.send({ type: 'interactive', payload, acceptsResponse: false }, null);
    await run.idle();
    expect(run.replies(asked.ts)).toEqual([]);
  });
});

describe('settings', () => {
  /** The members of the team channel are not told before `release`. */
  const hang = () => run.slack.fail('conversations.members', { answer: 'hung' });

  test('open at once and are saved, however long Slack takes to say who is in the team', async () => {
    const member = run.workspace.as(teamMember.id);
    await post(run, WATCH, { user: teamMember.id });
    run.clock.advance(120_000);
    hang();
    await member.command(questions, '/role settings');
    await run.workspace.waitFor(() => member.modal);
    run.slack.release();
    await run.idle();
    run.clock.advance(120_000);
    hang();
    expect(await member.submit(modalOf(run, teamMember.id), { channel_mode: 'mention' })).toEqual({});
    run.slack.release();
    await run.idle();
    expect(viewText(modalOf(run, teamMember.id))).toContain('Saved');
  });

  test('are refused in the modal to who is not in the team', async () => {
    await run.workspace.as(candidate.id).command(questions, '/role settings');
    await run.idle();
    expect(viewText(modalOf(run, candidate.id))).toContain(notices['team-only']);
  });

  test('follow a channel to its new id', async () => {
    expect(readMode('C0NEWID')).toBeNull();
    await send({ type: 'channel_id_changed', old_channel_id: questions, new_channel_id: 'C0NEWID', event_ts: '1.1' });
    expect(readMode('C0NEWID')).toBe('mention');
  });

  afterAll(() => change(`UPDATE channel_settings SET mode = 'auto'`));
});

function change(statement: string): void {
  const database = new Sqlite(run.databasePath);
  database.exec(statement);
  database.close();
}

function readMode(channel: string): string | null {
  const database = new Sqlite(run.databasePath, { readonly: true });
  const row = database.prepare('SELECT mode FROM channel_settings WHERE channel = ?').get([channel]);
  database.close();
  return (row as { mode: string } | undefined)?.mode ?? null;
}

describe('a promise to come back', () => {
  test('is kept once, though the answer to the post is lost', async () => {
    const { asked, card } = await askTheTeam(run);
    await press(run, teamMember.id, card, 'Not for us');
    const declined = run.replies(asked.ts).at(-1);
    if (declined === undefined) throw new Error('Nothing was said');
    await press(run, candidate.id, declined, 'Tell me when this is answered');
    const before = run.replies(asked.ts).length;
    run.slack.fail('chat.postMessage', { answer: 'lost', isDone: true });
    for (const words of ['first', 'second', 'third']) {
      writeFileSync(
        join(run.notes, 'dogs.md'),
        `---\ntitle: Dogs\nurl: https://harbour.example/dogs/\n---\n\n## Can I bring my dog along?\n\nDogs sail along: ${words}.\n`,
      );
      await until(
        async () =>
          (
            await run.bot.search.index.match(['Can I bring my dog along?'])
          ).results[0]?.matches[0]?.entry.answer.includes(words) === true,
      );
      await run.idle();
    }
    expect(run.replies(asked.ts)).toHaveLength(before + 1);
    expect(shown(run.replies(asked.ts).at(-1) ?? lastCard(run))).toContain('Dogs sail along');
  });
});

test('a question of the team is open again where its answer was put off and is refused in the end', async () => {
  const { asked, card } = await askTheTeam(run, '@rolecall who feeds the parrot on Sundays?');
  await press(run, teamMember.id, card, 'Write an answer');
  run.slack.fail('chat.postMessage', { answer: { status: 429, body: '', headers: { 'retry-after': '61' } } });
  await submit(run, teamMember.id, { text: 'The cook feeds it.' });
  run.slack.fail('chat.postMessage', { answer: refusal('restricted_action') });
  run.clock.advance(11 * 60_000);
  await until(async () => run.log().includes('restricted_action'));
  await run.idle();
  await press(run, teamMember.id, lastCard(run), 'Write an answer');
  await submit(run, teamMember.id, { text: 'The cook feeds it.' });
  expect(run.replies(asked.ts).map(shown).at(-1)).toContain('The cook feeds it.');
});

test('stopping closes the rest where one part does not close, and tells the first cause', async () => {
  const closed: string[] = [];
  const openGateway = async (options: GatewayOptions) => {
    const gateway = await createGateway(options);
    const close = async () => {
      await gateway.close();
      throw new Error('The gateway is stuck');
    };
    return { ...gateway, close };
  };
  const other = await startRunning({ bot: { openGateway } });
  const { index } = other.bot.search;
  const close = index.close.bind(index);
  index.close = async () => {
    closed.push('index');
    await close();
  };
  await expect(other.stop()).rejects.toThrow('The gateway is stuck');
  expect(closed).toEqual(['index']);
  expect(other.log()).toContain('Something did not close');
  await other.workspace.close();
  await other.slack.close();
});
