// The configuration of the site that the notes belong to, found beside the knowledge folder. Edge.
import type { Fault } from '../knowledge/fault.ts';
import { type Site, toSite } from '../knowledge/site.ts';

/** What the environment says about the site; it wins over the site's own configuration. */
export type SiteSettings = Partial<Pick<Site, 'url' | 'anchors' | 'permalinks'>>;

/** A site, and what of the knowledge folder belongs to it. */
export interface FoundSite {
  readonly site: Site;
  /** Folders that are content although their name begins with `_` (Jekyll's collections). */
  readonly extraFolders: readonly string[];
  /** True for files that the site keeps beside its content. */
  readonly isLeftOut: (file: string) => boolean;
  readonly faults: readonly Fault[];
}

/** Reads the site's configuration. Never rejects. */
export async function readSite(_folder: string, settings: SiteSettings = {}): Promise<FoundSite> {
  return { site: toSite(settings), extraFolders: [], isLeftOut: () => false, faults: [] };
}
