// Tells when something below the knowledge folder has changed. Edge.
import { watch } from 'chokidar';

/** A file counts as written when its size has stood still this long: editors write in several steps. */
const settleMs = 120;
/** Changes that come close together are one change. */
const gatherMs = 60;

/** Notes, what they include, data and phrasings, and the configuration of a site. */
const relevant =
  /\.(?:md|markdown|mdx|qmd|html?|ya?ml|json|toml)$|(?:^|[\\/])(?:(?:docusaurus|astro)\.config\.\w+|conf\.py|config\.[cm]?[jt]s)$/i;
/** Folders whose names begin with a dot hold nothing of the notes, but for the configuration of VitePress and VuePress. */
const ignored = /(?:^|[\\/])(?:\.(?!(?:vitepress|vuepress)(?:[\\/]|$))[^\\/]+|node_modules)(?:[\\/]|$)/;

/** Who is told. */
export interface FolderListener {
  /** The folder was looked through: from now on every change is heard. */
  readonly onReady: () => void;
  /** Called once for changes that come together. */
  readonly onChange: () => void;
}

/** Watches a folder. The function that comes back stops it and resolves when nobody will be told any more. */
export function watchFolder(folder: string, listener: FolderListener): () => Promise<void> {
  let timer: NodeJS.Timeout | null = null;
  let isStopped = false;
  const watcher = watch(folder, {
    ignoreInitial: true,
    ignored: (path) => ignored.test(path.slice(folder.length)),
    awaitWriteFinish: { stabilityThreshold: settleMs, pollInterval: 40 },
    atomic: true,
  });
  watcher.on('ready', () => {
    if (!isStopped) listener.onReady();
  });
  watcher.on('all', (event, path) => {
    if (isStopped || (!relevant.test(path) && event !== 'unlinkDir')) return;
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(listener.onChange, gatherMs);
  });
  // What cannot be watched cannot be read either: the next reading names it.
  watcher.on('error', () => undefined);
  return async () => {
    isStopped = true;
    if (timer !== null) clearTimeout(timer);
    await watcher.close();
  };
}
