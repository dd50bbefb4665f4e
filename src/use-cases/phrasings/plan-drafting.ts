// Which entries lack wordings, and in what portions a model is asked for them. Pure.
import type { Entry } from '../../knowledge/entry.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { DraftIds } from './draft-ids.ts';
import { type Assignment, countTokens, type PromptEntry, toPrompt } from './prompts.ts';

export interface DraftingOptions {
  /** Wordings wanted for each entry that is asked about. */
  readonly wordings: number;
  /** An entry with fewer wordings than these is asked about. */
  readonly below: number;
  /** Only notes whose path ends like this; null: all. */
  readonly note: string | null;
}

/** One request to a model. */
export interface Portion {
  readonly note: string;
  readonly entries: readonly Entry[];
  readonly assignment: Assignment;
}

/** What is still wanted, note by note. */
export interface DraftingPlan {
  readonly notes: readonly { readonly note: string; readonly portions: readonly Portion[] }[];
  /** Entries that lack wordings, and notes that name nothing they leave open. */
  readonly entries: number;
  readonly open: number;
}

/** A portion ends with so many wordings wanted, or so many characters of answers: small models lose the thread in more. */
const [mostWanted, mostCharacters] = [48, 9000];
/** For the questions that a note leaves open a model sees the beginning of each answer. */
const [mostForOpen, beginning] = [60, 300];
const [fewestOpen, mostOpen] = [4, 25];

/** Whether a note is meant by a name: its path, or the end of it; null means all. */
export function isMeant(note: string, name: string | null): boolean {
  return name === null || note === name || note.endsWith(`/${name}`);
}

/** How many questions a note of so many entries may leave open: small notes are many. */
function countOpen(entries: number): number {
  return Math.min(mostOpen, Math.max(fewestOpen, Math.round(entries * 1.5)));
}

/** What is wanted of these notes. An entry that has its wordings is not asked about again, nor a note that has its `not-covered`. */
export function planDrafting(
  { entries, posts }: Pick<Knowledge, 'entries' | 'posts'>,
  openNotes: ReadonlySet<string>,
  { wordings, below, note }: DraftingOptions,
): DraftingPlan {
  const ids = new DraftIds(entries);
  const wanted = posts.filter((post) => isMeant(post.note, note));
  const notes = wanted.flatMap((post) => {
    const own = entries.filter((entry) => entry.note === post.note);
    if (own.length === 0) return [];
    const poor = own.filter(({ phrasings }) => phrasings.length < below);
    const toPortion = (some: readonly Entry[]): Portion => {
      const others = own.filter((entry) => !some.includes(entry)).map(({ question }) => question);
      const assignment = { title: post.title, entries: some.map(toPromptEntry(ids)), others, wordings, open: 0 };
      return { note: post.note, entries: some, assignment };
    };
    const open = openNotes.has(post.note) ? [] : [toOpenPortion(post, own, ids)];
    const portions = [...toGroups(poor, Math.max(1, Math.floor(mostWanted / wordings))).map(toPortion), ...open];
    return portions.length === 0 ? [] : [{ note: post.note, portions }];
  });
  const portions = notes.flatMap((one) => one.portions);
  return {
    notes,
    entries: portions.reduce(
      (sum, { assignment, entries: some }) => sum + (assignment.wordings > 0 ? some.length : 0),
      0,
    ),
    open: portions.filter(({ assignment }) => assignment.open > 0).length,
  };
}

function toPromptEntry(ids: DraftIds): (entry: Entry) => PromptEntry {
  return (entry) => ({ id: ids.nameOf(entry), question: entry.question, answer: entry.answer });
}

function toOpenPortion(
  { note, title }: { readonly note: string; readonly title: string },
  own: readonly Entry[],
  ids: DraftIds,
): Portion {
  const seen = own.slice(0, mostForOpen);
  const entries = seen.map(toPromptEntry(ids)).map((entry) => ({ ...entry, answer: entry.answer.slice(0, beginning) }));
  const others = own.slice(mostForOpen).map(({ question }) => question);
  return { note, entries: [], assignment: { title, entries, others, wordings: 0, open: countOpen(own.length) } };
}

function toGroups(entries: readonly Entry[], mostEntries: number): readonly (readonly Entry[])[] {
  const groups: Entry[][] = [];
  let characters = 0;
  for (const entry of entries) {
    const last = groups.at(-1);
    characters += entry.answer.length;
    if (last === undefined || last.length >= mostEntries || characters > mostCharacters) {
      groups.push([entry]);
      characters = entry.answer.length;
    } else last.push(entry);
  }
  return groups;
}

/** All that is wanted as one text to paste: of the notes in order as many entries as an assistant answers at once. */
export function toPastedAssignment(
  { entries, posts }: Pick<Knowledge, 'entries' | 'posts'>,
  openNotes: ReadonlySet<string>,
  { wordings, below, note, most }: DraftingOptions & { readonly most: number },
): { readonly assignment: Assignment; readonly left: number } | null {
  const ids = new DraftIds(entries);
  const own = entries.filter((entry) => isMeant(entry.note, note));
  const poor = own.filter(({ phrasings }) => phrasings.length < below);
  const isOpenWanted = own.some((entry) => !openNotes.has(entry.note));
  if (poor.length === 0 && !isOpenWanted) return null;
  const some = poor.length === 0 ? own.slice(0, most) : poor.slice(0, most);
  const notes = new Set(some.map((entry) => entry.note));
  const titles = posts.filter((post) => notes.has(post.note)).map((post) => post.title);
  const title = titles.length > 3 ? `${titles.slice(0, 3).join('”, “')}”, “and others` : titles.join('”, “');
  const others = own.filter((entry) => !some.includes(entry)).map(({ question }) => question);
  const open = some.some((entry) => !openNotes.has(entry.note)) ? countOpen(own.length) : 0;
  const assignment = {
    title,
    entries: some.map(toPromptEntry(ids)),
    others,
    wordings: poor.length === 0 ? 0 : wordings,
    open,
  };
  return { assignment, left: Math.max(0, poor.length - some.length) };
}

/** About how many tokens a plan sends, and how many it gets back. */
export function countPlanned(plan: DraftingPlan): {
  readonly sent: number;
  readonly answered: number;
  readonly requests: number;
} {
  const portions = plan.notes.flatMap(({ portions }) => portions);
  const sent = portions.reduce((sum, { assignment }) => {
    const { system, user, schema } = toPrompt(assignment);
    return sum + countTokens(`${system}${user}${JSON.stringify(schema)}`);
  }, 0);
  const wordingTokens = 16;
  const answered = portions.reduce(
    (sum, { assignment: { entries, wordings, open } }) => sum + wordingTokens * (entries.length * wordings + open),
    0,
  );
  return { sent, answered, requests: portions.length };
}
