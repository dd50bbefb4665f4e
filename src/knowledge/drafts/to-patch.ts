// A change of a text file as `git apply` takes it. Pure.

const context = 3;

/** `path`: below the repository's root, with forward slashes. `before`: null for a file that is not there yet. Empty where nothing changes. */
export function toPatch(path: string, before: string | null, after: string): string {
  if (before === after) return '';
  const [old, fresh] = [toLines(before ?? ''), toLines(after)];
  const shortest = Math.min(old.length, fresh.length);
  let head = 0;
  while (head < shortest && old[head] === fresh[head]) head += 1;
  let tail = 0;
  while (tail < shortest - head && old.at(-1 - tail) === fresh.at(-1 - tail)) tail += 1;
  const start = Math.max(0, head - context);
  const kept = Math.max(0, tail - context);
  const above = old.slice(start, head);
  const below = old.slice(old.length - tail, old.length - kept);
  const removed = old.slice(head, old.length - tail);
  const added = fresh.slice(head, fresh.length - tail);
  const [oldCount, newCount] = [removed, added].map((lines) => lines.length + above.length + below.length);
  const hunk = [
    ...above.map((line) => ` ${line}`),
    ...removed.map((line) => `-${line}`),
    ...added.map((line) => `+${line}`),
    ...below.map((line) => ` ${line}`),
  ];
  const from = before === null ? '/dev/null' : `a/${path}`;
  const range = (count: number | undefined) => `${count === 0 ? 0 : start + 1},${count}`;
  return [
    `diff --git a/${path} b/${path}\n`,
    ...(before === null ? ['new file mode 100644\n'] : []),
    `--- ${from}\n+++ b/${path}\n@@ -${range(oldCount)} +${range(newCount)} @@\n`,
    ...hunk,
  ].join('');
}

/** Each with its line end; the last one may have none, which a patch says in a line of its own. */
function toLines(text: string): readonly string[] {
  const lines = text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  return lines.map((line) => (line.endsWith('\n') ? line : `${line}\n\\ No newline at end of file\n`));
}
