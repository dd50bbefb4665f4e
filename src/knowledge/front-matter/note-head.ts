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
  /** `question:`, where the whole note answers one. */
  readonly question: string | null;
  /** `faq:`, whether all headings are entries; null where it is not said. */
  readonly isFaq: boolean | null;
  /** All fields, names in lower case: the note's text may show them. */
  readonly fields: ReadonlyMap<string, unknown>;
}
