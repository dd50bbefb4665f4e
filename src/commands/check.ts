// `rolecall check`: the notes doctor.
import { createKnowledgeSource } from '../compose-search.ts';
import { examineNotes, type Finding } from '../quality/doctor.ts';
import { type CommandContext, toJson } from './output.ts';

const marks: Readonly<Record<Finding['severity'], string>> = { error: 'Error', warning: 'Warning', hint: 'Hint' };

/** Prints what could be better in the notes, faults first. Returns the exit code: 1 where something is an error. */
export async function runCheck(context: CommandContext, { json }: { readonly json: boolean }): Promise<number> {
  const { config, out } = context;
  const knowledge = await createKnowledgeSource(config, Date.now).read();
  const findings = examineNotes(knowledge, { now: Date.now(), staleAfterDays: config.STALE_AFTER });
  if (json) out(toJson(findings));
  else out([...findings.map(toLine), toSummary(knowledge.entries.length, findings)].join('\n'));
  return findings.some(({ severity }) => severity === 'error') ? 1 : 0;
}

function toLine({ severity, file, line, problem, mend }: Finding): string {
  return `${marks[severity]}: ${file}${line === null ? '' : `:${line}`}\n  ${problem}\n  ${mend}`;
}

function toSummary(entries: number, findings: readonly Finding[]): string {
  const counts = (['error', 'warning', 'hint'] as const).map((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return `${count} ${severity}${count === 1 ? '' : 's'}`;
  });
  return `${entries} entries: ${counts.join(', ')}.`;
}
