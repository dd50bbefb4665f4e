// A note as it lies on disk: its path and its text, with the phrasings beside it. Pure.

/** The text of a file beside a note. */
export interface TextFile {
  /** Path below the knowledge folder, with forward slashes. */
  readonly file: string;
  readonly text: string;
}

/** One note, not yet read. */
export interface NoteSource {
  /** Path of the note below the knowledge folder, with forward slashes. */
  readonly note: string;
  readonly text: string;
  /** The `.phrasings.yml` beside the note, or null. */
  readonly phrasings: TextFile | null;
}

/** The file that holds a note's phrasings: `faq.md` has them in `faq.phrasings.yml`. */
export function toPhrasingsPath(note: string): string {
  return note.replace(/\.(md|markdown)$/i, '.phrasings.yml');
}
