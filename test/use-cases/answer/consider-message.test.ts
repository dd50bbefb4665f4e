import { describe, expect, it } from 'vitest';
import { readQuestions } from '../../../src/answer/reading/read-questions.ts';
import type { Entry } from '../../../src/knowledge/entry.ts';
import type { Evidence, Match } from '../../../src/search/match.ts';
import { considerMessage } from '../../../src/use-cases/answer/consider-message.ts';
import type { Searcher } from '../../../src/use-cases/interfaces/searcher.ts';

const post = { note: 'crew.md', title: 'Crew', date: null, authors: [], url: null, closed: false, deadline: null };

function toMatch(id: string, confidence: number, source: string): Match {
  const entry: Entry = {
    key: id,
    note: post.note,
    id,
    question: `${id}?`,
    anchor: id,
    url: null,
    answer: 'Yes.',
    phrasings: [],
    post,
  };
  const evidence: Evidence = {
    words: [],
    source: { kind: 'phrasing', text: source },
    shares: { words: 1, meaning: null },
    signals: [],
    corrections: [],
  };
  return { entry, confidence, evidence };
}

/** Answers each text by what is told for it. */
function searcherOf(told: Readonly<Record<string, readonly Match[]>>): Searcher {
  return {
    match: async (texts) => ({
      results: texts.map((text) => ({ text, matches: told[text] ?? [] })),
      thresholds: { answerInChannel: 0.73, answerWhenAsked: 0.5, suggest: 0.5, suggestInChannel: 0.5, leniency: 1 },
      reading: 'words',
    }),
    complete: async () => [],
  };
}

const question = 'Is anybody waiting on the other side, or do I figure it all out alone?';
const message = `So say I get the job and log on that first Monday. ${question}`;

function consider(told: Readonly<Record<string, readonly Match[]>>) {
  const reading = readQuestions(message);
  return considerMessage(searcherOf(told), { surface: 'channel', reading, answeredHere: new Set() });
}

describe('several questions', () => {
  const first = 'Is the training in Lisbon paid?';
  const second = 'And for how long?';
  const both = `${first} ${second}`;
  const ask = (told: Readonly<Record<string, readonly Match[]>>) =>
    considerMessage(searcherOf(told), { surface: 'mention', reading: readQuestions(both), answeredHere: new Set() });
  const kinds = ({ questions }: Awaited<ReturnType<typeof ask>>) =>
    questions.map(({ question: text, kind, matches }) => [text, kind, matches[0]?.entry.id]);

  it('are read alone; one that points back is read with what it points to, and the surer reading counts', async () => {
    const told = { [first]: [toMatch('pay', 0.9, '')], [second]: [toMatch('lunch', 0.1, '')] };
    expect(kinds(await ask({ ...told, [both]: [toMatch('pay', 0.9, ''), toMatch('weeks', 0.8, '')] }))).toEqual([
      [first, 'answer', 'pay'],
      [second, 'answer', 'weeks'],
    ]);
  });

  it('count half alone where they name no subject', async () => {
    const told = { [first]: [toMatch('beds', 0.9, '')], [second]: [toMatch('weeks', 0.9, '')] };
    expect(kinds(await ask({ ...told, [both]: [toMatch('beds', 0.9, ''), toMatch('weeks', 0.3, '')] }))).toEqual([
      [first, 'answer', 'beds'],
      [second, 'uncovered', 'weeks'],
    ]);
  });

  it('find never only what the one before asks', async () => {
    const told = { [first]: [toMatch('pay', 0.9, '')], [second]: [toMatch('lunch', 0.1, '')] };
    expect(kinds(await ask({ ...told, [both]: [toMatch('pay', 0.95, '')] }))).toEqual([
      [first, 'answer', 'pay'],
      [second, 'uncovered', 'lunch'],
    ]);
  });
});

describe('one question after a preamble', () => {
  it('is read alone and with the whole message, and the more confident reading counts three quarters', async () => {
    const decision = await consider({
      [question]: [toMatch('success', 0.4, 'alone'), toMatch('pay', 0.2, 'alone')],
      [message]: [toMatch('success', 0.96, 'whole')],
    });
    expect(decision.kind).toBe('answer');
    expect(decision.matches.map(({ entry, confidence }) => [entry.id, Math.round(100 * confidence)])).toEqual([
      ['success', 82],
      ['pay', 15],
    ]);
    expect(decision.matches[0]?.evidence.source.text).toBe('whole');
  });

  it('counts the same where the question alone says more', async () => {
    const told = { [question]: [toMatch('success', 0.96, 'alone')], [message]: [toMatch('success', 0.4, 'whole')] };
    const decision = await consider(told);
    expect(decision.matches[0]?.confidence).toBeCloseTo(0.82);
    expect(decision.matches[0]?.evidence.source.text).toBe('alone');
  });

  it('stays unanswered where one reading knows nothing of it and the other is not very sure', async () => {
    const decision = await consider({ [question]: [], [message]: [toMatch('success', 0.9, 'whole')] });
    expect(decision.kind).not.toBe('answer');
  });
});
