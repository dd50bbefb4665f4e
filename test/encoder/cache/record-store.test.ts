import { describe, expect, it } from 'vitest';
import { RecordStore } from '../../../src/encoder/cache/record-store.ts';
import { recordBytes } from '../../../src/encoder/cache/vector-record.ts';

const DIMENSIONS = 4;

/** A record filled with one byte, by which it is known again. */
function recordOf(byte: number): Buffer {
  return Buffer.alloc(recordBytes(DIMENSIONS), byte % 251);
}

function filled(count: number): RecordStore {
  const store = new RecordStore(DIMENSIONS);
  for (let place = 0; place < count; place += 1) store.set(`key ${place}`, recordOf(place));
  return store;
}

describe('a store of records', () => {
  it('keeps each record under its key, over many buffers', () => {
    const store = filled(1_500);
    expect(store.size).toBe(1_500);
    for (const place of [0, 511, 512, 1_023, 1_024, 1_499]) expect(store.get(`key ${place}`)).toEqual(recordOf(place));
    expect(store.get('key 1500')).toBeUndefined();
  });

  it('keeps a copy: what becomes of the buffer it was given does not matter', () => {
    const store = new RecordStore(DIMENSIONS);
    const record = recordOf(7);
    store.set('key', record);
    record.fill(0);
    expect(store.get('key')).toEqual(recordOf(7));
  });

  it('replaces a record in its place', () => {
    const store = filled(3);
    store.set('key 1', recordOf(99));
    expect(store.keys()).toEqual(['key 0', 'key 1', 'key 2']);
    expect(store.get('key 1')).toEqual(recordOf(99));
    expect(store.get('key 2')).toEqual(recordOf(2));
  });

  it('gives the place of a deleted record to the next one', () => {
    const store = filled(600);
    for (let place = 0; place < 550; place += 1) store.delete(`key ${place}`);
    store.delete('no such key');
    for (let place = 600; place < 1_200; place += 1) store.set(`key ${place}`, recordOf(place));
    expect(store.size).toBe(650);
    expect(store.keys()[0]).toBe('key 550');
    expect(store.get('key 3')).toBeUndefined();
    for (const place of [550, 599, 600, 1_149, 1_199]) expect(store.get(`key ${place}`)).toEqual(recordOf(place));
  });

  it('hands out all records in the order of their keys', () => {
    const store = filled(1_100);
    store.delete('key 5');
    const portions = [...store.portions()];
    const kept = store.keys().map((key) => store.get(key) ?? Buffer.alloc(0));
    expect(portions.length).toBeLessThan(4);
    expect(Buffer.concat(portions)).toEqual(Buffer.concat(kept));
    expect([...new RecordStore(DIMENSIONS).portions()]).toEqual([]);
  });
});
