// What was learned in Slack becomes a change to the phrasings files, for the team to review.

import type { Entry } from '../../knowledge/entry.ts';
import { findRenamed } from '../../knowledge/merge-learned.ts';
import { toPhrasingsPath } from '../../knowledge/note-source.ts';
import type { Clock } from '../interfaces/clock.ts';
import type { LearnedStore, StoredWording } from './learned-store.ts';

/** Puts wordings into the phrasings file beside a note. Rejects, naming the fault, where the file is left as it was. */
export type WritePhrasings = (
  note: string,
  wordings: ReadonlyMap<string, readonly string[]>,
) => Promise<{ readonly file: string; readonly added: number }>;

export interface ExportDependencies {
  readonly learned: LearnedStore;
  readonly writePhrasings: WritePhrasings;
  /** The entries of the notes as they lie on disk. */
  readonly entries: readonly Entry[];
  readonly clock: Clock;
}

/** Wordings of an entry that the notes no longer have. */
export interface VanishedEntry {
  readonly entryKey: string;
  readonly note: string;
  readonly entryId: string;
  readonly wordings: readonly string[];
  /** The entry that looks like its new name, or null. */
  readonly renamed: Pick<Entry, 'key' | 'note' | 'id'> | null;
}

export interface ExportReport {
  /** Files written or found complete, with how many wordings were new in each. */
  readonly files: readonly { readonly file: string; readonly added: number }[];
  readonly vanished: readonly VanishedEntry[];
  /** Files that could not be written; what was meant for them is tried again the next time. */
  readonly faults: readonly { readonly file: string; readonly problem: string }[];
}

/** `renames`: key of an entry that vanished to the key of the one that it is now. Throws where such an entry is not there. */
export async function exportPhrasings(
  dependencies: ExportDependencies,
  renames: ReadonlyMap<string, string> = new Map(),
): Promise<ExportReport> {
  for (const [from, to] of renames) await rename(dependencies, from, to);
  const { learned, entries } = dependencies;
  const waiting = (await learned.list()).filter(({ exportedAt }) => exportedAt === null);
  const keys = new Set(entries.map(({ key }) => key));
  const found = waiting.filter(({ entryKey }) => keys.has(entryKey));
  const files: { file: string; added: number }[] = [];
  const faults: { file: string; problem: string }[] = [];
  for (const note of new Set(found.map((wording) => wording.note))) {
    const own = found.filter((wording) => wording.note === note);
    try {
      files.push(await writeNote(dependencies, note, own));
    } catch (error) {
      faults.push({ file: toPhrasingsPath(note), problem: error instanceof Error ? error.message : String(error) });
    }
  }
  const vanished = waiting.filter(({ entryKey }) => !keys.has(entryKey));
  return { files, vanished: toVanished(vanished, entries), faults };
}

/** A wording that got into the file before a crash is found there the next time: nothing is written twice. */
async function writeNote(
  { learned, writePhrasings, clock }: ExportDependencies,
  note: string,
  wordings: readonly StoredWording[],
): Promise<{ readonly file: string; readonly added: number }> {
  const byId = new Map<string, string[]>();
  for (const { entryId, wording } of wordings) byId.set(entryId, [...(byId.get(entryId) ?? []), wording]);
  const written = await writePhrasings(note, byId);
  await learned.markExported(
    wordings.map(({ id }) => id),
    clock.now(),
  );
  return written;
}

async function rename({ learned, entries }: ExportDependencies, from: string, to: string): Promise<void> {
  const entry = entries.find(({ key }) => key === to);
  if (entry === undefined) throw new Error(`There is no entry with the key ${to}.`);
  const moved = await learned.move(from, { entryKey: entry.key, note: entry.note, entryId: entry.id });
  if (moved === 0) throw new Error(`Nothing was learned for an entry with the key ${from}.`);
}

function toVanished(wordings: readonly StoredWording[], entries: readonly Entry[]): readonly VanishedEntry[] {
  return [...new Set(wordings.map(({ entryKey }) => entryKey))].flatMap((entryKey) => {
    const own = wordings.filter((wording) => wording.entryKey === entryKey);
    const [first] = own;
    if (first === undefined) return [];
    const { note, entryId } = first;
    return [
      { entryKey, note, entryId, wordings: own.map(({ wording }) => wording), renamed: findRenamed(first, entries) },
    ];
  });
}
