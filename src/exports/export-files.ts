// The files of an export, wherever they lie. Interface only.

export interface ExportFiles {
  /** Paths with forward slashes, sorted. */
  readonly names: readonly string[];
  /** Links and the like, which are not followed. */
  readonly notices: readonly string[];
  /** The bytes of a file. Rejects with an `ExportError` where it is larger than is read. */
  read(name: string): Promise<Buffer>;
  close(): Promise<void>;
}
