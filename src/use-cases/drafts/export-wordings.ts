// The words in which people asked what a draft answers become phrasings of its entry, in the file beside the note.
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { toPhrasingsPath } from '../../knowledge/note-source.ts';
import { addWordings } from '../../knowledge/phrasings/add-wordings.ts';
import { toNames } from '../phrasings/holds-name.ts';
import { judgeWordings, type ProposedWording, publishedBy } from '../phrasings/judge-wordings.ts';
import type { DraftEntry } from './draft-store.ts';
import type { NoteChange, NoteFiles } from './export-drafts.ts';

export interface ExportedDrafts {
  /** The note's file, and what it says by now. */
  readonly file: string;
  readonly note: Knowledge;
  readonly drafts: readonly { readonly draft: DraftEntry; readonly entryKey: string }[];
}

/**
 * The change to the phrasings file; null where nothing is new. Each wording is judged as any that is proposed. Throws, naming the fault, where
 * the file is no valid phrasings file.
 */
export async function planWordings(
  { files, knowledge }: { readonly files: Pick<NoteFiles, 'read'>; readonly knowledge: Knowledge },
  { file, note, drafts }: ExportedDrafts,
): Promise<NoteChange | null> {
  const entries = new Map(note.entries.map((entry) => [entry.key, entry]));
  const proposed = drafts.flatMap(({ draft, entryKey }): readonly ProposedWording[] => {
    const entry = entries.get(entryKey) ?? null;
    const wordings = draft.corrects === null && entry !== null ? (draft.wordings ?? []) : [];
    return wordings.map(({ wording }) => ({ note: file, entry, wording }));
  });
  if (proposed.length === 0) return null;
  const others = knowledge.entries.filter((entry) => entry.note !== file);
  const names = toNames(drafts.map(({ draft }) => draft.authorName));
  const all = [...others, ...note.entries];
  const known = { entries: all, notCovered: knowledge.notCovered, names, published: publishedBy(all) };
  const { kept } = judgeWordings(known, proposed);
  const byId = new Map<string, readonly string[]>();
  for (const { entry, wording } of kept)
    if (entry !== null) byId.set(entry.id, [...(byId.get(entry.id) ?? []), wording]);
  const path = toPhrasingsPath(file);
  const before = await files.read(path);
  const { text, added } = addWordings({ file: path, text: before ?? '' }, byId, 'asked in Slack');
  return added === 0 ? null : { file: path, before, after: text, added: [], corrected: [], wordings: added };
}
