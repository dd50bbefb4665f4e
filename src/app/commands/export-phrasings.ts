// `rolecall export-phrasings`: what the team taught in Slack becomes a change to the phrasings files, to be reviewed in git.

import { readKnowledge } from '../../files/knowledge-folder.ts';
import { writePhrasings } from '../../files/write-phrasings.ts';
import { type ExportReport, exportPhrasings, type VanishedEntry } from '../../use-cases/learn/export-phrasings.ts';
import { toFolderOptions } from '../config.ts';
import { type CommandContext, toJson } from './output.ts';
import { withState } from './with-state.ts';

export interface ExportOptions {
  /** `KEY=KEY`: an entry that vanished, and the one that it is now. */
  readonly renames: readonly string[];
  readonly json: boolean;
}

/** Writes the files. Returns the exit code: 1 where one could not be written. Throws where a rename names no entry. */
export async function runExportPhrasings(context: CommandContext, options: ExportOptions): Promise<number> {
  const { config, out } = context;
  const renames = new Map(options.renames.map(parseRename));
  const { entries } = await readKnowledge({ ...toFolderOptions(config), now: Date.now });
  const report = await withState(context, async ({ learned }) => {
    const write = async (note: string, wordings: ReadonlyMap<string, readonly string[]>) =>
      await writePhrasings(config.KNOWLEDGE_DIR, note, wordings);
    return await exportPhrasings({ learned, writePhrasings: write, entries, clock: { now: Date.now } }, renames);
  });
  out(options.json ? toJson(report) : renderReport(report));
  return report.faults.length === 0 ? 0 : 1;
}

function parseRename(rename: string): readonly [string, string] {
  const [from, to] = rename.split('=');
  if (from === undefined || to === undefined)
    throw new Error(`--rename takes two keys, as 0123456789abcdef=fedcba9876543210, not ${rename}.`);
  return [from, to];
}

function renderReport({ files, faults, vanished }: ExportReport): string {
  const lines = [
    ...files.map(({ file, added }) => `${file}: ${added} added`),
    ...faults.map(({ file, problem }) => `${file}: not written. ${problem}`),
    ...vanished.map(toVanishedLine),
  ];
  return lines.length === 0 ? 'Nothing new was learned.' : lines.join('\n');
}

function toVanishedLine({ entryKey, note, entryId, wordings, renamed }: VanishedEntry): string {
  const gone = `${note} has no entry "${entryId}" any more; ${wordings.length} learned wordings wait for it.`;
  return renamed === null ? gone : `${gone} If "${renamed.id}" is its new name: --rename ${entryKey}=${renamed.key}`;
}
