// What a channel is answered from, as lists show it.
import { isWithin } from '../../knowledge/note-scope.ts';
import { findScope, type SettingsStore } from '../settings/settings-store.ts';
import type { ListedEntry, Notes } from './notes.ts';

export interface ListDependencies {
  readonly notes: Pick<Notes, 'list'>;
  readonly settings: SettingsStore;
}

/** In reading order; elsewhere than in a channel that the team has set those of all notes. */
export async function listEntries(
  { notes, settings }: ListDependencies,
  { team, channel }: { readonly team: string; readonly channel: string },
): Promise<readonly ListedEntry[]> {
  const [listed, scope] = await Promise.all([notes.list(), findScope(settings, team, channel)]);
  return listed.filter(({ note }) => isWithin(note, scope));
}
