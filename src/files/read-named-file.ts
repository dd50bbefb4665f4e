// A file that somebody names on the command line. Edge.
import { open, readFile } from 'node:fs/promises';
import { describeFileFault } from './describe-file-fault.ts';

/** Its text without a byte order mark, or with `mostBytes` the beginning of it. Throws in words where it cannot be read. */
export async function readNamedFile(path: string, mostBytes?: number): Promise<string> {
  try {
    const text = mostBytes === undefined ? await readFile(path, 'utf8') : await readBeginning(path, mostBytes);
    return text.replace(/^\uFEFF/, '');
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    const why = describeFileFault(error) ?? String(error);
    throw new Error(isMissing ? `There is no file ${path}.` : `${path} cannot be read: ${why}.`, { cause: error });
  }
}

async function readBeginning(path: string, mostBytes: number): Promise<string> {
  const handle = await open(path);
  try {
    // Not by position: a pipe has none, and gives what it has piece by piece.
    const buffer = Buffer.alloc(mostBytes);
    let length = 0;
    for (let read = -1; read !== 0 && length < mostBytes; length += read)
      ({ bytesRead: read } = await handle.read(buffer, length, mostBytes - length, null));
    return buffer.toString('utf8', 0, length);
  } finally {
    await handle.close();
  }
}
