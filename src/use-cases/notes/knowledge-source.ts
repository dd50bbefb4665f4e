// Where the knowledge comes from, as use cases see it. Interface only.
import type { Knowledge } from '../../knowledge/knowledge.ts';

export interface KnowledgeSource {
  /**
   * Reads all notes afresh, as they are published at `now` (milliseconds since 1970). A note that cannot be read stays at its last good
   * state and is named in `faults`. Rejects only where the folder itself cannot be read.
   */
  read(now: number): Promise<Knowledge>;
  /** Calls `onChange` soon after a note, a phrasings file or the site's configuration changed; gives the function that stops it. */
  watch(onChange: () => void): () => Promise<void>;
}
