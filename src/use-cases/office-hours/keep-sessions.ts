// Office hours are kept up to date while they run, and end by themselves after a long silence.
import type { SessionDependencies } from './session-dependencies.ts';
import { refreshSession } from './show-session.ts';
import { endIfSilent } from './start-session.ts';

/** Looks at each session that runs or is not shown as it stands. Rejects where the database fails. */
export async function keepSessions(dependencies: SessionDependencies): Promise<void> {
  for (const session of await dependencies.sessions.listUnshown()) {
    const hasEnded = await endIfSilent(dependencies, session);
    if (hasEnded || session.shown < session.changed) await refreshSession(dependencies, session.id);
  }
}
