// Questions to begin with, for who opens the conversation with the bot: those asked most, then others that the notes answer.
import type { Clock } from '../interfaces/clock.ts';
import type { ReplyStore } from '../interfaces/reply-store.ts';
import type { ListedEntry, Notes } from '../notes/notes.ts';

export interface PromptDependencies {
  readonly replies: Pick<ReplyStore, 'listAnsweredKeys'>;
  readonly notes: Pick<Notes, 'list'>;
  readonly clock: Clock;
}

/** As many as Slack shows. https://docs.slack.dev/reference/methods/assistant.threads.setSuggestedPrompts */
const mostPrompts = 4;
const periodMs = 30 * 86_400_000;
const mostReplies = 500;

/** Rejects where the database or the search fails. */
export async function findPrompts(
  { replies, notes, clock }: PromptDependencies,
  team: string,
): Promise<readonly string[]> {
  const [keys, listed] = await Promise.all([
    replies.listAnsweredKeys(team, clock.now() - periodMs, mostReplies),
    notes.list(),
  ]);
  return pickPrompts(keys, listed);
}

/** `keys`: of the entries asked for, once for each time. Pure. */
export function pickPrompts(
  keys: readonly string[],
  listed: readonly Pick<ListedEntry, 'key' | 'question'>[],
): readonly string[] {
  const times = new Map<string, number>();
  for (const key of keys) times.set(key, (times.get(key) ?? 0) + 1);
  const inOrder = listed.toSorted((one, other) => (times.get(other.key) ?? 0) - (times.get(one.key) ?? 0));
  return [...new Set(inOrder.map(({ question }) => question))].slice(0, mostPrompts);
}
