// Everything the team does, and what people ask of it. Edge.
import type { App } from '@slack/bolt';
import type { Bot } from '../../bot.ts';
import { registerAskTeam } from './on-ask-team.ts';
import { registerForget } from './on-forget.ts';
import { registerLinking } from './on-link.ts';
import { registerLinkSubmit } from './on-link-submit.ts';
import { registerTeamMembership } from './on-team-membership.ts';
import { registerTeamQuestions } from './on-team-question.ts';
import { registerWriting } from './on-write.ts';

export function registerTeam(app: App, bot: Bot): void {
  registerLinking(app, bot);
  registerLinkSubmit(app, bot);
  registerAskTeam(app, bot);
  registerTeamQuestions(app, bot);
  registerWriting(app, bot);
  registerForget(app, bot);
  registerTeamMembership(app, bot);
}
