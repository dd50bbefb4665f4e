// Type-ahead over headings and phrasings by Fuse.js: exact, then prefix, then fuzzy. Pure.
import Fuse from 'fuse.js';
import type { Entry } from '../knowledge/entry.ts';
import { toPlain } from './reading/languages.ts';

interface Line {
  readonly entry: Entry;
  readonly plain: string;
  readonly isQuestion: boolean;
}

export interface Completions {
  readonly lines: readonly Line[];
  readonly fuse: Fuse<Line>;
}

function flatten(text: string): string {
  return toPlain(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Prepares the type-ahead. Headings come before phrasings, so that of two equally good lines the heading wins. */
export function toCompletions(entries: readonly Entry[]): Completions {
  const line = (entry: Entry, text: string, isQuestion: boolean) => ({ entry, plain: flatten(text), isQuestion });
  const lines = [
    ...entries.map((entry) => line(entry, entry.question, true)),
    ...entries.flatMap((entry) => entry.phrasings.map((phrasing) => line(entry, phrasing, false))),
  ];
  const fuse = new Fuse(lines, { keys: ['plain'], threshold: 0.35, ignoreLocation: true, minMatchCharLength: 2 });
  return { lines, fuse };
}

/** 0: the line itself; 1: its beginning; 2: the beginning of one of its words; null: none of these. */
function toRank({ plain }: Line, typed: string): number | null {
  if (plain === typed) return 0;
  if (plain.startsWith(typed)) return 1;
  return ` ${plain}`.includes(` ${typed}`) ? 2 : null;
}

/** At most `limit` entries for what was typed so far, each once; nothing typed: the first ones in reading order. */
export function completeQuestion(
  { completions: toCompleted }: { readonly completions: () => Completions },
  typed: string,
  limit: number,
): readonly Entry[] {
  const completions = toCompleted();
  const wanted = flatten(typed.slice(0, 200));
  if (wanted === '') return [...new Set(completions.lines.map(({ entry }) => entry))].slice(0, limit);
  const ranked = completions.lines
    .map((line) => ({ line, rank: toRank(line, wanted) }))
    .filter(({ rank }) => rank !== null)
    .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0) || Number(b.line.isQuestion) - Number(a.line.isQuestion));
  const found = new Set(ranked.map(({ line }) => line.entry));
  if (found.size < limit) for (const { item } of completions.fuse.search(wanted)) found.add(item.entry);
  return [...found].slice(0, limit);
}
