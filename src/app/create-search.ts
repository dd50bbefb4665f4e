// Wires the search for the bot: the index in its thread, and who has the notes read.
import type { IndexClient, IndexClientListener } from '../index/index-client.ts';
import type { Clock } from '../use-cases/interfaces/clock.ts';
import type { Logger } from '../use-cases/interfaces/logger.ts';
import { type DraftSource, KnowledgeKeeper, type LearnedSource } from '../use-cases/notes/keep-knowledge.ts';

export interface Search {
  readonly index: IndexClient;
  readonly keeper: KnowledgeKeeper;
}

export interface SearchOptions extends Partial<Omit<IndexClientListener, 'onFault'>> {
  readonly logger: Logger;
  readonly clock: Clock;
  readonly learned: LearnedSource;
  readonly drafts: DraftSource;
  readonly index: IndexClient;
}

/** No index answers before `keeper.reload()`. */
export function createSearch({ index, logger, clock, learned, drafts, ...hooks }: SearchOptions): Search {
  index.listen({
    onProgress: () => {},
    onSwap: () => {},
    onReady: () => {},
    ...hooks,
    onFault: (error) => logger.warn({ err: error }, 'The search has a fault; it goes on with what it has'),
  });
  return { index, keeper: new KnowledgeKeeper({ index, clock, logger, learned, drafts }) };
}
