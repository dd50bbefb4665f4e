// A question that every other page of a site asks in the same words says there what it is about. Pure.
import type { Entry } from './entry.ts';
import { findRepeated } from './find-repeated.ts';
import { toSameWording } from './phrasings/parse-phrasings.ts';
import { isNamedSo, namesQuestions } from './sections/is-question-note.ts';
import { joinSubject } from './sections/name-repeated.ts';

/** In so many pages the same words stand before the page's title is needed to tell them apart. */
const manyPages = 5;

/**
 * "What went wrong?" on a hundred pages of errors becomes "Invalid slug: What went wrong?" on that one. Notes that are
 * called FAQ keep their words, and so do the versions, years and languages of one note, of which the newest answers.
 */
export function nameCommon(entries: readonly Entry[]): readonly Entry[] {
  const plain = entries.filter(({ note, post }) => !isNamedSo({ path: note, title: post.title }));
  const notes = new Map<string, Set<string>>();
  for (const { question, note } of plain) {
    const words = toSameWording(question);
    notes.set(words, (notes.get(words) ?? new Set()).add(note));
  }
  const common = new Set([...notes].filter(([, { size }]) => size >= manyPages).map(([words]) => words));
  if (common.size === 0) return entries;
  const repeated = findRepeated(entries);
  const isCommon = ({ question, key, post }: Entry): boolean =>
    common.has(toSameWording(question)) &&
    !repeated.has(key) &&
    !namesQuestions(post.title) &&
    toSameWording(post.title) !== toSameWording(question);
  const named = new Set(plain.filter(isCommon).map(({ key }) => key));
  return entries.map((entry) =>
    named.has(entry.key) ? { ...entry, question: joinSubject(entry.post.title, entry.question) } : entry,
  );
}
