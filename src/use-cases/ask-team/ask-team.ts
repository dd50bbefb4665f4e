// *Ask the team*: somebody passes a question on that the bot did not answer, or not well.

import type { AskedPlace } from '../delivery/deliver-answer.ts';
import { isCommand } from '../delivery/deliver-answer.ts';
import { toTeamCard } from './team-cards.ts';
import type { TeamDependencies } from './team-dependencies.ts';
import type { TeamQuestion } from './team-question-store.ts';

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
  | { readonly kind: 'asked' | 'asked-already'; readonly questionId: string | null; readonly replyTs: string | null }
  | { readonly kind: 'not-yours' | 'gone' | 'no-team' };

/** Brings the question to the team channel, once. Only the asker and the team may. Rejects with `ChatError` where Slack refuses. */
export async function askTeam(dependencies: TeamDependencies, request: AskRequest): Promise<AskOutcome> {
  const { claims, clock, roster, teamChannel } = dependencies;
  if (teamChannel === null) return { kind: 'no-team' };
  const asked = await findAsked(dependencies, request);
  if (asked === null) return { kind: 'gone' };
  if (asked.place.asker !== request.user && !(await roster.isMember(request.user))) return { kind: 'not-yours' };
  const { team, channel, ts } = asked.place;
  const claim = { team, channel, ts, purpose: 'asked' } as const;
  if (!(await claims.claim(claim, clock.now()))) {
    const [earlier] = await dependencies.teamQuestions.listByQuestion(team, channel, ts);
    return { kind: 'asked-already', questionId: earlier?.id ?? null, replyTs: request.replyTs };
  }
  try {
    const questionId = await bringToTeam(dependencies, { ...asked, teamChannel });
    return { kind: 'asked', questionId, replyTs: request.replyTs };
  } catch (error) {
    await claims.release(claim);
    throw error;
  }
}

interface Asked {
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
  const place = { team, channel, ts: reply.questionTs, threadTs: reply.threadTs, asker: reply.asker };
  return { place, questions: read.length > 0 ? read : shown };
}

async function bringToTeam(
  dependencies: TeamDependencies,
  { place, questions, teamChannel }: Asked & { readonly teamChannel: string },
): Promise<string> {
  const { teamChat, teamQuestions, clock, newId, logger } = dependencies;
  const question: Omit<TeamQuestion, 'teamTs'> = {
    ...place,
    id: newId(),
    kind: 'asked',
    questions,
    proposed: null,
    teamChannel,
    closing: null,
    learnedId: null,
    editedAt: null,
    askedAt: clock.now(),
  };
  const teamTs = await teamChat.postCard(teamChannel, await toTeamCard(dependencies, question));
  await teamQuestions.add({ ...question, teamTs });
  logger.info({ team: place.team, channel: place.channel, ts: place.ts }, 'Passed a question on to the team');
  return question.id;
}
