// A quiet suggestion: kept, then shown to the asker alone.
import { type Message, placeOf } from '../../answer/message.ts';
import type { Action } from '../../answer/plan-actions.ts';
import type { Entry } from '../../knowledge/entry.ts';
import { type Chat, ChatError } from '../interfaces/chat.ts';
import type { Clock } from '../interfaces/clock.ts';
import type { Logger } from '../interfaces/logger.ts';
import type { Notes } from '../notes/notes.ts';
import { pauseMs } from './find-withheld.ts';
import type { StoredSuggestion, SuggestionStore } from './suggestion-store.ts';

/** What becomes of quiet suggestions, for whoever counts. `unseen`: Slack could not show it. */
export type SuggestionEvent = 'offered' | 'unseen' | 'shown' | 'posted' | 'refused' | 'passed-on' | 'stopped';

export interface SuggestDependencies {
  readonly chat: Chat;
  readonly suggestions: SuggestionStore;
  readonly notes: Notes;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly newId: () => string;
  readonly onSuggestion: (event: SuggestionEvent) => void;
}

/** Once for each message, whatever Slack delivers twice. Where it cannot be shown, nothing is said. Rejects where the database fails. */
export async function suggestQuietly(
  dependencies: SuggestDependencies,
  message: Message,
  { question, position, entryKeys }: Extract<Action, { type: 'suggest' }>,
): Promise<void> {
  const { suggestions, clock, newId } = dependencies;
  const { threadTs, user: asker, text } = message;
  const offer = { question, position, text, entryKeys, state: 'offered', offeredAt: clock.now() } as const;
  const suggestion: StoredSuggestion = { key: newId(), ...placeOf(message), threadTs, asker, ...offer };
  if (!(await suggestions.add(suggestion))) return;
  if (await isCrowdedOut(suggestions, suggestion)) await suggestions.remove(suggestion.key);
  else await show(dependencies, suggestion);
}

/** Of two messages at one moment, whoever decides about them, one gets its suggestion. */
async function isCrowdedOut(suggestions: SuggestionStore, own: StoredSuggestion): Promise<boolean> {
  const [other] = await suggestions.listLatest({ team: own.team, user: own.asker }, 1, own.ts);
  if (other === undefined || Math.abs(own.offeredAt - other.offeredAt) >= pauseMs) return false;
  return `${other.offeredAt} ${other.key}` < `${own.offeredAt} ${own.key}`;
}

async function show(dependencies: SuggestDependencies, suggestion: StoredSuggestion): Promise<void> {
  const { chat, suggestions, logger, onSuggestion } = dependencies;
  const { team, channel, ts, threadTs, asker } = suggestion;
  const entries = await findSuggested(dependencies, suggestion);
  try {
    await chat.suggest({ channel, threadTs, user: asker }, { ...suggestion, entries });
    onSuggestion('offered');
    logger.info({ team, channel, ts }, 'Suggested quietly');
  } catch (error) {
    if (!(error instanceof ChatError)) throw error;
    // Where nobody knows, the person may look at it.
    if (error.failure !== 'unanswered') await suggestions.remove(suggestion.key);
    onSuggestion('unseen');
    logger.info({ team, channel, ts, code: error.code }, 'A suggestion could not be shown');
  }
}

/** The entries as the notes have them now, each at its place; null where one is gone. */
export async function findSuggested(
  { notes }: { readonly notes: Pick<Notes, 'findAll'> },
  { entryKeys }: Pick<StoredSuggestion, 'entryKeys'>,
): Promise<readonly (Entry | null)[]> {
  const found = await notes.findAll(entryKeys);
  return entryKeys.map((key) => found.get(key) ?? null);
}
