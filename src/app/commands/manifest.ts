// `rolecall manifest`: the Slack app's manifest for HTTP, one's own domain, or another command.
import { readFile } from 'node:fs/promises';
import { parse, stringify } from 'yaml';
import { KnowledgeFolder } from '../../files/knowledge-folder.ts';
import type { Entry } from '../../knowledge/entry.ts';
import { type ManifestOptions, toManifest } from '../../slack/to-manifest.ts';
import { pickPrompts } from '../../use-cases/agent/find-prompts.ts';
import { pickExample } from '../../use-cases/answer/find-example.ts';
import { type Config, toFolderOptions } from '../config.ts';
import { type CommandContext, toJson } from './output.ts';

/** Prints `manifest.yml` with the changes. Throws where an address is none that Slack would take. Returns the exit code. */
export async function runManifest(
  { out, note, config }: CommandContext,
  { json, agent, ...changes }: ManifestOptions & { readonly json: boolean; readonly agent: boolean },
): Promise<number> {
  const base = parse(await readFile(new URL('../../../manifest.yml', import.meta.url), 'utf8'));
  const entries = await readEntries(config, note);
  const hint = pickExample(entries.map(({ question }) => question));
  // Nobody has asked yet: once the bot runs it offers what is asked most.
  const agentPrompts = agent ? pickPrompts([], entries) : null;
  const manifest = toManifest(base, { ...changes, hint, agentPrompts });
  out(json ? toJson(manifest) : stringify(manifest).trimEnd());
  return 0;
}

/** Without notes, or where they cannot be read, the manifest is as good. */
async function readEntries(config: Config, note: CommandContext['note']): Promise<readonly Entry[]> {
  try {
    const { entries } = await new KnowledgeFolder(toFolderOptions(config)).read(Date.now());
    return entries;
  } catch (error) {
    note(
      `The example beside the command is not from your notes: ${error instanceof Error ? error.message : String(error)}`,
    );
    return [];
  }
}
