// What the listeners need: the use cases' dependencies, and Slack itself. Edge.
import type { WebClient } from '@slack/web-api';
import type { AnswerDependencies } from '../use-cases/answer/plan-message.ts';
import type { CatchUpDependencies } from '../use-cases/catch-up/catch-up.ts';
import type { DraftDependencies } from '../use-cases/drafts/offer-draft.ts';
import type { PersonalData } from '../use-cases/interfaces/personal-data.ts';
import type { LeaseDependencies } from '../use-cases/maintenance/do-once.ts';
import type { KnowledgeKeeper } from '../use-cases/notes/keep-knowledge.ts';
import type { NamelessLimit } from '../use-cases/office-hours/ask-nameless.ts';
import type { SessionDependencies } from '../use-cases/office-hours/session-dependencies.ts';
import type { StatsDependencies } from '../use-cases/reports/read-stats.ts';
import type { AskOwnersDependencies } from '../use-cases/reviews/ask-owners.ts';
import type { CorrectDependencies } from '../use-cases/reviews/correct-reviewed.ts';
import type { RenewDependencies } from '../use-cases/reviews/renew-review.ts';
import type { SettingsDependencies } from '../use-cases/settings/change-settings.ts';
import type { ShareDependencies } from '../use-cases/share/share-answer.ts';
import type { ChooseDependencies } from '../use-cases/suggest/choose-suggestion.ts';
import type { PressDependencies } from '../use-cases/suggest/press-suggestion.ts';
import type { RemoveDependencies } from '../use-cases/vote/remove-reply.ts';
import type { ReplaceDependencies } from '../use-cases/vote/replace-reply.ts';
import type { VoteDependencies } from '../use-cases/vote/vote-on-reply.ts';

export type Bot = AnswerDependencies &
  ShareDependencies &
  ChooseDependencies &
  VoteDependencies &
  ReplaceDependencies &
  RemoveDependencies &
  SettingsDependencies &
  StatsDependencies &
  PressDependencies &
  DraftDependencies &
  RenewDependencies &
  CorrectDependencies &
  AskOwnersDependencies &
  SessionDependencies &
  CatchUpDependencies &
  LeaseDependencies & {
    readonly client: WebClient;
    readonly namelessLimit: NamelessLimit;
    readonly keeper: KnowledgeKeeper;
    /** The workspace has taken the bot's token back. `event`: Slack's name for what happened. */
    readonly onTokenRevoked: (event: string) => void;
    /** Every store that holds question texts or user ids. */
    readonly personalData: readonly PersonalData[];
  };
