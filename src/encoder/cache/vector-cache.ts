// Sentence vectors kept by content in an SQLite file of the state directory, so that no text is encoded twice. Edge.

import { hash } from 'node:crypto';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Sqlite from 'libsql';
import { LostStates, type TokenStates } from '../../search/scoring/token-states.ts';
import type { EncodedText } from '../../use-cases/interfaces/encoder.ts';
import { keyOf, quantise, toVector } from './quantised.ts';

/** Days that a vector is kept which nothing asked for, so that texts of older notes do not pile up. */
const DAYS_KEPT = 90;
/** Days between two notes of when a vector was last asked for. */
const DAYS_UNNOTED = 7;
const DAY_MS = 86_400_000;
/** How long one process waits while another writes, in milliseconds. */
const BUSY_TIMEOUT_MS = 5_000;

const SCHEMA = `
  PRAGMA busy_timeout = ${BUSY_TIMEOUT_MS};
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = NORMAL;
  CREATE TABLE IF NOT EXISTS vectors (key BLOB PRIMARY KEY, numbers BLOB NOT NULL, used_day INTEGER NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS tokens (key BLOB PRIMARY KEY, pieces BLOB NOT NULL, states BLOB NOT NULL);
`;

/** Tokens whose states are read whenever they are wanted: those of a thousand entries take a hundred megabytes. */
class KeptTokens implements TokenStates {
  readonly pieces: Uint16Array;
  readonly #read: () => Uint8Array;

  constructor(pieces: Uint16Array, read: () => Uint8Array) {
    this.pieces = pieces;
    this.#read = read;
  }

  get states(): Uint8Array {
    return this.#read();
  }
}

interface Row {
  readonly numbers: Buffer;
  readonly used_day: number;
}

function toBuffer({ buffer, byteOffset, byteLength }: Int8Array | Uint8Array | Uint16Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}

/** The file is something else than such a cache, or no longer whole. What else goes wrong (a full disk, say) may pass. */
function isDamage(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^SQLITE_(NOTADB|CORRUPT|ERROR)/.test(String(error.code));
}

/**
 * The vectors of one encoder, by text, in eight bits a number, and of some texts the states of their tokens. No number is held in memory, and there is no file before the first vector.
 * Several processes may use one file. A file that is damaged is thrown away.
 */
export class VectorCache {
  readonly #path: string;
  readonly #encoderName: string;
  readonly #now: () => number;
  #database: Sqlite.Database | null = null;
  #selectStates: Sqlite.Statement | null = null;

  /** Of the encoder so named, in `directory`. `now`: milliseconds since 1970. */
  constructor(directory: string, encoderName: string, now: () => number = Date.now) {
    this.#path = join(directory, `vectors-${hash('sha256', encoderName).slice(0, 12)}.db`);
    this.#encoderName = encoderName;
    this.#now = now;
  }

  /** The vectors kept for these texts. Throws where the file cannot be read. */
  find(texts: readonly string[]): Map<string, Float32Array> {
    if (this.#database === null && !existsSync(this.#path)) return new Map();
    return this.#do((database) => {
      const found = new Map<string, Float32Array>();
      const today = this.#today();
      const select = database.prepare('SELECT numbers, used_day FROM vectors WHERE key = ?');
      const note = database.prepare('UPDATE vectors SET used_day = ? WHERE key = ?');
      for (const text of texts) {
        const key = keyOf(this.#encoderName, text);
        // In an array: a Buffer by itself is taken for an object of names.
        const row = select.get([key]) as Row | undefined;
        if (row === undefined) continue;
        found.set(text, toVector(new Int8Array(row.numbers)));
        if (row.used_day < today - DAYS_UNNOTED) note.run(today, key);
      }
      return found;
    });
  }

  /** The tokens kept for these texts; their states stay in the file. Throws where the file cannot be read. */
  findTokens(texts: readonly string[]): Map<string, TokenStates> {
    if (this.#database === null && !existsSync(this.#path)) return new Map();
    return this.#do((database) => {
      const found = new Map<string, TokenStates>();
      const select = database.prepare('SELECT pieces FROM tokens WHERE key = ?');
      for (const text of texts) {
        const key = keyOf(this.#encoderName, text);
        const row = select.get([key]) as { readonly pieces: Buffer } | undefined;
        if (row === undefined) continue;
        // Copied, so that the numbers lie where two bytes are one.
        const pieces = new Uint16Array(Uint8Array.from(row.pieces).buffer);
        found.set(text, new KeptTokens(pieces, () => this.#readStates(key)));
      }
      return found;
    });
  }

  /** Keeps what `texts` are encoded as, in order. Throws where the disk refuses. */
  put(texts: readonly string[], encoded: readonly EncodedText[]): void {
    const dimensions = encoded[0]?.vector.length;
    this.#do((database) => {
      // An endpoint may change its model and keep its name. All that is kept is of one length.
      const some = database.prepare('SELECT numbers, used_day FROM vectors LIMIT 1').get() as Row | undefined;
      if (some?.numbers.length !== dimensions) database.exec('DELETE FROM vectors; DELETE FROM tokens');
      const put = database.prepare('INSERT OR REPLACE INTO vectors VALUES (?, ?, ?)');
      const putTokens = database.prepare('INSERT OR REPLACE INTO tokens VALUES (?, ?, ?)');
      for (const [place, text] of texts.entries()) {
        const { vector, tokens } = encoded[place] ?? { vector: new Float32Array(0), tokens: null };
        if (vector.length !== dimensions)
          throw new Error(`A vector of ${vector.length} numbers among vectors of ${dimensions}.`);
        const key = keyOf(this.#encoderName, text);
        put.run(key, toBuffer(quantise(vector).values), this.#today());
        if (tokens !== null) putTokens.run(key, toBuffer(tokens.pieces), toBuffer(tokens.states));
      }
    });
  }

  close(): void {
    this.#database?.close();
    this.#database = null;
    this.#selectStates = null;
  }

  /** Without a transaction: nobody waits for another process that writes. */
  #readStates(key: Buffer): Uint8Array {
    try {
      const database = this.#database ?? this.#open();
      this.#selectStates ??= database.prepare('SELECT states FROM tokens WHERE key = ?');
      const row = this.#selectStates.get([key]) as { readonly states: Buffer } | undefined;
      if (row !== undefined) return row.states;
    } catch (cause) {
      if (isDamage(cause)) this.#discard();
      throw new LostStates(`${this.#path} cannot be read.`, { cause });
    }
    throw new LostStates(`${this.#path} no longer holds what it held of the notes.`);
  }

  #today(): number {
    return Math.floor(this.#now() / DAY_MS);
  }

  /** All or nothing of `work`; once more over an empty file where the one there is damaged. */
  #do<Result>(work: (database: Sqlite.Database) => Result): Result {
    try {
      return this.#attempt(work);
    } catch (error) {
      if (!isDamage(error)) throw error;
      this.#discard();
      return this.#attempt(work);
    }
  }

  #discard(): void {
    this.close();
    for (const suffix of ['', '-wal', '-shm']) rmSync(this.#path + suffix, { force: true });
  }

  #attempt<Result>(work: (database: Sqlite.Database) => Result): Result {
    const database = this.#database ?? this.#open();
    return database.transaction(() => work(database)).immediate();
  }

  #open(): Sqlite.Database {
    mkdirSync(dirname(this.#path), { recursive: true });
    const database = new Sqlite(this.#path);
    this.#database = database;
    database.exec(SCHEMA);
    database.prepare('DELETE FROM vectors WHERE used_day < ?').run(this.#today() - DAYS_KEPT);
    database.exec('DELETE FROM tokens WHERE key NOT IN (SELECT key FROM vectors)');
    return database;
  }
}
