// What the team took goes into the notes, where a reader of the note gets it; what cannot is named and stays.
import { expect, test } from 'vitest';
import { toAnswerPrint } from '../../../src/knowledge/meanwhile-answer.ts';
import { parseNotes } from '../../../src/knowledge/parse-notes.ts';
import { toSite } from '../../../src/sites/site.ts';
import type { DraftEntry } from '../../../src/use-cases/drafts/draft-store.ts';
import { exportDrafts } from '../../../src/use-cases/drafts/export-drafts.ts';

const NOTE =
  '# Light\n\n## How high is it?\n\nThirty metres.\n\n## Who paints it?\n\nThe crew.\n\n**Is it old?**\n\nYes.\n';
const clock = { now: () => Date.parse('2026-05-01') };

function draftOf(fields: Partial<DraftEntry>): DraftEntry {
  return {
    ...{ id: fields.question ?? '', team: 'T', channel: 'C', ts: fields.question ?? '', threadTs: null, asker: null },
    ...{
      author: 'U',
      authorName: 'Priya',
      question: '',
      answer: 'Yes.',
      note: 'new.md',
      entryId: null,
      corrects: null,
    },
    ...{ state: 'taken', decidedBy: null, releasedAt: null, exportedAt: null, writtenAt: 0 },
    ...fields,
  };
}

async function run(drafts: readonly DraftEntry[], writes: boolean) {
  const texts = new Map([['light.md', NOTE]]);
  const exported: string[] = [];
  const knowledge = parseNotes([{ note: 'light.md', text: NOTE, phrasings: null }], toSite(), clock.now());
  const store = {
    listToExport: async () => drafts,
    markExported: async (ids: readonly string[]) => void exported.push(...ids),
  };
  const files = {
    locate: (note: string) => note,
    read: async (note: string) => texts.get(note) ?? null,
    write: async (note: string, text: string) => void texts.set(note, text),
  };
  const report = await exportDrafts({ drafts: store, knowledge, files, clock }, { writes });
  return { report, texts, exported };
}

const corrects = (question: string, entryId: string, before: string, answer: string) =>
  draftOf({ question, entryId, note: 'light.md', corrects: toAnswerPrint(before), answer });

test('the words in which people asked become phrasings of a new one, judged and marked', async () => {
  const wordings = [
    'May I fish?',
    'is fishing ok from the jetty',
    'can I go angling',
    'how high is it?',
    'hi Priya, can I fish',
    'write to me@example.org about fish',
  ];
  const asked = wordings.map((wording) => ({ asker: 'U1', wording }));
  const drafts = [draftOf({ question: 'May I fish?', answer: 'From the jetty.', wordings: asked })];
  const { report, texts, exported } = await run(drafts, true);
  expect(report.faults).toEqual([]);
  expect(texts.get('new.phrasings.yml')).toBe(
    'may-i-fish:\n  - is fishing ok from the jetty # asked in Slack\n  - can I go angling # asked in Slack\n',
  );
  expect(report.changes.map(({ file, wordings: many }) => [file, many])).toEqual([
    ['new.md', undefined],
    ['new.phrasings.yml', 2],
  ]);
  expect(exported).toEqual(['May I fish?']);
});

test('what corrects an answer takes no phrasings along', async () => {
  const wordings = [{ asker: 'U1', wording: 'is it a tall one' }];
  const { texts } = await run(
    [{ ...corrects('How high is it?', 'how-high-is-it', 'Thirty metres.', 'Forty metres.'), wordings }],
    true,
  );
  expect([...texts.keys()]).toEqual(['light.md']);
});

test('a new one makes a note, a correction takes the place of its answer', async () => {
  const { report, texts, exported } = await run(
    [
      draftOf({ question: 'May I fish?', answer: 'From the *jetty*.' }),
      draftOf({ question: 'May I swim?', answer: 'No.' }),
      corrects('How high is it?', 'how-high-is-it', 'Thirty metres.', 'Forty metres.'),
    ],
    true,
  );
  expect(report.faults).toEqual([]);
  expect(texts.get('light.md')).toBe(NOTE.replace('Thirty', 'Forty'));
  expect(texts.get('new.md')).toMatch(
    /^---\ntitle: "Answers from Slack"\ndate: 2026-05-01\nauthors: \["Priya"\]\nfaq: true\n---\n\n## May I fish\?\n\nFrom the \*jetty\*\.\n\n## May I swim\?\n\nNo\.\n$/,
  );
  expect(exported).toEqual(['May I fish?', 'May I swim?', 'How high is it?']);
});

test('a patch writes nothing, and the drafts stay', async () => {
  const { report, texts, exported } = await run([draftOf({ question: 'May I fish?' })], false);
  expect(report.changes).toMatchObject([{ file: 'new.md', before: null, added: ['May I fish?'] }]);
  expect([...texts.keys()]).toEqual(['light.md']);
  expect(exported).toEqual([]);
});

test('what stands there already is not written again', async () => {
  const { report, texts, exported } = await run(
    [draftOf({ question: 'How high is it?', answer: 'Thirty metres.', note: 'light.md' })],
    true,
  );
  expect(report).toEqual({ changes: [], faults: [] });
  expect(texts.get('light.md')).toBe(NOTE);
  expect(exported).toEqual(['How high is it?']);
});

test('what no reader of the note would get is named, and stays to be exported', async () => {
  const { report, texts, exported } = await run(
    [
      corrects('How high is it?', 'how-high-is-it', 'Twenty metres.', 'Forty metres.'),
      corrects('Is it old?', 'is-it-old', 'Yes.', 'No.'),
      draftOf({ question: 'May I fish?', note: '../out.md' }),
      draftOf({ question: 'May I fish?', note: 'data/faq.yml' }),
    ],
    true,
  );
  expect(report.faults.map(({ file }) => file)).toEqual(['light.md', 'light.md', '../out.md', 'data/faq.yml']);
  expect(report.changes).toEqual([]);
  expect(texts.get('light.md')).toBe(NOTE);
  expect(exported).toEqual([]);
});
