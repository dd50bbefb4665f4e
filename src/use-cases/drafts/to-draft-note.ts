// The note that a draft entry goes into: one that its channel is answered from. Pure.
import type { NoteScope } from '../../knowledge/note-scope.ts';

/** What the team answered in Slack stands together until somebody puts it in order. */
const ownNote = 'answers-from-slack.md';

/** `scope`: the notes of the channel in which it was asked. A chosen note takes it itself. */
export function toDraftNote(scope: NoteScope): string {
  const [chosen = ''] = scope;
  return chosen === '' || chosen.endsWith('/') ? `${chosen}${ownNote}` : chosen;
}
