// What was found in the notes, kind by kind: a whole site has thousands of findings and a handful of kinds. Pure.
import type { Fault } from '../knowledge/fault.ts';

/** Of each kind so many are shown where not all are asked for. */
export const shownOfKind = 3;

/** Findings of one kind together, in the order in which the kinds come: they differ in names and numbers only. */
export function groupFindings<Found extends Pick<Fault, 'problem'> & { readonly severity: string }>(
  findings: readonly Found[],
): readonly (readonly Found[])[] {
  const groups = new Map<string, Found[]>();
  for (const finding of findings) {
    const kind = `${finding.severity} ${finding.problem.replace(/"[^"]*"|“[^”]*”/g, '').replace(/\d+/g, '')}`;
    const group = groups.get(kind);
    if (group === undefined) groups.set(kind, [finding]);
    else group.push(finding);
  }
  return [...groups.values()];
}
