// A permalink pattern (`/blog/:slug/`) filled with what a note says about itself. Pure.

/** What a pattern can ask for. */
export interface PermalinkParts {
  /** ISO 8601, or null. */
  readonly date: string | null;
  readonly folders: readonly string[];
  /** The note's own name in addresses. */
  readonly name: string;
  readonly title: string;
  readonly slug: string | null;
  readonly categories: readonly string[];
  /** Jekyll's collection, or null. */
  readonly collection: string | null;
  readonly toSlug: (text: string) => string;
  /** What a generator's own rule puts in place of what is made here, by token. */
  readonly own?: Readonly<Record<string, string>>;
}

const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

function dateParts(date: string): Readonly<Record<string, string>> {
  const [year = '', month = '', day = ''] = date.slice(0, 10).split('-');
  const weekday = new Date(`${date.slice(0, 10)}T00:00:00Z`).getUTCDay();
  const yearDay = (Date.parse(date.slice(0, 10)) - Date.parse(`${year}-01-01`)) / 86_400_000 + 1;
  return {
    year,
    month,
    day,
    monthname: months[Number(month) - 1] ?? '',
    short_month: (months[Number(month) - 1] ?? '').slice(0, 3),
    short_year: year.slice(2),
    i_month: String(Number(month)),
    i_day: String(Number(day)),
    yearday: String(yearDay),
    y_day: String(yearDay).padStart(3, '0'),
    weekday: String(weekday),
    weekdayname: weekdays[weekday] ?? '',
  };
}

function nameParts({
  folders,
  name,
  title,
  slug,
  categories,
  collection,
  toSlug,
}: PermalinkParts): Readonly<Record<string, string>> {
  const titleSlug = toSlug(title);
  const path = [...folders.map(toSlug), toSlug(name)].join('/');
  return {
    section: toSlug(folders[0] ?? ''),
    sections: folders.map(toSlug).join('/'),
    sectionslug: toSlug(folders[0] ?? ''),
    sectionslugs: folders.map(toSlug).join('/'),
    title: titleSlug,
    slug: slug ?? titleSlug,
    filename: toSlug(name),
    slugorfilename: slug ?? toSlug(name),
    contentbasename: toSlug(name),
    slugorcontentbasename: slug ?? toSlug(name),
    name: toSlug(name),
    basename: toSlug(name),
    path,
    categories: categories.map(toSlug).join('/'),
    collection: collection ?? '',
    output_ext: '.html',
  };
}

/** A slice of the folders, as in `:sections[1:]`, `:sections[last]`. */
function sliceFolders(folders: readonly string[], range: string): readonly string[] {
  const [from = '', to] = range.split(':');
  const index = (text: string): number => (text === 'last' ? folders.length - 1 : Number(text));
  if (to === undefined) return folders.slice(index(from), index(from) + 1);
  return folders.slice(from === '' ? 0 : index(from), to === '' ? undefined : index(to));
}

/**
 * Fills a pattern of Hugo (https://gohugo.io/configuration/permalinks/#tokens) or Jekyll
 * (https://jekyllrb.com/docs/permalinks/#placeholders). Null where it asks for a date and the note has none, or for
 * something that is not known here.
 */
export function fillPermalink(pattern: string, parts: PermalinkParts): string | null {
  const values: Readonly<Record<string, string>> = {
    ...nameParts(parts),
    ...parts.own,
    ...(parts.date === null ? {} : dateParts(parts.date)),
  };
  let isKnown = true;
  const filled = pattern.replace(/:([a-z_]+)(?:\[([^\]]*)\])?/g, (_, token: string, range: string | undefined) => {
    if (range !== undefined) return sliceFolders(parts.folders, range).map(parts.toSlug).join('/');
    const value = values[token];
    if (value === undefined) isKnown = false;
    return value ?? '';
  });
  return isKnown ? filled.replace(/\/{2,}/g, '/') : null;
}
