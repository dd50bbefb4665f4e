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
