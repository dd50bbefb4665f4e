// Tells when something below the knowledge folder has changed. Edge.
import { watch } from 'chokidar';

/** A file counts as written when its size has stood still this long: editors write in several steps. */
const settleMs = 120;
/** Changes that come close together are one change. */
const gatherMs = 60;

const relevant = /\.(md|markdown|phrasings\.ya?ml)$|(^|[\\/])(hugo|config|_config|docusaurus\.config)\.\w+$/i;
const ignored = /(^|[\\/])(\.[^\\/]+|node_modules)([\\/]|$)/;

/**
 * Watches a folder and calls `onChange` once for changes that come together. The function that comes back stops it and
 * resolves when nothing will be called any more.
 */
export function watchFolder(folder: string, onChange: () => void): () => Promise<void> {
  let timer: NodeJS.Timeout | null = null;
  const watcher = watch(folder, {
    ignoreInitial: true,
    ignored: (path) => ignored.test(path.slice(folder.length)),
    awaitWriteFinish: { stabilityThreshold: settleMs, pollInterval: 40 },
    atomic: true,
  });
  watcher.on('all', (event, path) => {
    if (!relevant.test(path) && event !== 'unlinkDir') return;
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(onChange, gatherMs);
  });
  watcher.on('error', () => undefined);
  return async () => {
    await watcher.close();
    if (timer !== null) clearTimeout(timer);
  };
}
