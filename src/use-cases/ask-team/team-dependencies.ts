// What the team's use cases depend on, wired once by the composition root. Interface only.

import type { Chat } from '../interfaces/chat.ts';
import type { ClaimStore } from '../interfaces/claim-store.ts';
import type { Clock } from '../interfaces/clock.ts';
import type { DecisionStore } from '../interfaces/decision-store.ts';
import type { Logger } from '../interfaces/logger.ts';
import type { OpenQuestionStore } from '../interfaces/open-question-store.ts';
import type { ReplyStore } from '../interfaces/reply-store.ts';
import type { Searcher } from '../interfaces/searcher.ts';
import type { TeamRoster } from '../interfaces/team-roster.ts';
import type { LearnedStore } from '../learn/learned-store.ts';
import type { LinkDraftStore } from '../link/link-draft-store.ts';
import type { Notes } from '../notes/notes.ts';
import type { WaitStore } from '../subscribe/subscription-store.ts';
import type { TeamChat } from './team-chat.ts';
import type { TeamQuestionStore } from './team-question-store.ts';

export interface TeamDependencies {
  readonly chat: Chat;
  readonly teamChat: TeamChat;
  readonly searcher: Searcher;
  readonly notes: Notes;
  readonly roster: TeamRoster;
  readonly claims: ClaimStore;
  readonly replies: ReplyStore;
  readonly decisions: DecisionStore;
  readonly openQuestions: OpenQuestionStore;
  readonly teamQuestions: TeamQuestionStore;
  readonly waits: WaitStore;
  readonly learned: LearnedStore;
  readonly linkDrafts: LinkDraftStore;
  /** Resolves when everything that was learned answers. */
  readonly knowLearned: () => Promise<void>;
  readonly clock: Clock;
  readonly logger: Logger;
  /** A fresh id that nobody can guess. */
  readonly newId: () => string;
  /** Id of the team channel, or null where there is none. */
  readonly teamChannel: string | null;
  readonly staleAfterDays: number;
}
