// Who gets no quiet suggestion now: each reason, and how long it holds.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChannelMode } from '../../../src/answer/channel-mode.ts';
import type { Message } from '../../../src/answer/message.ts';
import { createStores, type Stores } from '../../../src/store/create-stores.ts';
import { type Database, openDatabase } from '../../../src/store/open-database.ts';
import { findWithheld } from '../../../src/use-cases/suggest/find-withheld.ts';
import type { SuggestionState } from '../../../src/use-cases/suggest/suggestion-store.ts';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
const now = Date.UTC(2026, 10, 28, 12);

let database: Database;
let stores: Stores;

beforeAll(async () => {
  database = await openDatabase(':memory:');
  stores = createStores(database);
});

afterAll(async () => await database.destroy());

let people = 0;

/** Asked now by somebody who was offered these before. */
async function find(
  offered: readonly (readonly [agoMs: number, state: SuggestionState])[] = [],
  { mode = 'auto', suggestsQuietly = true, isCatchUp = false, agoMs = 0, answerDelaySeconds = 0 }: Partial<Given> = {},
) {
  people += 1;
  const user = `U${people}`;
  for (const [at, [ago, state]] of offered.entries()) {
    const place = { team: 'T', channel: 'C', ts: `${people}.${at}`, threadTs: null, asker: user };
    const asked = { question: 'q', position: 0, text: 'q', entryKeys: [] };
    await stores.suggestions.add({ key: `${user} ${at}`, ...place, ...asked, state, offeredAt: now - ago });
  }
  const ts = ((now - agoMs) / 1000).toFixed(6);
  const asked = { text: 'q', threadTs: null, surface: 'channel', isBroadcast: false } as const;
  const message: Message = { team: 'T', channel: 'C', ts, user, ...asked };
  const dependencies = { ...stores, clock: { now: () => now }, answerDelaySeconds };
  return await findWithheld(dependencies, message, { mode, suggestsQuietly, isCatchUp });
}

interface Given {
  readonly mode: ChannelMode;
  readonly suggestsQuietly: boolean;
  readonly isCatchUp: boolean;
  readonly agoMs: number;
  readonly answerDelaySeconds: number;
}

describe('a suggestion', () => {
  it('may be made to who had none, or looked at one', async () => {
    expect(await find()).toBeNull();
    expect(await find([[11 * minuteMs, 'offered']])).toBeNull();
    expect(
      await find([
        [20 * minuteMs, 'refused'],
        [11 * minuteMs, 'shown'],
      ]),
    ).toBeNull();
    expect(
      await find([
        [20 * minuteMs, 'posted'],
        [11 * minuteMs, 'offered'],
      ]),
    ).toBeNull();
  });

  it('is withheld within ten minutes of another, whatever became of that', async () => {
    expect(await find([[9 * minuteMs, 'posted']])).toBe('suggested-lately');
  });

  it('is withheld for a week after two that were passed over, and then it begins anew', async () => {
    const two = (agoMs: number) =>
      [
        [agoMs + 20 * minuteMs, 'offered'],
        [agoMs, 'refused'],
      ] as const;
    expect(await find(two(11 * minuteMs))).toBe('suggestions-unwanted');
    expect(await find(two(7 * dayMs - minuteMs))).toBe('suggestions-unwanted');
    expect(await find(two(7 * dayMs))).toBeNull();
    expect(await find([...two(8 * dayMs), [11 * minuteMs, 'offered']])).toBeNull();
  });

  it('is never made in a catch-up, nor to who asked long ago; waiting for people first is no delay', async () => {
    expect(await find([], { isCatchUp: true })).toBe('too-late-to-suggest');
    expect(await find([], { agoMs: 3 * minuteMs })).toBe('too-late-to-suggest');
    expect(await find([], { agoMs: 3 * minuteMs, answerDelaySeconds: 180 })).toBeNull();
  });

  it('is made in channels that answer by themselves only', async () => {
    expect(await find([], { mode: 'draft' })).toBe('not-certain-enough');
  });
});
