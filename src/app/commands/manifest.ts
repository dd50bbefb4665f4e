// `rolecall manifest`: the Slack app's manifest for HTTP, one's own domain, or another command.
import { readFile } from 'node:fs/promises';
import { parse, stringify } from 'yaml';
import { type ManifestOptions, toManifest } from '../../slack/to-manifest.ts';
import { type CommandContext, toJson } from './output.ts';

/** Prints `manifest.yml` with the changes. Throws where an address is none that Slack would take. Returns the exit code. */
export async function runManifest(
  { out }: CommandContext,
  { json, ...changes }: ManifestOptions & { readonly json: boolean },
): Promise<number> {
  const base = parse(await readFile(new URL('../../../manifest.yml', import.meta.url), 'utf8'));
  const manifest = toManifest(base, changes);
  out(json ? toJson(manifest) : stringify(manifest).trimEnd());
  return 0;
}
