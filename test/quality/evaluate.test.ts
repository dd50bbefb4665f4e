import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/quality/evaluate.ts';
import type { EvaluatedQuestion } from '../../src/quality/evaluated-question.ts';
import { parseLabelledQuestions } from '../../src/quality/labelled-question.ts';
import { renderEvaluation } from '../../src/quality/render-evaluation.ts';
import type { Match } from '../../src/search/match.ts';
import { toEntry } from '../search/notes.ts';

const thresholds = { answerInChannel: 0.7, answerWhenAsked: 0.5, suggest: 0.5, suggestInChannel: 0.5, leniency: 1 };
const evidence: Match['evidence'] = {
  words: [],
  source: { kind: 'question', text: '' },
  shares: { words: 1, meaning: null },
  signals: [],
  corrections: [],
};

function asked(
  kind: string,
  relevant: readonly string[],
  found: readonly (readonly [string, number])[],
): EvaluatedQuestion {
  const matches = found.map(([id, confidence]) => ({ entry: toEntry(id, id, id), confidence, evidence }));
  const isAnsweredInChannel = (found[0]?.[1] ?? 0) >= thresholds.answerInChannel;
  const together = found.slice(0, 3).reduce((sum, [, confidence]) => sum + confidence, 0);
  return {
    question: { text: `${kind} ${found[0]?.[0]}`, relevant, kind },
    matches,
    isAnsweredInChannel,
    isSuggestedInChannel: !isAnsweredInChannel && together >= thresholds.suggestInChannel,
  };
}

const questions = [
  asked('short', ['a'], [['a', 0.9]]),
  asked(
    'short',
    ['a', 'b'],
    [
      ['c', 0.8],
      ['b', 0.1],
    ],
  ),
  asked(
    'long',
    ['c'],
    [
      ['c', 0.4],
      ['a', 0.3],
    ],
  ),
  asked(
    'long',
    ['d'],
    [
      ['a', 0.2],
      ['b', 0.1],
      ['c', 0.1],
      ['d', 0.1],
    ],
  ),
  asked('uncovered', [], [['a', 0.75]]),
  asked('chatter', [], [['b', 0.1]]),
];
const evaluation = evaluate(questions, thresholds);

describe('evaluate', () => {
  it('counts how early the right entry comes', () => {
    expect(evaluation.ranking).toEqual({
      first: 2 / 4,
      firstThree: 3 / 4,
      meanReciprocalRank: (1 + 1 / 2 + 1 + 1 / 4) / 4,
    });
  });

  it('counts answers in a channel, right, wrong and false', () => {
    expect(evaluation.working).toMatchObject({ answeredRight: 1 / 4, answeredWrong: 1 / 4, falseReplies: 1 / 2 });
    expect(evaluation.kinds.find(({ kind }) => kind === 'chatter')?.falseReplies).toBe(0);
    expect(evaluation.kinds.find(({ kind }) => kind === 'uncovered')?.falseReplies).toBe(1);
    expect(evaluation.kinds.find(({ kind }) => kind === 'short')?.answeredRight).toBe(1 / 2);
  });

  it('counts who is reached with quiet suggestions, and who is bothered', () => {
    expect(evaluation.working).toMatchObject({ reached: 2 / 4, bothered: 0 });
    const bothered = evaluate([asked('uncovered', [], [['a', 0.6]]), asked('uncovered', [], [['a', 0.9]])], thresholds);
    expect(bothered.working).toMatchObject({ bothered: 1 / 2, falseReplies: 1 / 2 });
  });

  it('says what the best three together promise and what they keep', () => {
    const row = evaluation.reliabilityOfThree.find(({ from }) => from === 0.9);
    expect(row).toMatchObject({ count: 2, right: 1 });
  });

  it('says what each rate of false replies would leave', () => {
    expect(evaluation.rates.map(({ rate }) => rate)).toEqual([0.01, 0.02, 0.05, 0.1]);
    expect(evaluation.rates[0]).toEqual({ rate: 0.01, threshold: 0.75, answeredRight: 1 / 4, answeredWrong: 1 / 4 });
  });

  it('compares confidence with what came of it', () => {
    expect(evaluation.reliability.find(({ from }) => from === 0.9)).toEqual({
      from: 0.9,
      to: 1,
      count: 1,
      meanConfidence: 0.9,
      right: 1,
    });
    expect(evaluation.reliability.reduce((sum, { count }) => sum + count, 0)).toBe(questions.length);
  });

  it('names the worst confusions, the most confident first', () => {
    expect(evaluation.confusions.map(({ found, confidence }) => [found, confidence])).toEqual([
      ['c', 0.8],
      ['a', 0.75],
      ['a', 0.2],
      ['b', 0.1],
    ]);
  });

  it('has nothing to say about an empty set', () => {
    const nothing = evaluate([], thresholds);
    expect(nothing.ranking.first).toBeNull();
    expect(nothing.rates).toEqual([]);
    expect(renderEvaluation(nothing)).toContain('0 questions');
  });

  it('is written out for people', () => {
    const text = renderEvaluation(evaluation);
    expect(text).toContain('Right entry first 50.0%, among the first three 75.0%');
    expect(text).toContain('expected nothing, found a');
  });
});

describe('parseLabelledQuestions', () => {
  it('reads lines and fills in the kind', () => {
    const text =
      '{"text":"x","relevant":["a"]}\n\n{"text":"y","relevant":[],"kind":"chatter"}\n{"text":"z","relevant":[]}';
    expect(parseLabelledQuestions(text).map(({ kind }) => kind)).toEqual(['covered', 'chatter', 'uncovered']);
  });

  it.each([
    ['{', 'Line 1 of the labelled set is not JSON'],
    ['7', 'is not an object'],
    ['{"relevant":[]}', 'has no "text"'],
    ['{"text":"x","relevant":"a"}', 'has no list of anchors'],
  ])('refuses %s', (line, problem) => {
    expect(() => parseLabelledQuestions(line)).toThrow(problem);
  });
});
