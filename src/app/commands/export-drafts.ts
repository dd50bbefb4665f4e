// `rolecall export-drafts`: what the team wrote in Slack and took, and what it found still right, becomes a change to the notes, for review in git.
import { posix } from 'node:path';
import { readKnowledge } from '../../files/knowledge-folder.ts';
import { openNoteFiles } from '../../files/note-files.ts';
import { toPatch } from '../../knowledge/drafts/to-patch.ts';
import { type DraftExport, exportDrafts, type NoteChange } from '../../use-cases/drafts/export-drafts.ts';
import { exportReviews } from '../../use-cases/reviews/export-reviews.ts';
import { toFolderOptions } from '../config.ts';
import { type CommandContext, toJson } from './output.ts';
import { withState } from './with-state.ts';

export interface ExportDraftsOptions {
  /** Print a patch instead of writing the notes; the drafts stay to be exported. */
  readonly patch: boolean;
  readonly json: boolean;
}

/** Returns the exit code: 1 where a draft could not be put in its place. */
export async function runExportDrafts(context: CommandContext, { patch, json }: ExportDraftsOptions): Promise<number> {
  const { config, note: tell, out } = context;
  const files = await openNoteFiles(config.KNOWLEDGE_DIR);
  const knowledge = await readKnowledge({ ...toFolderOptions(config), now: Date.now });
  const clock = { now: Date.now };
  const report = await withState(context, async ({ drafts, reviews }) => {
    const exported = await exportDrafts({ drafts, knowledge, files, clock }, { writes: !patch });
    return await exportReviews({ reviews, files, clock }, exported, { writes: !patch });
  });
  if (json) out(toJson(toSummary(report, patch ? files.below : null)));
  else if (patch) {
    for (const fault of report.faults) tell(toFaultLine(fault));
    const text = report.changes.map((change) => toChangePatch(change, files.below)).join('');
    // A line of context may be empty, so that nothing but the last line end is left to `out`.
    if (text !== '') out(text.slice(0, -1));
  } else out(renderReport(report));
  return report.faults.length === 0 ? 0 : 1;
}

function toChangePatch({ file, before, after }: NoteChange, below: string): string {
  return toPatch(posix.join(below, file), before, after);
}

function toSummary({ changes, faults }: DraftExport, below: string | null): object {
  const files = changes.map((change) => ({
    file: change.file,
    added: change.added,
    corrected: change.corrected,
    renewed: change.renewed ?? 0,
    wordings: change.wordings ?? 0,
    ...(below === null ? {} : { patch: toChangePatch(change, below) }),
  }));
  return { files, faults };
}

function renderReport({ changes, faults }: DraftExport): string {
  const lines = [...changes.map(toChangeLine), ...faults.map(toFaultLine)];
  return lines.length === 0 ? 'No draft waits that the team has taken, and no date to renew.' : lines.join('\n');
}

function toChangeLine({ file, added, corrected, renewed = 0, wordings }: NoteChange): string {
  if (wordings !== undefined) return `${file}: ${wordings} phrasing${wordings === 1 ? '' : 's'} added`;
  const dates = renewed === 0 ? '' : `, ${renewed} review date${renewed === 1 ? '' : 's'} renewed`;
  return `${file}: ${added.length} added, ${corrected.length} corrected${dates}`;
}

function toFaultLine({ file, question, problem }: DraftExport['faults'][number]): string {
  if (question === '') return problem;
  return `${file}: not put in place: “${question}”. ${problem}`;
}
