// Small checks that combine into the shapes of Block Kit: each names what is wrong and where. Pure.
import { isObject } from '../state/json.ts';
import type { BlockFault } from './block-fault.ts';

/** Finds everything wrong with `value`; `pointer` is where it stands. */
export type Check = (value: unknown, pointer: string) => readonly BlockFault[];

export interface Range {
  readonly min?: number;
  readonly max?: number;
}

export function fault(pointer: string, problem: string): readonly BlockFault[] {
  return [{ pointer, problem }];
}

/** A string of `min` (else 1) to `max` characters. */
export function text({ min = 1, max = 3000 }: Range = {}): Check {
  return (value, pointer) => {
    if (typeof value !== 'string') return fault(pointer, 'must be a string');
    if (value.length < min) return fault(pointer, `must be more than ${min - 1} characters`);
    return value.length > max ? fault(pointer, `must be less than ${max + 1} characters`) : [];
  };
}

/** An address; browsers follow `http`, `https`, `mailto` and Slack's own. */
export function address(max = 3000): Check {
  const length = text({ max });
  return (value, pointer) => {
    const faults = length(value, pointer);
    if (faults.length > 0 || URL.canParse(String(value))) return faults;
    return fault(pointer, 'must be a valid URL');
  };
}

export const flag: Check = (value, pointer) => (typeof value === 'boolean' ? [] : fault(pointer, 'must be a boolean'));

export function integer({ min = 0, max = Number.MAX_SAFE_INTEGER }: Range = {}): Check {
  return (value, pointer) => {
    const isWithin = Number.isInteger(value) && Number(value) >= min && Number(value) <= max;
    return isWithin ? [] : fault(pointer, `must be an integer from ${min} to ${max}`);
  };
}

export function oneOf(...allowed: readonly string[]): Check {
  return (value, pointer) =>
    allowed.includes(String(value)) ? [] : fault(pointer, `must be one of: ${allowed.join(', ')}`);
}

/** A list of `min` (else 1) to `max` items, each of which passes `item`. */
export function list(item: Check, { min = 1, max = Number.MAX_SAFE_INTEGER }: Range = {}): Check {
  return (value, pointer) => {
    if (!Array.isArray(value)) return fault(pointer, 'must be an array');
    const count =
      value.length < min
        ? fault(pointer, `no less than ${min} items required`)
        : value.length > max
          ? fault(pointer, `no more than ${max} items allowed`)
          : [];
    return [...count, ...value.flatMap((entry, index) => item(entry, `${pointer}/${index}`))];
  };
}

/** An object with all of `required`, perhaps some of `optional`, and nothing else. */
export function shape(
  required: Readonly<Record<string, Check>>,
  optional: Readonly<Record<string, Check>> = {},
): Check {
  const known: Readonly<Record<string, Check>> = { type: anything, ...optional, ...required };
  return (value, pointer) => {
    if (!isObject(value)) return fault(pointer, 'must be an object');
    const missing = Object.keys(required).filter((key) => value[key] === undefined);
    const unknown = Object.keys(value).filter((key) => !Object.hasOwn(known, key));
    return [
      ...missing.flatMap((key) => fault(pointer, `missing required field: ${key}`)),
      ...unknown.flatMap((key) => fault(pointer, `invalid additional property: ${key}`)),
      ...Object.entries(known).flatMap(([key, check]) =>
        value[key] === undefined ? [] : check(value[key], `${pointer}/${key}`),
      ),
    ];
  };
}

/** One of several shapes, told apart by `type`. */
export function byType(shapes: Readonly<Record<string, Check>>): Check {
  return (value, pointer) => {
    if (!isObject(value)) return fault(pointer, 'must be an object');
    const { type } = value;
    const check = typeof type === 'string' && Object.hasOwn(shapes, type) ? shapes[type] : undefined;
    return check === undefined ? fault(pointer, `unsupported type: ${String(type)}`) : check(value, pointer);
  };
}

/** Both checks. */
export function both(one: Check, other: Check): Check {
  return (value, pointer) => [...one(value, pointer), ...other(value, pointer)];
}

export function anything(): readonly BlockFault[] {
  return [];
}
