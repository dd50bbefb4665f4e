// Office hours begin and end.
import { cutCharacters } from '../../answer/reading/cut-characters.ts';
import { type Session, silenceMs } from '../../office-hours/session.ts';
import type { SessionDependencies } from './session-dependencies.ts';
import { refreshSession, showPart, toStart } from './show-session.ts';

interface Place {
  readonly team: string;
  readonly channel: string;
  readonly user: string;
}

export type StartOutcome =
  | { readonly kind: 'started' | 'team-only' | 'running' | 'not-here' }
  | { readonly kind: 'refused'; readonly code: string };

const longestTitle = 100;

/** Only the team may; one runs in a channel, and none in the team's own, where nobody's question would be collected. `title`: plain text. Where Slack does not take the first message there is no session. */
export async function startSession(
  dependencies: SessionDependencies,
  { team, channel, user, title }: Place & { readonly title: string },
): Promise<StartOutcome> {
  const { chat, clock, logger, newId, roster, sessions, teamChannel } = dependencies;
  if (!(await roster.isMember(user))) return { kind: 'team-only' };
  if (channel === teamChannel) return { kind: 'not-here' };
  const fresh = {
    ...{ id: newId(), team, channel, title: cutCharacters(title.replace(/\s+/g, ' ').trim(), longestTitle) },
    ...{ host: user, hostName: (await chat.findName(user)) ?? '', startedAt: clock.now() },
  };
  if (!(await sessions.start(fresh))) return { kind: 'running' };
  const session = await sessions.find(fresh.id);
  if (session === null) return { kind: 'running' };
  const announced = await showPart(dependencies, session, toStart(dependencies, session));
  if (announced?.kind === 'refused') {
    await sessions.remove(session.id);
    return { kind: 'refused', code: announced.code };
  }
  logger.info({ team, channel, session: session.id }, 'Office hours have begun');
  await refreshSession(dependencies, session.id);
  return { kind: 'started' };
}

export type StopOutcome = 'stopped' | 'not-running' | 'team-only';

/** Only the team may. */
export async function stopSession(dependencies: SessionDependencies, place: Place): Promise<StopOutcome> {
  const { roster, sessions } = dependencies;
  if (!(await roster.isMember(place.user))) return 'team-only';
  const session = await sessions.findRunning(place.team, place.channel);
  if (session === null || !(await end(dependencies, session, 'stop'))) return 'not-running';
  await refreshSession(dependencies, session.id);
  return 'stopped';
}

/** Ends it where nobody has said anything for too long. True where this caller did. */
export async function endIfSilent(dependencies: SessionDependencies, session: Session): Promise<boolean> {
  const isSilent = session.endedAt === null && dependencies.clock.now() - session.lastAt >= silenceMs;
  return isSilent && (await end(dependencies, session, 'silence'));
}

async function end({ clock, logger, sessions }: SessionDependencies, session: Session, why: string): Promise<boolean> {
  if (!(await sessions.end(session.id, clock.now()))) return false;
  const { team, channel, id } = session;
  logger.info({ team, channel, session: id, why }, 'Office hours have ended');
  return true;
}
