// Slack's agent view: who opens the conversation is offered questions to begin with. Edge.
import type { App } from '@slack/bolt';
import { findPrompts } from '../../use-cases/agent/find-prompts.ts';
import { cutText } from '../blocks/mrkdwn.ts';
import type { Bot } from '../bot.ts';
import { call } from '../connection/call.ts';

/** A button shows some thirty characters of a title; the message is sent whole. */
const maxTitle = 75;

/** Without a thread: under the agent view they belong to the whole conversation. https://docs.slack.dev/reference/methods/assistant.threads.setSuggestedPrompts */
export function registerAgent(app: App, bot: Bot): void {
  if (!bot.isAgentView) return;
  app.event('app_home_opened', async ({ event, context }) => {
    if (event.tab !== 'messages') return;
    const questions = await findPrompts(bot, context.teamId ?? '');
    if (questions.length === 0) return;
    const prompts = questions.map((message) => ({ title: cutText(message, maxTitle), message }));
    await call('assistant.threads.setSuggestedPrompts', () =>
      bot.client.assistant.threads.setSuggestedPrompts({ channel_id: event.channel, prompts }),
    );
  });
}
