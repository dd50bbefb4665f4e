// The arguments of one Web API call, checked against the method's table. Pure.
import { isObject, type JsonObject, parseJson, toObjects } from '../state/json.ts';
import { ApiFault } from './api-fault.ts';
import type { ArgumentKind, MethodSpec } from './method-table.ts';

/** What Slack answers where a field that holds JSON cannot be read. */
const FORMAT_FAULTS: Readonly<Record<string, string>> = {
  attachments: 'invalid_attachments',
  blocks: 'invalid_blocks_format',
  metadata: 'invalid_metadata_format',
  unfurls: 'invalid_unfurls_format',
};

export class Arguments {
  readonly values: JsonObject;

  private constructor(values: JsonObject) {
    this.values = values;
  }

  /** Reads each known argument by its kind, out of a form (all text) or a JSON body. Unknown ones are ignored, as in Slack. */
  static read(spec: MethodSpec, raw: JsonObject): Arguments {
    const missing = Object.keys(spec.required).filter((name) => isAbsent(raw[name]));
    if (missing.length > 0) throw invalidArguments(missing.map((name) => `missing required field: ${name}`));
    const kinds = Object.entries({ ...spec.required, ...spec.optional });
    const present = kinds.filter(([name]) => !isAbsent(raw[name]));
    return new Arguments(Object.fromEntries(present.map(([name, kind]) => [name, toKind(name, kind, raw[name])])));
  }

  has(name: string): boolean {
    return this.values[name] !== undefined;
  }

  text(name: string): string | undefined {
    const value = this.values[name];
    return typeof value === 'string' ? value : undefined;
  }

  /** A required text. */
  needText(name: string): string {
    return this.text(name) ?? '';
  }

  flag(name: string): boolean {
    return this.values[name] === true;
  }

  number(name: string): number | undefined {
    const value = this.values[name];
    return typeof value === 'number' ? value : undefined;
  }

  object(name: string): JsonObject | undefined {
    const value = this.values[name];
    return isObject(value) ? value : undefined;
  }

  objects(name: string): readonly JsonObject[] {
    return toObjects(this.values[name]);
  }
}

export function invalidArguments(messages: readonly string[]): ApiFault {
  return new ApiFault(
    'invalid_arguments',
    messages.map((message) => `[ERROR] ${message}`),
  );
}

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}

function toKind(name: string, kind: ArgumentKind, value: unknown): unknown {
  switch (kind) {
    case 'string':
      return toStringArgument(name, value);
    case 'boolean':
      return value === true || value === 'true' || value === '1' || value === 1;
    case 'integer':
      return toInteger(name, value);
    case 'object':
    case 'array':
      return toStructure(name, kind, value);
  }
}

function toStringArgument(name: string, value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  throw invalidArguments([`must be a string: ${name}`]);
}

function toInteger(name: string, value: unknown): number {
  const number = Number(value);
  if (!Number.isInteger(number)) throw invalidArguments([`must be an integer: ${name}`]);
  return number;
}

function toStructure(name: string, kind: 'object' | 'array', value: unknown): unknown {
  const parsed = typeof value === 'string' ? parseJson(value) : value;
  const isRight = kind === 'array' ? Array.isArray(parsed) : isObject(parsed);
  if (isRight) return parsed;
  const code = FORMAT_FAULTS[name];
  throw code === undefined ? invalidArguments([`must be ${kind} as JSON: ${name}`]) : new ApiFault(code);
}
