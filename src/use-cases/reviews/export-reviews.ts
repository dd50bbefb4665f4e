// What was renewed becomes a change to the front matter of the notes, for review in git.
import { putReview } from '../../knowledge/drafts/put-review.ts';
import { parseFrontMatter } from '../../knowledge/front-matter/parse-front-matter.ts';
import { readReviews } from '../../knowledge/front-matter/read-reviews.ts';
import type { DraftExport, NoteChange, NoteFiles } from '../drafts/export-drafts.ts';
import type { Clock } from '../interfaces/clock.ts';
import type { ReviewStore } from './review-store.ts';

/**
 * Goes on from what `exported` has changed. With `writes` the notes are changed and the renewals are done; else only what would change is
 * told. Rejects where a note cannot be read or written.
 */
export async function exportReviews(
  {
    reviews,
    files,
    clock,
  }: {
    readonly reviews: Pick<ReviewStore, 'listToExport' | 'markExported'>;
    readonly files: NoteFiles;
    readonly clock: Clock;
  },
  exported: DraftExport,
  { writes }: { readonly writes: boolean },
): Promise<DraftExport> {
  const waiting = await reviews.listToExport();
  const changes = new Map(exported.changes.map((change) => [change.file, change]));
  const faults = [...exported.faults];
  for (const { id, note, entryId, review, renewedTo } of waiting) {
    if (renewedTo === null) continue;
    const file = files.locate(note);
    const known = changes.get(file);
    const text = known?.after ?? (await files.read(file));
    // The note wins: what says another date by now, or none, is renewed already.
    const isOpen = text !== null && findDate(text, entryId) === review;
    const after = isOpen ? putReview(text, entryId, renewedTo) : text;
    if (after === null && text !== null) {
      const where = entryId === null ? '"review"' : `"review" of "${entryId}" under "owners"`;
      const problem = `Write ${renewedTo} as ${where} into its front matter by hand.`;
      faults.push({ file, question: entryId ?? note, problem });
      continue;
    }
    const isChanged = text !== null && after !== null && after !== text;
    if (isChanged) {
      const change: NoteChange = known ?? { file, before: text, after, added: [], corrected: [] };
      changes.set(file, { ...change, after, renewed: (change.renewed ?? 0) + 1 });
    }
    if (!writes) continue;
    if (isChanged) await files.write(file, after);
    await reviews.markExported([id], clock.now());
  }
  return { changes: [...changes.values()], faults };
}

/** The date that the note gives now. */
function findDate(text: string, entryId: string | null): string | null {
  const { fields } = parseFrontMatter(text.replaceAll('\r\n', '\n'));
  return readReviews(fields).find((each) => each.entryId === entryId)?.review ?? null;
}
