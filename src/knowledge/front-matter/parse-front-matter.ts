// A note's front matter as fields: YAML, TOML or JSON, never code. Pure.
import matter from 'gray-matter';
import { parse as parseToml, TomlError } from 'smol-toml';
import { parseDocument } from 'yaml';
import { describeYamlError } from './describe-yaml-error.ts';
import { parseLenient } from './parse-lenient.ts';
import { type SplitNote, splitFrontMatter } from './split-front-matter.ts';

/** What is wrong with a note's front matter; the line is counted in the whole file. */
export interface FrontMatterFault {
  readonly line: number;
  readonly problem: string;
  readonly mend: string;
}

/** A note's fields (names in lower case) and its body, or what is wrong. */
export interface FrontMatter {
  readonly fields: ReadonlyMap<string, unknown>;
  /** Line of each field of the first level. */
  readonly lines: ReadonlyMap<string, number>;
  readonly body: string;
  /** Line of the file on which the body begins. */
  readonly bodyLine: number;
  readonly fault: FrontMatterFault | null;
}

class Unreadable extends Error {
  readonly fault: FrontMatterFault;
  constructor(fault: FrontMatterFault) {
    super(fault.problem);
    this.fault = fault;
  }
}

const closing: Readonly<Record<string, string>> = { yaml: '---', toml: '+++', json: '}' };

function parseYaml(text: string): object {
  const document = parseLenient(text);
  const error = document.errors[0];
  if (error !== undefined) {
    const { what, line } = describeYamlError(text, error);
    const problem = `The front matter is not valid YAML: ${what}.`;
    const mend = 'Correct this line; put a value with a colon, a quote or a # into quotation marks.';
    throw new Unreadable({ line: line ?? 1, problem, mend });
  }
  const value: unknown = document.toJS({ maxAliasCount: 50 });
  if (value === null || value === undefined) return {};
  if (typeof value === 'object' && !Array.isArray(value)) return value;
  throw new Unreadable({
    line: 2,
    problem: 'The front matter is no list of fields.',
    mend: 'Write one "name: value" a line.',
  });
}

function parseTomlFields(text: string): object {
  try {
    return parseToml(text);
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const problem = `The front matter is not valid TOML: ${error.message.split('\n')[0]?.replace('Invalid TOML document: ', '')}.`;
    throw new Unreadable({
      line: error.line,
      problem,
      mend: 'Correct this line; text values stand in quotation marks.',
    });
  }
}

/** Node names no line, and only some of its versions a position: YAML's reading of JSON finds most of the rest. */
function findJsonLine(text: string, message: string): number {
  const position = /position (\d+)/.exec(message)?.[1];
  if (position !== undefined) return text.slice(0, Number(position)).split('\n').length;
  return parseDocument(text, { schema: 'json', logLevel: 'silent' }).errors[0]?.linePos?.[0].line ?? 1;
}

function parseJson(text: string): object {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : {};
  } catch (error) {
    const line = findJsonLine(text, error instanceof Error ? error.message : '');
    const mend = 'Correct this line; JSON wants double quotes and no comma after the last field.';
    throw new Unreadable({ line, problem: 'The front matter is not valid JSON.', mend });
  }
}

function refuseCode(): never {
  throw new Unreadable({
    line: 1,
    problem: 'The front matter asks to be run as JavaScript; notes are read, never run.',
    mend: 'Write the fields as YAML between two lines "---" instead.',
  });
}

const engines = {
  yaml: { parse: parseYaml },
  toml: { parse: parseTomlFields },
  json: { parse: parseJson },
  js: { parse: refuseCode },
  javascript: { parse: refuseCode },
};

/** `Title: Questions`, a line each; what is indented goes on. Pelican keeps a draft by its status. */
function parseMeta(text: string): object {
  const lines = text.replace(/\n(?: {4}|\t)[ \t]*/g, ' ').split('\n');
  const fields = Object.fromEntries(
    lines.map((line) => {
      const at = line.indexOf(':');
      return [line.slice(0, at).toLowerCase(), line.slice(at + 1).trim()];
    }),
  );
  return {
    ...fields,
    ...(fields['status'] === undefined ? {} : { draft: /^(?:draft|skip)$/i.test(fields['status']) }),
  };
}

function parseBlock({ format, block, closed }: SplitNote): object {
  if (format === null) return {};
  if (format === 'meta') return parseMeta(block);
  if (format === 'js' || format === 'javascript') return refuseCode();
  if (!Object.hasOwn(engines, format)) {
    const problem = `The front matter is in a format that is not known here: "${format}".`;
    throw new Unreadable({ line: 1, problem, mend: 'Write it as YAML between two lines "---".' });
  }
  if (!closed) {
    const problem = 'The front matter is opened but never closed.';
    throw new Unreadable({ line: 1, problem, mend: `Put a line "${closing[format]}" below its last field.` });
  }
  if (format === 'json' && block.startsWith('{')) return parseJson(block);
  const delimiters = format === 'toml' && block.startsWith('+++') ? '+++' : '---';
  const text = block.replace(/\.\.\.\s*$/, '---');
  return matter(text, { engines, language: format, delimiters }).data;
}

function findLines(block: string): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  for (const [index, line] of block.split('\n').entries()) {
    const name = /^[\t ]{0,2}["']?([\w-]+)["']?\s*[:=]/.exec(line)?.[1]?.toLowerCase();
    if (name !== undefined && !lines.has(name)) lines.set(name, index + 1);
  }
  return lines;
}

/**
 * Reads a note's front matter. Field names come out in lower case, dates as they were written (TOML's in ISO 8601).
 * Never throws: what cannot be read comes back as `fault`, with no fields and an empty body.
 */
export function parseFrontMatter(text: string): FrontMatter {
  const split = splitFrontMatter(text);
  try {
    const fields = new Map(Object.entries(parseBlock(split)).map(([name, value]) => [name.toLowerCase(), value]));
    return { fields, lines: findLines(split.block), body: split.body, bodyLine: split.bodyLine, fault: null };
  } catch (error) {
    const fault =
      error instanceof Unreadable
        ? error.fault
        : { line: 1, problem: `The front matter cannot be read: ${String(error)}.`, mend: 'Simplify its fields.' };
    return { fields: new Map(), lines: new Map(), body: '', bodyLine: split.bodyLine, fault };
  }
}
