// What office hours depend on, wired once by the composition root. Interface only.
import type { AnswerDependencies } from '../answer/plan-message.ts';
import type { TeamDependencies } from '../ask-team/team-dependencies.ts';
import type { LeaseDependencies } from '../maintenance/do-once.ts';

export type SessionDependencies = TeamDependencies &
  LeaseDependencies &
  Pick<AnswerDependencies, 'onDecision' | 'command'>;

/** Somebody does something with a question of a session. */
export interface QuestionPress {
  readonly team: string;
  readonly user: string;
  /** As it came back from Slack: nothing is taken from it but where to look. */
  readonly questionId: string;
}
