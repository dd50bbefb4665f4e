import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ShippedVectors, shippedFile } from '../../src/encoder/cache/shipped-vectors.ts';
import { openEncoder } from '../../src/encoder/encoder-host.ts';
import { readEnglishWords } from '../../src/index/english-words.ts';
import { toPhrasingsPath } from '../../src/knowledge/note-source.ts';
import { parseNotes } from '../../src/knowledge/parse-notes.ts';
import { evaluate } from '../../src/quality/evaluate.ts';
import { parseLabelledQuestions } from '../../src/quality/labelled-question.ts';
import { buildIndex } from '../../src/search/build-index.ts';
import chatter from '../../src/search/chatter.json' with { type: 'json' };
import { matchQuestion, textToEncode } from '../../src/search/match-question.ts';
import { toSite } from '../../src/sites/site.ts';
import { findShared } from '../requirements.ts';

const root = join(import.meta.dirname, '..', '..');
const note = 'product-community-lead-drop-in-notes.md';
const anchors: Readonly<Record<string, string>> = {
  success: 'what-does-success-look-like-in-the-short-and-long-term',
  mentorship: 'how-does-2i2c-provide-mentorshiponboarding',
  'challenges-first-year':
    'what-are-the-largest-challenges-that-someone-might-face-in-their-first-year-in-this-position',
  'protect-business': 'how-do-you-hope-to-protect-the-business-aspects-of-2i2c-if-all-the-tech-is-open-source',
  'true-fans': 'how-would-applying-the-1000-true-fans-approach-work-in-terms-of-advocacy',
  'challenges-so-far': 'what-challenges-have-you-run-into-thus-far',
  jupyter: 'how-crucial-is-a-deep-seated-knowledge-of-jupyter-for-this-role',
};

const encoder = openEncoder();
afterAll(() => encoder.close());

type Reading = 'words' | 'words-and-meaning';

/** All that the shipped notes want encoded ships with the program. */
const shipped = new ShippedVectors(shippedFile, encoder.name);

/** The shipped notes, read in both ways. */
async function readFirstPost() {
  const read = (path: string) => readFileSync(join(root, 'knowledge', path), 'utf8');
  const phrasings = { file: toPhrasingsPath(note), text: read(toPhrasingsPath(note)) };
  const { entries, notCovered } = parseNotes([{ note, text: read(note), phrasings }], toSite(), 0);
  const sources = { entries, notCovered, chatter, maxFalseReplies: 0.05, english: await readEnglishWords() };
  const words = buildIndex({ ...sources, vectorOf: null });
  const encoded = {
    vectorOf: (text: string) => shipped.get(text),
    tokensOf: (text: string) => shipped.getTokens(text),
  };
  return { words, 'words-and-meaning': buildIndex({ ...sources, ...encoded }, words) };
}

let firstPost: ReturnType<typeof readFirstPost> | null = null;

/** They are asked every `step`th question of a labelled set. */
async function evaluateFirstPost(reading: Reading, file: string, step: number) {
  firstPost ??= readFirstPost();
  const index = (await firstPost)[reading];
  const lines = parseLabelledQuestions(readFileSync(file, 'utf8')).filter((_, place) => place % step === 0);
  const asked =
    reading === 'words' ? [] : await encoder.encodeTokens(lines.map(({ text }) => textToEncode(index, text)));
  const questions = lines.map((line, at) => {
    const question = { ...line, relevant: line.relevant.map((id) => anchors[id] ?? id) };
    const matches = matchQuestion(index, line.text, asked[at] ?? null);
    const isAnsweredInChannel = (matches[0]?.confidence ?? 0) >= index.thresholds.answerInChannel;
    return { question, matches, isAnsweredInChannel, isSuggestedInChannel: false };
  });
  return evaluate(questions, index.thresholds);
}

const shared = findShared();
const another = join(root, 'bench', 'lines', 'first-post-check.jsonl');
const development = join(shared ?? '', 'eval', 'dev-questions.jsonl');

interface Floor {
  readonly first: number;
  readonly firstThree: number;
  readonly right: number;
  readonly wrong: number;
  readonly falseReplies: number;
}

async function expectAbove(reading: Reading, file: string, floor: Floor, step = 1): Promise<void> {
  const { ranking, working } = await evaluateFirstPost(reading, file, step);
  expect(ranking.first).toBeGreaterThan(floor.first);
  expect(ranking.firstThree).toBeGreaterThan(floor.firstThree);
  expect(working.answeredRight).toBeGreaterThan(floor.right);
  expect(working.answeredWrong).toBeLessThan(floor.wrong);
  expect(working.falseReplies).toBeLessThan(floor.falseReplies);
}

describe('the shipped notes: floors, a little below what is measured', () => {
  it.each([
    ['words', { first: 0.87, firstThree: 0.97, right: 0.54, wrong: 0.06, falseReplies: 0.18 }],
    ['words-and-meaning', { first: 0.92, firstThree: 0.98, right: 0.75, wrong: 0.05, falseReplies: 0.12 }],
  ] as const)(
    'hold for questions in another voice, by %s',
    async (reading, floor) => {
      await expectAbove(reading, another, floor);
    },
    120_000,
  );

  it.runIf(shared !== null).each([
    ['words', { first: 0.92, firstThree: 0.98, right: 0.77, wrong: 0.04, falseReplies: 0.065 }],
    ['words-and-meaning', { first: 0.94, firstThree: 0.98, right: 0.88, wrong: 0.045, falseReplies: 0.065 }],
  ] as const)(
    'hold for the development questions, by %s',
    async (reading, floor) => {
      // To read one by meaning takes fifteen milliseconds.
      await expectAbove(reading, development, floor, reading === 'words' ? 1 : 2);
    },
    120_000,
  );
});
