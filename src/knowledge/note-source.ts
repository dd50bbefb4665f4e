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

/** How the name of a phrasings file ends. */
export const phrasingsExtension = /\.phrasings\.ya?ml$/i;

const dataExtension = /\.(ya?ml|json|toml)$/i;

/** True for a file that may be a list of questions: one in a folder of data, or one whose name says so. */
export function isDataFile(path: string): boolean {
  if (!dataExtension.test(path) || phrasingsExtension.test(path)) return false;
  const name = path.split('/').at(-1) ?? '';
  if (name.startsWith('.') || /^(package(-lock)?|tsconfig|_config|mkdocs|hugo|config)\./i.test(name)) return false;
  return /(^|\/)_?data\//i.test(path) || /faq|question|q-?and-?a/i.test(name);
}

/** The file that holds a note's phrasings: `faq.md` has them in `faq.phrasings.yml`. */
export function toPhrasingsPath(note: string): string {
  return note.replace(/\.(md|markdown|mdx|qmd|ya?ml|json|toml)$/i, '.phrasings.yml');
}
