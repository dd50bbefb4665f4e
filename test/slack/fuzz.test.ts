// Mutated payloads of Slack's and made-up notes full of malice: nothing breaks, and nothing that would be sent is live. FUZZ_INPUTS
// says how many of each (`npm run fuzz`: 50,000).
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { describe, expect, onTestFinished, test } from 'vitest';
import { toAnswerPart } from '../../src/answer/plan-actions.ts';
import { parseConfig } from '../../src/app/config.ts';
import { createBot } from '../../src/app/create-bot.ts';
import { parseNotes } from '../../src/knowledge/parse-notes.ts';
import { toSite } from '../../src/sites/site.ts';
import { toReplyMessage } from '../../src/slack/answer/reply-message.ts';
import { toAnswerModal } from '../../src/slack/home/answer-modal.ts';
import { toQuestionList } from '../../src/slack/notes/question-list.ts';
import { toUnfurlBlocks } from '../../src/slack/unfurl/unfurl-blocks.ts';
import { checkBlocks } from '../../src/workspace/server/block-kit/check-blocks.ts';
import { TestClock } from '../bot/running-bot.ts';
import { createRandom } from '../create-random.ts';
import { findShared } from '../requirements.ts';
import { findLive } from './find-live.ts';
import { startLoopbackSlack, TestReceiver, toGateway } from './loopback-slack.ts';
import { isObject, type Json, readPayloads, withOwnTimestamp } from './read-payloads.ts';

const inputs = Number(process.env['FUZZ_INPUTS'] ?? 200);
const patienceMs = 60_000 + inputs * 60;
const shared = findShared();

const malice = [
  ...['<!channel>', '<!here|all>', '<@U0PRIYA001>', '<#C0QUESTION>', '<!subteam^S1>', '<javascript:alert(1)|here>'],
  ...[
    '[x](javascript:alert(1))',
    '[x](data:text/html,hi)',
    '![x](file:///etc/passwd)',
    '<b onload=x>',
    '&lt;!channel&gt;',
  ],
  ...[
    '&#60;!channel&#62;',
    '\ud800',
    '\u202e',
    '\u0000',
    '`<!channel>`',
    '**<@U1>**',
    '| a | <!here> |\n| - | - |\n| b | c |',
  ],
  ...[
    '{{< youtube x >}}',
    '{% raw %}',
    '---\n',
    '```\n<!everyone>\n',
    '> <!channel>',
    '- <!channel>',
    '<!-- <@U1> -->',
  ],
  ...[
    '<https://a.example/|<!channel>>',
    'x'.repeat(3000),
    '😀'.repeat(500),
    '\\<!channel\\>',
    '<mailto:a@b.c>',
    '<tel:1>',
  ],
] as const;
const values: readonly unknown[] = [null, '', 0, -1, 1e21, true, [], {}, [null], { id: null }, [[[[]]]], ...malice];

function createMutator(random: () => number) {
  const pick = <Item>(from: readonly Item[]) => from[Math.floor(random() * from.length)];
  const mutate = (value: unknown, depth = 0): unknown => {
    if (random() < 0.04 * (depth > 0 ? 1 : 0)) return structuredClone(pick(values));
    if (typeof value === 'string' && random() < 0.1) return `${pick(malice)} ${value} ${pick(malice)}`;
    if (Array.isArray(value)) return value.flatMap((inner) => (random() < 0.03 ? [] : [mutate(inner, depth + 1)]));
    if (!isObject(value)) return value;
    const kept = Object.entries(value).filter(() => random() >= 0.02);
    return Object.fromEntries(kept.map(([key, inner]) => [key, mutate(inner, depth + 1)]));
  };
  return mutate;
}

describe.runIf(shared !== null)("Slack's payloads, mutated", () => {
  test('break nothing, and lead to nothing that is live', { timeout: patienceMs }, async () => {
    const payloads = ['payloads', 'payloads-real'].flatMap((name) => readPayloads(join(shared ?? '', 'slack', name)));
    const slack = await startLoopbackSlack();
    const folder = mkdtempSync(join(tmpdir(), 'rolecall-fuzz-'));
    const receiver = new TestReceiver();
    const clock = new TestClock();
    const lines: string[] = [];
    const bot = await createBot({
      config: parseConfig({
        KNOWLEDGE_DIR: fileURLToPath(new URL('../fixtures/bot/notes', import.meta.url)),
        STATE_DIR: folder,
        ENCODER: 'off',
        CATCH_UP_MINUTES: '0',
      }),
      log: pino({ level: 'error' }, { write: (line: string) => lines.push(line) }),
      connection: { botToken: 'xoxb-fuzz', by: { kind: 'socket', appToken: 'xapp-fuzz' }, slackApiUrl: slack.apiUrl },
      teamChannel: 'C0TEAM0001',
      database: ':memory:',
      port: null,
      clock,
      openGateway: toGateway(receiver),
    });
    const unhandled: unknown[] = [];
    const note = (error: unknown) => unhandled.push(error);
    process.on('unhandledRejection', note);
    onTestFinished(async () => {
      process.off('unhandledRejection', note);
      await bot.stop();
      await slack.close();
      rmSync(folder, { recursive: true });
    });
    const mutate = createMutator(createRandom(7));
    const live = new Set<string>();
    for (let place = 0; place < inputs; place += 1) {
      const { body } = payloads[place % payloads.length] ?? { body: {} };
      const mutated = mutate(withOwnTimestamp(body, place)) as Json;
      const sent = 'response_url' in mutated ? { ...mutated, response_url: slack.responseUrl } : mutated;
      clock.advance(30_000);
      await receiver.deliver(sent).catch(() => {});
      while (bot.inFlight.size > 0) await bot.inFlight.drain(10_000);
      for (const { method, fields } of slack.takeSent())
        for (const fault of findLive(fields)) live.add(`${method}: ${fault}`);
      if (place % 500 === 0) lines.splice(0, Math.max(0, lines.length - 200));
    }
    expect([...live]).toEqual([]);
    expect(unhandled).toEqual([]);
    await receiver.deliver(payloads[0]?.body ?? {}).catch(() => {});
    expect(bot.inFlight.size).toBe(0);
  });
});

describe('notes full of malice', () => {
  const random = createRandom(11);
  const pick = <Item>(from: readonly Item[]): Item => from[Math.floor(random() * from.length)] ?? (from[0] as Item);
  const words = [
    'How',
    'long',
    'is a watch',
    'what',
    'the keeper',
    'eats',
    '?',
    'in winter',
    '*very*',
    '`code`',
    '_dark_',
  ];
  const some = (least: number, most: number) =>
    Array.from({ length: least + Math.floor(random() * (most - least)) }, () =>
      pick(random() < 0.4 ? malice : words),
    ).join(pick([' ', ' ', '\n', '']));
  const starts = [
    '',
    '---\ntitle: T\n---\n',
    '---\ntitle: "<!channel>"\nauthors: [<@U1>]\nurl: javascript:x\n---\n',
    '+++\ntitle="<!here>"\n+++\n',
    '---\nurl: https://a.example/?a=1&b=<2>|3\n---\n',
  ];

  test('give nothing live in any message, list, view or preview', { timeout: patienceMs }, () => {
    const live = new Set<string>();
    const context = { now: Date.parse('2026-01-01'), staleAfterDays: 180 };
    let entriesSeen = 0;
    for (let place = 0; place < inputs / 4; place += 1) {
      const sections = Array.from(
        { length: 1 + Math.floor(random() * 3) },
        () => `\n## ${some(1, 5).replaceAll('\n', ' ')}?\n\n${some(1, 8)}\n`,
      );
      const text = pick(starts) + sections.join('');
      const { entries } = parseNotes(
        [{ note: 'made-up.md', text, phrasings: null }],
        toSite({ url: 'https://a.example/' }),
        context.now,
      );
      entriesSeen += entries.length;
      const found = entries.flatMap((entry) => {
        const part = toAnswerPart({ entry }, some(1, 4), context);
        const byline = { kind: 'shared', by: some(1, 3), to: null, sentence: some(1, 3) } as const;
        const earlier = [{ entryKey: entry.key, question: entry.question, permalink: null }];
        const reply = toReplyMessage({
          kind: 'answer',
          parts: [part],
          alreadyAnswered: earlier,
          notCovered: [some(1, 4)],
          byline,
        });
        const blocks = [
          ...reply.blocks,
          ...toUnfurlBlocks({ kind: 'entry', entry }, context),
          ...toAnswerModal(part).blocks,
        ];
        checkBlocks(reply.blocks as unknown as Json[], 'message');
        return findLive({ text: reply.text, blocks });
      });
      const list = toQuestionList(
        entries.map(({ key, question, url, post }) => ({ key, question, url, post })) as never,
        1,
      );
      for (const fault of [...found, ...findLive({ ...list })]) live.add(fault);
    }
    expect([...live]).toEqual([]);
    expect(entriesSeen).toBeGreaterThan(inputs / 16);
  });
});
