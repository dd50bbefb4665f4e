// Starts the thread of the index, and that of the encoder beside it. Loads little, so that the notes are read while the rest is loaded.
import { Worker } from 'node:worker_threads';
import { type EncoderHost, startEncoder } from '../encoder/encoder-host.ts';
import { IndexClient } from '../index/index-client.ts';
import type { Logger } from '../use-cases/interfaces/logger.ts';
import type { Config } from './config.ts';
import { isBundled } from './create-encoder.ts';
import type { IndexWorkerData } from './index-worker.ts';

/** Memory for what lives briefly in the thread, in MB. */
const YOUNG_MB = 12;

/** Run from `src/` (tests), Node cannot start a `.ts` worker on every version, so that the built one is taken there too. */
const workerFile = new URL(
  import.meta.url.endsWith('.ts') ? '../../dist/bundle/index-worker.js' : '../bundle/index-worker.js',
  import.meta.url,
);

/** A thread that reads the notes at once and waits for what its client asks. */
export function startThread(config: Config, encoder: EncoderHost | null): Worker {
  const port = encoder?.connect() ?? null;
  const workerData: IndexWorkerData = { worker: 'index', config, encoder: port };
  return new Worker(workerFile, {
    workerData,
    transferList: port === null ? [] : [port],
    // Not what the program itself is started with: it builds what is stale.
    execArgv: [],
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
  });
}

/** The index of the notes, in its thread. It answers nothing before its `read`. */
export function startIndex(config: Config, logger: Pick<Logger, 'info'>): IndexClient {
  const encoder = isBundled(config) ? startEncoder({ logger }) : null;
  encoder?.warmUp();
  return new IndexClient({
    startWorker: () => startThread(config, encoder),
    onClose: async () => await encoder?.close(),
  });
}
