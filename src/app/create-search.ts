// Wires the search for the bot and the command line alike: notes on disk, encoder, index in workers.

import { CachedEncoder } from '../encoder/cache/cached-encoder.ts';
import { ShippedVectors, shippedFile } from '../encoder/cache/shipped-vectors.ts';
import { VectorCache } from '../encoder/cache/vector-cache.ts';
import { openEncoder } from '../encoder/encoder-host.ts';
import { EndpointEncoder } from '../encoder/endpoint-encoder.ts';
import { WorkerSearcher, type WorkerSearcherOptions } from '../encoder/worker-searcher.ts';
import { KnowledgeThread } from '../files/knowledge-thread.ts';
import type { Encoder } from '../use-cases/interfaces/encoder.ts';
import type { Logger } from '../use-cases/interfaces/logger.ts';
import { KnowledgeKeeper, type LearnedSource } from '../use-cases/notes/keep-knowledge.ts';
import { Notes } from '../use-cases/notes/notes.ts';
import type { Config } from './config.ts';
import { toFolderOptions } from './folder-options.ts';
import type { PreparedSearch } from './prepare-search.ts';

export interface Search {
  readonly searcher: WorkerSearcher;
  /** The notes as they were last read. */
  readonly latest: Notes;
  /** The notes that the index answers from. */
  readonly notes: Notes;
  readonly keeper: KnowledgeKeeper;
  /** Null with `ENCODER=off`. */
  readonly encoder: Encoder | null;
  close(): Promise<void>;
}

export interface SearchOptions {
  readonly logger: Logger;
  readonly now: () => number;
  readonly onProgress?: (done: number, total: number) => void;
  readonly onSwap?: WorkerSearcherOptions['onSwap'];
  /** How long a question waits for its vector before words alone answer, in milliseconds. */
  readonly patienceMs?: number;
  /** Workers that were started before; they are closed with the search. */
  readonly prepared?: PreparedSearch;
  /** Whether a worker is held ready for the next change of the notes. */
  readonly keepsSpare?: boolean;
  /** What the team taught in Slack; left out where the state is not read. */
  readonly learned?: LearnedSource;
}

/** No index is built before `keeper.reload()`. Rejects where the state directory cannot be written. */
export async function composeSearch(config: Config, options: SearchOptions): Promise<Search> {
  const { logger, now, onProgress, onSwap, patienceMs, keepsSpare, learned, prepared } = options;
  const onFault = (error: unknown) => logger.warn({ err: error }, 'The search by meaning has a fault; words answer');
  const encoder = await createEncoder(config, onFault);
  const searcher = new WorkerSearcher({
    encoder,
    maxFalseReplies: config.MAX_FALSE_REPLIES,
    onFault,
    ...(prepared === undefined ? {} : { spare: prepared.spare }),
    ...(onProgress === undefined ? {} : { onProgress }),
    ...(onSwap === undefined ? {} : { onSwap }),
    ...(patienceMs === undefined ? {} : { patienceMs }),
    ...(keepsSpare === undefined ? {} : { keepsSpare }),
  });
  const source = prepared?.source ?? new KnowledgeThread(toFolderOptions(config, now));
  const latest = new Notes();
  const notes = new Notes();
  const keeper = new KnowledgeKeeper({
    source,
    index: searcher,
    latest,
    notes,
    logger,
    ...(learned === undefined ? {} : { learned }),
  });
  const close = async () => {
    await source.close();
    await searcher.close();
    await encoder?.close();
  };
  return { searcher, latest, notes, keeper, encoder, close };
}

/** The encoder that the configuration asks for, with its cache in front; null with `ENCODER=off`. */
export async function createEncoder(config: Config, onFault: (error: unknown) => void): Promise<Encoder | null> {
  if (config.EMBEDDINGS_URL !== undefined) {
    const encoder = new EndpointEncoder({
      url: config.EMBEDDINGS_URL,
      model: config.EMBEDDINGS_MODEL ?? 'text-embedding-3-small',
      apiKey: config.EMBEDDINGS_API_KEY ?? null,
    });
    return new CachedEncoder(encoder, await VectorCache.open(config.STATE_DIR, encoder.name), onFault);
  }
  if (config.ENCODER === 'off') return null;
  const encoder = openEncoder();
  const cache = await VectorCache.open(config.STATE_DIR, encoder.name);
  return new CachedEncoder(encoder, cache, onFault, await ShippedVectors.open(shippedFile, encoder.name));
}
