import { describe, expect, it } from 'vitest';
import model from '../../src/answer/asks.model.json' with { type: 'json' };
import { asks, asksWithMeaning } from '../../src/answer/asks.ts';

describe('asks', () => {
  it('puts questions, worries and indirect questions above announcements, thanks and jokes', () => {
    const asking = [
      'how large is the group',
      "I've never written a proposal, would that be a problem?",
      "I'd like to hear how the mentors are chosen",
      'wich skils do i need',
    ];
    const other = [
      'the group met yesterday',
      'thanks for the proposal',
      'the mentors are here',
      'my skills: eating cake',
    ];
    const lowest = Math.min(...asking.map(asks));
    expect(lowest).toBeGreaterThanOrEqual(0.5);
    for (const text of other) expect(asks(text)).toBeLessThan(lowest);
  });

  it.each(['', '   ', '?', '!!!', 'x'.repeat(40_000), '\ud800'])('gives a share for %j', (text) => {
    const share = asks(text);
    expect(share).toBeGreaterThanOrEqual(0);
    expect(share).toBeLessThanOrEqual(1);
  });

  it('reads words alone where the vector is missing, of another encoder, or of another length', () => {
    const text = 'how large is the group';
    const numbers = new Float32Array(model.meaning.hidden[0]?.vector.length ?? 0).fill(0.1);
    expect(asksWithMeaning(text, null)).toBe(asks(text));
    expect(asksWithMeaning(text, { encoder: 'another', numbers })).toBe(asks(text));
    expect(asksWithMeaning(text, { encoder: model.meaning.encoder, numbers: numbers.subarray(1) })).toBe(asks(text));
    expect(asksWithMeaning(text, { encoder: model.meaning.encoder, numbers })).not.toBe(asks(text));
  });
});
