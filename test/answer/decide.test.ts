// What is decided about one question in a channel, by how sure the search is and whether a quiet suggestion may be made.
import { describe, expect, it } from 'vitest';
import { type AskedQuestion, decide } from '../../src/answer/decide.ts';
import type { Withheld } from '../../src/answer/decision.ts';
import type { Match, Thresholds } from '../../src/search/match.ts';
import { toEntry } from '../search/notes.ts';

const thresholds: Thresholds = {
  answerInChannel: 0.7,
  answerWhenAsked: 0.5,
  suggest: 0.5,
  suggestInChannel: 0.4,
  leniency: 0,
};
const lenient = { at: { ...thresholds, leniency: 1 } };
const evidence: Match['evidence'] = {
  words: [],
  source: { kind: 'question', text: '' },
  shares: { words: 1, meaning: null },
  signals: [],
  corrections: [],
};

function asked(confidences: readonly number[], more: Partial<AskedQuestion> = {}): AskedQuestion {
  const matches = confidences.map((confidence, at) => ({
    entry: toEntry(`e${at}`, `e${at}`, ''),
    confidence,
    evidence,
  }));
  const text = 'how are new mentors trained before their first cohort of apprentices arrives';
  return { text, questionProbability: 0.95, isStatement: false, matches, ...more };
}

function inChannel(
  questions: readonly AskedQuestion[],
  { withheld = null, at = thresholds }: { readonly withheld?: Withheld | null; readonly at?: Thresholds } = {},
) {
  const decided = decide({ surface: 'channel', questions, thresholds: at, answeredHere: new Set(), withheld });
  return decided.questions.map(({ kind, reason }) => `${kind}: ${reason}`);
}

describe('a quiet suggestion', () => {
  it('is made where three together are likely and none is certain', () => {
    expect(inChannel([asked([0.7, 0.1])])).toEqual(['answer: matched']);
    expect(inChannel([asked([0.3, 0.1, 0.1])])).toEqual(['suggest: probably-among-these']);
    expect(inChannel([asked([0.2, 0.1, 0.05, 0.05])])).toEqual(['uncovered: not-in-notes']);
  });

  it('takes the place of an answer where the question names one thing and does not fit for certain, as far as the notes allow', () => {
    expect(inChannel([asked([0.72, 0.1], { text: 'wget?' })], lenient)).toEqual(['suggest: probably-among-these']);
    expect(inChannel([asked([0.85, 0.1], { text: 'wget?' })], lenient)).toEqual(['answer: matched']);
    expect(inChannel([asked([0.85, 0.1], { text: 'wget?' })])).toEqual(['uncovered: not-in-notes']);
    expect(inChannel([asked([0.97], { text: 'wget?' })])).toEqual(['answer: matched']);
  });

  it('takes the place of an answer the sooner, the less a question tells, where entries have dozens of phrasings', () => {
    const [little, more] = [
      { text: 'can you give me some help?' },
      { text: 'can you give some help to beginners with visas?' },
    ];
    expect(inChannel([asked([0.84], little)])).toEqual(['uncovered: not-in-notes']);
    expect(inChannel([asked([0.84], more)])).toEqual(['answer: matched']);
    expect(inChannel([asked([0.84], little)], lenient)).toEqual(['answer: matched']);
  });

  it('offers the choice where two posts have the question under one heading, unless one is clearly meant', () => {
    const alike = (confidences: readonly number[]) => {
      const { matches, ...rest } = asked(confidences);
      const same = matches.map((match) => ({ ...match, entry: { ...match.entry, question: 'How long?' } }));
      return { ...rest, matches: same };
    };
    expect(inChannel([alike([0.72, 0.26])])).toEqual(['suggest: probably-among-these']);
    expect(inChannel([alike([0.9, 0.05])])).toEqual(['answer: matched']);
    expect(inChannel([asked([0.72, 0.26])])).toEqual(['answer: matched']);
  });

  it('is withheld for a reason that is kept', () => {
    expect(inChannel([asked([0.5])], { withheld: 'suggested-lately' })).toEqual(['silent: suggested-lately']);
    expect(inChannel([asked([0.8])], { withheld: 'suggested-lately' })).toEqual(['answer: matched']);
  });

  it('is made once for a message', () => {
    expect(inChannel([asked([0.5]), asked([0.5])])).toEqual([
      'suggest: probably-among-these',
      'silent: suggested-beside',
    ]);
  });

  it('comes for what has the form of a question and is matched, though it hardly reads as one, as far as the notes allow', () => {
    const said = (questionProbability: number) =>
      asked([0.75], { text: 'where will the mentors sleep?', questionProbability });
    expect(inChannel([said(0.3)], lenient)).toEqual(['suggest: matched-statement']);
    expect(inChannel([said(0.1)], lenient)).toEqual(['silent: asks-nothing']);
    expect(inChannel([said(0.3)])).toEqual(['silent: asks-nothing']);
  });

  it('comes for what may ask where three together are likely, as far as the notes allow', () => {
    const said = { text: 'a biology student with a visa', isStatement: true, questionProbability: 0.4 };
    expect(inChannel([asked([0.3, 0.1, 0.1], said)], lenient)).toEqual(['suggest: matched-statement']);
    expect(inChannel([asked([0.2, 0.1], said)], lenient)).toEqual(['silent: asks-nothing']);
    expect(inChannel([asked([0.3, 0.1, 0.1], { ...said, questionProbability: 0.3 })], lenient)).toEqual([
      'silent: asks-nothing',
    ]);
    expect(inChannel([asked([0.3, 0.1, 0.1], said)])).toEqual(['silent: asks-nothing']);
  });

  it('comes for a statement that the notes match well and that may ask', () => {
    const said = { text: 'a biology student with a visa', isStatement: true, questionProbability: 0.6 };
    expect(inChannel([asked([0.8], said)])).toEqual(['suggest: matched-statement']);
    expect(inChannel([asked([0.6], said)])).toEqual(['silent: asks-nothing']);
    expect(inChannel([asked([0.8], { ...said, questionProbability: 0.1 })])).toEqual(['silent: asks-nothing']);
    expect(inChannel([asked([0.8], { ...said, text: 'its okay' })])).toEqual(['silent: asks-nothing']);
    expect(inChannel([asked([0.8], said)], { withheld: 'suggestions-off' })).toEqual(['silent: asks-nothing']);
  });

  it('is an answer where it fits so much better that it may read less like a question, as far as the notes allow', () => {
    const statement = { isStatement: true, questionProbability: 0.6 };
    expect(inChannel([asked([0.9], statement)], lenient)).toEqual(['answer: matched']);
    expect(inChannel([asked([0.8], statement)], lenient)).toEqual(['suggest: matched-statement']);
    expect(inChannel([asked([0.9], statement)])).toEqual(['suggest: matched-statement']);
    expect(inChannel([asked([0.9], { ...statement, text: 'its mentors' })], lenient)).toEqual(['silent: asks-nothing']);
    expect(inChannel([asked([1], { ...statement, questionProbability: 0.2 })], lenient)).toEqual(['answer: matched']);
    expect(inChannel([asked([0.9], { questionProbability: 0.25 })], lenient)).toEqual(['answer: matched']);
    expect(inChannel([asked([1], { questionProbability: 0.25 })])).toEqual(['suggest: matched-statement']);
    expect(inChannel([asked([1], { ...statement, questionProbability: 0.25 })])).toEqual(['silent: asks-nothing']);
  });

  it('never comes where none is allowed', () => {
    const at = { ...thresholds, suggestInChannel: 1 };
    const said = { text: 'a biology student with a visa', isStatement: true, questionProbability: 0.6 };
    expect(inChannel([asked([0.6]), asked([0.9], said)], { at })).toEqual([
      'uncovered: not-in-notes',
      'silent: asks-nothing',
    ]);
  });
});
