import { describe, expect, it } from 'vitest';
import { buildIndex, textsOfTokens } from '../../src/search/build-index.ts';
import chatter from '../../src/search/chatter.json' with { type: 'json' };
import { matchQuestion } from '../../src/search/match-question.ts';
import { closeReadingNames, readClosely } from '../../src/search/scoring/close-reading.ts';
import { toNotesTokens, toTokenWeights } from '../../src/search/scoring/notes-tokens.ts';
import { AskedTokens, interact, packTokens, type TokenStates } from '../../src/search/scoring/token-states.ts';
import { garden, indexOf, notCovered, toEntry } from './notes.ts';

const dimensions = 64;

/** A state of its own for each word: as an encoder would give them that knows no context and no synonym. */
function toStates(text: string): TokenStates {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const numbers = words.map((word) => [...word].reduce((sum, letter) => (31 * sum + letter.charCodeAt(0)) % 9973, 7));
  const states = numbers.flatMap((number) =>
    Array.from({ length: dimensions }, (_, at) => Math.sin((number + 1) * (at + 1))),
  );
  return packTokens(Uint16Array.from(numbers), Float32Array.from(states));
}

const alike = (one: string, other: string): number => {
  const question = toStates(one);
  const weights = Array.from(question.pieces, () => 1);
  return interact(new AskedTokens(question), weights, toStates(other));
};

describe('interact', () => {
  it('is one for a text that says every word, in whatever order', () => {
    expect(alike('who waters plants', 'Plants: who waters them?')).toBeCloseTo(1, 2);
  });

  it('is the share of the question that a text says', () => {
    expect(alike('who waters plants', 'plants and tools')).toBeGreaterThan(0.3);
    expect(alike('who waters plants', 'plants and tools')).toBeLessThan(0.75);
    expect(alike('who waters plants', '')).toBe(0);
    expect(alike('', 'plants')).toBe(0);
  });

  it('counts a token by its weight', () => {
    const question = toStates('the compost');
    const of = (weights: readonly number[]) => interact(new AskedTokens(question), weights, toStates('compost'));
    expect(of([0, 1])).toBeCloseTo(1, 2);
    expect(of([1, 0])).toBeLessThan(0.6);
  });
});

describe('toTokenWeights', () => {
  it('weighs what few texts hold more, and what none holds most', () => {
    const notes = toNotesTokens([
      { question: toStates('the compost'), passages: [toStates('the tools')], phrasings: [] },
      { question: toStates('the key'), passages: [], phrasings: [] },
    ]);
    const [common = 0, rare = 0, unknown = 0] = toTokenWeights(notes, toStates('the key elsewhere'));
    expect(rare).toBeGreaterThan(common);
    expect(unknown).toBeGreaterThan(rare);
  });
});

describe('an index with tokens', () => {
  const byWords = indexOf();
  const vectorOf = (text: string) => Float32Array.from({ length: 8 }, (_, at) => Math.sin(text.length * (at + 1)));
  const sources = { entries: garden, notCovered, chatter, maxFalseReplies: 0.05, vectorOf };
  const index = buildIndex({ ...sources, tokensOf: toStates }, byWords);

  it('wants those of questions, passages, phrasings and `not-covered` wordings, not of chatter', () => {
    const texts = textsOfTokens(index);
    const wanted = [...garden.flatMap(({ question, phrasings }) => [question, ...phrasings]), ...notCovered];
    expect(texts).toEqual(expect.arrayContaining(wanted));
    for (const text of chatter) expect(texts).not.toContain(text);
  });

  it('wants those of some phrasings where there are hundreds', () => {
    const phrasings = Array.from({ length: 300 }, (_, at) => `wording ${at}`);
    const texts = textsOfTokens(indexOf([toEntry('many', 'Which?', 'This.', phrasings)]));
    expect(texts.filter((text) => text.startsWith('wording')).length).toBe(24);
  });

  const readOne = (text: string, place: number) => {
    const question = { vector: vectorOf(text), tokens: toStates(text) };
    const values = readClosely(index.signals, place, question) ?? [];
    return Object.fromEntries(closeReadingNames.map((name, at) => [name, values[at] ?? Number.NaN]));
  };
  const compost = garden.findIndex(({ id }) => id === 'compost');

  it('tells what of the question an entry does not say, and what it says beyond', () => {
    const known = readOne('what may go on the compost', compost);
    const foreign = readOne('what may go on the unicycle', compost);
    expect(known['said']).toBeCloseTo(1, 1);
    expect(known['leastSaid']).toBeGreaterThan(0.9);
    expect(foreign['leastSaid']).toBeLessThan(0.6);
    expect(foreign['far']).toBeGreaterThan(known['far'] ?? 1);
    expect(readOne('compost', compost)['headingLeastSaid']).toBeLessThan(known['headingLeastSaid'] ?? 0);
  });

  it('hears a phrasing that says what heading and answer do not, and a `not-covered` wording that says it better', () => {
    const wasted = readOne('where does kitchen waste go', compost);
    expect(wasted['saidByPhrasing']).toBeCloseTo(1, 1);
    expect(wasted['said']).toBeGreaterThan(wasted['saidByAnswer'] ?? 1);
    expect(wasted['toldLead']).toBeLessThan(0);
    expect(readOne('can I bring my dog', compost)['toldLead']).toBeGreaterThan(0.3);
  });

  it('says how much of a question the nearest text says', () => {
    const text = 'May peel go on the compost?';
    const [best] = matchQuestion(index, text, { vector: vectorOf(text), tokens: toStates(text) });
    expect(best?.entry.id).toBe('compost');
    const signal = best?.evidence.signals.find(({ name }) => name === 'tokens');
    expect(signal?.value).toBeGreaterThan(0.6);
  });

  it('reads a question without tokens as an index without them does', () => {
    const plain = buildIndex(sources, byWords);
    const text = 'may peel go on the compost';
    const read = (one: typeof index) =>
      matchQuestion(one, text, { vector: vectorOf(text), tokens: null }).map(({ entry, confidence }) => [
        entry.id,
        confidence,
      ]);
    expect(read(index)).toEqual(read(plain));
  });

  it('does without where a text has none', () => {
    const partial = buildIndex({ ...sources, tokensOf: (text) => (text.length % 2 ? toStates(text) : null) }, byWords);
    expect(partial.signals.tokens).toBeNull();
  });
});
