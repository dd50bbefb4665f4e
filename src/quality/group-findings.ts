// What was found in the notes, kind by kind: a whole site has thousands of findings and a handful of kinds. Pure.
import type { Fault } from '../knowledge/fault.ts';

/** Of each kind so many are shown where not all are asked for. */
export const shownOfKind = 3;

/** What differs from finding to finding: what stands in quotation marks, addresses, paths of notes. */
const names = /".*"|“.*”|https?:\S+|\bin (?:this note|\S+\.\w+)|\((?:this note|\S+\.\w+)\)/gs;
const order = ['error', 'warning', 'hint'];

/** Findings of one kind together, the graver ones first: they differ in names and numbers only. */
export function groupFindings<Found extends Pick<Fault, 'problem'> & { readonly severity: string }>(
  findings: readonly Found[],
): readonly (readonly Found[])[] {
  const groups = new Map<string, Found[]>();
  for (const finding of findings) {
    const plain = finding.problem.replace(names, '').replace(/\d+/g, '');
    const kind = `${finding.severity} ${plain}`;
    const group = groups.get(kind);
    if (group === undefined) groups.set(kind, [finding]);
    else group.push(finding);
  }
  const rank = ([first]: readonly Found[]): number => order.indexOf(first?.severity ?? '');
  return [...groups.values()].sort((one, other) => rank(one) - rank(other));
}
