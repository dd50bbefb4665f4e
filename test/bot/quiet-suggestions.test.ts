// Quiet suggestions: only the asker sees them, and what they choose goes into the thread.
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { offers, suggestions } from '../../src/answer/wording.ts';
import { actionIds } from '../../src/slack/action-ids.ts';
import type { StoredMessage } from '../../src/workspace/server/conversation/stored-message.ts';
import { PEOPLE, TEAM } from '../../src/workspace/server/state/seed.ts';
import { startPressing } from './pressing.ts';
import { buttonsIn, shown } from './reading-replies.ts';
import { type Options, type Running, startForTest, startRunning, type Way } from './running-bot.ts';
import { lastCard, modalOf, onlyReply, post, press, questions, submit, teamChannel } from './team-steps.ts';

const { candidate, teamMember, otherTeamMember } = PEOPLE;
const other = PEOPLE.otherCandidate;
const ASKED = 'how deep is it there at the harbour wall?';

/**
 * From now on the search finds for a question about the harbour wall three piers that are alike likely, unless it knows the words:
 * what is tested is what the bot makes of that.
 */
function makeUnsure({ bot }: Running): void {
  const { index } = bot.search;
  const match = index.match.bind(index);
  const likely: Readonly<Record<string, number>> = { 'north-pier': 0.31, 'south-pier': 0.3, 'east-pier': 0.29 };
  index.match = async (texts) => {
    const found = await match(texts);
    const results = found.results.map((result) => {
      const isMeant = /harbour wall/.test(result.text) && (result.matches[0]?.confidence ?? 0) < 0.99;
      if (!isMeant) return result;
      const matches = result.matches.map((one) => {
        const pier = Object.keys(likely).find((id) => one.entry.id.endsWith(id));
        return { ...one, confidence: likely[pier ?? ''] ?? 0.01 };
      });
      return { ...result, matches: matches.sort((one, another) => another.confidence - one.confidence) };
    });
    return { ...found, results };
  };
}

async function start(options: Options = {}): Promise<Running> {
  const run = await startForTest(options);
  makeUnsure(run);
  return run;
}

const privateTo = (run: Running, user: string) => run.workspace.as(user).ephemerals;

function suggestionTo(run: Running, user: string): StoredMessage {
  const found = privateTo(run, user).at(-1);
  if (found === undefined) throw new Error('Nothing was suggested');
  return found;
}

/** As it reads now. */
const now = (run: Running, message: StoredMessage) => run.workspace.current(message) ?? message;

const textOf = (run: Running, message: StoredMessage) => shown(now(run, message)) || now(run, message).text;

/** What stands in `/role unanswered`. */
async function unanswered(run: Running): Promise<string> {
  await run.workspace.as(teamMember.id).command(teamChannel, '/role unanswered');
  await run.idle();
  return shown(suggestionTo(run, teamMember.id)) || suggestionTo(run, teamMember.id).text;
}

describe('a question that the notes probably answer', () => {
  test('gets a suggestion that nobody else sees, quoting it, with full lines under numbers', async () => {
    const run = await start();
    const asked = await post(run, ASKED);
    expect(run.decisions.at(-1)?.decision).toMatchObject({ kind: 'suggest', reason: 'probably-among-these' });
    expect(run.replies()).toEqual([]);
    expect(run.replies(asked.ts)).toEqual([]);
    expect(privateTo(run, other.id)).toEqual([]);
    const suggestion = suggestionTo(run, candidate.id);
    expect(suggestion.threadTs).toBeNull();
    expect(shown(suggestion)).toContain(`> ${ASKED}`);
    expect(shown(suggestion)).toContain('How deep is the water at the north pier?');
    expect(buttonsIn(suggestion)).toEqual(['1', '2', '3', 'None of these', 'Stop suggesting']);
    expect(run.log()).not.toContain('harbour wall');
  });

  test('its buttons carry a key and nothing of the notes', async () => {
    const run = await start();
    await post(run, ASKED);
    const values = [...JSON.stringify(suggestionTo(run, candidate.id).blocks).matchAll(/"value":"([^"]*)"/g)];
    expect(new Set(values.map(([, value]) => value)).size).toBe(1);
    expect(values[0]?.[1]).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('is kept for the team until an answer is looked at, and again after Back', async () => {
    const run = await start();
    await post(run, ASKED);
    expect(await unanswered(run)).toContain('harbour wall');
    const suggestion = suggestionTo(run, candidate.id);
    await press(run, candidate.id, suggestion, '2');
    expect(textOf(run, suggestion)).toContain('Two metres');
    expect(buttonsIn(now(run, suggestion))).toEqual(['Post in the thread', 'Back']);
    expect(run.replies()).toEqual([]);
    expect(await unanswered(run)).not.toContain('harbour wall');
    await press(run, candidate.id, suggestion, 'Back');
    expect(buttonsIn(now(run, suggestion))).toEqual(['1', '2', '3', 'None of these', 'Stop suggesting']);
    expect(await unanswered(run)).toContain('harbour wall');
  });
});

test('a follow-up in a thread gets its suggestion there', async () => {
  const run = await start();
  const asked = await post(run, 'how long is a watch at the lighthouse?');
  await post(run, ASKED, { threadTs: asked.ts });
  expect(suggestionTo(run, candidate.id).threadTs).toBe(asked.ts);
  await press(run, candidate.id, suggestionTo(run, candidate.id), '3');
  await press(run, candidate.id, suggestionTo(run, candidate.id), 'Post in the thread');
  expect(run.replies(asked.ts).map(shown).join()).toContain('Three metres');
});

test('an answered question beside one that is probably answered: both are dealt with', async () => {
  const run = await start();
  const asked = await post(run, `How long is a watch at the lighthouse? And ${ASKED}`);
  expect(shown(onlyReply(run, asked.ts))).toContain('six hours');
  expect(shown(onlyReply(run, asked.ts))).not.toContain('do not answer');
  expect(shown(suggestionTo(run, candidate.id))).toContain('harbour wall');
});

describe.each<Way>(['socket', 'http'])('over %s', (way) => {
  test('the choice appears in the thread, the team accepts the wording, the next who asks so is answered; a restart changes nothing', async () => {
    const run = await start({ way, keepsState: true });
    const asked = await post(run, ASKED);
    const suggestion = suggestionTo(run, candidate.id);
    await run.restart();
    makeUnsure(run);
    // biome-ignore lint/correctness/useHookAtTopLevel: no hook of React's, only a name like one.
    if (way === 'http') await run.workspace.useHttp(`http://127.0.0.1:${run.bot.port}/slack/events`);
    await press(run, candidate.id, suggestion, '1');
    await press(run, candidate.id, suggestion, 'Post in the thread');
    expect(shown(onlyReply(run, asked.ts))).toContain('Four metres');
    expect(buttonsIn(onlyReply(run, asked.ts))).toContain('Helpful');
    expect(textOf(run, suggestion)).toContain('Posted in the thread: <');
    const card = lastCard(run);
    expect(shown(card)).toContain(`“${ASKED}”`);
    expect(buttonsIn(card)).toEqual(['Accept', 'Edit', 'Refuse']);
    await run.restart();
    makeUnsure(run);
    // biome-ignore lint/correctness/useHookAtTopLevel: see above.
    if (way === 'http') await run.workspace.useHttp(`http://127.0.0.1:${run.bot.port}/slack/events`);
    await press(run, teamMember.id, card, 'Accept');
    expect(textOf(run, card)).toContain('Accepted by Priya Raman');
    expect(buttonsIn(now(run, card))).toEqual([]);
    const again = await post(run, 'How deep is it there, at the harbour wall?', { user: other.id });
    await post(run, ASKED, { user: other.id });
    const answered = run.replies().concat(run.replies(again.ts)).map(shown).join('\n');
    expect(answered).toContain('Four metres');
  });
});

describe('None of these', () => {
  test('counts as not covered and offers to ask the team, once', async () => {
    const run = await start();
    await post(run, ASKED);
    const suggestion = suggestionTo(run, candidate.id);
    await press(run, candidate.id, suggestion, 'None of these');
    expect(textOf(run, suggestion)).toContain(suggestions.refusedAskTeam);
    expect(await unanswered(run)).toContain('harbour wall');
    await press(run, candidate.id, suggestion, 'Ask the team');
    expect(shown(lastCard(run))).toContain(`> ${ASKED}`);
    expect(run.workspace.botMessages(teamChannel)).toHaveLength(1);
    expect(textOf(run, suggestion)).toContain('Passed on to the team');
  });
});

describe('a press is checked', () => {
  let run: Running;

  beforeAll(async () => {
    run = await startRunning();
    makeUnsure(run);
  });

  afterAll(() => run.stop());

  /** Nothing that was suggested before counts any more. */
  beforeEach(() => run.clock.advance(8 * 24 * 3_600_000));

  test('whose it is, and what it names', async () => {
    const pressing = await startPressing(run);
    onTestFinished(() => pressing.close());
    await post(run, ASKED);
    const value = /"value":"([^"]+)"/.exec(JSON.stringify(suggestionTo(run, candidate.id).blocks))?.[1] ?? '';
    const forged = { channel: questions, ts: null, value, actionId: `${actionIds.postSuggested}:0` };
    expect(await pressing.press({ ...forged, user: other.id })).toContain(suggestions.unpressable['not-yours']);
    expect(await pressing.press({ ...forged, user: candidate.id, channel: teamChannel })).toContain(
      suggestions.unpressable.gone,
    );
    expect(await pressing.press({ ...forged, user: candidate.id, value: 'x' })).toContain(suggestions.unpressable.gone);
    const beyond = { ...forged, user: candidate.id, actionId: `${actionIds.postSuggested}:7` };
    expect(await pressing.press(beyond)).toContain(suggestions.unpressable['entry-gone']);
    expect(run.replies()).toEqual([]);
  });

  test('whether the question still stands as it was asked', async () => {
    const edited = await post(run, ASKED);
    const suggestion = suggestionTo(run, candidate.id);
    run.workspace.as(candidate.id).edit(edited, 'never mind the harbour wall');
    await run.idle();
    await press(run, candidate.id, suggestion, '1');
    expect(now(run, suggestion).text).toBe(suggestions.unpressable['question-edited']);
    const deleted = await post(run, ASKED, { user: other.id });
    const second = suggestionTo(run, other.id);
    run.workspace.as(other.id).delete(deleted);
    await run.idle();
    await press(run, other.id, second, 'None of these');
    expect(now(run, second).text).toBe(suggestions.unpressable['question-gone']);
  });

  test('whether somebody has answered meanwhile: then it links to that', async () => {
    const asked = await post(run, ASKED);
    const suggestion = suggestionTo(run, candidate.id);
    await post(run, 'anybody?', { threadTs: asked.ts });
    await press(run, candidate.id, suggestion, '1');
    expect(textOf(run, suggestion)).toContain('Four metres');
    const answer = await post(run, 'About four metres.', { user: teamMember.id, threadTs: asked.ts });
    await press(run, candidate.id, suggestion, 'Post in the thread');
    expect(now(run, suggestion).text).toContain('Somebody has answered meanwhile');
    expect(now(run, suggestion).text).toContain(answer.ts.replace('.', ''));
    expect(run.replies(asked.ts)).toEqual([]);
  });

  test('a second press, at whichever replica, finds the same', async () => {
    const pressing = await startPressing(run);
    onTestFinished(() => pressing.close());
    const asked = await post(run, ASKED);
    const value = /"value":"([^"]+)"/.exec(JSON.stringify(suggestionTo(run, candidate.id).blocks))?.[1] ?? '';
    const posting = {
      channel: questions,
      ts: null,
      value,
      user: candidate.id,
      actionId: `${actionIds.postSuggested}:0`,
    };
    const said = await Promise.all([pressing.press(posting), pressing.press(posting)]);
    expect(run.replies(asked.ts)).toHaveLength(1);
    expect(said.join('')).toContain('Posted in the thread');
    expect(await pressing.press({ ...posting, actionId: `${actionIds.showSuggested}:1` })).toContain(
      'answered meanwhile',
    );
    expect(run.workspace.botMessages(teamChannel)).toHaveLength(1);
  });
});

test('where its address is used up or too old, the answer comes as a new private message', async () => {
  const run = await start();
  await post(run, ASKED);
  const suggestion = suggestionTo(run, candidate.id);
  run.workspace.as(candidate.id).dismiss(suggestion);
  const before = privateTo(run, candidate.id).length;
  const value = /"value":"([^"]+)"/.exec(JSON.stringify(suggestion.blocks))?.[1] ?? '';
  await run.bot.app.processEvent({
    body: {
      type: 'block_actions',
      team: { id: TEAM.id, domain: TEAM.domain },
      user: { id: candidate.id, name: 'amara', team_id: TEAM.id },
      api_app_id: 'A1',
      token: 't',
      trigger_id: '1.2.3',
      channel: { id: questions, name: 'questions' },
      container: { type: 'message', message_ts: suggestion.ts, channel_id: questions, is_ephemeral: true },
      response_url: new URL('/hooks/actions/T1/1/old', run.workspace.url).href,
      actions: [{ type: 'button', action_id: `${actionIds.showSuggested}:1`, block_id: 'b', action_ts: '1.1', value }],
    },
    ack: async () => {},
  });
  await run.idle();
  expect(privateTo(run, candidate.id)).toHaveLength(before + 1);
  expect(shown(suggestionTo(run, candidate.id))).toContain('Two metres');
});

describe('nobody is bothered', () => {
  let run: Running;

  beforeAll(async () => {
    run = await startRunning();
    makeUnsure(run);
  });

  afterAll(() => run.stop());

  /** Nothing that was suggested before counts any more. */
  beforeEach(() => run.clock.advance(8 * 24 * 3_600_000));

  test('more than once in ten minutes, nor after two that were passed over for a week', async () => {
    const before = privateTo(run, candidate.id).length;
    const count = () => privateTo(run, candidate.id).length - before;
    const reason = () => run.decisions.at(-1)?.decision.reason;
    await post(run, ASKED);
    await post(run, ASKED);
    expect([count(), reason()]).toEqual([1, 'suggested-lately']);
    run.clock.advance(11 * 60_000);
    await post(run, ASKED);
    expect(count()).toBe(2);
    run.clock.advance(11 * 60_000);
    await post(run, ASKED);
    expect([count(), reason()]).toEqual([2, 'suggestions-unwanted']);
    run.clock.advance(7 * 24 * 3_600_000);
    await post(run, ASKED);
    run.clock.advance(11 * 60_000);
    await post(run, ASKED);
    expect(count()).toBe(4);
    run.clock.advance(11 * 60_000);
    await post(run, ASKED);
    expect([count(), reason()]).toEqual([4, 'suggestions-unwanted']);
  });

  test('one who looked at an answer was helped: the next suggestion comes', async () => {
    const before = privateTo(run, candidate.id).length;
    await post(run, ASKED);
    run.clock.advance(11 * 60_000);
    await post(run, ASKED);
    await press(run, candidate.id, suggestionTo(run, candidate.id), '1');
    run.clock.advance(11 * 60_000);
    await post(run, ASKED);
    expect(privateTo(run, candidate.id)).toHaveLength(before + 3);
  });

  test('who wants no suggestions: each for themselves, and until they want them again', async () => {
    const before = privateTo(run, candidate.id).length;
    await post(run, ASKED);
    const suggestion = suggestionTo(run, candidate.id);
    await press(run, candidate.id, suggestion, 'Stop suggesting');
    expect(textOf(run, suggestion)).toContain(suggestions.stopped);
    run.clock.advance(11 * 60_000);
    await post(run, ASKED);
    expect(run.decisions.at(-1)?.decision.reason).toBe('suggestions-stopped');
    await post(run, ASKED, { user: other.id });
    expect(privateTo(run, other.id)).toHaveLength(1);
    await press(run, candidate.id, suggestion, 'Suggest again');
    await post(run, ASKED);
    expect(privateTo(run, candidate.id)).toHaveLength(before + 2);
  });

  test('where the team has switched suggestions off, in draft mode, by the team', async () => {
    const before = privateTo(run, candidate.id).length;
    await run.workspace.as(teamMember.id).command(questions, '/role settings');
    await run.idle();
    expect(JSON.stringify(modalOf(run, teamMember.id).given)).toContain('Quiet suggestions');
    await submit(run, teamMember.id, { 'Quiet suggestions': [] });
    await post(run, ASKED);
    expect(run.decisions.at(-1)?.decision.reason).toBe('suggestions-off');
    await post(run, ASKED, { user: teamMember.id });
    expect(run.decisions.at(-1)?.decision.reason).toBe('team-member');
    const drafting = await start({ env: { CHANNEL_MODE: 'draft' } });
    await post(drafting, ASKED);
    expect(drafting.decisions.at(-1)?.decision.reason).toBe('not-certain-enough');
    expect(privateTo(run, candidate.id)).toHaveLength(before);
    expect(privateTo(drafting, candidate.id)).toEqual([]);
    const none = await start({ env: { MAX_QUIET_SUGGESTIONS: '0' } });
    await post(none, ASKED);
    expect(none.decisions.at(-1)?.decision.kind).toBe('uncovered');
  });

  test('where Slack cannot show it: silence, and the question is kept', async () => {
    const run = await start();
    run.workspace.arrange('chat.postEphemeral', { error: 'user_not_in_channel' });
    await post(run, ASKED);
    expect(privateTo(run, candidate.id)).toEqual([]);
    expect(run.replies()).toEqual([]);
    expect(await unanswered(run)).toContain('harbour wall');
    await post(run, ASKED);
    expect(privateTo(run, candidate.id)).toHaveLength(1);
  });
});

describe('wordings that wait for the team', () => {
  const choose = async (run: Running, user: string, text: string) => {
    await post(run, text, { user });
    await press(run, user, suggestionTo(run, user), '1');
    await press(run, user, suggestionTo(run, user), 'Post in the thread');
  };

  test('stand in one message that is kept up to date, and on App Home; only the team decides', async () => {
    const run = await start();
    await choose(run, candidate.id, ASKED);
    await choose(run, other.id, 'any idea how deep the harbour wall goes?');
    expect(run.workspace.botMessages(teamChannel)).toHaveLength(1);
    const card = lastCard(run);
    expect(buttonsIn(card)).toEqual(['Accept', 'Edit', 'Refuse', 'Accept', 'Edit', 'Refuse']);
    const pressing = await startPressing(run);
    onTestFinished(() => pressing.close());
    const value = /"value":"([^"]+)"/.exec(JSON.stringify(card.blocks))?.[1] ?? '';
    const forged = { channel: teamChannel, ts: card.ts, value, user: candidate.id };
    for (const actionId of [actionIds.acceptWording, actionIds.refuseWording])
      expect(await pressing.press({ ...forged, actionId })).toContain(offers.outcomes['team-only']);
    const edited = { private_metadata: value, state: { values: { wording: { wording: { value: 'mine' } } } } };
    await pressing.submit(candidate.id, 'edit_wording', edited);
    expect(buttonsIn(now(run, card))).toHaveLength(6);
    run.workspace.as(otherTeamMember.id).openHome();
    await run.idle();
    const home = run.workspace.as(otherTeamMember.id).home;
    if (home === undefined) throw new Error('There is no App Home');
    expect(JSON.stringify(home.given)).toContain('harbour wall');
    await press(run, otherTeamMember.id, home, 'Refuse');
    expect(textOf(run, card)).toContain('Refused by Mateo Silva');
    expect(buttonsIn(now(run, card))).toEqual(['Accept', 'Edit', 'Refuse']);
  });

  test('are accepted as somebody has edited them', async () => {
    const run = await start();
    await choose(run, candidate.id, ASKED);
    const card = lastCard(run);
    await press(run, teamMember.id, card, 'Edit');
    const { text } = await submit(run, teamMember.id, { Wording: 'depth below the harbour wall' });
    expect(text).toContain(offers.outcomes.accepted);
    const asked = await post(run, 'depth below the harbour wall?', { user: other.id });
    expect(shown(onlyReply(run, asked.ts))).toContain('Four metres');
    const before = await post(run, ASKED, { user: other.id });
    expect(run.replies(before.ts)).toEqual([]);
  });

  test('go with the message that they were read out of', async () => {
    const run = await start();
    const asked = await post(run, ASKED);
    await press(run, candidate.id, suggestionTo(run, candidate.id), '1');
    await press(run, candidate.id, suggestionTo(run, candidate.id), 'Post in the thread');
    const card = lastCard(run);
    run.workspace.as(candidate.id).edit(asked, `${ASKED} thanks`);
    await run.idle();
    expect(run.replies(asked.ts)).toHaveLength(1);
    run.workspace.as(candidate.id).delete(asked);
    await run.idle();
    expect(run.replies(asked.ts)).toEqual([]);
    expect(textOf(run, card)).not.toContain('harbour wall');
  });

  test.each(['Not what I asked', 'Remove'])('go with the choice that is taken back by "%s"', async (button) => {
    const run = await start();
    const asked = await post(run, ASKED);
    await press(run, candidate.id, suggestionTo(run, candidate.id), '1');
    await press(run, candidate.id, suggestionTo(run, candidate.id), 'Post in the thread');
    const card = lastCard(run);
    expect(textOf(run, card)).toContain('harbour wall');
    await press(run, other.id, onlyReply(run, asked.ts), button);
    expect(textOf(run, card)).toContain('harbour wall');
    await press(run, candidate.id, onlyReply(run, asked.ts), button);
    expect(textOf(run, card)).not.toContain('harbour wall');
  });

  test('stand in a new message where somebody has deleted the one', async () => {
    const run = await start();
    await choose(run, candidate.id, ASKED);
    const { botToken, slackApiUrl } = run.workspace;
    const deleted = await fetch(new URL('chat.delete', slackApiUrl), {
      method: 'POST',
      headers: { authorization: `Bearer ${botToken}`, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ channel: teamChannel, ts: lastCard(run).ts }).toString(),
    });
    expect(await deleted.json()).toMatchObject({ ok: true });
    await run.idle();
    await choose(run, other.id, 'any idea how deep the harbour wall goes?');
    expect(buttonsIn(lastCard(run))).toHaveLength(6);
  });

  test('once all are decided, the next one begins another message', async () => {
    const run = await start();
    await choose(run, candidate.id, ASKED);
    await press(run, teamMember.id, lastCard(run), 'Refuse');
    expect(textOf(run, lastCard(run))).toContain(offers.none);
    await choose(run, other.id, 'any idea how deep the harbour wall goes?');
    expect(run.workspace.botMessages(teamChannel)).toHaveLength(2);
  });
});
