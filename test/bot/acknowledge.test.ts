// Slack hears at once that an event has come: before any work begins.
import { expect, test } from 'vitest';
import { CHANNELS, PEOPLE } from '../../src/workspace/server/state/seed.ts';
import { startForTest } from './running-bot.ts';

const questions = CHANNELS.questions.id;

test.each(['socket', 'http'] as const)(
  'over %s: while the work stands still, events and commands are acknowledged',
  async (way) => {
    const running = await startForTest({ way, workspace: { ackTimeoutMs: 2000, retryDelaysMs: [0] } });
    const { index } = running.bot.search;
    const match = index.match.bind(index);
    let release = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    let waiting = 0;
    index.match = async (texts) => {
      waiting += 1;
      await released;
      return await match(texts);
    };
    const retries: unknown[] = [];
    running.bot.app.use(async ({ context, next }) => {
      if (context.retryNum !== undefined && context.retryNum > 0) retries.push(context.retryNum);
      await next();
    });
    const amara = running.workspace.as(PEOPLE.candidate.id);
    const asked = amara.post(questions, 'How long is a watch at the lighthouse?');
    await amara.command(questions, '/role who repairs the lamp?');
    await expect.poll(() => waiting).toBe(2);
    await running.workspace.waitFor(() => running.workspace.isQuiet);
    expect(running.replies(asked.ts)).toEqual([]);
    expect(running.bot.inFlight.size).toBe(2);
    release();
    await running.idle();
    expect(running.replies(asked.ts)).toHaveLength(1);
    expect(amara.ephemerals).toHaveLength(1);
    expect(retries).toEqual([]);
  },
);
