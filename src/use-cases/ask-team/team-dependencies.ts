// What the team's use cases depend on, wired once by the composition root. Interface only.

import type { DeliverDependencies } from '../delivery/deliver.ts';
import type { DecisionStore } from '../interfaces/decision-store.ts';
import type { OpenQuestionStore } from '../interfaces/open-question-store.ts';
import type { Searcher } from '../interfaces/searcher.ts';
import type { TeamRoster } from '../interfaces/team-roster.ts';
import type { LearnedStore } from '../learn/learned-store.ts';
import type { LinkDraftStore } from '../link/link-draft-store.ts';
import type { Notes } from '../notes/notes.ts';
import type { SettingsStore } from '../settings/settings-store.ts';
import type { SubscriptionStore } from '../subscribe/subscription-store.ts';

export interface TeamDependencies extends DeliverDependencies {
  readonly searcher: Searcher;
  readonly notes: Notes;
  readonly roster: TeamRoster;
  readonly settings: SettingsStore;
  readonly decisions: DecisionStore;
  readonly openQuestions: OpenQuestionStore;
  readonly subscriptions: SubscriptionStore;
  readonly learned: LearnedStore;
  readonly linkDrafts: LinkDraftStore;
  /** Resolves when everything that was learned answers. */
  readonly knowLearned: () => Promise<void>;
  /** Id of the team channel, or null where there is none. */
  readonly teamChannel: string | null;
  readonly staleAfterDays: number;
}
