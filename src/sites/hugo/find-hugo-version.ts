// Which Hugo builds a site, where its build settings say so. Pure.
import { parseSettings } from '../settings.ts';

/** From this version on Hugo makes anchors from a heading's plain text, before from the heading as typed. */
const plainAnchorsSince = [0, 144] as const;

const names = /^hugo[-_]?version$/i;

/** The first setting of that name anywhere in the data. */
function findVersion(data: unknown, depth = 0): string | null {
  if (typeof data !== 'object' || data === null || depth > 12) return null;
  for (const [name, value] of data instanceof Map ? data : Object.entries(data)) {
    const isVersion = names.test(String(name)) && (typeof value === 'string' || typeof value === 'number');
    const found = isVersion ? String(value) : findVersion(value, depth + 1);
    if (found !== null) return found;
  }
  return null;
}

/** True where `netlify.toml` or a workflow of GitHub names a Hugo that makes anchors from headings as typed. */
export function hasTypedAnchors(texts: ReadonlyMap<string, string>): boolean {
  const files = [...texts.keys()]
    .filter((file) => /^netlify\.|^\.github\//.test(file))
    .sort((one, other) => (one > other ? -1 : 1));
  for (const file of files) {
    const version = findVersion(parseSettings(file, texts.get(file) ?? '').settings);
    const [, major, minor] = /^v?(\d+)\.(\d+)/.exec(version ?? '') ?? [];
    if (major === undefined || minor === undefined) continue;
    return Number(major) === plainAnchorsSince[0] && Number(minor) < plainAnchorsSince[1];
  }
  return false;
}
