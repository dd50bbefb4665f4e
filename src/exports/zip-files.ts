// An export as Slack hands it out: a zip archive, of which one file at a time is unpacked in memory. Edge.
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import type { ExportFiles } from './export-files.ts';
import { ExportError, type ExportLimits } from './export-limits.ts';

/** Files smaller than this may be packed as tightly as they like. */
const smallBytes = 1024 * 1024;
const [typeMask, linkType] = [0o170000, 0o120000];

/** Lists the JSON files of an archive. Rejects where it is none, or breaks a limit, or names a place outside itself. */
export async function openZip(path: string, limits: ExportLimits): Promise<ExportFiles> {
  const zip = await openPromise(path, { autoClose: false, lazyEntries: true, validateEntrySizes: true }).catch(refuse);
  try {
    const { entries, notices } = await list(zip, limits).catch(refuse);
    return {
      names: [...entries.keys()].sort(),
      notices,
      read: async (name) => await unpack(zip, entries.get(name), name, limits).catch(refuse),
      close: async () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw error;
  }
}

/** What the library says about an archive, in words. */
function refuse(error: unknown): never {
  if (error instanceof ExportError) throw error;
  const problem = error instanceof Error ? error.message : String(error);
  const outside = /^(?:invalid relative path|absolute path|invalid characters in fileName): (.*)$/.exec(problem)?.[1];
  if (outside !== undefined)
    throw new ExportError(`The archive names a file outside of itself (${outside}) and is not read.`);
  throw new ExportError(`The archive cannot be read: ${problem}.`, { cause: error });
}

async function list(
  zip: ZipFile,
  limits: ExportLimits,
): Promise<{ readonly entries: ReadonlyMap<string, Entry>; readonly notices: readonly string[] }> {
  if (zip.entryCount > limits.files) throw new ExportError(`The archive has more than ${limits.files} files.`);
  const entries = new Map<string, Entry>();
  const notices: string[] = [];
  for await (const entry of zip.eachEntry()) {
    const name = entry.fileName;
    if (name.endsWith('/')) continue;
    if (((entry.externalFileAttributes >>> 16) & typeMask) === linkType)
      notices.push(`${name} is a link, which is not followed.`);
    else if (name.split('/').length > limits.depth + 1) notices.push(`${name} lies too deep and is left out.`);
    else if (name.endsWith('.json')) entries.set(name, entry);
  }
  return { entries, notices };
}

async function unpack(zip: ZipFile, entry: Entry | undefined, name: string, limits: ExportLimits): Promise<Buffer> {
  if (entry === undefined) throw new ExportError(`The archive has no file ${name}.`);
  const { uncompressedSize, compressedSize } = entry;
  if (uncompressedSize > limits.fileBytes) {
    throw new ExportError(`${name} has ${uncompressedSize} bytes; at most ${limits.fileBytes} are read.`);
  }
  if (uncompressedSize > smallBytes && uncompressedSize > limits.ratio * compressedSize) {
    throw new ExportError(`${name} is packed more than ${limits.ratio} times, as no export is, and is not read.`);
  }
  if (entry.isEncrypted()) throw new ExportError(`${name} is encrypted.`);
  const chunks: Buffer[] = [];
  // The library ends a stream with an error that is longer than its entry says.
  for await (const chunk of await zip.openReadStreamPromise(entry, {})) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
