// Starts the workers of the search before the rest of the program is loaded: notes are read and code is compiled meanwhile.

import { IndexThread } from '../encoder/index-thread.ts';
import { KnowledgeThread } from '../files/knowledge-thread.ts';
import type { Config } from './config.ts';
import { toFolderOptions } from './folder-options.ts';

/** What `composeSearch` goes on with, and closes. */
export interface PreparedSearch {
  readonly source: KnowledgeThread;
  readonly spare: IndexThread;
}

/**
 * Begins to read the notes and starts a worker for their index. In the local workspace nothing was learned yet, so that the index can be
 * built of the notes alone; a team's bot has to look into its database first.
 */
export function prepareSearch(config: Config): PreparedSearch {
  const source = new KnowledgeThread(toFolderOptions(config, Date.now));
  const spare = new IndexThread();
  const read = source.readAhead();
  if (config.connection.kind === 'local') {
    read.then((knowledge) => spare.buildAhead(knowledge, config.MAX_FALSE_REPLIES)).catch(() => {});
  }
  return { source, spare };
}
