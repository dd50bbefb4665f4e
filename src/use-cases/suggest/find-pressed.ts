// The suggestion behind a button, if it may still be pressed: by its asker, for the question as it stands, while nobody has answered.

import { findLink } from '../delivery/find-link.ts';
import type { ChangeStore } from '../edits/change-store.ts';
import { type Chat, ChatError } from '../interfaces/chat.ts';
import type { ReplyStore } from '../interfaces/reply-store.ts';
import type { StoredSuggestion, SuggestionStore } from './suggestion-store.ts';

export interface PressedDependencies {
  readonly suggestions: SuggestionStore;
  readonly changes: ChangeStore;
  readonly replies: ReplyStore;
  readonly chat: Chat;
}

/** Who pressed where, said by Slack, and the key that the button carries. */
export interface SuggestionPress {
  readonly team: string;
  readonly channel: string;
  readonly user: string;
  readonly key: string;
}

/** Why nothing can be done with it any more. `answered`: with a link to what stands in the thread, or null where Slack gives none. */
export type Unpressable =
  | { readonly kind: 'gone' | 'not-yours' | 'question-gone' | 'question-edited' }
  | { readonly kind: 'answered'; readonly permalink: string | null };

export type Pressed = Unpressable | { readonly kind: 'open'; readonly suggestion: StoredSuggestion };

/** The suggestion of this person's, or why it is not theirs to press. */
export async function findOwn(
  { suggestions }: Pick<PressedDependencies, 'suggestions'>,
  { team, channel, user, key }: SuggestionPress,
): Promise<Pressed> {
  const suggestion = await suggestions.find(key);
  if (suggestion === null || suggestion.team !== team || suggestion.channel !== channel) return { kind: 'gone' };
  return suggestion.asker === user ? { kind: 'open', suggestion } : { kind: 'not-yours' };
}

/** Looks at everything that may have happened since. Rejects where the database fails. */
export async function findPressed(dependencies: PressedDependencies, press: SuggestionPress): Promise<Pressed> {
  const own = await findOwn(dependencies, press);
  if (own.kind !== 'open') return own;
  const { suggestion } = own;
  const change = await dependencies.changes.find(suggestion);
  if (change !== null && change.message === null) return { kind: 'question-gone' };
  if (change !== null && change.message?.text !== suggestion.text) return { kind: 'question-edited' };
  return (await findAnswered(dependencies, suggestion)) ?? own;
}

/** What has answered the question meanwhile, the bot or a person; null where nothing has. */
export async function findAnswered(
  dependencies: Pick<PressedDependencies, 'chat' | 'replies'>,
  { team, channel, ts, threadTs, asker }: StoredSuggestion,
): Promise<Unpressable | null> {
  const posted = (await dependencies.replies.listForQuestion(team, channel, ts)).find(({ kind }) => kind === 'answer');
  if (posted !== undefined) return { kind: 'answered', permalink: await findLink(dependencies, posted) };
  try {
    const reply = await dependencies.chat.findReplyAfter({ channel, threadTs: threadTs ?? ts }, ts, asker);
    return reply === null
      ? null
      : { kind: 'answered', permalink: await findLink(dependencies, { channel, ts: reply }) };
  } catch (error) {
    if (!(error instanceof ChatError)) throw error;
    // Where Slack does not tell, the person who asked knows best.
    return error.code === 'thread_not_found' ? { kind: 'question-gone' } : null;
  }
}
