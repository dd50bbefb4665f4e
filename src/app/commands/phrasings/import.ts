// `rolecall phrasings import FILE`: wordings out of what an assistant said, into the phrasings files.
import type { Readable } from 'node:stream';
import { text as readAll } from 'node:stream/consumers';
import { readKnowledge } from '../../../files/knowledge-folder.ts';
import { readNamedFile } from '../../../files/read-named-file.ts';
import type { Entry } from '../../../knowledge/entry.ts';
import { enoughWordings } from '../../../quality/standing.ts';
import { count } from '../../../quality/summarize-notes.ts';
import { DraftIds } from '../../../use-cases/phrasings/draft-ids.ts';
import { longestSaid, readProposals } from '../../../use-cases/phrasings/read-proposals.ts';
import { placeProposals } from '../../../use-cases/phrasings/take-proposals.ts';
import { toFolderOptions } from '../../config.ts';
import { type CommandContext, toJson } from '../output.ts';
import { findWrittenLost, openWordings, renderReport, some, toReportJson } from './write-report.ts';

export interface ImportOptions {
  /** A path, or `-` for standard input. */
  readonly file: string;
  readonly all: boolean;
  readonly json: boolean;
}

/**
 * Writes what can be used; `input` is standard input. Returns the exit code: 1 where nothing can, or a file could not be written.
 * Throws where `file` cannot be read.
 */
export async function runImport(
  context: CommandContext,
  { file, all, json }: ImportOptions,
  input: Readable,
): Promise<number> {
  const said = await readSaid(file, input);
  const knowledge = await readKnowledge({ ...toFolderOptions(context.config), now: Date.now });
  const proposals = readProposals(said);
  if (proposals === null) {
    throw new Error(
      `${file === '-' ? 'Standard input' : file} holds no wordings. Save the assistant's whole answer, with its JSON: {"entries": [{"id": "…", "wordings": ["…"]}]}.`,
    );
  }
  const { proposed, unknown } = placeProposals(
    proposals,
    new DraftIds(knowledge.entries),
    (found) => findCommonest(found) ?? knowledge.entries[0]?.note ?? null,
  );
  const wordings = openWordings(context, knowledge, 'drafted');
  await wordings.add(proposed);
  const { report } = wordings;
  const lost = await findWrittenLost(context, report);
  const { isCutOff } = proposals;
  if (json) context.out(toJson({ ...toReportJson(report, lost), unknown, isCutOff }));
  else context.out([...renderUnused(unknown, isCutOff, all), ...renderReport(report, lost, all)].join('\n'));
  return report.faults.length > 0 || (report.kept.length === 0 && unknown.length > 0) ? 1 : 0;
}

/** At most as much as an assistant says. */
async function readSaid(file: string, input: Readable): Promise<string> {
  if (file === '-') return (await readAll(input)).slice(0, longestSaid);
  return await readNamedFile(file, longestSaid);
}

function renderUnused(unknown: readonly string[], isCutOff: boolean, isWhole: boolean): readonly string[] {
  const named = unknown.map((id) => `  ${id.slice(0, 100)}`);
  return [
    ...(unknown.length === 0
      ? []
      : [
          `No entry is called so, or several are and want their note before it (note.md#id); their wordings are left out (${count(unknown.length, 'id')}):`,
          ...some(named, isWhole),
        ]),
    ...(isCutOff
      ? [
          `The answer ends in the middle: what was whole is taken. phrasings prompt asks again for entries with fewer than ${enoughWordings} wordings, with --below 16 also for those that were cut short.`,
        ]
      : []),
  ];
}

/** The note that most of the entries are in. */
function findCommonest(entries: readonly Entry[]): string | null {
  const counts = new Map<string, number>();
  for (const { note } of entries) counts.set(note, (counts.get(note) ?? 0) + 1);
  const [first] = [...counts].sort(([, one], [, other]) => other - one);
  return first?.[0] ?? null;
}
