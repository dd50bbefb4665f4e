// An export as somebody names it: an archive, a folder, or a file of lines. Edge.
import { open, stat } from 'node:fs/promises';
import type { ChatExport } from '../use-cases/rehearse/chat-export.ts';
import { ExportError, type ExportLimits, exportLimits } from './export-limits.ts';
import { openFolder } from './folder-files.ts';
import { openLines } from './lines-file.ts';
import { openSlackExport } from './slack-export.ts';
import { openZip } from './zip-files.ts';

/** `channels`: those to read, by name or id; none: all public ones. Rejects, in words, where it cannot be read. Close it after use. */
export async function openExport(
  path: string,
  channels: readonly string[] = [],
  limits: ExportLimits = exportLimits,
): Promise<ChatExport> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    const problem =
      error.code === 'ENOENT'
        ? `There is no file ${path}.`
        : `${path} cannot be read (${error.code ?? error.message}).`;
    throw new ExportError(problem, { cause: error });
  });
  const isArchive = found.isFile() && (await isZip(path));
  if (!found.isDirectory() && !isArchive) {
    if (channels.length > 0) throw new ExportError(`${path} is a file of lines, which has no channels.`);
    return openLines(path, found.size, limits);
  }
  const files = isArchive ? await openZip(path, limits) : await openFolder(path, limits);
  try {
    return await openSlackExport(files, channels, limits);
  } catch (error) {
    await files.close();
    throw error;
  }
}

async function isZip(path: string): Promise<boolean> {
  const handle = await open(path);
  try {
    const { buffer, bytesRead } = await handle.read({ buffer: Buffer.alloc(4) });
    return bytesRead === 4 && buffer.readUInt16BE(0) === 0x504b;
  } finally {
    await handle.close();
  }
}
