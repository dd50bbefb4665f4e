// Sees to it that STATE_DIR can be written before anything is started.
import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** Makes the folder where there is none. Throws an `Error` in words where this user may not write there. */
export function openStateFolder(path: string): void {
  try {
    makeFolder(resolve(path));
    accessSync(path, constants.W_OK);
  } catch (cause) {
    throw new Error(`The folder ${path} cannot be used. Is STATE_DIR a folder that this user may write to?`, { cause });
  }
}

/** Step by step: where a file system takes no folders (`/proc`), Node's own way never ends. Another process may be quicker. */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  try {
    mkdirSync(path);
  } catch (error) {
    if (!existsSync(path)) throw error;
  }
}
