// What a note's front matter says, read once and before its body. Pure.
import type { AddressHead } from '../../sites/address-head.ts';

/** A note's own words about itself. Dates are ISO 8601. */
export interface NoteHead extends AddressHead {
  readonly note: string;
  readonly authors: readonly string[];
  readonly closed: boolean;
  readonly deadline: string | null;
  readonly isDraft: boolean;
  /** True where the note asks not to be made into a page (`_build`, `headless`, `published: false`). */
  readonly isHidden: boolean;
  readonly publishDate: string | null;
  readonly expiryDate: string | null;
}
