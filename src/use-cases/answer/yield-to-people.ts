// The bot lets people speak first: it waits for them where it is told to, and leaves alone what they have answered.
import { type Decision, silent } from '../../answer/decision.ts';
import { type Message, placeOf, threadOf } from '../../answer/message.ts';
import type { Action } from '../../answer/plan-actions.ts';
import type { OutboxStore } from '../delivery/outbox-store.ts';
import { toMessageKey } from '../delivery/to-message-key.ts';
import { type Chat, ChatError } from '../interfaces/chat.ts';
import type { Clock } from '../interfaces/clock.ts';
import type { TeamRoster } from '../interfaces/team-roster.ts';

export interface YieldDependencies {
  readonly chat: Pick<Chat, 'listRepliers'>;
  readonly roster: TeamRoster;
  readonly outbox: OutboxStore;
  readonly clock: Clock;
  /** So long a question in a channel waits for a person's answer first. */
  readonly answerDelaySeconds: number;
}

/**
 * The decision, or silence where somebody has answered: in a thread that the bot has answered one of the team, else anybody. Slack is
 * asked only where the bot is about to speak without having been spoken to.
 */
export async function yieldToPeople(
  dependencies: YieldDependencies,
  message: Message,
  { decision, isFollowUp, isCatchUp }: { decision: Decision; isFollowUp: boolean; isCatchUp: boolean },
): Promise<Decision> {
  const speaks = decision.kind === 'answer' || decision.kind === 'suggest';
  if (message.surface !== 'channel' || !speaks) return decision;
  const after = isFollowUp ? threadOf(message) : message.ts;
  if (!isFollowUp && !isCatchUp && dependencies.answerDelaySeconds === 0) return decision;
  const others = (await listRepliers(dependencies, message, after)).filter((user) => user !== message.user);
  if (!isFollowUp) return others.length > 0 ? silent('answered-by-person') : decision;
  for (const user of others) if (await dependencies.roster.isMember(user)) return silent('answered-by-person');
  return decision;
}

/** Where Slack does not tell, nobody has answered. */
async function listRepliers({ chat }: YieldDependencies, message: Message, after: string): Promise<readonly string[]> {
  try {
    return await chat.listRepliers({ channel: message.channel, threadTs: threadOf(message) }, after);
  } catch (error) {
    if (error instanceof ChatError) return [];
    throw error;
  }
}

/** True where people may answer first: the question is kept and looked at again when its time is up, also after a restart. */
export async function waitForPeople(
  { outbox, clock, answerDelaySeconds }: YieldDependencies,
  message: Message,
  actions: readonly Action[],
): Promise<boolean> {
  const dueAt = (Number(message.ts) + answerDelaySeconds) * 1000;
  const speaks = actions.some(({ type }) => type !== 'record-open' && type !== 'notify');
  if (message.surface !== 'channel' || !speaks || clock.now() >= dueAt) return false;
  const id = `wait ${toMessageKey(placeOf(message))}`;
  await outbox.keepNew({ id, work: { kind: 'wait', message }, attempts: 0, since: clock.now(), dueAt });
  return true;
}
