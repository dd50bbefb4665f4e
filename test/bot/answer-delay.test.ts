// ANSWER_DELAY: a question in a channel waits for people; who answers it ends the wait, and a restart does not.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { StoredMessage } from '../../src/workspace/server/conversation/stored-message.ts';
import { directChannelId, PEOPLE } from '../../src/workspace/server/state/seed.ts';
import { shown } from './reading-replies.ts';
import { type Running, startRunning, until } from './running-bot.ts';
import { post } from './team-steps.ts';

const { candidate, otherCandidate } = PEOPLE;
const WATCH = 'How long is a watch at the lighthouse?';
const ISLAND = 'would I have to move to the island?';

let run: Running;

beforeAll(async () => {
  run = await startRunning({ keepsState: true, env: { ANSWER_DELAY: '120' } });
});

afterAll(async () => await run.stop());

beforeEach(() => run.clock.advance(180_000));

const textsTo = ({ ts }: StoredMessage) => run.replies(ts).map(shown);

/** The time is up, and what was waited for is decided. */
async function afterDelay(): Promise<void> {
  const before = run.decisions.length;
  run.clock.advance(121_000);
  await until(async () => run.decisions.length > before);
  await run.idle();
}

test('a question is answered once its time is up, also after a restart; a mention and a direct message at once', async () => {
  const asked = await post(run, WATCH);
  const mention = await post(run, `@rolecall ${ISLAND}`);
  await post(run, WATCH, { channel: directChannelId(candidate.id) });
  expect([textsTo(asked).length, textsTo(mention).length]).toEqual([0, 1]);
  expect(run.workspace.botMessages(directChannelId(candidate.id))).toHaveLength(1);
  await run.restart();
  await afterDelay();
  expect(textsTo(asked)).toEqual([expect.stringContaining('six hours')]);
});

test.each([
  ["another person's reply ends the wait", otherCandidate.id, 0],
  ['a word more by the asker does not', candidate.id, 1],
])('%s', async (_, user, expected) => {
  const asked = await post(run, WATCH);
  await post(run, 'About six hours.', { user, threadTs: asked.ts });
  await afterDelay();
  expect(textsTo(asked)).toHaveLength(expected);
});

test('what is edited meanwhile is answered as it reads then, and not before', async () => {
  const asked = await post(run, WATCH);
  run.workspace.as(candidate.id).edit(asked, ISLAND);
  await run.idle();
  expect(textsTo(asked)).toEqual([]);
  await afterDelay();
  expect(textsTo(asked)).toEqual([expect.stringContaining('four rooms')]);
});

test('what is deleted meanwhile is not answered', async () => {
  const before = run.replies().length;
  const asked = await post(run, WATCH);
  run.workspace.as(candidate.id).delete(asked);
  const other = await post(run, WATCH, { user: otherCandidate.id });
  await afterDelay();
  await run.workspace.waitFor(() => textsTo(other).length === 1);
  expect(run.replies()).toHaveLength(before + 1);
});
