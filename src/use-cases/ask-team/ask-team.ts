// *Ask the team*: somebody passes a question on that the bot did not answer, or not well.

import { isSent } from '../delivery/deliver.ts';
import type { AskedPlace } from '../delivery/deliver-to-asker.ts';
import { isCommand } from '../delivery/is-command.ts';
import { postTeamCard } from './team-cards.ts';
import type { TeamDependencies } from './team-dependencies.ts';

/** The button that was pressed: under a posted reply, or (by the id of its command) under a private one. */
export interface AskRequest {
  readonly team: string;
  readonly channel: string;
  /** Timestamp of the bot's reply, or null under a private reply. */
  readonly replyTs: string | null;
  /** Id of the command, as its private reply carries it; ignored where `replyTs` is given. */
  readonly commandId: string;
  readonly user: string;
}

export type AskOutcome =
  | { readonly kind: 'asked' | 'asked-already'; readonly questionId: string | null }
  | { readonly kind: 'not-yours' | 'gone' | 'no-team' | 'refused' };

/** Brings the question to the team channel, once. Only the asker and the team may. Rejects where the database fails. */
export async function askTeam(dependencies: TeamDependencies, request: AskRequest): Promise<AskOutcome> {
  if (dependencies.teamChannel === null) return { kind: 'no-team' };
  const asked = await findAsked(dependencies, request);
  return asked === null ? { kind: 'gone' } : await passOn(dependencies, asked, request.user);
}

/** The same for a question that is known. */
export async function passOn(
  dependencies: TeamDependencies,
  { place, questions }: Asked,
  user: string,
): Promise<AskOutcome> {
  const { logger, roster, teamChannel, teamQuestions } = dependencies;
  if (teamChannel === null) return { kind: 'no-team' };
  if (place.asker !== user && !(await roster.isMember(user))) return { kind: 'not-yours' };
  const { team, channel, ts, threadTs, asker } = place;
  const delivery = await postTeamCard(dependencies, teamChannel, {
    ...{ team, channel, ts, threadTs, asker },
    kind: 'asked',
    questions,
    proposed: null,
  });
  if (delivery.kind === 'claimed-already') {
    const [earlier] = await teamQuestions.listByQuestion(place.team, place.channel, place.ts);
    return { kind: 'asked-already', questionId: earlier?.id ?? null };
  }
  if (!isSent(delivery)) return { kind: 'refused' };
  logger.info({ team, channel, ts }, 'Passed a question on to the team');
  return { kind: 'asked', questionId: delivery.id };
}

/** A question to be passed on. */
export interface Asked {
  readonly place: AskedPlace;
  readonly questions: readonly string[];
}

/** The question behind the reply: the reply's own place says which, never a value that came with the button. */
async function findAsked({ replies, decisions }: TeamDependencies, request: AskRequest): Promise<Asked | null> {
  const { team, channel, replyTs, commandId } = request;
  if (replyTs === null) {
    const decided = isCommand(commandId) ? await decisions.find(team, channel, commandId) : null;
    if (decided === null) return null;
    const questions = decided.decision.questions.map(({ question }) => question);
    return { place: { team, channel, ts: commandId, threadTs: null, asker: decided.user }, questions };
  }
  const reply = await replies.find(team, channel, replyTs);
  if (reply === null) return null;
  const decided = await decisions.find(team, channel, reply.questionTs);
  const read = decided?.decision.questions.map(({ question }) => question) ?? [];
  const shown = reply.entries.map(({ question }) => question);
  // A reply beside its question is no thread: what comes later stands under the question.
  const threadTs = reply.threadTs === reply.ts ? null : reply.threadTs;
  const place = { team, channel, ts: reply.questionTs, threadTs, asker: reply.asker };
  return { place, questions: read.length > 0 ? read : shown };
}
