// Wires the notes on disk, the encoder and the index of both, for the thread that holds them.
import { KnowledgeFolder } from '../files/knowledge-folder.ts';
import { type IndexListener, NotesIndex } from '../index/notes-index.ts';
import { type Config, toFolderOptions } from './config.ts';
import { createEncoder, type EncoderNeeds } from './create-encoder.ts';

export interface IndexNeeds extends Pick<EncoderNeeds, 'openBundled'> {
  /** How long a question waits for its vector before words alone answer. */
  readonly patienceMs?: number;
}

/** Begins to read the notes. Rejects where the state directory cannot be written. */
export async function createNotesIndex(
  config: Config,
  listener: IndexListener,
  { patienceMs, ...needs }: IndexNeeds = {},
): Promise<NotesIndex> {
  const source = new KnowledgeFolder(toFolderOptions(config));
  const ahead = source.read(Date.now());
  ahead.catch(() => {});
  const encoder = await createEncoder(config, { onFault: listener.onFault, ...needs });
  const allowed = { maxFalseReplies: config.MAX_FALSE_REPLIES, maxQuietSuggestions: config.MAX_QUIET_SUGGESTIONS };
  const patience = patienceMs === undefined ? {} : { patienceMs };
  return new NotesIndex({ source, ahead, encoder, ...allowed, ...patience }, listener);
}
