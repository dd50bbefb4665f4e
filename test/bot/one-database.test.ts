// Two bots in one workspace over one PostgreSQL database: what one of them is told both know, and what is said of itself is said once.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import { describe, expect, onTestFinished, test } from 'vitest';
import { digest, drafts } from '../../src/answer/wording.ts';
import { createBot, type RunningBot } from '../../src/app/create-bot.ts';
import { toWeekStart } from '../../src/use-cases/reports/read-digest.ts';
import { directChannelId, PEOPLE } from '../../src/workspace/server/state/seed.ts';
import { engines } from '../store/test-databases.ts';
import { shown } from './reading-replies.ts';
import { type Running, startForTest, until, whenIdle } from './running-bot.ts';
import { lastNotice, post, press, questions, teamChannel } from './team-steps.ts';

const { otherCandidate, teamMember } = PEOPLE;
const weekMs = 7 * 86_400_000;
const makePostgres = engines.find(([name]) => name === 'PostgreSQL')?.[1];

/** Whichever of the two Slack chooses answers; `run.idle` waits for the first alone, so that both are waited for. */
async function startTwo(): Promise<{ run: Running; bots: readonly RunningBot[]; idle: () => Promise<void> }> {
  if (makePostgres === undefined) throw new Error('There is no PostgreSQL');
  const made = await makePostgres();
  onTestFinished(() => made.remove());
  const shared = { database: made.place, pace: { tellTeam: 50 } };
  const run = await startForTest({ bot: shared });
  const { botToken, appToken, slackApiUrl } = run.workspace;
  const second = await createBot({
    ...{ ...shared, config: run.config, log: pino({ level: 'silent' }), teamChannel, port: null, clock: run.clock },
    connection: { botToken, by: { kind: 'socket', appToken }, slackApiUrl },
  });
  onTestFinished(() => second.stop());
  const idle = async () => {
    for (const bot of [run.bot, second, run.bot]) await whenIdle(run.workspace, bot);
  };
  return { run, bots: [run.bot, second], idle };
}

describe.runIf(makePostgres !== undefined)('two bots over one database', { timeout: 60_000 }, () => {
  test('what the team releases answers at both, until it is stopped', async () => {
    const { run, bots, idle } = await startTwo();
    const QUESTION = 'can I keep bees on the roof?';
    const asked = await post(run, `@rolecall ${QUESTION}`);
    await idle();
    await post(run, 'Bees are welcome on the south roof.', { user: teamMember.id, threadTs: asked.ts });
    await idle();
    await press(run, teamMember.id, lastNotice(run, teamMember.id), drafts.keep);
    await idle();
    await run.workspace.as(teamMember.id).command(questions, '/role drafts');
    await idle();
    await press(run, teamMember.id, lastNotice(run, teamMember.id), drafts.release);
    const known = async () =>
      await Promise.all(
        bots.map(async ({ search }) => {
          const { results } = await search.index.match([QUESTION]);
          return results[0]?.matches[0]?.entry.meanwhile !== undefined;
        }),
      );
    await until(async () => (await known()).every((isKnown) => isKnown));
    const again = await post(run, QUESTION, { user: otherCandidate.id });
    await idle();
    expect(run.replies(again.ts).map(shown)).toEqual([expect.stringContaining('Bees are welcome on the south roof.')]);
    await press(run, teamMember.id, lastNotice(run, teamMember.id), drafts.stop);
    await until(async () => !(await known()).some((isKnown) => isKnown));
  });

  test('the digest and the question whether a note is still right come once, week after week', async () => {
    const { run, bots, idle } = await startTwo();
    const count = (channel: string, isMeant: (text: string) => boolean) =>
      run.workspace.botMessages(channel).filter((message) => isMeant(shown(message))).length;
    const digests = () => count(teamChannel, (text) => text.includes(digest.unanswered));
    const asked = () => count(directChannelId(teamMember.id), (text) => text.includes('Is this note still right?'));
    await post(run, '@rolecall is there a trampoline?');
    await idle();
    writeFileSync(
      join(run.notes, 'bell.md'),
      '---\ntitle: Bell\nowner: "@priya"\nreview: 2026-01-01\n---\n\n## Who rings it?\n\nThe keeper.\n',
    );
    for (const { search } of bots) await search.keeper.reload();
    const now = run.clock.now();
    for (const week of [1, 2, 3]) {
      // At first a week at least: whatever is looked at once an hour is looked at again, on a Monday before eight, too.
      run.clock.advance(week === 1 ? toWeekStart(now) + 2 * weekMs + 60_000 - now : weekMs);
      await until(async () => digests() >= week && asked() >= week);
      await idle();
      expect([digests(), asked()]).toEqual([week, week]);
    }
  });
});
