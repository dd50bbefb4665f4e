// What assistants are told: published entries only.
import { expect, test } from 'vitest';
import type { Entry } from '../../../src/knowledge/entry.ts';
import { findEntries } from '../../../src/use-cases/assistants/find-entries.ts';
import type { Searcher } from '../../../src/use-cases/interfaces/searcher.ts';
import { toEntry } from '../../search/notes.ts';

const thresholds = { answerInChannel: 0.7, answerWhenAsked: 0.5, suggest: 0.3, suggestInChannel: 0.4, leniency: 1 };
const tools = toEntry('tools', 'Which tools may I borrow?', 'All in the shed.');
const shed: Entry = {
  ...toEntry('shed', 'Where is the key of the shed?', 'Under the pot.'),
  meanwhile: { by: 'Priya', on: '2026-10-01' },
};

function searcherOf(...found: readonly (readonly [Entry, number])[]): Searcher {
  const evidence = {
    words: [],
    source: { kind: 'passage', text: '' },
    shares: { words: 1, meaning: null },
    signals: [],
    corrections: [],
  } as const;
  const matches = found.map(([entry, confidence]) => ({ entry, confidence, evidence }));
  const match = async (texts: readonly string[]) => ({
    results: texts.map((text) => ({ text, matches })),
    thresholds,
    reading: 'words' as const,
  });
  return { match, complete: async () => [] };
}

const find = (searcher: Searcher) =>
  findEntries({ searcher, clock: { now: () => 0 } }, 'Where is the key of the shed?');

test('what the team released meanwhile in Slack is told to nobody else', async () => {
  expect(await find(searcherOf([shed, 0.9], [tools, 0.05]))).toMatchObject([{ verdict: 'not covered', entries: [] }]);
  expect(await find(searcherOf([shed, 0.25], [tools, 0.2]))).toMatchObject([
    { verdict: 'perhaps', entries: [{ key: tools.key }] },
  ]);
  expect(await find(searcherOf([tools, 0.9], [shed, 0.05]))).toMatchObject([
    { verdict: 'answered', entries: [{ key: tools.key }] },
  ]);
});
