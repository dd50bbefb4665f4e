// Where the notes lie, out of the configuration.

import type { KnowledgeFolderOptions } from '../files/knowledge-folder.ts';
import type { SiteSettings } from '../files/read-site.ts';
import type { Config } from './config.ts';

/** Where the notes lie, with what the configuration says about their site. */
export function toFolderOptions(config: Config, now: () => number): KnowledgeFolderOptions {
  return { folder: config.KNOWLEDGE_DIR, site: toSiteSettings(config), now };
}

function toSiteSettings(config: Config): SiteSettings {
  return {
    ...(config.SITE_URL === undefined ? {} : { url: config.SITE_URL }),
    ...(config.ANCHORS === undefined ? {} : { anchors: config.ANCHORS }),
    ...(config.PERMALINKS === undefined ? {} : { permalinks: config.PERMALINKS }),
  };
}
