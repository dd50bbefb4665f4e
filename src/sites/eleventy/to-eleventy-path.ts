// A page's address as Eleventy makes it. Pure.
import type { AddressHead } from '../address-head.ts';
import type { ContentPath } from '../content-path.ts';
import type { Site } from '../site.ts';
import { splitDate } from '../split-date.ts';
import { toEleventyAnchor } from './to-eleventy-anchor.ts';

/** What a folder's data says for the pages below it, by folder; `false`: they are no pages. The deepest folder counts. */
function findFolderRule(folders: readonly string[], site: Site): unknown {
  for (let depth = folders.length; depth >= 0; depth -= 1) {
    const rule = site.variables[`permalink:${folders.slice(0, depth).join('/')}`];
    if (rule !== undefined) return rule;
  }
  return null;
}

/** A template of a permalink, `/blog/{{ page.fileSlug }}/`, filled; null where it asks for something that is not known here. */
function fillTemplate(template: string, values: Readonly<Record<string, string | null>>): string | null {
  if (/\{%|\$\{/.test(template)) return null;
  let isKnown = true;
  const filled = template.replace(
    /\{\{-?\s*([\w.]+)\s*((?:\|\s*\w+\s*)*)-?\}\}/g,
    (_, name: string, filters: string) => {
      const value = values[name.toLowerCase()] ?? null;
      const asSlug = /\|\s*(?:slugify|slug)\b/.test(filters);
      if (value === null || filters.replace(/\|\s*(?:slugify|slug|url|safe|lower|downcase)\s*/g, '').trim() !== '')
        isKnown = false;
      return value === null ? '' : asSlug ? toEleventyAnchor(value) : value;
    },
  );
  return isKnown && !filled.includes('{{') ? filled : null;
}

/** Path of a page below the site's root: by its own template or that of its folder, else by its place. */
export function toEleventyPath(content: ContentPath, head: AddressHead, site: Site): string | null {
  const folders = content.path.split('/');
  const file = (folders.pop() ?? '').replace(/\.\w+$/, '');
  const parent = folders.at(-1) ?? '';
  const rule = head.ownAddress ?? findFolderRule(folders, site);
  if (rule === false) return null;
  if (typeof rule === 'string') {
    const undated = (name: string): string => splitDate({ ...content, name }).name;
    const stem = [...folders, undated(file)].join('/');
    const [day = null] = head.date?.split('T') ?? [];
    const values = {
      'page.fileslug': undated(file === 'index' ? parent : file),
      'page.filepathstem': `/${stem}`,
      title: head.title,
      slug: head.slug,
      date: day,
    };
    const filled = fillTemplate(rule, values);
    return filled === null ? null : filled.replace(/(^|\/)index\.html?$/, '$1');
  }
  // `faq/faq.md` is the page of its folder, as `faq/index.md` is.
  const parts = file === 'index' || file === parent ? folders : [...folders, file];
  return parts.map((part) => `${part}/`).join('');
}
