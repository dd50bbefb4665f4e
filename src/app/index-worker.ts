// The thread that reads the notes and holds their index, from its beginning.
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { BundledEncoder } from '../encoder/bundled-encoder.ts';
import { serveIndex, toListener } from '../index/serve-index.ts';
import type { Config } from './config.ts';
import { createNotesIndex } from './create-notes-index.ts';

/** What the thread is started with. `encoder`: where the bundled encoder is reached, or null where it is not wanted. */
export interface IndexWorkerData {
  readonly worker: 'index';
  readonly config: Config;
  readonly encoder: MessagePort | null;
}

function isOurs(data: unknown): data is IndexWorkerData {
  return typeof data === 'object' && data !== null && 'worker' in data && data.worker === 'index';
}

if (parentPort !== null && isOurs(workerData)) {
  const { config, encoder } = workerData;
  const needs = encoder === null ? {} : { openBundled: () => new BundledEncoder(encoder) };
  serveIndex(await createNotesIndex(config, toListener(parentPort), needs), parentPort);
}
