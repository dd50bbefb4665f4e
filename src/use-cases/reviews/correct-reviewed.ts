// *Edit*: what the owner of an entry would rather have it say becomes a draft of the team's, as a correction under an answer does.
import type { Entry } from '../../knowledge/entry.ts';
import { toEntryKey } from '../../knowledge/entry-key.ts';
import { tidyMarkdown } from '../../knowledge/markup/tidy-markdown.ts';
import { toAnswerPrint } from '../../knowledge/meanwhile-answer.ts';
import type { DraftEntry, DraftStore } from '../drafts/draft-store.ts';
import type { Clock } from '../interfaces/clock.ts';
import { findReviewed, type NotReviewed, type ReviewedDependencies, type ReviewPress } from './find-reviewed.ts';

export interface CorrectDependencies extends ReviewedDependencies {
  readonly drafts: DraftStore;
  readonly clock: Clock;
  /** A fresh id that nobody can guess. */
  readonly newId: () => string;
}

/** `drafted-already`: the team's own words stand in its place at the moment. */
export type CorrectOutcome = NotReviewed | 'drafted-already' | 'unchanged' | 'note-changed' | 'kept';

/** The entry whose answer is to be edited, with what names that answer. */
export async function findCorrected(
  dependencies: ReviewedDependencies,
  press: ReviewPress,
): Promise<{ readonly entry: Entry; readonly print: string } | NotReviewed | 'drafted-already'> {
  const reviewed = await findReviewed(dependencies, press);
  if (typeof reviewed === 'string') return reviewed;
  const { note, entryId } = reviewed.found;
  const entry = entryId === null ? null : await dependencies.notes.find(toEntryKey(note, entryId));
  if (entry === null) return 'gone';
  return entry.meanwhile === undefined ? { entry, print: toAnswerPrint(entry.answer) } : 'drafted-already';
}

/** `print`: of the answer that was shown for editing; `typed`: Markdown. */
export async function correctReviewed(
  dependencies: CorrectDependencies,
  press: ReviewPress,
  { print, typed }: { readonly print: string; readonly typed: string },
): Promise<CorrectOutcome> {
  const { chat, clock, drafts, newId } = dependencies;
  const found = await findCorrected(dependencies, press);
  if (typeof found === 'string') return found;
  const { entry } = found;
  if (found.print !== print) return 'note-changed';
  const answer = tidyMarkdown(typed);
  if (answer === '' || toAnswerPrint(answer) === print) return 'unchanged';
  const id = newId();
  const draft: DraftEntry = {
    ...{ id, team: press.team, channel: 'reviews', ts: `review:${id}`, threadTs: null, asker: null },
    ...{ author: press.user, authorName: (await chat.findName(press.user)) ?? '' },
    ...{ question: entry.question, answer, note: entry.note, entryId: entry.id, corrects: print },
    ...{ state: 'kept', decidedBy: null, releasedAt: null, exportedAt: null, writtenAt: clock.now() },
  };
  await drafts.add(draft);
  return 'kept';
}
