// An Astro site's configuration, as far as it stands in plain strings: the file is code and is never run. Pure.
import { isAboutRepository } from '../about-repository.ts';
import type { SiteAt, SiteFolder } from '../generator.ts';
import { findString, toSiteUrl, withoutComments } from '../settings.ts';
import { toSite } from '../site.ts';

/** The Astro site at `folder`, or null where there is none. */
export function parseAstroSite({ texts }: SiteFolder): SiteAt | null {
  const file = [...texts.keys()].find((path) => /^astro\.config\./.test(path));
  if (file === undefined) return null;
  const code = withoutComments(texts.get(file) ?? '');
  const trailing = findString(code, 'trailingSlash');
  const isFile = findString(code, 'format') === 'file';
  const site = toSite({
    generator: 'astro',
    url: toSiteUrl(findString(code, 'site'), findString(code, 'base')),
    anchors: 'github',
    // Without a slash at its end an address is `a/b`, as `to-astro-path.ts` writes it.
    htmlPages: trailing === 'never' || isFile,
  });
  const source = (findString(code, 'srcDir') ?? 'src').replace(/^\.?\/|\/+$/g, '');
  const content = [
    { folder: `${source}/content/docs`, base: '' },
    { folder: `${source}/pages`, base: '' },
    { folder: `${source}/content`, base: '' },
    // Code says which pages are made of what else lies there.
    { folder: source, base: '', isUnlinked: true },
    { folder: '', base: '' },
  ];
  return {
    site,
    content,
    extraFolders: [],
    isLeftOut: isAboutRepository,
    files: [],
  };
}
