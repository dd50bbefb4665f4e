// Sentence vectors kept by content in an SQLite file of the state directory, so that no text is encoded twice. Edge.

import { hash } from 'node:crypto';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { crc32 } from 'node:zlib';
import Sqlite from 'libsql';
import { LostStates, type TokenStates } from '../../search/scoring/token-states.ts';
import type { EncodedText } from '../../use-cases/interfaces/encoder.ts';
import { keyOf, quantise, toVector } from './quantised.ts';

/** Days that a vector is kept which nothing asked for, so that texts of older notes do not pile up. */
const DAYS_KEPT = 90;
/** Days between two notes of when a vector was last asked for. */
const DAYS_UNNOTED = 7;
const DAY_MS = 86_400_000;
/** How long one process waits while another writes, in milliseconds: questions wait with it. */
const BUSY_TIMEOUT_MS = 1_000;

/** `tokens` is what the program kept before, without checksums. */
const SCHEMA = `
  PRAGMA busy_timeout = ${BUSY_TIMEOUT_MS};
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = NORMAL;
  CREATE TABLE IF NOT EXISTS vectors (key BLOB PRIMARY KEY, numbers BLOB NOT NULL, used_day INTEGER NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS token_states (key BLOB PRIMARY KEY, pieces BLOB NOT NULL, states BLOB NOT NULL, checksum INTEGER NOT NULL);
  DROP TABLE IF EXISTS tokens;
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

/** All or nothing of `work`. SQLite has undone it by itself where the disk was full, and says that there is nothing to undo. */
function inTransaction(database: Sqlite.Database, work: () => void): void {
  database.exec('BEGIN IMMEDIATE');
  try {
    work();
    database.exec('COMMIT');
  } catch (error) {
    if (database.inTransaction) database.exec('ROLLBACK');
    throw error;
  }
}

/** SQLite itself does not see when long values were overwritten. */
function checksumOf(pieces: Uint16Array, states: Uint8Array): number {
  return crc32(states, crc32(toBuffer(pieces)));
}

/** The file is something else than such a cache, or no longer whole. What else goes wrong (a full disk, say) may pass. */
function isDamage(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    /^SQLITE_(NOTADB|CORRUPT|ERROR|IOERR_SHORT_READ|IOERR_READ)/.test(String(error.code))
  );
}

/**
 * The vectors of one encoder, by text, in eight bits a number, and of some texts the states of their tokens. No number is held in memory, and there is no file before the first vector.
 * Several processes may use one file. A file that is damaged is thrown away.
 */
export class VectorCache {
  readonly #path: string;
  readonly #encoderName: string;
  readonly #now: () => number;
  readonly #onDamage: (error: Error) => void;
  #database: Sqlite.Database | null = null;
  #selectStates: Sqlite.Statement | null = null;
  /** What is in the file is not to be used: it is removed before it is opened again. */
  #isDamaged = false;

  /** Of the encoder so named, in `directory`. `now`: milliseconds since 1970. `onDamage` hears that a file was thrown away. */
  constructor(
    directory: string,
    encoderName: string,
    now: () => number = Date.now,
    onDamage: (error: Error) => void = () => {},
  ) {
    this.#path = join(directory, `vectors-${hash('sha256', encoderName).slice(0, 12)}.db`);
    this.#encoderName = encoderName;
    this.#now = now;
    this.#onDamage = onDamage;
  }

  /** The vectors kept for these texts. Waits for no other process that writes, but where it has to note the day. Throws where the file cannot be read. */
  find(texts: readonly string[]): Map<string, Float32Array> {
    if (this.#database === null && !existsSync(this.#path)) return new Map();
    return this.#do((database) => {
      const found = new Map<string, Float32Array>();
      const today = this.#today();
      const select = database.prepare('SELECT numbers, used_day FROM vectors WHERE key = ?');
      const unnoted: Buffer[] = [];
      for (const text of texts) {
        const key = keyOf(this.#encoderName, text);
        // In an array: a Buffer by itself is taken for an object of names.
        const row = select.get([key]) as Row | undefined;
        if (row === undefined) continue;
        found.set(text, toVector(new Int8Array(row.numbers)));
        if (row.used_day < today - DAYS_UNNOTED) unnoted.push(key);
      }
      if (unnoted.length > 0) this.#note(database, unnoted, today);
      return found;
    });
  }

  /** The tokens kept for these texts; their states stay in the file. Throws where the file cannot be read. */
  findTokens(texts: readonly string[]): Map<string, TokenStates> {
    if (this.#database === null && !existsSync(this.#path)) return new Map();
    return this.#do((database) => {
      const found = new Map<string, TokenStates>();
      const select = database.prepare('SELECT pieces FROM token_states WHERE key = ?');
      for (const text of texts) {
        const key = keyOf(this.#encoderName, text);
        const row = select.get([key]) as { readonly pieces: Buffer } | undefined;
        if (row === undefined) continue;
        // Copied, so that the numbers lie where two bytes are one.
        const pieces = new Uint16Array(Uint8Array.from(row.pieces).buffer);
        found.set(text, new KeptTokens(pieces, () => this.#readStates(key, pieces)));
      }
      return found;
    });
  }

  /** Keeps what `texts` are encoded as, in order, all or nothing. Throws where the disk refuses. */
  put(texts: readonly string[], encoded: readonly EncodedText[]): void {
    this.#do((database) => inTransaction(database, () => this.#put(database, texts, encoded)));
  }

  close(): void {
    this.#database?.close();
    this.#database = null;
    this.#selectStates = null;
  }

  #put(database: Sqlite.Database, texts: readonly string[], encoded: readonly EncodedText[]): void {
    const dimensions = encoded[0]?.vector.length;
    // An endpoint may change its model and keep its name. All that is kept is of one length.
    const some = database.prepare('SELECT numbers, used_day FROM vectors LIMIT 1').get() as Row | undefined;
    if (some?.numbers.length !== dimensions) database.exec('DELETE FROM vectors; DELETE FROM token_states');
    const put = database.prepare('INSERT OR REPLACE INTO vectors VALUES (?, ?, ?)');
    const putTokens = database.prepare('INSERT OR REPLACE INTO token_states VALUES (?, ?, ?, ?)');
    for (const [place, text] of texts.entries()) {
      const { vector, tokens } = encoded[place] ?? { vector: new Float32Array(0), tokens: null };
      if (vector.length !== dimensions)
        throw new Error(`A vector of ${vector.length} numbers among vectors of ${dimensions}.`);
      const key = keyOf(this.#encoderName, text);
      put.run(key, toBuffer(quantise(vector).values), this.#today());
      if (tokens === null) continue;
      const { pieces, states } = tokens;
      putTokens.run(key, toBuffer(pieces), toBuffer(states), checksumOf(pieces, states));
    }
  }

  #note(database: Sqlite.Database, keys: readonly Buffer[], today: number): void {
    const note = database.prepare('UPDATE vectors SET used_day = ? WHERE key = ?');
    inTransaction(database, () => {
      for (const key of keys) note.run(today, key);
    });
  }

  #readStates(key: Buffer, pieces: Uint16Array): Uint8Array {
    try {
      const database = this.#database ?? this.#open();
      this.#selectStates ??= database.prepare('SELECT states, checksum FROM token_states WHERE key = ?');
      const row = this.#selectStates.get([key]) as { readonly states: Buffer; readonly checksum: number } | undefined;
      if (row !== undefined && row.checksum === checksumOf(pieces, row.states)) return row.states;
      if (row !== undefined) this.#condemn();
    } catch (cause) {
      if (isDamage(cause)) this.#condemn();
      else this.close();
      throw new LostStates(`${this.#path} cannot be read: what it held of the notes is encoded anew.`, { cause });
    }
    throw new LostStates(`${this.#path} no longer holds what it held of the notes: it is encoded anew.`);
  }

  #today(): number {
    return Math.floor(this.#now() / DAY_MS);
  }

  /** What `work` gives; once more over an empty file where the one there is damaged. */
  #do<Result>(work: (database: Sqlite.Database) => Result): Result {
    try {
      return this.#attempt(work);
    } catch (error) {
      if (!isDamage(error)) throw this.#toFault(error);
      this.#condemn();
      this.#onDamage(
        new Error(`${this.#path} is damaged and is thrown away: what it held is encoded anew.`, { cause: error }),
      );
    }
    try {
      return this.#attempt(work);
    } catch (error) {
      throw this.#toFault(error);
    }
  }

  #toFault(cause: unknown): Error {
    const why = cause instanceof Error ? cause.message : String(cause);
    return new Error(`${this.#path} cannot be used, so that what it lacks is encoded and held in memory: ${why}`, {
      cause,
    });
  }

  #condemn(): void {
    this.close();
    this.#isDamaged = true;
  }

  /** After a fault it is opened anew: statements that another process held up are never finished. */
  #attempt<Result>(work: (database: Sqlite.Database) => Result): Result {
    try {
      return work(this.#database ?? this.#open());
    } catch (error) {
      this.close();
      throw error;
    }
  }

  #open(): Sqlite.Database {
    if (this.#isDamaged) for (const suffix of ['', '-wal', '-shm']) rmSync(this.#path + suffix, { force: true });
    this.#isDamaged = false;
    mkdirSync(dirname(this.#path), { recursive: true });
    const database = new Sqlite(this.#path);
    this.#database = database;
    database.exec(SCHEMA);
    this.#sweep(database);
    return database;
  }

  /** Looks first: whoever writes has to wait for others that do. */
  #sweep(database: Sqlite.Database): void {
    const first = this.#today() - DAYS_KEPT;
    if (database.prepare('SELECT 1 FROM vectors WHERE used_day < ? LIMIT 1').get([first]) === undefined) return;
    database.prepare('DELETE FROM vectors WHERE used_day < ?').run(first);
    database.exec('DELETE FROM token_states WHERE key NOT IN (SELECT key FROM vectors)');
  }
}
