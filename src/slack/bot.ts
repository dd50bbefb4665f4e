// What the listeners need: the use cases' dependencies, and Slack itself. Edge.
import type { WebClient } from '@slack/web-api';
import type { ChooseDependencies } from '../use-cases/choose-suggestion.ts';
import type { SettingsDependencies } from '../use-cases/commands/change-settings.ts';
import type { StatsDependencies } from '../use-cases/commands/read-stats.ts';
import type { PersonalData } from '../use-cases/interfaces/personal-data.ts';
import type { KnowledgeKeeper } from '../use-cases/keep-knowledge.ts';
import type { AnswerDependencies } from '../use-cases/plan-message.ts';
import type { RemoveDependencies } from '../use-cases/replies/remove-reply.ts';
import type { ReplaceDependencies } from '../use-cases/replies/replace-reply.ts';
import type { VoteDependencies } from '../use-cases/replies/vote-on-reply.ts';
import type { ShareDependencies } from '../use-cases/share-answer.ts';
import type { TeamDependencies } from '../use-cases/team/team-dependencies.ts';

export type Bot = AnswerDependencies &
  ShareDependencies &
  ChooseDependencies &
  VoteDependencies &
  ReplaceDependencies &
  RemoveDependencies &
  SettingsDependencies &
  StatsDependencies &
  TeamDependencies & {
    readonly client: WebClient;
    readonly keeper: KnowledgeKeeper;
    /** Every store that holds question texts or user ids. */
    readonly personalData: readonly PersonalData[];
  };
