// The same question in several versions, years and languages of one note: the newest answers. Pure.
import type { Entry } from './entry.ts';
import { toSameWording } from './phrasings/parse-phrasings.ts';

const year = /(?:19|20)\d{2}(?:-\d{2}(?:-\d{2})?)?/g;
const version = /^(?:version-|v|r|release-)?(\d+(?:\.(?:\d+|x))*)(?:[.-](?:x|alpha|beta|rc)[\w.]*)?$/i;
const unreleased = /^(?:next|main|master|dev|devel|edge|unstable|nightly|canary|preview)$/i;
const newest = /^(?:latest|stable|current|docusaurus-plugin-content-docs|versioned_docs|i18n)$/i;
/** Folders that can only mean a language: `eu`, `na` and `ca` are places as often, `hr` and `it` departments. */
const languages =
  /^(?:ar|bg|bn|cs|da|de|el|en|es|fa|fi|fr|he|hi|hu|id|ja|ko|nb|nl|pl|pt|ro|ru|sk|sr|sv|th|tr|uk|vi|zh)(?:[-_][a-z]{2,4})?$/i;

function isLanguage(part: string): boolean {
  return languages.test(part);
}

/** Which edition of a note a path names: numbers compare one by one, a higher one is newer. */
interface Edition {
  /** The path without version, year and language. */
  readonly path: string;
  readonly numbers: readonly number[];
  readonly isForeign: boolean;
}

/** Numbers of a version, `10.x` before `9.2`; a path without one is the current text, `next` is not out yet. */
function toNumbers(part: string): readonly number[] | null {
  if (unreleased.test(part)) return [-1];
  if (newest.test(part)) return [];
  const found = version.exec(part)?.[1];
  return found === undefined ? null : found.split('.').map((number) => (number === 'x' ? 0 : Number(number)));
}

function readEdition({ note, url }: Pick<Entry, 'note' | 'url'>): Edition {
  const numbers: number[] = [];
  let isForeign = false;
  const [, stem = note, suffix = '', extension = ''] =
    /^(.*?)(?:\.([a-z]{2}(?:[-_][a-z]{2,4})?))?(\.\w+)$/i.exec(note) ?? [];
  if (suffix !== '' && isLanguage(suffix)) isForeign = !/^en/i.test(suffix);
  const isNext = url !== null && /\/(?:next|main|master|dev|edge)\//.test(new URL(url).pathname);
  const kept = stem.split('/').flatMap((part): readonly string[] => {
    const own = toNumbers(part);
    if (own !== null) {
      numbers.push(...own);
      return /^versioned_docs$|^docusaurus-plugin-content-docs$/.test(part) ? ['docs'] : [];
    }
    if (isLanguage(part)) {
      if (!/^en/i.test(part)) isForeign = true;
      return [];
    }
    for (const [found] of part.matchAll(year)) numbers.push(...found.split('-').map(Number));
    const rest = part.replace(year, '').replace(/^[-_.]+|[-_.]+$/g, '');
    return rest === '' ? [] : [rest];
  });
  const current = numbers.length === 0 ? [isNext ? -1 : Number.POSITIVE_INFINITY] : numbers;
  return { path: kept.join('/') + extension, numbers: current, isForeign };
}

/** Below 0 where `one` is the edition that answers: in the language that its words are in, then the newest. */
function compare(one: Edition, other: Edition): number {
  if (one.isForeign !== other.isForeign) return one.isForeign ? 1 : -1;
  const length = Math.max(one.numbers.length, other.numbers.length);
  for (let at = 0; at < length; at += 1) {
    const difference = (other.numbers[at] ?? 0) - (one.numbers[at] ?? 0);
    if (difference !== 0 && !Number.isNaN(difference)) return difference;
  }
  return 0;
}

/**
 * Entries (by key) whose question stands word for word in a newer edition of their note, each with the entry that
 * answers for it. Notes are editions of one where their paths differ in a version, a year or a language only.
 */
export function findRepeated(entries: readonly Entry[]): ReadonlyMap<string, Entry> {
  const editions = new Map<string, Edition>();
  const groups = new Map<string, { readonly entry: Entry; readonly edition: Edition }[]>();
  for (const entry of entries) {
    const edition = editions.get(entry.note) ?? readEdition(entry);
    editions.set(entry.note, edition);
    const key = `${edition.path}\0${toSameWording(entry.question)}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [{ entry, edition }]);
    else if (group.every((each) => each.entry.note !== entry.note)) group.push({ entry, edition });
  }
  const repeated = new Map<string, Entry>();
  for (const group of groups.values()) {
    const [best, ...others] = [...group].sort((one, other) => compare(one.edition, other.edition));
    for (const { entry } of others) if (best !== undefined) repeated.set(entry.key, best.entry);
  }
  return repeated;
}
