// What the listeners need: the use cases' dependencies, and Slack itself. Edge.
import type { WebClient } from '@slack/web-api';
import type { ChooseDependencies } from '../use-cases/choose-suggestion.ts';
import type { AnswerDependencies } from '../use-cases/plan-message.ts';
import type { ShareDependencies } from '../use-cases/share-answer.ts';

export type Bot = AnswerDependencies & ShareDependencies & ChooseDependencies & { readonly client: WebClient };
