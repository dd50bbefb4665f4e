// What is made of the same text over and over, as of an answer for each of its replies, made once. Pure.

/** `read`, whose results for the `most` different texts asked for last are kept. */
export function keepLast<Result>(read: (text: string) => Result, most: number): (text: string) => Result {
  const kept = new Map<string, { readonly result: Result }>();
  return (text) => {
    const found = kept.get(text) ?? { result: read(text) };
    kept.delete(text);
    kept.set(text, found);
    const [oldest] = kept.keys();
    if (kept.size > most && oldest !== undefined) kept.delete(oldest);
    return found.result;
  };
}
