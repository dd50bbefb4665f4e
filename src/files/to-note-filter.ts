// Which notes are read, as `NOTES` says it. Pure, but for the pattern library.
import picomatch from 'picomatch';

/**
 * A test for paths below the knowledge folder. Patterns are globs; `!` before one takes out what it matches. Without a
 * pattern that takes in, all are in.
 */
export function toNoteFilter(patterns: readonly string[]): (path: string) => boolean {
  const given = patterns.map((pattern) => pattern.trim().replace(/^\.\//, '')).filter((pattern) => pattern !== '');
  const outs = given
    .filter((pattern) => pattern.startsWith('!'))
    .map((pattern) => pattern.slice(1).replace(/^\.?\//, ''));
  const ins = given.filter((pattern) => !pattern.startsWith('!'));
  if (given.length === 0) return () => true;
  const toTest = (globs: readonly string[]) =>
    picomatch(
      globs.flatMap((glob) => [glob, `${glob.replace(/\/+$/, '')}/**`]),
      { dot: true },
    );
  const isIn = ins.length === 0 ? () => true : toTest(ins);
  const isOut = outs.length === 0 ? () => false : toTest(outs);
  return (path) => isIn(path) && !isOut(path);
}
