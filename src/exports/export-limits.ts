// How much of an export is read: more is a mistake, or meant to do harm. Pure.

export const exportLimits = {
  /** Files named in it. */
  files: 200_000,
  /** Folders within folders. */
  depth: 5,
  /** Bytes of one file: a day of a channel. */
  fileBytes: 24 * 1024 * 1024,
  /** Bytes of all files that are read together. */
  totalBytes: 20 * 1024 * 1024 * 1024,
  /** How many times as large as in the archive a file of more than a megabyte may be: text comes to some twenty. */
  ratio: 200,
  /** Characters of a line in a plain list. */
  lineCharacters: 100_000,
} as const;

/** The limits as a test may set them. */
export type ExportLimits = { readonly [Name in keyof typeof exportLimits]: number };

/** The export is not read, for this reason. */
export class ExportError extends Error {
  override readonly name = 'ExportError';
}
