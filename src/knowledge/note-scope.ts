// Which notes a channel answers from: folders and notes that were chosen. Pure.

/** Folders (`roles/`, with a slash behind) and notes (`roles/lead.md`), below the knowledge folder; none: all notes. */
export type NoteScope = readonly string[];

export const allNotes: NoteScope = [];

export function isWithin(note: string, scope: NoteScope): boolean {
  return (
    scope.length === 0 || scope.some((chosen) => (chosen.endsWith('/') ? note.startsWith(chosen) : note === chosen))
  );
}

/** What can be chosen of notes: each folder that holds one, however deep, then each note. */
export function toChoices(notes: Iterable<string>): readonly string[] {
  const all = [...new Set(notes)];
  const folders = all.flatMap((note) => [...note.matchAll(/\//g)].map(({ index }) => note.slice(0, index + 1)));
  return [...new Set(folders)].sort().concat(all.sort());
}
