// One answer for a group of questions that mean the same: it comes into the thread of each of them, once, and the group is done.
import { refreshCard } from '../ask-team/team-cards.ts';
import type { TeamDependencies } from '../ask-team/team-dependencies.ts';
import type { Closing } from '../ask-team/team-question-store.ts';
import { type Delivery, isSent } from '../delivery/deliver.ts';
import { type Brought, deliverToAsker } from '../delivery/deliver-to-asker.ts';
import { isCommand } from '../delivery/is-command.ts';
import { markQuestion } from '../delivery/mark-question.ts';
import type { StoredOpenQuestion } from '../interfaces/open-question-store.ts';

/** A question by where and by whom it was asked. */
export type GroupQuestion = Pick<StoredOpenQuestion, 'team' | 'channel' | 'ts' | 'threadTs' | 'position' | 'user'>;

export interface Bringing {
  /** What is posted for a question, with the claim of its own that it needs. */
  readonly toBrought: (question: GroupQuestion) => Brought;
  /** How the question's messages in the team channel are closed, where there are any. */
  readonly closing: Closing;
}

export interface BroughtToGroup {
  /** What came of the thread that was asked for: of the first. */
  readonly first: Delivery;
  /** In how many threads it stands by this, and in how many Slack refused it: those stay unanswered. */
  readonly threads: number;
  readonly refused: number;
}

/** `group`: the one that was asked for first. Rejects where the database fails. */
export async function bringToGroup(
  dependencies: TeamDependencies,
  group: readonly GroupQuestion[],
  bringing: Bringing,
): Promise<BroughtToGroup> {
  const deliveries: Delivery[] = [];
  for (const thread of toThreads(group)) deliveries.push(await bringToThread(dependencies, thread, bringing));
  const [first = { kind: 'question-gone' }] = deliveries;
  return {
    first,
    threads: deliveries.filter(isSent).length,
    refused: deliveries.filter(({ kind }) => kind === 'refused').length,
  };
}

/** How many threads it would come into. */
export function countThreads(group: readonly GroupQuestion[]): number {
  return toThreads(group).length;
}

/** Who asked twice in one thread, or by the slash command, reads it once. */
function toThreads(group: readonly GroupQuestion[]): readonly (readonly GroupQuestion[])[] {
  const threads = new Map<string, GroupQuestion[]>();
  for (const question of group) {
    const { channel, ts, threadTs, user } = question;
    const key = isCommand(ts) ? (user ?? '') : `${channel} ${threadTs ?? ts}`;
    threads.set(key, [...(threads.get(key) ?? []), question]);
  }
  return [...threads.values()];
}

async function bringToThread(
  dependencies: TeamDependencies,
  thread: readonly GroupQuestion[],
  { toBrought, closing }: Bringing,
): Promise<Delivery> {
  const waiting: GroupQuestion[] = [];
  for (const question of thread) if (await isWaiting(dependencies, question)) waiting.push(question);
  const [question] = waiting;
  if (question === undefined) return { kind: 'claimed-already' };
  const place = { ...question, threadTs: question.threadTs ?? null, asker: question.user };
  const delivery = await deliverToAsker(dependencies, place, toBrought(question));
  if (delivery.kind === 'refused') return delivery;
  for (const each of waiting) await settle(dependencies, each, closing);
  if (isSent(delivery)) for (const each of waiting) await markQuestion(dependencies, each, 'answered');
  return delivery;
}

/** Somebody may have answered it since the group was shown. */
async function isWaiting(
  { openQuestions }: TeamDependencies,
  { team, channel, ts, position }: GroupQuestion,
): Promise<boolean> {
  return (await openQuestions.listFor(team, channel, ts)).some((each) => each.position === position);
}

/** It waits no more; what the team channel asks about its message is closed once nothing of that message waits. */
async function settle(dependencies: TeamDependencies, question: GroupQuestion, closing: Closing): Promise<void> {
  const { clock, openQuestions, subscriptions, teamQuestions } = dependencies;
  const { team, channel, ts } = question;
  await openQuestions.remove(question);
  // What somebody wrote is not in the notes: once it is, its askers are told all the same.
  if (closing.state === 'linked') await subscriptions.settle(team, channel, ts, clock.now());
  if ((await openQuestions.listFor(team, channel, ts)).length > 0) return;
  for (const { id } of await teamQuestions.listByQuestion(team, channel, ts))
    if (await teamQuestions.close(id, closing)) await refreshCard(dependencies, id);
}
