import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'libsql';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { VectorCache } from '../../../src/encoder/cache/vector-cache.ts';
import { normalised } from '../../../src/encoder/vectors.ts';
import { LostStates, packTokens } from '../../../src/search/scoring/token-states.ts';

const DIMENSIONS = 16;
const DAY_MS = 86_400_000;

let directory: string;
let opened: VectorCache[] = [];
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'rolecall-vectors-'));
});
afterEach(async () => {
  for (const cache of opened) cache.close();
  opened = [];
  await rm(directory, { recursive: true });
});

/** A vector of its own for each text. */
function vectorFor(text: string): Float32Array {
  return normalised(
    Array.from({ length: DIMENSIONS }, (_, place) => Math.sin((place + 1) * (text.length + text.charCodeAt(0)))),
  );
}

const withoutTokens = (vector: Float32Array) => ({ vector, tokens: null });

function keep(cache: VectorCache, texts: readonly string[]): void {
  cache.put(
    texts,
    texts.map((text) => withoutTokens(vectorFor(text))),
  );
}

/** A cache as another start of the program has it. */
function open(name = 'letters', now = () => 0, onDamage?: (error: Error) => void): VectorCache {
  const cache = new VectorCache(join(directory, 'state'), name, now, onDamage);
  opened.push(cache);
  return cache;
}

/** Another process that opens the same cache; `program` may `keep` texts. */
function runElsewhere(program: string): ChildProcess {
  const code = JSON.stringify(new URL('../../../dist/encoder/cache/vector-cache.js', import.meta.url));
  const lines = [
    `const { VectorCache } = await import(${code});`,
    `const cache = new VectorCache(${JSON.stringify(join(directory, 'state'))}, 'letters', () => 0);`,
    `const keep = (texts) => cache.put(texts, texts.map(() => ({ vector: new Float32Array(${DIMENSIONS}).fill(0.25), tokens: null })));`,
    program,
  ];
  return spawn(process.execPath, ['--input-type=module', '--eval', lines.join('\n')], { stdio: 'inherit' });
}

/** Keeps texts as an earlier run of the program; gives its file. */
async function keepBefore(texts: readonly string[]): Promise<string> {
  await once(runElsewhere(`keep(${JSON.stringify(texts)});`), 'exit');
  const name = (await readdir(join(directory, 'state'))).find((each) => each.endsWith('.db'));
  return join(directory, 'state', name ?? '');
}

function found(cache: VectorCache, texts: readonly string[]): readonly string[] {
  return [...cache.find(texts).keys()];
}

function expectNear(vector: Float32Array | undefined, text: string): void {
  const wanted = vectorFor(text);
  expect(vector).toHaveLength(DIMENSIONS);
  for (const [place, value] of wanted.entries()) expect(vector?.[place]).toBeCloseTo(value, 2);
}

describe('the vector cache', () => {
  it('gives back after a restart what was kept, and the very same numbers', () => {
    const cache = open();
    expect(cache.find(['one']).size).toBe(0);
    keep(cache, ['one', 'two']);
    keep(cache, ['three']);
    const before = cache.find(['one', 'two', 'three', 'four']);
    cache.close();
    const after = open().find(['one', 'two', 'three', 'four']);
    expect(after).toEqual(before);
    expect(after.size).toBe(3);
    for (const [text, vector] of after) expectNear(vector, text);
  });

  it('makes no file before there is a vector', async () => {
    expect(open().find(['one']).size).toBe(0);
    expect(await readdir(directory)).toEqual([]);
  });

  it('keeps the vectors of two encoders apart', () => {
    keep(open('letters'), ['one']);
    keep(open('numbers'), ['two']);
    expect(found(open('letters'), ['one', 'two'])).toEqual(['one']);
  });

  it('keeps zeros as zeros', () => {
    open().put([''], [withoutTokens(new Float32Array(DIMENSIONS))]);
    expect(open().find(['']).get('')).toEqual(new Float32Array(DIMENSIONS));
  });

  describe('of texts with tokens', () => {
    const tokens = packTokens(Uint16Array.of(7, 30_000), Float32Array.of(1, -1, 0.5, 0, 0, 0, 0.2, 0.1));
    const file = () => readdirSync(join(directory, 'state')).find((name) => name.endsWith('.db')) ?? '';

    function keepTokens(): VectorCache {
      const first = open();
      first.put(['one', 'two'], [{ vector: vectorFor('one'), tokens }, withoutTokens(vectorFor('two'))]);
      first.close();
      return open();
    }

    it('keeps their states beside the vectors, and reads them whenever they are wanted', () => {
      const cache = keepTokens();
      const kept = cache.findTokens(['one', 'two', 'three']);
      expect([...kept.keys()]).toEqual(['one']);
      expect(kept.get('one')?.pieces).toEqual(tokens.pieces);
      expect([...(kept.get('one')?.states ?? [])]).toEqual([...tokens.states]);
      expect(found(cache, ['one', 'two'])).toEqual(['one', 'two']);
    });

    it('reads states while another process writes', () => {
      const kept = keepTokens().findTokens(['one']).get('one');
      const writer = new Sqlite(join(directory, 'state', file()));
      writer.exec('BEGIN IMMEDIATE');
      expect(kept?.states).toHaveLength(tokens.states.length);
      writer.exec('ROLLBACK');
      writer.close();
    });

    it('says so where they are gone by then', () => {
      const kept = keepTokens().findTokens(['one']).get('one');
      const other = new Sqlite(join(directory, 'state', file()));
      other.exec('DELETE FROM token_states');
      other.close();
      expect(() => kept?.states).toThrow(LostStates);
    });

    it('sees where they were overwritten, and throws the file away', () => {
      const cache = keepTokens();
      const kept = cache.findTokens(['one']).get('one');
      const other = new Sqlite(join(directory, 'state', file()));
      other.exec('UPDATE token_states SET states = zeroblob(length(states))');
      other.close();
      expect(() => kept?.states).toThrow(LostStates);
      expect(found(cache, ['one'])).toEqual([]);
    });

    it('says so too where the damaged file cannot be removed, and offers none of it', () => {
      const cache = keepTokens();
      const kept = cache.findTokens(['one']).get('one');
      const path = join(directory, 'state', file());
      const other = new Sqlite(path);
      other.exec('UPDATE token_states SET states = zeroblob(length(states))');
      other.close();
      rmSync(path);
      mkdirSync(path);
      expect(() => kept?.states).toThrow(LostStates);
      expect(() => cache.findTokens(['one'])).toThrow(`${path} cannot be used`);
    });

    it('begins anew where the file is damaged by then', () => {
      const cache = keepTokens();
      const kept = cache.findTokens(['one']).get('one');
      cache.close();
      for (const name of readdirSync(join(directory, 'state')))
        writeFileSync(join(directory, 'state', name), 'something else altogether');
      expect(() => kept?.states).toThrow(LostStates);
      keep(cache, ['two']);
      expect(found(cache, ['one', 'two'])).toEqual(['two']);
    });
  });

  it('keeps the vectors of a file that an earlier version of the program wrote', () => {
    const first = open();
    keep(first, ['one']);
    first.close();
    const [file = ''] = readdirSync(join(directory, 'state')).filter((name) => name.endsWith('.db'));
    const earlier = new Sqlite(join(directory, 'state', file));
    earlier.exec(`DROP TABLE token_states;
      CREATE TABLE tokens (key BLOB PRIMARY KEY, pieces BLOB NOT NULL, states BLOB NOT NULL)`);
    earlier.close();
    const cache = new VectorCache(
      join(directory, 'state'),
      'letters',
      () => 0,
      (error) => expect.fail(String(error)),
    );
    opened.push(cache);
    expect(found(cache, ['one'])).toEqual(['one']);
    expect(cache.findTokens(['one']).size).toBe(0);
    keep(cache, ['two']);
    expect(found(cache, ['one', 'two'])).toEqual(['one', 'two']);
  });

  it('replaces the vector of a text', () => {
    const cache = open();
    keep(cache, ['one']);
    cache.put(['one'], [withoutTokens(vectorFor('other'))]);
    expectNear(cache.find(['one']).get('one'), 'other');
  });

  it('finds what is kept while another process holds the file', async () => {
    const file = await keepBefore(['one']);
    const writer = new Sqlite(file);
    writer.exec('BEGIN EXCLUSIVE');
    const cache = open();
    expect(found(cache, ['one'])).toEqual(['one']);
    expect(() => keep(cache, ['two'])).toThrow(`${file} cannot be used`);
    writer.exec('ROLLBACK');
    writer.close();
    keep(cache, ['two']);
    expect(found(cache, ['one', 'two'])).toEqual(['one', 'two']);
  });

  it('starts anew where somebody removes its log while another process has it open', async () => {
    const other = open();
    keep(other, ['one']);
    const log = readdirSync(join(directory, 'state')).find((name) => name.endsWith('-wal')) ?? '';
    await rm(join(directory, 'state', log));
    await once(runElsewhere(`cache.find(['one']); keep(['two']); cache.close();`), 'exit');
    expect(found(other, ['one'])).toEqual(['one']);
    expect(found(open(), ['one', 'two'])).toEqual(['two']);
  });

  it('says where it throws a damaged file away', async () => {
    const file = await keepBefore(['one']);
    await writeFile(file, 'something else altogether');
    const said: string[] = [];
    const cache = open('letters', undefined, ({ message }) => said.push(message));
    cache.find(['one']);
    keep(cache, ['two']);
    expect(said).toEqual([`${file} is damaged and is thrown away: what it held is encoded anew.`]);
  });

  it.each(['', 'something else altogether', 'SQLite format 3\u0000 and no more of it'])(
    'starts anew over a file that holds %j',
    async (content) => {
      await writeFile(await keepBefore(['one']), content);
      const cache = open();
      expect(cache.find(['one']).size).toBe(0);
      keep(cache, ['two']);
      expectNear(open().find(['two']).get('two'), 'two');
    },
  );

  it('starts anew over the database of something else', async () => {
    const file = await keepBefore(['one']);
    await rm(file);
    const foreign = new Sqlite(file);
    foreign.exec('CREATE TABLE vectors (x TEXT)');
    foreign.close();
    const cache = open();
    keep(cache, ['two']);
    expect(found(cache, ['one', 'two'])).toEqual(['two']);
  });

  const many = Array.from({ length: 2_000 }, (_, place) => `text ${place}`);

  it('starts anew over a file that was cut off', async () => {
    const file = await keepBefore(many);
    await truncate(file, (await readFile(file)).length / 2);
    const cache = open();
    expect(cache.find(many).size).toBeLessThan(many.length);
    keep(cache, many);
    expect(cache.find(many).size).toBe(many.length);
  });

  it('starts anew over a file that was overwritten in the middle', async () => {
    const file = await keepBefore(many);
    const bytes = await readFile(file);
    await writeFile(file, bytes.fill(0x5a, 4_096, bytes.length / 2));
    const cache = open();
    expect(cache.find(many).size).toBeLessThan(many.length);
    keep(cache, many);
    expect(cache.find(many).size).toBe(many.length);
  });

  it('lets several processes write into one file at once', async () => {
    const children = ['a', 'b', 'c'].map((me) =>
      runElsewhere(`for (let place = 0; place < 60; place += 1) keep(['${me}' + place]);`),
    );
    const ends = await Promise.all(children.map((child) => once(child, 'exit')));
    expect(ends.map(([code]) => code)).toEqual([0, 0, 0]);
    const texts = ['a', 'b', 'c'].flatMap((me) => Array.from({ length: 60 }, (_, place) => `${me}${place}`));
    expect(found(open(), texts)).toEqual(texts);
  });

  it('forgets after 90 days what nothing asked for', () => {
    keep(
      open('letters', () => 0),
      ['asked for', 'forgotten'],
    );
    expect(
      found(
        open('letters', () => 60 * DAY_MS),
        ['asked for'],
      ),
    ).toEqual(['asked for']);
    const later = open('letters', () => 120 * DAY_MS);
    expect(found(later, ['asked for', 'forgotten'])).toEqual(['asked for']);
  });

  it('forgets the vectors of another length under the same name', () => {
    const cache = open();
    keep(cache, ['one']);
    cache.put(['two'], [withoutTokens(new Float32Array(4).fill(0.5))]);
    expect(found(cache, ['one', 'two'])).toEqual(['two']);
    expect(cache.find(['two']).get('two')).toHaveLength(4);
  });

  it('refuses vectors of different lengths, and keeps none of them', () => {
    const cache = open();
    const uneven = [new Float32Array(4), new Float32Array(5)].map(withoutTokens);
    expect(() => cache.put(['one', 'two'], uneven)).toThrow('5 numbers among vectors of 4');
    expect(cache.find(['one', 'two']).size).toBe(0);
  });

  // SQLite undoes by itself what a full disk interrupts, as it does here.
  it('says why it could not keep something, and still has what was kept before', async () => {
    const other = new Sqlite(await keepBefore(['one']));
    other.exec("CREATE TRIGGER full BEFORE INSERT ON vectors BEGIN SELECT RAISE(ROLLBACK, 'no room'); END");
    other.close();
    const cache = open();
    expect(() => keep(cache, ['two'])).toThrow('no room');
    expect(found(cache, ['one', 'two'])).toEqual(['one']);
  });

  it('says where the disk refuses', async () => {
    await writeFile(join(directory, 'state'), 'a file in its place');
    expect(() => keep(open(), ['one'])).toThrow();
    expect(await readFile(join(directory, 'state'), 'utf8')).toBe('a file in its place');
  });
});
