// A site's configuration file as plain data: YAML, TOML or JSON, names in lower case. Pure.
import { parse as parseToml } from 'smol-toml';
import { parse as parseYaml } from 'yaml';

/** Settings by name, in lower case. */
export type Settings = ReadonlyMap<string, unknown>;

/** A file that was there, or what is wrong with it. */
export interface ConfigFile {
  /** Path as it was looked for, for messages. */
  readonly file: string;
  readonly settings: Settings;
  readonly problem: string | null;
}

/** The settings of an object, names in lower case; of anything else: none. */
export function toSettings(value: unknown): Settings {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return new Map();
  return new Map(Object.entries(value).map(([name, setting]) => [name.toLowerCase(), setting]));
}

/** A setting that is text and not empty, or null. */
export function textSetting(settings: Settings, name: string): string | null {
  const value = settings.get(name);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

function parseConfig(file: string, text: string): unknown {
  if (file.endsWith('.toml')) return parseToml(text);
  return file.endsWith('.json') ? JSON.parse(text) : parseYaml(text, { uniqueKeys: false, logLevel: 'silent' });
}

/** Parses a configuration file. A broken one has no settings and a `problem`. */
export function parseSettings(file: string, text: string): ConfigFile {
  try {
    return { file, settings: toSettings(parseConfig(file, text)), problem: null };
  } catch (error) {
    const message = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    return { file, settings: new Map(), problem: message };
  }
}

/** Parses the first of the named files that is there; null where none is. */
export function findSettings(texts: ReadonlyMap<string, string>, names: readonly string[]): ConfigFile | null {
  for (const file of names) {
    const text = texts.get(file);
    if (text !== undefined) return parseSettings(file, text);
  }
  return null;
}

/** `hugo` becomes `hugo.toml`, `hugo.yaml` and so on. */
export function withExtensions(...stems: readonly string[]): readonly string[] {
  return stems.flatMap((stem) => ['toml', 'yaml', 'yml', 'json'].map((extension) => `${stem}.${extension}`));
}

/** What is compared or looked up by a name, and no value itself: `process.env['CI']`, `mode === 'preview'`. */
const condition = /\[(["'])[^"']*\1\]|[!=]==?\s*(["'])[^"']*\2/g;
const choice = /^[^"'`,{}]*?(?:\|\||\?\??)((?:[^"'`,{}\n]|(["'`])[^"'`$\n]*\2)*)/;

/**
 * The first string that a field of this name has in code that is never run, of several in `preview ? '/' : '/docs'` or
 * `given || '/docs'` the longest; null where it is computed.
 */
export function findString(code: string, name: string): string | null {
  const fields = code.matchAll(new RegExp(`(?:^|[\\s{,(])["']?${name}["']?\\s*[:=]\\s*([^\\n]*)`, 'g'));
  for (const [, value = ''] of fields) {
    const own = /^(["'`])([^"'`$]*)\1/.exec(value)?.[2];
    if (own !== undefined) return own;
    const others = choice.exec(value.replace(condition, ''))?.[1]?.matchAll(/(["'`])(.*?)\1/g) ?? [];
    const strings = [...others].map(([, , text = '']) => text);
    if (strings.length > 0) return strings.reduce((longest, text) => (text.length > longest.length ? text : longest));
  }
  return null;
}

/** True or false where a field of this name is written so in code; null where it is not. */
export function findFlag(code: string, name: string): boolean | null {
  const found = new RegExp(`(?:^|[\\s{,(])["']?${name}["']?\\s*[:=]\\s*(true|false)\\b`, 'i').exec(code)?.[1];
  return found === undefined ? null : found.toLowerCase() === 'true';
}

/** The text of the object that a field of this name holds in code, up to its closing brace; empty where there is none. */
export function findObject(code: string, name: string): string {
  const found = new RegExp(`(?:^|[\\s{,(])["']?${name}["']?\\s*:\\s*\\{`).exec(code);
  if (found === null) return '';
  let depth = 0;
  for (let index = found.index + found[0].length - 1; index < code.length; index += 1) {
    if (code[index] === '{') depth += 1;
    if (code[index] === '}') depth -= 1;
    if (depth === 0) return code.slice(found.index, index);
  }
  return '';
}

/** The text of an object in code without the objects that stand in it: what it says about itself. */
export function withoutNested(object: string): string {
  let depth = 0;
  let own = '';
  for (const letter of object) {
    if (letter === '}') depth -= 1;
    if (depth <= 1) own += letter;
    if (letter === '{') depth += 1;
  }
  return own;
}

/** Code of JavaScript without its comments. */
export function withoutComments(code: string): string {
  return code.replace(/^\s*\/\/.*$/gm, '').replace(/\/\*[\s\S]*?\*\//g, '');
}

/** A path of an address as `docs/`, or `''` for the root. */
export function toBase(path: string): string {
  const base = path.replace(/^\/+|\/+$/g, '');
  return base === '' ? '' : `${base}/`;
}

/** A folder below the site's as configurations write it, `./docs/` or `.`: `docs`, or `''` for the site's own. */
export function toFolder(path: string): string {
  return path.replace(/^\.?\/|^\.$|\/+$/g, '');
}

/** The address of a host with the path of the site below it; null where the host is none. */
export function toSiteUrl(host: string | null, path: string | null): string | null {
  if (host === null || !/^https?:\/\//.test(host)) return null;
  return `${host.replace(/\/+$/, '')}/${toBase(path ?? '')}`;
}
