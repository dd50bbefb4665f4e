// What a note's front matter says, read once and before its body. Pure.

/** A note's own words about itself. Dates are ISO 8601. */
export interface NoteHead {
  readonly note: string;
  readonly title: string | null;
  readonly date: string | null;
  readonly authors: readonly string[];
  readonly closed: boolean;
  readonly deadline: string | null;
  /** `url`, else `permalink`: an address that the note sets itself. */
  readonly ownAddress: string | null;
  readonly slug: string | null;
  /** Docusaurus: the last part of the address. */
  readonly id: string | null;
  readonly categories: readonly string[];
  readonly isDraft: boolean;
  /** True where the note asks not to be made into a page (`_build`, `headless`, `published: false`). */
  readonly isHidden: boolean;
  readonly publishDate: string | null;
  readonly expiryDate: string | null;
}
