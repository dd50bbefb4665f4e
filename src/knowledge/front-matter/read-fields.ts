// Single fields of a front matter, whatever form their author gave them. Pure.
import type { FrontMatter } from './parse-front-matter.ts';

type Fields = FrontMatter['fields'];

function toText(value: unknown): string | null {
  if (typeof value === 'string') return value.trim() === '' ? null : value.trim();
  if (typeof value === 'number') return String(value);
  if (value instanceof Date) return value.toISOString();
  return null;
}

/** The first of the named fields that holds text, trimmed; null where none does. */
export function textField(fields: Fields, ...names: readonly string[]): string | null {
  for (const name of names) {
    const text = toText(fields.get(name));
    if (text !== null) return text;
  }
  return null;
}

/** True where the field says `true` (or `yes`, as older YAML did). */
export function flagField(fields: Fields, name: string): boolean {
  const value = fields.get(name);
  return value === true || (typeof value === 'string' && /^(true|yes|on)$/i.test(value.trim()));
}

/** The texts of a list field; a single text is a list of one; `{name: …}` counts as its name. */
export function listField(fields: Fields, ...names: readonly string[]): readonly string[] {
  for (const name of names) {
    const value = fields.get(name);
    const items: readonly unknown[] = Array.isArray(value) ? value : [value];
    const texts = items.map(toNamedText).filter((text) => text !== null);
    if (texts.length > 0) return texts;
  }
  return [];
}

function toNamedText(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || value instanceof Date) return toText(value);
  return 'name' in value ? toText(value.name) : null;
}

/**
 * A date as ISO 8601: `2022-03-22`, or with its time where it has one.
 * Null where the field is empty; `undefined` where it holds something that is no date.
 */
export function dateField(fields: Fields, ...names: readonly string[]): string | null | undefined {
  const text = textField(fields, ...names);
  if (text === null) return null;
  const found =
    /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[Tt ]+(\d{1,2}:\d{2}(?::\d{2})?)(?:\.\d+)?\s*(Z|UTC|[+-]\d{2}:?\d{2})?)?$/i.exec(
      text,
    );
  if (found === null) return undefined;
  const [, year, month = '', day = '', time, zone = 'Z'] = found;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (Number.isNaN(Date.parse(date)) || new Date(date).toISOString().slice(0, 10) !== date) return undefined;
  if (time === undefined) return date;
  const offset = /^(z|utc)$/i.test(zone) ? 'Z' : `${zone.slice(0, 3)}:${zone.slice(-2)}`;
  const whole = `${date}T${time.padStart(time.length === 4 || time.length === 7 ? time.length + 1 : time.length, '0')}${offset}`;
  return Number.isNaN(Date.parse(whole)) ? undefined : whole;
}
