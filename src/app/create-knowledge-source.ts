// Wires the notes on disk for commands that read them once, in this thread.

import { createKnowledgeFolder } from '../files/knowledge-folder.ts';
import type { KnowledgeSource } from '../use-cases/notes/knowledge-source.ts';
import type { Config } from './config.ts';
import { toFolderOptions } from './folder-options.ts';

/** The notes on disk, with what the configuration says about their site. */
export function createKnowledgeSource(config: Config, now: () => number): KnowledgeSource {
  return createKnowledgeFolder(toFolderOptions(config, now));
}
