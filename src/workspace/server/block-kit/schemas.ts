// The few zod schemas of which the shapes of Block Kit consist: texts, lists, objects that hold nothing unknown. Pure.
// There are hundreds of them: `zod/mini`, the same library without methods, makes them in half the time.
import * as z from 'zod/mini';

export type Fields = Readonly<Record<string, z.ZodMiniType>>;

/** A string of `min` to `max` characters. */
export function text(max = 3000, min = 1): z.ZodMiniString {
  return z.string().check(z.minLength(min), z.maxLength(max));
}

/** An integer; what is counted or measured is never below zero. */
export function integer(min = 0, max = Number.MAX_SAFE_INTEGER): z.ZodMiniType {
  return z.int().check(z.gte(min), z.lte(max));
}

/** A list of `min` to `max` items. */
export function list(item: z.ZodMiniType, max = Number.MAX_SAFE_INTEGER, min = 1): z.ZodMiniArray {
  return z.array(item).check(z.minLength(min), z.maxLength(max));
}

export const url = z.url().check(z.maxLength(3000));
export const flag = z.boolean();

/** An object with all of `required`, perhaps some of `optional`, and nothing else. */
export function object(required: Fields, optional: Fields = {}): z.ZodMiniObject {
  const mayMiss = Object.entries(optional).map(([name, schema]) => [name, z.optional(schema)]);
  return z.strictObject({ ...Object.fromEntries(mayMiss), ...required });
}

/** The same, told from others by its `type`. */
export function shape(type: string, required: Fields, optional: Fields = {}): z.ZodMiniObject {
  return object({ type: z.literal(type), ...required }, optional);
}

/** One of several shapes; which one is meant, `type` says. */
export function oneOf(...shapes: readonly z.ZodMiniObject[]): z.ZodMiniType {
  const [first, ...others] = shapes;
  if (first === undefined) throw new Error('oneOf needs at least one shape');
  return z.discriminatedUnion('type', [first, ...others]);
}

/** The `type` that a shape is told by. */
export function typeOf({ shape: fields }: z.ZodMiniObject): string {
  const { type } = fields;
  return type instanceof z.ZodMiniLiteral ? String(type._zod.def.values[0]) : '';
}
