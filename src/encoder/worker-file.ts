// Where a worker's compiled file is. Edge.

/**
 * Address of the compiled worker `name` of this folder, for `new Worker`. Run from `src/` (tests), Node cannot start a
 * `.ts` worker on every version, so that the one in `dist/` is taken.
 */
export function workerFile(name: string): URL {
  const folder = import.meta.url.endsWith('.ts') ? '../../dist/encoder/' : './';
  return new URL(`${folder}${name}.js`, import.meta.url);
}
