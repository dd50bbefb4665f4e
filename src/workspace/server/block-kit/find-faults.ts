// What a schema of Block Kit finds wrong, in Slack's words and by JSON pointer. Pure.
import type * as z from 'zod/mini';
import { isObject } from '../state/json.ts';

/** One thing that Slack would refuse in blocks or in a view. */
export interface BlockFault {
  /** JSON pointer to what is wrong: `/blocks/0/text/text`. */
  readonly pointer: string;
  /** What is wrong, in Slack's manner. */
  readonly problem: string;
}

type Issue = z.core.$ZodIssue;

const KINDS: Readonly<Record<string, string>> = {
  array: 'an array',
  boolean: 'a boolean',
  int: 'an integer',
  number: 'an integer',
  object: 'an object',
  string: 'a string',
};

/** Everything wrong with `value`; none where it is right. `pointer`: where it stands in what was sent. */
export function findFaults(schema: z.ZodMiniType, value: unknown, pointer: string): readonly BlockFault[] {
  const { error } = schema.safeParse(value, { reportInput: true });
  return (error?.issues ?? []).flatMap((issue) => toFaults(issue, pointer));
}

function toFaults(issue: Issue, pointer: string): readonly BlockFault[] {
  const { path } = issue;
  const at = (steps: Issue['path']): string => [pointer, ...steps.map(String)].join('/');
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ pointer: at(path), problem: `invalid additional property: ${key}` }));
  // Slack points at the whole where its type is wrong or something in it is missing.
  const around = at(path.slice(0, -1));
  if (path.at(-1) === 'type') return [{ pointer: around, problem: `unsupported type: ${readType(issue.input)}` }];
  if (issue.input === undefined && path.length > 0)
    return [{ pointer: around, problem: `missing required field: ${String(path.at(-1))}` }];
  return [{ pointer: at(path), problem: toProblem(issue) }];
}

/** The type itself, or the object with it: zod reports either. */
function readType(input: unknown): string {
  return String(isObject(input) ? input['type'] : input);
}

function toProblem(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${KINDS[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      return `must be one of: ${issue.values.map(String).join(', ')}`;
    case 'invalid_format':
      return `must be a valid ${issue.format === 'url' ? 'URL' : issue.format}`;
    case 'too_small':
      if (issue.origin === 'array') return `no less than ${issue.minimum} items required`;
      if (issue.origin === 'string') return `must be more than ${Number(issue.minimum) - 1} characters`;
      return `must be no less than ${issue.minimum}`;
    case 'too_big':
      if (issue.origin === 'array') return `no more than ${issue.maximum} items allowed`;
      if (issue.origin === 'string') return `must be less than ${Number(issue.maximum) + 1} characters`;
      return `must be no more than ${issue.maximum}`;
    case 'custom':
    case 'invalid_element':
    case 'invalid_key':
    case 'invalid_union':
    case 'not_multiple_of':
    case 'unrecognized_keys':
      return issue.message;
  }
}
