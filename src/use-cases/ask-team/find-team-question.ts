// The question behind a button in the team channel, for those who may press it.
import type { TeamDependencies } from './team-dependencies.ts';
import type { TeamQuestion } from './team-question-store.ts';

/** Somebody presses a button under a question in the team channel. */
export interface TeamPress {
  readonly team: string;
  /** Channel and timestamp of the message that holds the button: they say which question is meant. */
  readonly channel: string;
  readonly ts: string;
  readonly user: string;
}

/** The question, open or closed; only the team gets further than `team-only`. */
export async function findTeamQuestion(
  { roster, teamQuestions }: Pick<TeamDependencies, 'roster' | 'teamQuestions'>,
  press: TeamPress,
): Promise<TeamQuestion | 'team-only' | 'gone'> {
  if (!(await roster.isMember(press.user))) return 'team-only';
  return (await teamQuestions.findByTeamMessage(press.team, press.channel, press.ts)) ?? 'gone';
}
