// What of a note's front matter its address depends on. Pure.

/** Fields of a front matter that take part in an address. Dates are ISO 8601. */
export interface AddressHead {
  readonly title: string | null;
  readonly date: string | null;
  /** `url`, else `permalink`: an address that the note sets itself. */
  readonly ownAddress: string | null;
  readonly slug: string | null;
  /** Docusaurus: the last part of the address. */
  readonly id: string | null;
  readonly categories: readonly string[];
  /** `lang: de`. */
  readonly language: string | null;
}

/** The head of a file that is not among the notes. */
export const nothingSaid: AddressHead = {
  title: null,
  date: null,
  ownAddress: null,
  slug: null,
  id: null,
  categories: [],
  language: null,
};
