// Where the notes lie, out of the configuration.
import type { KnowledgeFolderOptions } from '../files/knowledge-folder.ts';
import type { Config } from './config.ts';

/** Where the notes lie, with what the configuration says about their site. */
export function toFolderOptions({
  KNOWLEDGE_DIR,
  NOTES,
  SITE_URL,
  ANCHORS,
  PERMALINKS,
}: Config): KnowledgeFolderOptions {
  return {
    folder: KNOWLEDGE_DIR,
    ...(NOTES === undefined ? {} : { notes: NOTES }),
    site: {
      ...(SITE_URL === undefined ? {} : { url: SITE_URL }),
      ...(ANCHORS === undefined ? {} : { anchors: ANCHORS }),
      ...(PERMALINKS === undefined ? {} : { permalinks: PERMALINKS }),
    },
  };
}
