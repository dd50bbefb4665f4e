// Keeps the promises of *Tell me when this is answered*: looks after each change of the notes whether one can be kept.
import { toAnswerPart } from '../../answer/plan-actions.ts';
import type { AnswerReply } from '../../answer/reply/reply.ts';
import type { Match } from '../../search/match.ts';
import type { TeamDependencies } from '../ask-team/team-dependencies.ts';
import { deliverToAsker } from '../delivery/deliver-to-asker.ts';
import { findScope } from '../settings/settings-store.ts';
import type { Subscription } from './subscription-store.ts';

/** Goes through all promises, one after another. Rejects where the search or the database fails. */
export async function notifySubscribers(dependencies: TeamDependencies): Promise<void> {
  for (const subscription of await dependencies.subscriptions.list()) await notifyOne(dependencies, subscription);
}

/** What Slack refuses is tried again with the next change; of what is still on its way the claim knows. */
async function notifyOne(dependencies: TeamDependencies, wait: Subscription): Promise<void> {
  const { clock, subscriptions, logger } = dependencies;
  const { team, channel, ts } = wait;
  const matches = await findNew(dependencies, wait);
  if (matches.length === 0) return;
  const { kind } = await deliverToAsker(dependencies, wait, {
    claim: { team, channel, ts, purpose: 'told' },
    posting: toReply(dependencies, matches),
    purpose: 'linked',
  });
  if (kind !== 'posted' && kind !== 'question-gone') return;
  await subscriptions.settle(team, channel, ts, clock.now());
  logger.info({ team, channel, ts, kind }, 'Told the asker that the question is answered now');
}

/** For each question the entry that answers it for certain enough, if the asker has not seen it. */
async function findNew(
  { searcher, replies, settings }: TeamDependencies,
  { team, channel, ts, threadTs, questions, seen }: Subscription,
): Promise<readonly Match[]> {
  const { results, thresholds } = await searcher.match(questions, await findScope(settings, team, channel));
  const earlier = await replies.listInThread(team, channel, threadTs ?? ts);
  const shown = earlier.flatMap(({ kind, entries }) => (kind === 'answer' ? entries : []));
  const known = new Set([...seen, ...shown.map(({ entryKey }) => entryKey)]);
  const byKey = new Map<string, Match>();
  for (const { matches } of results) {
    const [best] = matches;
    const isNew = best !== undefined && best.confidence >= thresholds.answerWhenAsked && !known.has(best.entry.key);
    if (isNew) byKey.set(best.entry.key, best);
  }
  return [...byKey.values()];
}

function toReply({ clock, staleAfterDays }: TeamDependencies, matches: readonly Match[]): AnswerReply {
  const context = { now: clock.now(), staleAfterDays };
  return {
    kind: 'answer',
    parts: matches.map((match) => toAnswerPart(match, null, context)),
    alreadyAnswered: [],
    notCovered: [],
    byline: { kind: 'told', by: '', to: null, sentence: null },
  };
}
