// What every generator of sites has to say: the same few things, one folder for each. Pure.
import type { AddressHead } from './address-head.ts';
import type { ContentPath } from './content-path.ts';
import type { MappedLine } from './markup/lines.ts';
import type { MarkupContext } from './markup/markup-context.ts';
import type { ConfigFile } from './settings.ts';
import type { GeneratorName, Site } from './site.ts';

/** A folder in which a site's configuration is looked for. */
export interface SiteFolder {
  /** Texts of the files that `configuration` of a generator asked for, by their path below the folder. */
  readonly texts: ReadonlyMap<string, string>;
  /** Names of the files and folders right in it. */
  readonly names: ReadonlySet<string>;
}

/** A folder of a site's content, seen from the site's folder. */
export interface ContentFolder {
  readonly folder: string;
  /** First part of its addresses. */
  readonly base: string;
  readonly language?: string;
  /** Address of the site in this language, where it has one of its own. */
  readonly url?: string;
  /** True where its files are no pages of their own, but parts of one. */
  readonly isUnlinked?: boolean;
}

/** A site at a folder, with the folders (seen from there) that hold its content. */
export interface SiteAt {
  readonly site: Site;
  /** Content folders, the most telling first, each with the first part of its addresses. */
  readonly content: readonly ContentFolder[];
  /** Folders that are content although their name begins with `_` (Jekyll's collections). */
  readonly extraFolders: readonly string[];
  /** True for files that the site keeps beside its content. */
  readonly isLeftOut: (file: string) => boolean;
  readonly files: readonly ConfigFile[];
}

/** One generator of sites. */
export interface Generator {
  readonly name: GeneratorName;
  /** Paths of the files, seen from a site's folder, that its configuration may stand in. */
  readonly configuration: RegExp;
  /** True for the path of a file, anywhere below a site's folder, that says something about a folder or the site. */
  readonly isFolderData?: (path: string) => boolean;
  /** The site at a folder, or null where none of this generator is there. */
  readonly parseSite: (folder: SiteFolder) => SiteAt | null;
  /** Address of a page below the site's root and base; null where it is not known. */
  readonly toPath: (path: ContentPath, head: AddressHead, site: Site) => string | null;
  /** Takes the generator's own markup out of a note's lines. */
  readonly replaceMarkup: (lines: readonly MappedLine[], context: MarkupContext) => readonly MappedLine[];
}
