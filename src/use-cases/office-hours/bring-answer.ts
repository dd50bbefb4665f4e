// An answer comes to everybody who asked the question.

import type { HoursPosting } from '../../office-hours/posting.ts';
import type { Asking, Session, SessionQuestion } from '../../office-hours/session.ts';
import type { TeamDependencies } from '../ask-team/team-dependencies.ts';
import { deliver, isSent } from '../delivery/deliver.ts';
import { findLink } from '../delivery/find-link.ts';
import { markQuestion } from '../delivery/mark-question.ts';

/** Below each message that asks it. Gives how many threads Slack refused. */
export async function bringToThreads(
  dependencies: TeamDependencies,
  session: Session,
  { askings, toPosting }: { askings: readonly Asking[]; toPosting: (asking: Asking) => HoursPosting },
): Promise<number> {
  const { team, channel } = session;
  let refused = 0;
  for (const asking of askings) {
    const delivery = await deliver(dependencies, {
      claim: { team, channel, ts: asking.id, purpose: 'session' },
      to: { channel, threadTs: asking.threadTs ?? asking.ts },
      posting: toPosting(asking),
      record: { kind: 'nothing' },
    });
    if (isSent(delivery)) {
      await dependencies.openQuestions.removeFor(team, channel, asking.ts);
      await markQuestion(dependencies, { team, channel, ts: asking.ts });
    } else if (delivery.kind !== 'claimed-already') refused += 1;
  }
  return refused;
}

/** Who asks what was answered before reads where; nothing is said twice in full. */
export async function bringEarlier(
  dependencies: TeamDependencies,
  session: Session,
  { question, askings }: { readonly question: SessionQuestion; readonly askings: readonly Asking[] },
): Promise<void> {
  if (question.state !== 'notes' && question.state !== 'live') return;
  const [first] = question.askings;
  if (first === undefined) return;
  const link = first.link ?? (await findLink(dependencies, { channel: session.channel, ts: first.ts }));
  if (link === null) return;
  const { heading } = question;
  await bringToThreads(dependencies, session, { askings, toPosting: () => ({ kind: 'hours-earlier', heading, link }) });
}
