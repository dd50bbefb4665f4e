// Learned wordings among the phrasings of their entries. Pure.
import type { Entry } from './entry.ts';
import type { Fault } from './fault.ts';
import type { Knowledge } from './knowledge.ts';
import type { LearnedWording } from './learned-wording.ts';
import { toPhrasingsPath } from './note-source.ts';
import { toSameWording } from './phrasings/parse-phrasings.ts';

export interface MergedKnowledge {
  readonly knowledge: Knowledge;
  /** Ids of exported wordings that the phrasings files hold by now: from here on the file says what counts. */
  readonly settled: readonly string[];
}

/**
 * Puts each learned wording last among its entry's phrasings. What the team said last counts: the wording leaves other entries and
 * `notCovered`. A wording whose entry is gone is kept out and named in a warning with the id that looks like the new one.
 */
export function mergeLearned(knowledge: Knowledge, learned: readonly LearnedWording[]): MergedKnowledge {
  if (learned.length === 0) return { knowledge, settled: [] };
  const entries = new Map(knowledge.entries.map((entry) => [entry.key, entry]));
  const settled = learned.filter(({ exportedAt, wording, entryKey }) => {
    const phrasings = entries.get(entryKey)?.phrasings ?? [];
    return exportedAt !== null && phrasings.map(toSameWording).includes(toSameWording(wording));
  });
  const found = learned.filter((each) => entries.has(each.entryKey) && !settled.includes(each));
  const vanished = learned.filter(({ entryKey }) => !entries.has(entryKey));
  return {
    knowledge: {
      ...knowledge,
      entries: addToEntries(knowledge.entries, found),
      notCovered: without(knowledge.notCovered, found),
      faults: [...knowledge.faults, ...toRenameFaults(vanished, knowledge.entries)],
    },
    settled: settled.map(({ id }) => id),
  };
}

function addToEntries(entries: readonly Entry[], learned: readonly LearnedWording[]): readonly Entry[] {
  return entries.map((entry) => {
    const own = learned.filter(({ entryKey }) => entryKey === entry.key).map(({ wording }) => wording);
    const phrasings = [...without(entry.phrasings, learned), ...own];
    return own.length === 0 && phrasings.length === entry.phrasings.length ? entry : { ...entry, phrasings };
  });
}

function without(wordings: readonly string[], learned: readonly LearnedWording[]): readonly string[] {
  const taught = new Set(learned.map(({ wording }) => toSameWording(wording)));
  const kept = wordings.filter((wording) => !taught.has(toSameWording(wording)));
  return kept.length === wordings.length ? wordings : kept;
}

/** One warning for each id that vanished. It counts the wordings and does not quote them: it goes into the log. */
function toRenameFaults(vanished: readonly LearnedWording[], entries: readonly Entry[]): readonly Fault[] {
  const firsts = vanished.filter(
    (each, place) => vanished.findIndex((one) => one.entryKey === each.entryKey) === place,
  );
  return firsts.map((first) => {
    const lost = vanished.filter(({ entryKey }) => entryKey === first.entryKey);
    const many = lost.length === 1 ? '1 wording was' : `${lost.length} wordings were`;
    const problem = `${many} learned for "${first.entryId}" of ${first.note}, which the notes no longer have.`;
    const renamed = findRenamed(first, entries);
    const mend =
      renamed === null
        ? 'Give the question its old id back, as in "## Question {#id}", or forget these wordings.'
        : `If "${renamed.id}" of ${renamed.note} is its new name: rolecall export-phrasings --rename ${first.entryKey}=${renamed.key}`;
    return { severity: 'warning', file: toPhrasingsPath(first.note), line: null, problem, mend };
  });
}

/** The entry whose id has most words in common with the one that vanished (at least half), in its own note before others. */
export function findRenamed(lost: Pick<LearnedWording, 'note' | 'entryId'>, entries: readonly Entry[]): Entry | null {
  const rated = entries.map((entry) => ({
    entry,
    likeness: toLikeness(lost.entryId, entry.id) + (entry.note === lost.note ? 0.25 : 0),
  }));
  const [best] = rated.toSorted((one, other) => other.likeness - one.likeness);
  return best !== undefined && best.likeness >= 0.5 ? best.entry : null;
}

/** Share of common words in all words of two ids: the Jaccard index. */
function toLikeness(one: string, other: string): number {
  const [words, others] = [one, other].map((id) => new Set(id.split('-').filter((word) => word !== '')));
  if (words === undefined || others === undefined) return 0;
  const common = [...words].filter((word) => others.has(word)).length;
  return common / Math.max(1, words.size + others.size - common);
}
