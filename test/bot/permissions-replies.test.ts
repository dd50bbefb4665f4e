// Who may do what with replies and surfaces: every action, every kind of person, and values forged from elsewhere.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actionIds, callbackIds } from '../../src/slack/action-ids.ts';
import type { StoredMessage } from '../../src/workspace/server/conversation/stored-message.ts';
import { CHANNELS, PEOPLE } from '../../src/workspace/server/state/seed.ts';
import { type Pressing, startPressing } from './pressing.ts';
import { type Running, readEntries, startRunning } from './running-bot.ts';

const channel = CHANNELS.questions.id;
const people = {
  asker: PEOPLE.candidate.id,
  'other candidate': PEOPLE.otherCandidate.id,
  team: PEOPLE.teamMember.id,
  /** A guest of the workspace, whom the team channel does not know. */
  guest: 'U0GUEST001',
} as const;
type Who = keyof typeof people;
const everybody = Object.keys(people) as readonly Who[];

const NOT_YOURS = 'Only the person who asked, or the team';
const TEAM_ONLY = 'Only the team can do this';
const UNKNOWN = 'no longer mine to change';
const GONE = 'no longer in the notes';

let run: Running;
let pressing: Pressing;
beforeAll(async () => {
  run = await startRunning();
  pressing = await startPressing(run);
});
afterAll(async () => {
  await pressing.close();
  await run.stop();
});

/** A fresh reply to the asker's question, past the limit on questions a minute. */
async function reply(text = '@rolecall how long do keepers stay awake on duty?'): Promise<StoredMessage> {
  run.clock.advance(61_000);
  const asked = run.workspace.as(people.asker).post(channel, text);
  await run.idle();
  const [posted] = run.replies(asked.ts);
  if (posted === undefined) throw new Error(`no reply to ${text}`);
  return posted;
}

const textOf = (message: StoredMessage | undefined) => JSON.stringify(message?.blocks ?? null);
const now = (message: StoredMessage) => run.workspace.current(message);

async function press(who: Who, actionId: string, message: StoredMessage, value?: string): Promise<string> {
  const at = { channel, ts: message.ts };
  return await pressing.press({ user: people[who], actionId, ...at, ...(value === undefined ? {} : { value }) });
}

/** Values of the buttons that the person is offered after *Not what I asked*. */
async function offered(who: Who, message: StoredMessage): Promise<readonly string[]> {
  const said = JSON.parse(await press(who, actionIds.notWhatIAsked, message));
  return said.blocks.flatMap((block: { accessory?: { value: string } }) => block.accessory?.value ?? []);
}

describe('Helpful', () => {
  it.each(everybody)('%s may vote; the message does not change, and nobody else is told', async (who) => {
    const message = await reply();
    const before = textOf(message);
    const said = await press(who, actionIds.helpful, message);
    expect(said).toContain('Thank you');
    expect(JSON.parse(said).response_type).toBe('ephemeral');
    expect(textOf(now(message))).toBe(before);
  });

  it('each person has one vote for a reply, which they may change', async () => {
    const message = await reply();
    const before = JSON.parse(await pressing.command(people.team, channel, 'stats')).text;
    const count = (text: string, what: string) => Number(new RegExp(`(\\d+) ${what}`).exec(text)?.[1]);
    for (const who of everybody) await press(who, actionIds.helpful, message);
    await press('asker', actionIds.helpful, message);
    await press('guest', actionIds.notWhatIAsked, message);
    const after = JSON.parse(await pressing.command(people.team, channel, 'stats')).text;
    expect(count(after, 'helpful') - count(before, 'helpful')).toBe(3);
    expect(count(after, 'not what') - count(before, 'not what')).toBe(1);
  });

  it.each([
    ['a message of somebody else', () => run.workspace.as(people.asker).post(channel, 'hello there').ts],
    ['a message that is not there', () => '1000000000.000001'],
  ])('is refused under %s', async (_, ts) => {
    const said = await pressing.press({ user: people.asker, actionId: actionIds.helpful, channel, ts: ts() });
    expect(said).toContain(UNKNOWN);
  });

  it('is refused for a reply of another channel', async () => {
    const { ts } = await reply();
    const forged = { user: people.asker, actionId: actionIds.helpful, channel: CHANNELS.team.id, ts };
    expect(await pressing.press(forged)).toContain(UNKNOWN);
  });
});

describe('Not what I asked', () => {
  it.each([
    ['asker', 3],
    ['team', 3],
    ['other candidate', 0],
    ['guest', 0],
  ] as const)('offers %s %i replacements', async (who, count) => {
    expect(await offered(who, await reply())).toHaveLength(count);
  });

  it.each(['other candidate', 'guest'] as const)('shows %s the next matches all the same', async (who) => {
    expect(await press(who, actionIds.notWhatIAsked, await reply())).toContain('https://harbour.example/');
  });
});

describe('Show this instead', () => {
  async function replace(who: Who, forge: (value: { ts: string; key: string }) => object = (value) => value) {
    const message = await reply();
    const [value = '{}'] = await offered('asker', message);
    const said = await pressing.press({
      user: people[who],
      actionId: actionIds.replaceReply,
      value: JSON.stringify(forge(JSON.parse(value))),
      channel,
      ts: null,
    });
    return { said, isChanged: textOf(now(message)) !== textOf(message) };
  }

  it.each(['asker', 'team'] as const)('%s may', async (who) => {
    const { said, isChanged } = await replace(who);
    expect(said).toContain('The reply now answers');
    expect(isChanged).toBe(true);
  });

  it.each(['other candidate', 'guest'] as const)('%s may not', async (who) => {
    const { said, isChanged } = await replace(who);
    expect(said).toContain(NOT_YOURS);
    expect(isChanged).toBe(false);
  });

  it.each([
    [
      'an entry that is not among the next matches',
      (value: object) => ({ ...value, key: '0123456789abcdef' }),
      UNKNOWN,
    ],
    ['a reply that is not there', (value: object) => ({ ...value, ts: '1000000000.000001' }), UNKNOWN],
    ['no value of the bot’s', () => ({ nothing: true }), GONE],
  ])('nobody may with %s', async (_, forge, refusal) => {
    const { said, isChanged } = await replace('team', forge);
    expect(said).toContain(refusal);
    expect(isChanged).toBe(false);
  });

  it('nobody may from another channel', async () => {
    const message = await reply();
    const [value = ''] = await offered('asker', message);
    const forged = { user: people.asker, actionId: actionIds.replaceReply, value, channel: CHANNELS.team.id, ts: null };
    expect(await pressing.press(forged)).toContain(UNKNOWN);
    expect(textOf(now(message))).toBe(textOf(message));
  });
});

describe('Remove', () => {
  it.each(['asker', 'team'] as const)('%s may', async (who) => {
    const message = await reply();
    expect(await press(who, actionIds.remove, message)).toContain('The reply is gone');
    expect(now(message)).toBeUndefined();
  });

  it.each(['other candidate', 'guest'] as const)('%s may not', async (who) => {
    const message = await reply();
    expect(await press(who, actionIds.remove, message)).toContain(NOT_YOURS);
    expect(now(message)).toEqual(message);
  });

  it('nobody may remove another message of the bot, or the reply of another channel', async () => {
    const message = await reply();
    const forged = { user: people.team, actionId: actionIds.remove };
    expect(await pressing.press({ ...forged, channel: CHANNELS.team.id, ts: message.ts })).toContain(UNKNOWN);
    expect(await pressing.press({ ...forged, channel, ts: '1000000000.000001' })).toContain(UNKNOWN);
    expect(now(message)).toEqual(message);
  });

  it('a member of the team who left the team channel may not, a minute later', async () => {
    const message = await reply();
    run.workspace.as(PEOPLE.otherTeamMember.id).leave(CHANNELS.team.id);
    run.clock.advance(61_000);
    const forged = { user: PEOPLE.otherTeamMember.id, actionId: actionIds.remove, channel, ts: message.ts };
    expect(await pressing.press(forged)).toContain(NOT_YOURS);
  });
});

describe.each(['unanswered', 'reload', 'stats'])('/role %s', (name) => {
  it.each(['asker', 'other candidate', 'guest'] as const)('%s may not', async (who) => {
    expect(await pressing.command(people[who], channel, name)).toContain(TEAM_ONLY);
  });
});

it.each(['unanswered', 'reload', 'stats'])('the team may /role %s', async (name) => {
  expect(await pressing.command(people.team, channel, name)).not.toContain(TEAM_ONLY);
});

describe.each(['help', 'list', 'forget-me'])('/role %s', (name) => {
  it.each(everybody)('%s may', async (who) => {
    const said = await pressing.command(people[who], channel, name);
    expect(said).not.toBe('');
    expect(said).not.toContain(TEAM_ONLY);
    expect(JSON.parse(said).response_type).toBe('ephemeral');
  });
});

describe('saving settings', () => {
  const view = (metadata: string, mode = 'off') => ({
    private_metadata: metadata,
    state: { values: { mode: { [actionIds.mode]: { type: 'radio_buttons', selected_option: { value: mode } } } } },
  });
  const office = JSON.stringify({ channel: CHANNELS.officeHours.id });

  it.each(['asker', 'other candidate', 'guest'] as const)('%s may not', async (who) => {
    expect(await pressing.submit(people[who], callbackIds.saveSettings, view(office))).toContain(TEAM_ONLY);
  });

  it('the team may', async () => {
    expect(await pressing.submit(people.team, callbackIds.saveSettings, view(office))).toContain('Saved.');
  });

  it.each([
    ['no channel', '{}', 'off'],
    ['a direct message', JSON.stringify({ channel: 'D0PRIYA001' }), 'off'],
    ['a mode that there is not', office, 'loud'],
  ])('nobody may for %s', async (_, metadata, mode) => {
    const said = await pressing.submit(people.team, callbackIds.saveSettings, view(metadata, mode));
    expect(said).not.toContain('Saved.');
  });
});

describe('teaching and forgetting wordings', () => {
  const wording = 'until when does the night shift go?';
  const keyOf = async (question: string) =>
    (await readEntries(run)).find((entry) => entry.question === question)?.key ?? '';
  const knows = async () => (await readEntries(run)).some(({ phrasings }) => phrasings.includes(wording));
  const metadata = JSON.stringify({ channel, ts: '1000000000.000001', asker: null, wordings: [wording] });
  const teach = async (who: Who, value: object, about = metadata) =>
    await pressing.press({
      user: people[who],
      actionId: `${actionIds.teach}:0`,
      value: JSON.stringify(value),
      channel,
      ts: null,
      metadata: about,
    });

  it.each(['asker', 'other candidate', 'guest'] as const)('%s may not teach', async (who) => {
    await teach(who, { key: await keyOf('How long is a watch at the lighthouse?'), place: 0 });
    expect(await knows()).toBe(false);
  });

  it.each([
    ['an entry that is not there', { key: '0123456789abcdef', place: 0 }, metadata],
    ['a wording that the modal does not hold', { key: 'watch', place: 2 }, metadata],
    ['metadata that is not the bot’s', { key: 'watch', place: 0 }, '{"wordings":"all"}'],
  ])('nobody may teach %s', async (_, value, about) => {
    const key = value.key === 'watch' ? await keyOf('How long is a watch at the lighthouse?') : value.key;
    await teach('team', { ...value, key }, about);
    expect(await knows()).toBe(false);
  });

  it('the team may teach; only the team may forget', async () => {
    await teach('team', { key: await keyOf('How long is a watch at the lighthouse?'), place: 0 });
    expect(await knows()).toBe(true);
    const id = await learnedId(wording);
    const forget = async (who: Who, value: string) =>
      await pressing.press({
        user: people[who],
        actionId: actionIds.homeForget,
        value,
        channel,
        ts: null,
        metadata: '',
      });
    for (const who of ['asker', 'other candidate', 'guest'] as const) {
      await forget(who, id).catch(() => '');
      expect(await knows()).toBe(true);
    }
    await forget('team', 'another id');
    expect(await knows()).toBe(true);
    await forget('team', id);
    expect(await knows()).toBe(false);
  });

  /** Its id as the *Forget* button on the team's App Home carries it. */
  async function learnedId(text: string): Promise<string> {
    const priya = run.workspace.as(people.team);
    priya.openHome();
    await run.idle();
    const blocks = priya.home?.given['blocks'] as { text?: { text?: string }; accessory?: { value?: string } }[];
    return blocks.find((block) => block.text?.text?.includes(text))?.accessory?.value ?? '';
  }
});
