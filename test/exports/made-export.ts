// A Slack export of a made-up library: 300 messages in three channels and a private one, in English and German.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ZippedFile } from './zip.ts';

const fixtures = fileURLToPath(new URL('../fixtures/', import.meta.url));

function readTexts(path: string): readonly string[] {
  const lines = readFileSync(`${fixtures}${path}`, 'utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line).text);
}

const chatter = [
  'good morning everybody',
  'thanks a lot!',
  'the cake is in the kitchen',
  'we are on the train now',
  ':tada: congrats',
  'see you on Wednesday then',
  'I uploaded the photos of the stairwell',
  'guten Morgen zusammen',
];

const people = [
  { id: 'U01', name: 'mona', real_name: 'Mona Berg', profile: { display_name: 'mona', real_name: 'Mona Berg' } },
  { id: 'U02', name: 'tom', real_name: 'Tom Ferry', profile: { display_name: 'Tom', real_name: 'Tom Ferry' } },
  { id: 'U03', name: 'lena', real_name: 'Lena Vogt', profile: { display_name: '', real_name: 'Lena Vogt' } },
  { id: 'U04', name: 'ravi', real_name: 'Ravi Nair', profile: null },
  { id: 'U05', name: 'ines', real_name: 'Ines Prado', deleted: true },
  { id: 'U06', name: 'deploy', real_name: 'Deploy', is_bot: true },
];

/** Seconds since 1970 of the message at this place: one every three hours from 5 January 2026 on. */
const startSeconds = Date.UTC(2026, 0, 5, 9) / 1000;
const tsOf = (at: number) => `${startSeconds + at * 10_800}.000${String(at % 1000).padStart(3, '0')}`;

interface Made {
  readonly channel: string;
  readonly at: number;
  readonly message: Readonly<Record<string, unknown>>;
}

function toMessages(): readonly Made[] {
  const english = readTexts('teams/library-residency/questions.jsonl');
  const german = readTexts('languages/de.jsonl');
  const asked = [
    ...english,
    ...german,
    ...english.slice(0, 40),
    'is there a car park nearby?',
    'where can i park my car',
    'car parking?',
  ];
  return Array.from({ length: 300 }, (_, at): Made => {
    const channel = ['general', 'help', 'hilfe'][at % 3] ?? 'general';
    const user = ['U02', 'U03', 'U04', 'U05'][at % 4];
    const base = { type: 'message', user, ts: tsOf(at), text: chatter[at % chatter.length] };
    return { channel, at, message: { ...base, ...vary(at, asked) } };
  });
}

/** What is special about the message at this place. */
function vary(at: number, asked: readonly string[]): Readonly<Record<string, unknown>> {
  if (at % 25 === 3)
    return { subtype: 'bot_message', bot_id: 'B01', user: undefined, text: 'Build 41 is green. Shall I deploy?' };
  if (at % 25 === 7) return { user: 'U06', text: 'How do I deploy this?' };
  if (at % 25 === 11) return { subtype: 'channel_join', text: '<@U04> has joined the channel' };
  if (at % 25 === 15) return { user: 'U01', text: 'Have you all read the notes about the flat?' };
  if (at % 25 === 19) return { thread_ts: tsOf(at - 3), text: 'yes, I did that last year' };
  if (at % 25 === 21) return { text: '<@U03> how long will you stay?' };
  const text = asked[Math.floor((at / 300) * asked.length * 1.3)];
  if (at % 5 === 0 || text === undefined) return {};
  if (at % 25 === 2)
    return { text: `${text} <mailto:ravi@example.org|ravi@example.org>`, edited: { user: 'U02', ts: tsOf(at + 1) } };
  if (at % 25 === 4) return { subtype: 'file_share', files: [{ id: 'F1', name: 'plan.pdf' }], text };
  if (at % 25 === 6) return { text: `Hi Mona, ${text}` };
  return { text };
}

/** The files of the export, as Slack puts them into its archive. */
export function makeExport(): readonly ZippedFile[] {
  const days = new Map<string, object[]>();
  for (const { channel, at, message } of toMessages()) {
    const day = new Date((startSeconds + at * 10_800) * 1000).toISOString().slice(0, 10);
    const path = `${channel}/${day}.json`;
    days.set(path, [...(days.get(path) ?? []), message]);
  }
  const secret = [{ type: 'message', user: 'U01', ts: tsOf(1), text: 'What do we pay the residents?' }];
  const lists = {
    'channels.json': [
      { id: 'C01', name: 'general' },
      { id: 'C02', name: 'help' },
      { id: 'C03', name: 'hilfe' },
    ],
    'groups.json': [{ id: 'G01', name: 'jury' }],
    'dms.json': [{ id: 'D01', members: ['U01', 'U02'] }],
    'mpims.json': [],
    'users.json': people,
    'integration_logs.json': [],
    'jury/2026-01-05.json': secret,
    'D01/2026-01-05.json': secret,
  };
  return [
    ...Object.entries(lists).map(([name, value]) => ({ name, data: JSON.stringify(value) })),
    ...[...days].map(([name, messages]) => ({ name, data: JSON.stringify(messages, null, 4) })),
  ];
}
