// Who may do what of the team's actions: a table, and each cell a test. Whoever may not is told so privately and politely,
// and nothing happens. A tampered client sends another action or value than its button holds: that is `forged`.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { linking, notices, teamWords } from '../../src/answer/wording.ts';
import { completeEntries } from '../../src/use-cases/link/choose-entry.ts';
import { completeNotes } from '../../src/use-cases/settings/change-settings.ts';
import type { StoredMessage } from '../../src/workspace/server/conversation/stored-message.ts';
import { CHANNELS, PEOPLE } from '../../src/workspace/server/state/seed.ts';
import { buttonsIn, shown } from './reading-replies.ts';
import { type Running, readEntries, startForTest, startRunning } from './running-bot.ts';
import {
  askTheTeam,
  lastCard,
  lastNotice,
  modalOf,
  onlyReply,
  post,
  press,
  questions,
  shortcut,
  submit,
  teamChannel,
  UNCOVERED,
  viewText,
} from './team-steps.ts';

const { candidate, otherCandidate, teamMember, otherTeamMember } = PEOPLE;
const WATCH = 'how many hours does one watch take?';

type Role = 'asker' | 'other candidate' | 'team' | 'guest';

/** A guest is anybody who sees the channel and is not in the team channel; here one who has been in it. */
const people: Readonly<Record<Role, string>> = {
  asker: candidate.id,
  'other candidate': otherCandidate.id,
  team: teamMember.id,
  guest: otherTeamMember.id,
};

interface Action {
  /** What it is done to, made afresh for each cell. */
  prepare(): Promise<{ readonly on: StoredMessage; readonly asked: StoredMessage; readonly value?: string }>;
  /** As the person sees it: the refusal, or null where it was done. */
  attempt(user: string, prepared: Awaited<ReturnType<Action['prepare']>>): Promise<string | null>;
  readonly may: readonly Role[];
  readonly refusal: string;
}

let run: Running;

beforeAll(async () => {
  run = await startRunning({ env: { CHANNEL_MODE: 'draft' } });
  run.workspace.as(otherTeamMember.id).leave(teamChannel);
  await run.idle();
});

afterAll(() => run.stop());

beforeEach(() => run.clock.advance(120_000));

async function prepareReply() {
  const asked = await post(run, UNCOVERED);
  return { on: onlyReply(run, asked.ts), asked };
}

async function prepareCard() {
  const { asked, card } = await askTheTeam(run);
  return { on: card, asked };
}

async function prepareProposal() {
  const asked = await post(run, WATCH);
  return { on: lastCard(run), asked };
}

/**
 * The team presses what stands in its channel. Nobody else sees that: they send the same action from where they are, with
 * whatever their tampered client knows.
 */
async function pressInTeam(user: string, actionId: string, { on, asked }: { on: StoredMessage; asked: StoredMessage }) {
  if (user === teamMember.id) await press(run, user, on, actionId);
  else await press(run, user, await replyFor(asked), 'ask_team', { forged: { action_id: actionId, value: on.ts } });
}

/** A reply of the bot that everybody sees. */
async function replyFor(asked: StoredMessage): Promise<StoredMessage> {
  const [reply] = run.replies(asked.ts);
  return reply ?? onlyReply(run, (await post(run, UNCOVERED)).ts);
}

function viaCard(actionId: string, isDone: (card: StoredMessage) => boolean): Action['attempt'] {
  return async (user, prepared) => {
    await pressInTeam(user, actionId, prepared);
    const card = run.workspace.current(prepared.on) ?? prepared.on;
    if (isDone(card)) return null;
    return lastNotice(run, user).text;
  };
}

function viaModal(actionId: string, form: string): Action['attempt'] {
  return async (user, prepared) => {
    await pressInTeam(user, actionId, prepared);
    const text = viewText(modalOf(run, user));
    return text.includes(form) ? null : text;
  };
}

const actions: Readonly<Record<string, Action>> = {
  'Answer from the notes': {
    prepare: async () => {
      const asked = await post(run, 'Hm, and the fog?');
      return { on: asked, asked };
    },
    attempt: async (user, { on }) => {
      const text = viewText(await shortcut(run, user, on));
      return text.includes(linking.offered) ? null : text;
    },
    may: ['team'],
    refusal: linking.problems['team-only'],
  },
  'Ask the team': {
    prepare: prepareReply,
    attempt: async (user, { on }) => {
      const before = run.workspace.botMessages(teamChannel).length;
      await press(run, user, on, 'Ask the team');
      return run.workspace.botMessages(teamChannel).length > before ? null : lastNotice(run, user).text;
    },
    may: ['asker', 'team'],
    refusal: notices['not-yours'],
  },
  'Tell me when this is answered': {
    prepare: async () => {
      const { asked, on } = await prepareCard();
      await press(run, teamMember.id, on, 'Not for us');
      return { asked, on: run.replies(asked.ts).at(-1) ?? on };
    },
    attempt: async (user, { on }) => {
      await press(run, user, on, teamWords.tellMe);
      const { text } = lastNotice(run, user);
      return text === teamWords.subscribed ? null : text;
    },
    may: ['asker', 'team'],
    refusal: notices['not-yours'],
  },
  'Link an answer': {
    prepare: prepareCard,
    attempt: viaModal('link_question', linking.offered),
    may: ['team'],
    refusal: linking.problems['team-only'],
  },
  'Write an answer': {
    prepare: prepareCard,
    attempt: viaModal('write_answer', linking.text),
    may: ['team'],
    refusal: linking.problems['team-only'],
  },
  'Not for us': {
    prepare: prepareCard,
    attempt: viaCard('decline_question', (card) => shown(card).includes('Not for us, says')),
    may: ['team'],
    refusal: notices['team-only'],
  },
  Post: {
    prepare: prepareProposal,
    attempt: viaCard('post_proposal', (card) => shown(card).includes('Posted by')),
    may: ['team'],
    refusal: notices['team-only'],
  },
  'Other match': {
    prepare: prepareProposal,
    attempt: viaModal('other_match', linking.offered),
    may: ['team'],
    refusal: linking.problems['team-only'],
  },
  'Leave it': {
    prepare: prepareProposal,
    attempt: viaCard('leave_proposal', (card) => shown(card).includes('Left alone by')),
    may: ['team'],
    refusal: notices['team-only'],
  },
};

describe.each(Object.entries(actions))('%s', (_name, { prepare, attempt, may, refusal }) => {
  test.each(Object.entries(people) as [Role, string][])('%s', async (role, user) => {
    const prepared = await prepare();
    const outcome = await attempt(user, prepared);
    if (may.includes(role)) expect(outcome).toBeNull();
    else expect(outcome).toContain(refusal);
  });
});

describe('Forget', () => {
  const wordings: Record<Role, string> = {
    asker: 'are badgers kept in the cellar?',
    'other candidate': 'are kittens kept in the cellar?',
    team: 'are rabbits kept in the cellar?',
    guest: 'are parrots kept in the cellar?',
  };

  test.each(Object.entries(people) as [Role, string][])('%s', async (role, user) => {
    const asked = await post(run, `@rolecall ${wordings[role]}`);
    await shortcut(run, teamMember.id, asked);
    await submit(run, teamMember.id);
    const { value } = findForget(viewText(modalOf(run, teamMember.id)));
    const [reply = asked] = run.replies(asked.ts);
    await press(run, user, reply, 'remove_reply', { forged: { type: 'button', action_id: 'forget_phrasing', value } });
    const isForgotten = role === 'team';
    expect(lastNotice(run, user).text).toBe(isForgotten ? teamWords.forgotten : notices['team-only']);
    expect(await knows(wordings[role])).toBe(!isForgotten);
  });
});

describe('a forged value', () => {
  test('of another message: the team closes nothing but what it pressed', async () => {
    const first = await askTheTeam(run);
    const second = await askTheTeam(run);
    await press(run, teamMember.id, second.card, 'Not for us', { forged: { value: first.card.ts } });
    expect(buttonsIn(run.workspace.current(first.card) ?? first.card)).toContain('Not for us');
    expect(shown(run.workspace.current(second.card) ?? second.card)).toContain('Not for us, says');
  });

  test('of another channel: a team action outside the team channel finds nothing, even for the team', async () => {
    const { asked, card } = await askTheTeam(run);
    const forged = { action_id: 'decline_question', value: card.ts };
    await press(run, teamMember.id, await replyFor(asked), 'ask_team', { forged });
    expect(lastNotice(run, teamMember.id).text).toBe(teamWords.gone);
    expect(buttonsIn(run.workspace.current(card) ?? card)).toContain('Not for us');
  });

  test("of another person's private question: it is not passed on", async () => {
    const theirs = await askPrivately(candidate.id, questions);
    const own = await askPrivately(otherCandidate.id, questions);
    const before = run.workspace.botMessages(teamChannel).length;
    await press(run, otherCandidate.id, own, 'Ask the team', { forged: { value: carriedBy(theirs) } });
    expect(lastNotice(run, otherCandidate.id).text).toBe(notices['not-yours']);
    expect(run.workspace.botMessages(teamChannel).length).toBe(before);
  });

  test('of a private question in another channel: it is not found there', async () => {
    const elsewhere = await askPrivately(candidate.id, CHANNELS.officeHours.id);
    const here = await askPrivately(candidate.id, questions);
    await press(run, candidate.id, here, 'Ask the team', { forged: { value: carriedBy(elsewhere) } });
    expect(lastNotice(run, candidate.id).text).toBe(teamWords.gone);
  });

  test.each(['', 'command:', 'nonsense', 'x'.repeat(2000)])('that is nothing (%j) finds nothing', async (value) => {
    const own = await askPrivately(candidate.id, questions);
    await press(run, candidate.id, own, 'Ask the team', { forged: { value } });
    expect(lastNotice(run, candidate.id).text).toBe(teamWords.gone);
  });

  test("of another person's question under Tell me: no promise is made", async () => {
    await askTheTeam(run);
    const theirs = lastNotice(run, candidate.id);
    const asked = await post(run, UNCOVERED, { user: otherCandidate.id });
    await press(run, otherCandidate.id, onlyReply(run, asked.ts), 'Ask the team');
    const forged = { value: carriedBy(theirs) };
    await press(run, otherCandidate.id, lastNotice(run, otherCandidate.id), teamWords.tellMe, { forged });
    expect(lastNotice(run, otherCandidate.id).text).toBe(notices['not-yours']);
  });

  test('in the linking modal: an entry that is not in the notes cannot be chosen or posted', async () => {
    const asked = await post(run, 'Hm, and the fog?');
    const modal = await shortcut(run, teamMember.id, asked);
    await submit(run, teamMember.id, { other_entry: '0000000000000000', remember: [] });
    expect(viewText(modalOf(run, teamMember.id))).toContain(linking.problems['entry-gone']);
    expect(run.replies(asked.ts)).toEqual([]);
    expect(modal.type).toBe('modal');
  });
});

describe('somebody who leaves the team', { timeout: 90_000 }, () => {
  test('loses their rights at once, also in a modal that is open', async () => {
    const asked = await post(run, 'Thick fog out there this morning.');
    run.workspace.as(teamMember.id).invite(teamChannel, otherTeamMember.id);
    await shortcut(run, teamMember.id, asked);
    run.workspace.as(otherTeamMember.id).remove(teamChannel, teamMember.id);
    await run.idle();
    expect((await submit(run, teamMember.id)).text).toContain(linking.problems['team-only']);
    expect(run.replies(asked.ts)).toEqual([]);
    run.workspace.as(otherTeamMember.id).invite(teamChannel, teamMember.id);
    await run.idle();
    expect(viewText(await shortcut(run, teamMember.id, asked))).toContain(linking.offered);
  });

  test('is asked for again after a minute where no event told of it', async () => {
    const manifest = structuredClone((await import('./running-bot.ts')).MANIFEST);
    const events: string[] = manifest.settings.event_subscriptions.bot_events;
    manifest.settings.event_subscriptions.bot_events = events.filter((event) => !event.startsWith('member_'));
    const own = await startForTest({ workspace: { manifest } });
    const asked = await post(own, 'Hm, and the fog?');
    expect(viewText(await shortcut(own, teamMember.id, asked))).toContain(linking.offered);
    own.workspace.as(teamMember.id).leave(teamChannel);
    await own.idle();
    own.clock.advance(60_000);
    expect(viewText(await shortcut(own, teamMember.id, asked))).toContain(linking.problems['team-only']);
  });
});

test('the type-ahead answers the team alone', async () => {
  const searcher = run.bot.search.index;
  const roster = (isMember: boolean) => ({ isMember: async () => isMember, forget: () => {} });
  const typed = { user: candidate.id, typed: 'fog', limit: 10 };
  expect(await completeEntries({ roster: roster(false), searcher }, typed)).toEqual([]);
  expect((await completeEntries({ roster: roster(true), searcher }, typed)).length).toBeGreaterThan(0);
});

test('which notes may answer in a channel is offered to the team alone', async () => {
  const notes = run.bot.search.index;
  const roster = (isMember: boolean) => ({ isMember: async () => isMember, forget: () => {} });
  const offered = (isMember: boolean) =>
    completeNotes({ notes, roster: roster(isMember) }, { user: candidate.id, typed: '', limit: 10 });
  expect(await offered(false)).toEqual([]);
  expect(await offered(true)).toContain('lighthouse.md');
});

async function askPrivately(user: string, channel: string): Promise<StoredMessage> {
  run.clock.advance(120_000);
  await run.workspace.as(user).command(channel, '/role can I bring my dog along?');
  await run.idle();
  return lastNotice(run, user);
}

/** What the last button of a message carries. */
function carriedBy(message: StoredMessage): string {
  const values = [...JSON.stringify(message.blocks).matchAll(/"value":"((?:[^"\\]|\\.)*)"/g)].map(([, value]) => value);
  return values.at(-1) ?? '';
}

function findForget(text: string): { readonly value: string } {
  const value = /"action_id":"forget_phrasing".*?"value":"([^"]+)"/.exec(text)?.[1];
  if (value === undefined) throw new Error('Nothing was learned');
  return { value };
}

async function knows(wording: string): Promise<boolean> {
  return (await readEntries(run)).some(({ phrasings }) => phrasings.includes(wording));
}
