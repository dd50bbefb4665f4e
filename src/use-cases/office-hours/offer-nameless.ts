// A question in a direct message while office hours run: shall it be asked there, without a name? Nothing is done unasked.
import type { Decision } from '../../answer/decision.ts';
import type { Message } from '../../answer/message.ts';
import { toTypedText } from '../../answer/reading/typed-text.ts';
import type { Session } from '../../office-hours/session.ts';
import { type DeliverDependencies, deliver } from '../delivery/deliver.ts';
import { ChatError } from '../interfaces/chat.ts';
import type { TeamRoster } from '../interfaces/team-roster.ts';
import { askNameless, type NamelessLimit, type NamelessOutcome } from './ask-nameless.ts';
import type { SessionDependencies } from './session-dependencies.ts';

/** Once for each message, and only where the notes do not answer it. */
export async function offerNameless(
  dependencies: DeliverDependencies & { readonly roster: TeamRoster },
  message: Message,
  { kind, questions }: Decision,
): Promise<void> {
  if (message.surface !== 'direct' || kind === 'answer') return;
  if (questions.every(({ reason }) => reason === 'asks-nothing')) return;
  const session = await findSession(dependencies, message);
  if (session === null || (await dependencies.roster.isMember(message.user))) return;
  const { team, channel, ts, threadTs } = message;
  await deliver(dependencies, {
    claim: { team, channel, ts, purpose: 'session' },
    to: { channel, threadTs },
    posting: { kind: 'hours-offer', channel: session.channel, ts },
    record: { kind: 'nothing' },
  });
}

/** The newest that this person can see. */
async function findSession({ chat, sessions }: DeliverDependencies, { team, user }: Message): Promise<Session | null> {
  for (const session of await sessions.listRunning(team)) {
    try {
      if (await chat.isPersonIn(session.channel, user)) return session;
    } catch (error) {
      if (!(error instanceof ChatError)) throw error;
    }
  }
  return null;
}

/** The message behind the button. */
export interface OfferPress {
  readonly team: string;
  readonly user: string;
  /** The direct message, as Slack says; the other two come back with the button. */
  readonly direct: string;
  readonly channel: string;
  readonly ts: string;
}

/** Asks it without a name; what is kept of the direct message loses its words and who wrote it. */
export async function acceptOffer(
  dependencies: SessionDependencies & { readonly namelessLimit: NamelessLimit },
  { team, user, direct, channel, ts }: OfferPress,
): Promise<NamelessOutcome> {
  const text = await dependencies.chat.findText(direct, ts);
  const once = `${direct} ${ts}`;
  const outcome = await askNameless(dependencies, { team, channel, user, text: toTypedText(text ?? '').text, once });
  if (outcome.kind === 'asked') await dependencies.sessions.unname(team, direct, ts);
  return outcome;
}
