// In the linking modal: another entry is chosen, or searched for.
import type { Entry } from '../../knowledge/entry.ts';
import type { TeamDependencies } from '../ask-team/team-dependencies.ts';
import type { LinkDraft } from './link-draft-store.ts';
import { type LinkForm, toLinkForm } from './prepare-link.ts';

export interface EntryChoice {
  readonly team: string;
  readonly user: string;
  readonly draftId: string;
  /** Null: nothing is chosen, and what was stays. */
  readonly entryKey: string | null;
}

export type ChoiceResult =
  | { readonly kind: 'chosen'; readonly form: LinkForm }
  | { readonly kind: 'team-only' | 'gone' | 'entry-gone' };

/** Only who opened the modal may choose in it, and only while they are in the team. */
export async function chooseEntry(dependencies: TeamDependencies, choice: EntryChoice): Promise<ChoiceResult> {
  const draft = await findOwnDraft(dependencies, choice);
  if (typeof draft === 'string') return { kind: draft };
  if (choice.entryKey === null) return { kind: 'chosen', form: await toLinkForm(dependencies, draft) };
  if ((await dependencies.notes.find(choice.entryKey)) === null) return { kind: 'entry-gone' };
  const chosen: LinkDraft = { ...draft, chosen: choice.entryKey };
  await dependencies.linkDrafts.save(chosen);
  return { kind: 'chosen', form: await toLinkForm(dependencies, chosen) };
}

/** The draft, for its opener; else why not. */
export async function findOwnDraft(
  { roster, linkDrafts }: Pick<TeamDependencies, 'roster' | 'linkDrafts'>,
  { team, user, draftId }: Pick<EntryChoice, 'team' | 'user' | 'draftId'>,
): Promise<LinkDraft | 'team-only' | 'gone'> {
  if (!(await roster.isMember(user))) return 'team-only';
  const draft = await linkDrafts.find(draftId);
  return draft === null || draft.team !== team || draft.openedBy !== user ? 'gone' : draft;
}

/** Type-ahead over all entries, for the team only: for anybody else there is nothing. */
export async function completeEntries(
  { roster, searcher }: Pick<TeamDependencies, 'roster' | 'searcher'>,
  { user, typed, limit }: { readonly user: string; readonly typed: string; readonly limit: number },
): Promise<readonly Entry[]> {
  return (await roster.isMember(user)) ? await searcher.complete(typed, limit) : [];
}
