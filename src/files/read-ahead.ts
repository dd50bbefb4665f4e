// Files read several at a time and handed on in their order: the disk is not waited for once a file. Edge.

/** So many are read at a time. */
const ahead = 32;

/** Yields each file with what `read` gives for it, in the order of `files`. */
export async function* readAhead<Read>(
  files: readonly string[],
  read: (file: string) => Promise<Read>,
): AsyncGenerator<{ readonly file: string; readonly read: Read }> {
  for (let at = 0; at < files.length; at += ahead) {
    const batch = files.slice(at, at + ahead);
    const texts = await Promise.all(batch.map(async (file) => ({ file, read: await read(file) })));
    yield* texts;
  }
}
