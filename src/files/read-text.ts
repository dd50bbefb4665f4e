// One text file, or what is wrong with it. Edge.
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Fault } from '../knowledge/fault.ts';

/** No note that a person wrote is longer; reading one would only fill the memory. */
const maxBytes = 2_000_000;

/** The text of a file, or the fault that keeps it from being read. */
export type ReadText = { readonly text: string; readonly fault: null } | { readonly text: null; readonly fault: Fault };

function toFault(file: string, line: number | null, problem: string, mend: string): ReadText {
  return { text: null, fault: { severity: 'error', file, line, problem, mend } };
}

/** The encoding that a file's first bytes tell; editors on Windows write UTF-16. */
function findEncoding(bytes: Buffer): string {
  const mark = bytes.subarray(0, 2).toString('hex');
  return mark === 'fffe' ? 'utf-16le' : mark === 'feff' ? 'utf-16be' : 'utf-8';
}

/** Line of the first byte that is no UTF-8: all lines before it decode. */
function findBadLine(bytes: Buffer): number {
  let line = 1;
  for (let start = 0; start < bytes.length; line += 1) {
    const end = bytes.indexOf(10, start);
    const stop = end === -1 ? bytes.length : end;
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(start, stop));
    } catch {
      return line;
    }
    start = stop + 1;
  }
  return line;
}

/** Reads a file below `root` as UTF-8, or as UTF-16 where it says so. Never rejects. `file`: path with forward slashes. */
export async function readText(root: string, file: string): Promise<ReadText> {
  try {
    const path = join(root, file);
    const { size } = await stat(path);
    if (size > maxBytes)
      return toFault(file, null, `It has ${size} bytes; at most ${maxBytes} are read.`, 'Split it into several notes.');
    const bytes = await readFile(path);
    try {
      return { text: new TextDecoder(findEncoding(bytes), { fatal: true }).decode(bytes), fault: null };
    } catch {
      return toFault(
        file,
        findBadLine(bytes),
        'This line is not valid UTF-8.',
        'Save the file with the encoding UTF-8.',
      );
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return toFault(
      file,
      null,
      `It cannot be read (${code}).`,
      'Check that it exists and that the program may read it.',
    );
  }
}
