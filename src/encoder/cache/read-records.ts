// Reads a file of vectors, record by record, without holding up the event loop. Edge.
import { readFile } from 'node:fs/promises';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { RecordStore } from './record-store.ts';
import { HEADER_BYTES, readHeader, readKey, recordBytes } from './vector-record.ts';

/** Records read between two turns of the event loop: a few milliseconds of work. */
const RECORDS_PER_TURN = 500;

/** What a file of vectors holds. */
export interface VectorFile {
  /** The whole records; null where the file is missing or its header cannot be read. */
  readonly records: RecordStore | null;
  /** Something in the file could not be read. A missing file is not damaged. */
  readonly isDamaged: boolean;
}

/** Reads what can be read of the file at `path`. Never rejects: a file that is missing or no file of vectors has no records. */
export async function readRecords(path: string | URL): Promise<VectorFile> {
  const file = await readFile(path).catch(() => null);
  if (file === null) return { records: null, isDamaged: false };
  const dimensions = readHeader(file);
  if (dimensions === null) return { records: null, isDamaged: true };
  const records = new RecordStore(dimensions);
  const bytes = recordBytes(dimensions);
  const count = Math.floor((file.length - HEADER_BYTES) / bytes);
  let isDamaged = (file.length - HEADER_BYTES) % bytes !== 0;
  for (let place = 0; place < count; place += 1) {
    if (place % RECORDS_PER_TURN === RECORDS_PER_TURN - 1) await nextTurn();
    const start = HEADER_BYTES + place * bytes;
    const record = file.subarray(start, start + bytes);
    const key = readKey(record);
    if (key === null) isDamaged = true;
    else records.set(key, record);
  }
  return { records, isDamaged };
}
