// Which Hugo builds a site, where its build settings say so. Edge.
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { readConfig, withExtensions } from '../settings.ts';

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

async function listWorkflows(folder: string): Promise<readonly string[]> {
  const workflows = join('.github', 'workflows');
  const files = await readdir(join(folder, workflows)).catch(() => []);
  return files.filter((file) => /\.ya?ml$/.test(file)).map((file) => join(workflows, file));
}

/** True where `netlify.toml` or a workflow of GitHub names a Hugo that makes anchors from headings as typed. Never rejects. */
export async function hasTypedAnchors(folder: string): Promise<boolean> {
  for (const file of [...withExtensions('netlify'), ...(await listWorkflows(folder))]) {
    const config = await readConfig(folder, [file]);
    const version = config === null ? null : findVersion(config.settings);
    const [, major, minor] = /^v?(\d+)\.(\d+)/.exec(version ?? '') ?? [];
    if (major === undefined || minor === undefined) continue;
    return Number(major) === plainAnchorsSince[0] && Number(minor) < plainAnchorsSince[1];
  }
  return false;
}
