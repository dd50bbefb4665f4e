// Reads files of weights in the format safetensors (https://github.com/huggingface/safetensors). Edge.
import { closeSync, openSync, readSync } from 'node:fs';
import { relative } from 'node:path';

/** Where a tensor lies in its file; offsets count from the end of the file's head. */
interface WeightPlace {
  readonly shape: readonly number[];
  readonly data_offsets: readonly [number, number];
}

/** A file of weights, as seen from the working directory; where its head ends, and where each tensor lies. */
export interface WeightFile {
  readonly file: string;
  readonly start: number;
  readonly head: Readonly<Record<string, WeightPlace>>;
}

/** Reads the head of a file: its length in 8 bytes, then JSON. Throws where there is none. */
export function readWeightFile(path: string): WeightFile {
  const file = openSync(path, 'r');
  try {
    const length = Buffer.alloc(8);
    readSync(file, length, 0, length.length, 0);
    const head = Buffer.alloc(Number(length.readBigUInt64LE()));
    readSync(file, head, 0, head.length, length.length);
    // A model that is no file finds its weights from the working directory only.
    return {
      file: relative(process.cwd(), path),
      start: length.length + head.length,
      head: JSON.parse(head.toString()),
    };
  } finally {
    closeSync(file);
  }
}
