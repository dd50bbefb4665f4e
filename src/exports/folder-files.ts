// An export that was unpacked into a folder. Edge.
import { lstat, open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { ExportFiles } from './export-files.ts';
import { ExportError, type ExportLimits } from './export-limits.ts';

/** Lists the JSON files below a folder; links are not followed. Rejects where a limit is broken or the folder cannot be read. */
export async function openFolder(root: string, limits: ExportLimits): Promise<ExportFiles> {
  const names: string[] = [];
  const notices: string[] = [];
  let seen = 0;
  const list = async (folder: string, depth: number): Promise<void> => {
    const entries = await readdir(join(root, folder), { withFileTypes: true });
    for (const entry of entries.sort((one, other) => (one.name < other.name ? -1 : 1))) {
      const name = folder === '' ? entry.name : `${folder}/${entry.name}`;
      seen += 1;
      if (seen > limits.files) throw new ExportError(`The export has more than ${limits.files} files.`);
      if (entry.isSymbolicLink()) notices.push(`${name} is a link, which is not followed.`);
      else if (entry.isDirectory() && depth >= limits.depth) notices.push(`${name} lies too deep and is left out.`);
      else if (entry.isDirectory()) await list(name, depth + 1);
      else if (entry.isFile() && name.endsWith('.json')) names.push(name);
    }
  };
  await list('', 1);
  return {
    names: names.sort(),
    notices,
    read: async (name) => await readWhole(join(root, name), name, limits.fileBytes),
    close: async () => {},
  };
}

async function readWhole(path: string, name: string, mostBytes: number): Promise<Buffer> {
  if (!(await lstat(path)).isFile()) throw new ExportError(`${name} is no file.`);
  const handle = await open(path);
  try {
    const { size } = await handle.stat();
    if (size > mostBytes) throw new ExportError(`${name} has ${size} bytes; at most ${mostBytes} are read.`);
    return await handle.readFile();
  } finally {
    await handle.close();
  }
}
