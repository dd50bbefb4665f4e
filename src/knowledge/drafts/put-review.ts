// The date of a review put into the front matter of a note, with everything else as it was. Pure.
import { isMap, isScalar, type Pair, parseDocument, type Scalar } from 'yaml';
import { parseFrontMatter } from '../front-matter/parse-front-matter.ts';
import { readReviews } from '../front-matter/read-reviews.ts';
import { splitFrontMatter } from '../front-matter/split-front-matter.ts';

/**
 * `entryId`: null for the note as a whole; `date`: ISO 8601. Null where the front matter says it in a way that only a person can change:
 * what comes out is read again, and counts where the date and nothing else is new.
 */
export function putReview(text: string, entryId: string | null, date: string): string | null {
  const { format, block } = splitFrontMatter(text.replaceAll('\r\n', '\n'));
  if (format === null) return null;
  const after = format === 'yaml' ? putIntoYaml(block, entryId, date) : putIntoOther(block, entryId, date);
  if (after === null) return null;
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const [before, whole] = [block, after].map((each) => each.replaceAll('\n', lineEnd)) as [string, string];
  if (!text.startsWith(before)) return null;
  const put = `${whole}${text.slice(before.length)}`;
  return isRight(text, put, entryId, date) ? put : null;
}

/** Written over in its place; an entry that takes its date from the note gets one of its own. */
function putIntoYaml(block: string, entryId: string | null, date: string): string | null {
  // The markers of the front matter stay where they are, so that every place counts from the beginning of the text.
  const start = block.indexOf('\n') + 1;
  const inside = block.slice(start).replace(/(?:---|\.\.\.)\s*$/, '');
  const document = parseDocument(inside, { uniqueKeys: false, logLevel: 'silent' });
  const write = (from: number, to: number, words: string) =>
    `${block.slice(0, start + from)}${words}${block.slice(start + to)}`;
  const pairs = isMap(document.contents) ? document.contents.items : [];
  if (entryId === null) {
    const range = rangeOf(findPair(pairs, 'review', true));
    return range === null ? null : write(range[0], range[1], date);
  }
  const owners = findPair(pairs, 'owners', true)?.value;
  const own = isMap(owners) ? findPair(owners.items, entryId, false) : null;
  if (own === null) return null;
  const range = rangeOf(own);
  if (range !== null)
    return write(range[0], range[1], `{ owner: ${inside.slice(range[0], range[1])}, review: ${date} }`);
  if (!isMap(own.value)) return null;
  const said = rangeOf(findPair(own.value.items, 'review', false));
  if (said !== null) return write(said[0], said[1], date);
  const first = own.value.items[0];
  const at = first !== undefined && isScalar(first.key) ? (first.key.range?.[0] ?? null) : null;
  if (at === null) return null;
  const indent = ' '.repeat(at - (inside.lastIndexOf('\n', at - 1) + 1));
  return write(at, at, own.value.flow === true ? `review: ${date}, ` : `review: ${date}\n${indent}`);
}

function findPair(pairs: readonly Pair[], name: string, isOfNote: boolean): Pair | null {
  const found = pairs.find(({ key }) => {
    const text = isScalar(key) ? String(key.value) : '';
    return (isOfNote ? text.toLowerCase() : text) === name;
  });
  return found ?? null;
}

/** Where a value on one line begins and ends. */
function rangeOf(pair: Pair | null): readonly [number, number] | null {
  const value = pair?.value;
  if (!isScalar(value)) return null;
  const { range } = value as Scalar;
  return range === undefined || range === null || range[0] === range[1] ? null : [range[0], range[1]];
}

/** TOML and JSON: the date of the note itself. */
function putIntoOther(block: string, entryId: string | null, date: string): string | null {
  if (entryId !== null) return null;
  const line = /^([ \t{]*["']?review["']?[ \t]*[=:][ \t]*["']?)[^"',}\s#]+/im;
  return line.test(block) ? block.replace(line, `$1${date}`) : null;
}

function isRight(before: string, after: string, entryId: string | null, date: string): boolean {
  const [old, fresh] = [before, after].map((text) => parseFrontMatter(text.replaceAll('\r\n', '\n')));
  if (old === undefined || fresh === undefined || fresh.fault !== null || old.body !== fresh.body) return false;
  const others = (text: typeof old) =>
    JSON.stringify([...text.fields].filter(([name]) => name !== 'review' && name !== 'owners'));
  const isOther = (each: { readonly entryId: string | null }) => each.entryId !== null && each.entryId !== entryId;
  const [was, is] = [readReviews(old.fields), readReviews(fresh.fields)];
  const owners = (reviews: typeof was) => JSON.stringify(reviews.map((each) => [each.entryId, each.owner]));
  return (
    others(old) === others(fresh) &&
    owners(was) === owners(is) &&
    (entryId === null || JSON.stringify(was.filter(isOther)) === JSON.stringify(is.filter(isOther))) &&
    is.find((each) => each.entryId === entryId)?.review === date
  );
}
