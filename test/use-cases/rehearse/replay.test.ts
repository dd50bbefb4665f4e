// Replaying a channel: what the bot would have said counts for what comes after.
import { describe, expect, it } from 'vitest';
import type { Match } from '../../../src/search/match.ts';
import type { Searcher } from '../../../src/use-cases/interfaces/searcher.ts';
import type { ExportedMessage } from '../../../src/use-cases/rehearse/chat-export.ts';
import { replay } from '../../../src/use-cases/rehearse/replay.ts';

const post = { note: 'n.md', title: '', date: null, authors: [], url: null, closed: false, deadline: null };
const entry = {
  key: 'k',
  note: 'n.md',
  id: 'k',
  question: 'How long?',
  anchor: 'k',
  url: null,
  answer: 'A year.',
  phrasings: [],
  post,
};

/** What has "sure" in it is answered, what has "perhaps" in it suggested. */
const searcher: Pick<Searcher, 'match'> = {
  match: async (texts) => ({
    reading: 'words',
    thresholds: { answerInChannel: 0.8, answerWhenAsked: 0.5, suggest: 0.5, suggestInChannel: 0.4, leniency: 1 },
    results: texts.map((text) => {
      const confidence = text.includes('sure') ? 0.9 : text.includes('perhaps') ? 0.5 : 0.1;
      return {
        text,
        matches: [{ entry, confidence, evidence: { source: { kind: 'passage', text: '' } } } as unknown as Match],
      };
    }),
  }),
};

async function decide(
  messages: readonly Partial<ExportedMessage>[],
  team: readonly string[] = [],
): Promise<readonly string[]> {
  async function* all(): AsyncGenerator<ExportedMessage> {
    for (const [at, message] of messages.entries()) {
      yield {
        channel: 'help',
        user: `U${at}`,
        ts: `${1000 + at * 3600}`,
        threadTs: null,
        isBroadcast: false,
        text: '',
        ...message,
      };
    }
  }
  const reasons: string[] = [];
  for await (const { decision } of replay(searcher as Searcher, all(), new Set(team)))
    reasons.push(`${decision.kind} ${decision.reason}`);
  return reasons;
}

describe('replay', () => {
  it('follows up in threads that it answered, and repeats no answer there', async () => {
    expect(
      await decide([
        { user: 'A', ts: '10', text: 'how long is it for sure?' },
        { user: 'A', ts: '20', threadTs: '10', text: 'and what is it for sure?' },
        { user: 'B', ts: '30', threadTs: '10', text: 'how long is it for sure?' },
        { user: 'A', ts: '40', threadTs: '10', isBroadcast: true, text: 'what does it cost?' },
        { user: 'A', ts: '50', threadTs: '5', isBroadcast: true, text: 'how long is it for sure?' },
      ]),
    ).toEqual([
      'answer matched',
      'silent already-answered-here',
      'silent not-a-follow-up',
      'uncovered not-in-notes',
      'silent sent-to-channel-too',
    ]);
  });

  it('suggests once in ten minutes to a person, and answers five times in a minute', async () => {
    const at = (ts: number, text: string) => ({ user: 'A', ts: String(ts), text });
    expect(
      await decide([at(0, 'is it perhaps so?'), at(300, 'is it perhaps so?'), at(700, 'is it perhaps so?')]),
    ).toEqual(['suggest probably-among-these', 'silent suggested-lately', 'suggest probably-among-these']);
    const many = Array.from({ length: 7 }, (_, number) => at(number, 'how long is it for sure?'));
    expect((await decide(many)).slice(4)).toEqual([
      'answer matched',
      'silent too-many-questions',
      'silent too-many-questions',
    ]);
  });

  it('leaves the team alone, and who speaks to somebody else', async () => {
    const messages = [{ user: 'T', text: 'how long is it for sure?' }, { text: '<@U123ABC> how long is it for sure?' }];
    expect(await decide(messages, ['T'])).toEqual(['silent team-member', 'silent addresses-somebody-else']);
  });

  it('keeps the order of many messages', async () => {
    const messages = Array.from({ length: 40 }, (_, at) => ({
      text: at % 2 === 0 ? 'how long is it for sure?' : 'what does it cost?',
    }));
    expect(await decide(messages)).toEqual(
      messages.map((_, at) => (at % 2 === 0 ? 'answer matched' : 'uncovered not-in-notes')),
    );
  });
});
