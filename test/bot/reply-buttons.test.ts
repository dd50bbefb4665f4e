// What the buttons under a reply do, as people use them.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { StoredMessage } from '../../src/workspace/server/conversation/stored-message.ts';
import { CHANNELS, PEOPLE } from '../../src/workspace/server/state/seed.ts';
import { buttonsIn, shown } from './reading-replies.ts';
import { type Running, startRunning } from './running-bot.ts';
import { lastCard, lastNotice } from './team-steps.ts';

const channel = CHANNELS.questions.id;

let run: Running;

beforeAll(async () => {
  run = await startRunning();
});

afterAll(() => run.stop());

beforeEach(() => run.clock.advance(120_000));

/** What the person alone was told since. */
function hearing({ id }: { readonly id: string }): () => readonly StoredMessage[] {
  const before = run.workspace.as(id).ephemerals.map(({ ts }) => ts);
  return () => run.workspace.as(id).ephemerals.filter(({ ts }) => !before.includes(ts));
}

async function ask(text: string): Promise<StoredMessage> {
  const asked = run.workspace.as(PEOPLE.candidate.id).post(channel, text);
  await run.idle();
  const [reply] = run.replies(asked.ts);
  if (reply === undefined) throw new Error(`no reply to ${text}`);
  return reply;
}

const labels = (message: StoredMessage | undefined) => (message === undefined ? [] : buttonsIn(message));

describe('the buttons', () => {
  it('stand under an answer, under suggestions and under "not in the notes", each with what fits', async () => {
    const answer = await ask('@rolecall how long do keepers stay awake on duty?');
    expect(labels(answer)).toEqual(['Helpful', 'Not what I asked', 'Remove']);
    const none = await ask('@rolecall do you sponsor visas?');
    expect(labels(none)).toEqual(['Ask the team', 'Remove']);
    const help = await ask('@rolecall help');
    expect(labels(help)).toEqual([]);
  });

  it('answer the presser in the thread, who alone sees it', async () => {
    const reply = await ask('@rolecall how long do keepers stay awake on duty?');
    const [jonas, amara] = [hearing(PEOPLE.otherCandidate), hearing(PEOPLE.candidate)];
    await run.workspace.as(PEOPLE.otherCandidate.id).press(reply, 'Helpful');
    await run.idle();
    expect(jonas()).toMatchObject([{ threadTs: reply.threadTs, text: expect.stringContaining('Thank you') }]);
    expect(amara()).toEqual([]);
    expect(run.workspace.current(reply)).toEqual(reply);
  });

  it('ask what is wrong with an answer: one more click is counted, and the next matches stay', async () => {
    const reply = await ask('@rolecall how long do keepers stay awake on duty?');
    const amara = run.workspace.as(PEOPLE.candidate.id);
    const heard = hearing(PEOPLE.candidate);
    await amara.press(reply, 'Not what I asked');
    const offer = await run.workspace.waitFor(() => heard().at(-1));
    expect(labels(offer).slice(0, 4)).toEqual(['Another question', 'Out of date', 'Not enough', 'Ask the team']);
    for (const value of ['', '{}', '{"ts":"1.1","reason":"spite"}'])
      await amara.press(offer, 'Not enough', { forged: { value } });
    await amara.press(offer, 'Out of date');
    await run.idle();
    const noted = lastNotice(run, PEOPLE.candidate.id);
    expect(shown(noted)).toContain('noted: out of date');
    expect(labels(noted)).toEqual(['Ask the team']);
    expect(JSON.stringify(noted.blocks)).toContain('Show this instead');
    await run.workspace.as(PEOPLE.teamMember.id).command(channel, '/role stats');
    await run.idle();
    expect(lastNotice(run, PEOPLE.teamMember.id).text).toContain('Out of date: 1');
    expect(lastNotice(run, PEOPLE.teamMember.id).text).not.toContain('Not enough');
  });

  it('pass the question on to the team from there, for its asker and not for others', async () => {
    const reply = await ask('@rolecall how long do keepers stay awake on duty?');
    const jonas = run.workspace.as(PEOPLE.otherCandidate.id);
    await jonas.press(reply, 'Not what I asked');
    await run.idle();
    expect(labels(lastNotice(run, PEOPLE.otherCandidate.id))).not.toContain('Ask the team');
    const amara = run.workspace.as(PEOPLE.candidate.id);
    await amara.press(reply, 'Not what I asked');
    await run.idle();
    await amara.press(lastNotice(run, PEOPLE.candidate.id), 'Ask the team');
    await run.idle();
    expect(shown(lastCard(run))).toContain('how long do keepers stay awake on duty?');
    expect(shown(lastNotice(run, PEOPLE.candidate.id))).toContain('The answer will come here.');
  });

  it('put the next match in the place of a wrong answer, and take what was offered away', async () => {
    const reply = await ask('@rolecall how long do keepers stay awake on duty?');
    const amara = run.workspace.as(PEOPLE.candidate.id);
    const heard = hearing(PEOPLE.candidate);
    await amara.press(reply, 'Not what I asked');
    const offer = await run.workspace.waitFor(() => heard().at(-1));
    await amara.press(offer, 'Show this instead');
    await run.idle();
    const shown = JSON.stringify(run.workspace.current(reply)?.blocks);
    expect(shown).not.toContain('six hours');
    expect(labels(run.workspace.current(reply))).toContain('Not what I asked');
    expect(heard().map(({ text }) => text)).toEqual([expect.stringContaining('The reply now answers')]);
  });

  it('leave the other answer of a reply to two questions where it is', async () => {
    const reply = await ask('@rolecall How long is a watch at the lighthouse? And can my partner come and see me?');
    const before = JSON.stringify(reply.blocks);
    expect(before).toContain('six hours');
    expect(before).toContain('supply boat and stay');
    const amara = run.workspace.as(PEOPLE.candidate.id);
    const heard = hearing(PEOPLE.candidate);
    await amara.press(reply, 'Not what I asked');
    const offer = await run.workspace.waitFor(() => heard().at(-1));
    await amara.press(offer, 'Show this instead');
    await run.idle();
    const after = JSON.stringify(run.workspace.current(reply)?.blocks);
    expect([after.includes('six hours'), after.includes('supply boat and stay')].filter(Boolean)).toHaveLength(1);
    expect(after.match(/You asked:/g)).toHaveLength(2);
  });

  it('do nothing twice: a reply that is gone says so', async () => {
    const reply = await ask('@rolecall how long do keepers stay awake on duty?');
    run.workspace.arrange('chat.delete', { error: 'message_not_found' });
    const amara = run.workspace.as(PEOPLE.candidate.id);
    const heard = hearing(PEOPLE.candidate);
    await amara.press(reply, 'Remove');
    await run.idle();
    await amara.press(reply, 'Remove');
    await run.idle();
    expect(heard().map(({ text }) => text)).toEqual(['The reply is gone.', 'This reply is no longer mine to change.']);
  });
});
