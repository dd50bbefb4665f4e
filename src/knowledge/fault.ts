// What is wrong with a file that a person wrote, and how to mend it. Pure.

/** A fault in a note, a phrasings file or a site's configuration. `error`: the file was left out or kept at its last good state. */
export interface Fault {
  readonly severity: 'error' | 'warning';
  /** Path below the knowledge folder, with forward slashes. */
  readonly file: string;
  /** First line is 1; null where no line can be named. */
  readonly line: number | null;
  /** What is wrong, in a short sentence. */
  readonly problem: string;
  /** What to do about it, in a short sentence. */
  readonly mend: string;
}
