// A phrasings file as wordings by entry, with what is wrong in it. Pure.
import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument, type YAMLSeq } from 'yaml';
import type { Fault } from '../fault.ts';
import { describeYamlError } from '../front-matter/describe-yaml-error.ts';
import type { TextFile } from '../note-source.ts';
import { type PlainList, readPlain } from './read-plain.ts';

/** Name of the list of questions that the notes do not answer. */
export const notCoveredName = 'not-covered';

/** The wordings of one note's entries. */
export interface Phrasings {
  /** Path of the file below the knowledge folder. */
  readonly file: string;
  /** Entry id to wordings, in the order of the file. */
  readonly wordings: ReadonlyMap<string, readonly string[]>;
  readonly notCovered: readonly string[];
  /** Line of each id. */
  readonly lines: ReadonlyMap<string, number>;
  readonly faults: readonly Fault[];
}

/** Two wordings are the same when they differ in nothing but case, white space and the signs at their end. */
export function toSameWording(wording: string): string {
  return wording
    .toLowerCase()
    .replace(/\s+/gu, ' ')
    .replace(/[\s?!.…]+$/u, '')
    .trim();
}

/** Two wordings are spoken alike when they differ in marks within, too: "how do I apply, and when?". */
export function toSpokenWording(wording: string): string {
  return toSameWording(wording.replace(/[,;:"“”„«»()]/gu, ' '));
}

class PhrasingsReader {
  readonly wordings = new Map<string, readonly string[]>();
  readonly lines = new Map<string, number>();
  readonly faults: Fault[] = [];
  readonly #seen = new Map<string, string>();
  readonly #file: string;
  readonly #counter: LineCounter;

  constructor(file: string, counter: LineCounter) {
    this.#file = file;
    this.#counter = counter;
  }

  #lineOf(node: Node | null): number | null {
    return node?.range ? this.#counter.linePos(node.range[0]).line : null;
  }

  fault(severity: Fault['severity'], line: number | null, problem: string, mend: string): void {
    this.faults.push({ severity, file: this.#file, line, problem, mend });
  }

  #readNode(id: string, item: unknown): string | null {
    const line = isScalar(item) || isMap(item) || isSeq(item) ? this.#lineOf(item) : null;
    if (isAlias(item)) {
      this.fault(
        'warning',
        this.#lineOf(item),
        `"*${item.source}" under "${id}" is an alias.`,
        'Write the wording itself.',
      );
      return null;
    }
    const value = isScalar(item) ? item.value : null;
    return this.#readWording(id, value === null || typeof value === 'object' ? '' : String(value), line);
  }

  /** The wording, or null where it is none or stands there already. */
  #readWording(id: string, wording: string, line: number | null): string | null {
    const text = wording.trim();
    if (text === '') {
      this.fault(
        'warning',
        line,
        `A wording under "${id}" is no text.`,
        'Write each wording on a line of its own behind "- "; put it in quotation marks if it holds ": " or begins with a sign.',
      );
      return null;
    }
    const same = toSameWording(text);
    const earlier = this.#seen.get(same);
    if (earlier === undefined) {
      this.#seen.set(same, id);
      return text;
    }
    if (earlier === id) this.fault('warning', line, `"${text}" stands twice under "${id}".`, 'Remove one of the two.');
    else
      this.fault(
        'warning',
        line,
        `"${text}" stands under "${earlier}" and under "${id}".`,
        'Keep it where it belongs; the first one counts.',
      );
    return null;
  }

  #noteLine(id: string, line: number | null): void {
    if (id !== '' && line !== null && !this.lines.has(id)) this.lines.set(id, line);
  }

  #add(id: string, texts: readonly (string | null)[]): void {
    this.wordings.set(id, [...(this.wordings.get(id) ?? []), ...texts.filter((text) => text !== null)]);
  }

  readList({ id, line, wordings }: PlainList): void {
    this.#noteLine(id, line);
    if (wordings.length === 0) return;
    this.#add(
      id,
      wordings.map((wording) => this.#readWording(id, wording.text, wording.line)),
    );
  }

  readPair({ key, value }: Pair): void {
    const id = isScalar(key) ? String(key.value).trim().replace(/^#/, '') : '';
    const line = isScalar(key) ? this.#lineOf(key) : null;
    this.#noteLine(id, line);
    if (isScalar(value) && value.value === null) return;
    if (!isSeq(value)) {
      this.fault(
        'error',
        line,
        `What stands under "${id}" is no list.`,
        'Write each wording on a line of its own, behind "- ".',
      );
      return;
    }
    this.#add(
      id,
      (value as YAMLSeq).items.map((item) => this.#readNode(id, item)),
    );
  }
}

/** Reads a phrasings file. Never throws: a file that is no YAML gives an `error` and no wordings. */
export function parsePhrasings({ file, text }: TextFile): Phrasings {
  const source = text.replace(/^\uFEFF/, '');
  const counter = new LineCounter();
  const reader = new PhrasingsReader(file, counter);
  const lists = readPlain(source);
  if (lists === null) readYaml(reader, source, counter);
  for (const list of lists ?? []) reader.readList(list);
  const notCovered = reader.wordings.get(notCoveredName) ?? [];
  reader.wordings.delete(notCoveredName);
  return { file, wordings: reader.wordings, notCovered, lines: reader.lines, faults: reader.faults };
}

function readYaml(reader: PhrasingsReader, text: string, counter: LineCounter): void {
  const document = parseDocument(text, { lineCounter: counter, uniqueKeys: false, logLevel: 'silent' });
  const error = document.errors[0];
  if (error !== undefined) {
    const { what, line } = describeYamlError(text, error);
    reader.fault(
      'error',
      line,
      `The phrasings are not valid YAML: ${what}.`,
      'Correct this line; put a wording that holds ": " or begins with a sign into quotation marks.',
    );
  } else if (isMap(document.contents)) {
    for (const pair of document.contents.items) reader.readPair(pair);
  } else if (document.contents !== null && !(isScalar(document.contents) && document.contents.value === null)) {
    reader.fault(
      'error',
      1,
      'The phrasings are no list by question.',
      'Write the id of an entry and a colon, and its wordings below it, each behind "- ".',
    );
  }
}
