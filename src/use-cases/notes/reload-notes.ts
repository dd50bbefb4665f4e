// The team has the notes read anew.
import type { TeamRoster } from '../interfaces/team-roster.ts';
import type { KnowledgeKeeper } from './keep-knowledge.ts';
import type { NotesSummary } from './notes.ts';

export interface ReloadDependencies {
  readonly keeper: KnowledgeKeeper;
  readonly roster: TeamRoster;
}

/** What the notes hold now. Null for who is not in the team. Rejects where the folder cannot be read. */
export async function reloadNotes({ keeper, roster }: ReloadDependencies, user: string): Promise<NotesSummary | null> {
  return (await roster.isMember(user)) ? await keeper.reload() : null;
}
