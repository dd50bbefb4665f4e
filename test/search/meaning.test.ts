import { describe, expect, it } from 'vitest';
import { buildIndex, textsToEncode } from '../../src/search/build-index.ts';
import chatter from '../../src/search/chatter.json' with { type: 'json' };
import { matchQuestion } from '../../src/search/match-question.ts';
import { garden, indexOf, notCovered } from './notes.ts';

const byWords = indexOf();
const texts = textsToEncode(byWords);

/** A vector for each text by which entry it belongs to: as an encoder would make them that understood everything. */
function meantBy(text: string): Float32Array {
  const vector = new Float32Array(16);
  const entry = garden.findIndex(({ question, phrasings }) =>
    [question, ...phrasings].some((wording) => text.startsWith(wording)),
  );
  vector[entry < 0 ? 8 + (text.length % 8) : entry] = 2;
  return vector;
}

const questionLike = (text: string) => ({ vector: meantBy(text), tokens: null });

const vectors = new Map(texts.map((text) => [text, meantBy(text)]));
const vectorsFrom = (known: ReadonlyMap<string, Float32Array>) => (text: string) => known.get(text) ?? null;
const sources = { entries: garden, notCovered, chatter, maxFalseReplies: 0.05 };
const index = buildIndex({ ...sources, vectorOf: vectorsFrom(vectors) }, byWords);

describe('textsToEncode', () => {
  it('names each text once and none that is empty', () => {
    expect(new Set(texts).size).toBe(texts.length);
    expect(texts.every((text) => text.trim() !== '')).toBe(true);
  });

  it('begins with the chatter, whose vectors are at hand', () => {
    expect(texts.slice(0, chatter.length)).toEqual(chatter);
  });

  it('puts a passage below its heading', () => {
    expect(texts).toContain(
      'What may go on the compost? Leaves, peel and coffee grounds. No meat, no cooked food, no citrus.',
    );
  });
});

describe('with vectors', () => {
  it('finds by meaning what no word tells', () => {
    const [best] = matchQuestion(index, 'zzz qqq', questionLike('Which tools can be borrowed?'));
    expect(best?.entry.id).toBe('tools');
    expect(best?.evidence.shares.meaning).toBeGreaterThan(0.5);
    expect(index.reading).toBe('words-and-meaning');
  });

  it('shares add up to one', () => {
    for (const { evidence } of matchQuestion(
      index,
      'do plants need water',
      questionLike('do plants need water daily'),
    )) {
      expect(evidence.shares.words + (evidence.shares.meaning ?? 0)).toBeCloseTo(1, 9);
    }
  });

  it('does without the vector of a question, and of a text', () => {
    expect(matchQuestion(index, 'watering schedule', null)[0]?.entry.id).toBe('watering');
    const some = new Map([...vectors].slice(3));
    const partial = buildIndex({ ...sources, vectorOf: vectorsFrom(some) });
    expect(matchQuestion(partial, 'watering schedule', questionLike('watering schedule'))[0]?.entry.id).toBe(
      'watering',
    );
  });
});
