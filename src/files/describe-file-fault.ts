// What the system says about a file, in words. Pure.

const causes: Readonly<Record<string, string>> = {
  EACCES: 'this user may not',
  EISDIR: 'it is a folder, and not a file',
  ENOENT: 'there is no such file or folder',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'what stands before its last part is a file, and not a folder',
  EPERM: 'this user may not',
  EROFS: 'nothing can be written there',
};

/** Null where it is no fault of a file's, or one that nobody has a word for. */
export function describeFileFault(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null;
  return causes[String(error.code)] ?? null;
}
