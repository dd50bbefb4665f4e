import { describe, expect, it } from 'vitest';
import { keepLast } from '../../src/answer/keep-last.ts';

describe('keepLast', () => {
  it('reads a text once while it is among those asked for last', () => {
    const read: string[] = [];
    const length = keepLast((text) => read.push(text) && text.length, 2);
    expect(['one', 'three', 'one', 'eleven', 'one'].map(length)).toEqual([3, 5, 3, 6, 3]);
    expect(read).toEqual(['one', 'three', 'eleven']);
    expect(length('three')).toBe(5);
    expect(read).toEqual(['one', 'three', 'eleven', 'three']);
  });

  it('keeps a result that is nothing', () => {
    let count = 0;
    const nothing = keepLast(() => {
      count += 1;
      return undefined;
    }, 1);
    nothing('a');
    nothing('a');
    expect(count).toBe(1);
  });
});
