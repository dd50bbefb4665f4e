// Which of the proposed wordings are fit for the phrasings files, and why the others are not. Pure.
import { cleanWording, maxWordingCharacters } from '../../answer/reading/clean-wording.ts';
import type { Entry } from '../../knowledge/entry.ts';
import { notCoveredName, toSameWording } from '../../knowledge/phrasings/parse-phrasings.ts';
import { toPlainText } from '../../knowledge/to-plain-text.ts';
import { findName } from './holds-name.ts';
import { isAnswer } from './is-answer.ts';

/** Why a wording was left out. */
export type Objection =
  | 'twice'
  | 'two-entries'
  | 'name'
  | 'address'
  | 'answer'
  | 'empty'
  | 'too-long'
  | 'too-many'
  | 'answered';

export const objections: Readonly<Record<Objection, string>> = {
  twice: 'stands there already',
  'two-entries': 'is a wording of two entries',
  name: 'holds a name',
  address: 'holds an address, a link or a number',
  answer: 'is an answer',
  empty: 'has no word',
  'too-long': `has more than ${maxWordingCharacters} characters`,
  'too-many': 'is one too many for its entry',
  answered: 'is answered by the notes',
};

/** One wording for an entry of a note, or, with null, for what that note leaves open. */
export interface ProposedWording {
  readonly note: string;
  readonly entry: Entry | null;
  readonly wording: string;
}

export interface LeftOutWording extends ProposedWording {
  readonly objection: Objection;
}

export interface Judged {
  readonly kept: readonly ProposedWording[];
  readonly leftOut: readonly LeftOutWording[];
}

/** What the notes hold already. */
export interface KnownWordings {
  readonly entries: readonly Entry[];
  readonly notCovered: readonly string[];
  /** People, from `toNames`. */
  readonly names: ReadonlySet<string>;
  /** From `publishedBy`. */
  readonly published: () => string;
}

/** What the entries say, in lower case: put together once, where it is wanted. */
export function publishedBy(entries: readonly Entry[]): () => string {
  let said: string | null = null;
  return () => {
    said ??= entries
      .flatMap(({ question, phrasings, answer }) => [question, ...phrasings, toPlainText(answer)])
      .join(' ')
      .toLowerCase();
    return said;
  };
}

/** A model that does not stop is cut off here. */
export const mostForEntry = 24;
const mostOpen = 60;

/**
 * Looks at each wording by itself, then at all of them together: one that is proposed for two entries is left out of both, one that
 * stands in the notes already is left out here. The order stays.
 */
export function judgeWordings(known: KnownWordings, proposed: readonly ProposedWording[]): Judged {
  const owners = toOwners(known);
  const taken = new Map<string, Set<string>>();
  for (const { entry, wording } of proposed) {
    const same = toSameWording(wording);
    taken.set(same, (taken.get(same) ?? new Set()).add(ownerOf(entry)));
  }
  const seen = new Set<string>();
  const counts = new Map<string, number>();
  const judge = ({ entry, wording }: Pick<ProposedWording, 'entry' | 'wording'>): Objection | null => {
    const same = toSameWording(wording);
    const owner = ownerOf(entry);
    const holder = owners.get(same);
    if (holder !== undefined) return holder === owner ? 'twice' : 'two-entries';
    if ((taken.get(same)?.size ?? 0) > 1) return 'two-entries';
    if (seen.has(same)) return 'twice';
    const objection = judgeAlone(known, entry, wording);
    if (objection !== null) return objection;
    const count = counts.get(owner) ?? 0;
    if (count >= (entry === null ? mostOpen : mostForEntry)) return 'too-many';
    counts.set(owner, count + 1);
    seen.add(same);
    return null;
  };
  const judged = proposed.map(({ note, entry, wording }) => {
    const one = { note, entry, wording: wording.replace(/\s+/gu, ' ').trim() };
    return { ...one, objection: judge(one) };
  });
  return {
    kept: judged.flatMap(({ objection, ...one }) => (objection === null ? [one] : [])),
    leftOut: judged.flatMap(({ objection, ...one }) => (objection === null ? [] : [{ ...one, objection }])),
  };
}

function judgeAlone({ names, published }: KnownWordings, entry: Entry | null, wording: string): Objection | null {
  if (!/[\p{L}\p{N}]/u.test(wording)) return 'empty';
  if (wording.length > maxWordingCharacters) return 'too-long';
  if (lettersOf(cleanWording(wording)) !== lettersOf(wording)) return 'address';
  const answer = entry === null ? '' : toPlainText(entry.answer);
  if (findName(wording, names, `${entry?.question ?? ''} ${answer}`, published) !== null) return 'name';
  return entry !== null && isAnswer(wording, answer) ? 'answer' : null;
}

/** Cleaning takes emphasis and emoji as well; only what is lost in letters points to something. */
function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '');
}

function ownerOf(entry: Entry | null): string {
  return entry?.key ?? notCoveredName;
}

function toOwners({ entries, notCovered }: KnownWordings): ReadonlyMap<string, string> {
  const owners = new Map(notCovered.map((wording) => [toSameWording(wording), notCoveredName]));
  for (const { key, phrasings } of entries) for (const wording of phrasings) owners.set(toSameWording(wording), key);
  for (const { key, question } of entries) owners.set(toSameWording(question), key);
  return owners;
}
