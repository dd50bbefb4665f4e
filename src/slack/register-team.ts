// Everything the team does, and what people ask of it. Edge.
import type { App } from '@slack/bolt';
import { registerAskTeam } from './ask-team/on-ask-team.ts';
import { registerTeamMembership } from './ask-team/on-team-membership.ts';
import { registerTeamQuestions } from './ask-team/on-team-question.ts';
import { registerWriting } from './ask-team/on-write.ts';
import type { Bot } from './bot.ts';
import { registerForget } from './learn/on-forget.ts';
import { registerLinking } from './link/on-link.ts';
import { registerLinkSubmit } from './link/on-link-submit.ts';

export function registerTeam(app: App, bot: Bot): void {
  registerLinking(app, bot);
  registerLinkSubmit(app, bot);
  registerAskTeam(app, bot);
  registerTeamQuestions(app, bot);
  registerWriting(app, bot);
  registerForget(app, bot);
  registerTeamMembership(app, bot);
}
