// Entries that stand in each other's way: they ask nearly the same, or answer the same question in opposite ways. Pure.
import type { Entry } from '../knowledge/entry.ts';
import { toSameWording } from '../knowledge/phrasings/parse-phrasings.ts';
import { toPlainText } from '../knowledge/to-plain-text.ts';
import { isIdleWord } from '../search/reading/languages.ts';
import { toWords } from '../search/reading/words.ts';

/** Two entries, the earlier one first. */
export interface EntryPair {
  readonly first: Entry;
  readonly second: Entry;
}

/** From this share of words in common on two headings ask the same, for anybody who does not know the notes. */
const alike = 0.8;
/** With fewer words that say something nothing can be told. */
const fewestWords = 2;

function toStems(question: string): ReadonlySet<string> {
  const words = toWords(question).filter(({ plain }) => !isIdleWord(plain));
  return new Set(words.map(({ stem }) => stem));
}

function shareOf(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const common = [...one].filter((stem) => other.has(stem)).length;
  return common / (one.size + other.size - common);
}

/** Pairs of entries whose headings have nearly the same words, but are not the same. Only headings with a word in common are compared. */
export function findCompeting(entries: readonly Entry[]): readonly EntryPair[] {
  const read: { readonly entry: Entry; readonly stems: ReadonlySet<string> }[] = [];
  const byStem = new Map<string, number[]>();
  const pairs: EntryPair[] = [];
  for (const entry of entries) {
    const stems = toStems(entry.question);
    if (stems.size < fewestWords) continue;
    // Headings that are alike share all but a fifth of their words: one of the two rarest is among them.
    const rarest = [...stems].sort((one, other) => (byStem.get(one)?.length ?? 0) - (byStem.get(other)?.length ?? 0));
    const near = new Set(rarest.slice(0, 2).flatMap((stem) => byStem.get(stem) ?? []));
    for (const place of near) {
      const other = read[place];
      if (other === undefined || toSameWording(other.entry.question) === toSameWording(entry.question)) continue;
      if (shareOf(other.stems, stems) >= alike) pairs.push({ first: other.entry, second: entry });
    }
    for (const stem of stems) byStem.set(stem, [...(byStem.get(stem) ?? []), read.length]);
    read.push({ entry, stems });
  }
  return pairs;
}

const yes = /^(?:yes|yep|yeah|sure|of course|absolutely|definitely|ja|oui|s[ií]|sim|はい|نعم)(?![\p{L}])/iu;
const no =
  /^(?:no|nope|unfortunately not|not (?:yet|really|at the moment)|nein|leider nicht|non|n[aã]o|いいえ|لا)(?![\p{L}])/iu;
const negated =
  /(?<![\p{L}])(?:not|cannot|never|no longer|\p{L}+n['’]t|nicht|kein(?:e|en|er)?|nie|ne|pas|jamais|nunca|n[aã]o)(?![\p{L}])/iu;

/** What an answer says to a question of yes or no, by its first sentence: null where that does not show. */
export function readStance(answer: string): 'yes' | 'no' | null {
  const text = toPlainText(answer).trim();
  if (yes.test(text)) return 'yes';
  if (no.test(text)) return 'no';
  const first = /^[^.!?。]*/u.exec(text)?.[0] ?? '';
  return negated.test(first) ? 'no' : null;
}

/** Pairs of entries that ask the same word for word, of which one says yes and the other no. */
export function findOpposite(entries: readonly Entry[]): readonly EntryPair[] {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const words = toSameWording(entry.question);
    groups.set(words, [...(groups.get(words) ?? []), entry]);
  }
  return [...groups.values()].flatMap((group) => {
    const said = group.map((entry) => ({ entry, stance: readStance(entry.answer) }));
    const first = said.find(({ stance }) => stance === 'yes')?.entry;
    const second = said.find(({ stance }) => stance === 'no')?.entry;
    return first === undefined || second === undefined ? [] : [{ first, second }];
  });
}
