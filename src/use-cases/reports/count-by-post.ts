// How often each post was the answer. Pure.

export interface PostCount {
  readonly title: string;
  readonly answers: number;
}

/** `keys`: of the entries that answered, once for each time; `titles`: of posts, by the keys of their entries. The most often first. */
export function countByPost(
  keys: readonly string[],
  titles: ReadonlyMap<string, string>,
  { most, gone }: { readonly most: number; readonly gone: string },
): readonly PostCount[] {
  const times = new Map<string, number>();
  for (const key of keys) {
    const title = titles.get(key) ?? gone;
    times.set(title, (times.get(title) ?? 0) + 1);
  }
  const counts = [...times].map(([title, answers]) => ({ title, answers }));
  return counts.sort((one, other) => other.answers - one.answers).slice(0, most);
}
