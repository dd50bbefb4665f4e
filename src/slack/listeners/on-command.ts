// The slash command: acknowledged at once, then answered privately. Edge.
import type { App, RespondFn, SlashCommand } from '@slack/bolt';
import type { Message } from '../../answer/message.ts';
import type { AnswerReply, Reply } from '../../answer/reply.ts';
import { notices } from '../../answer/wording.ts';
import { answerCommand } from '../../use-cases/answer-command.ts';
import type { Bot } from '../bot.ts';
import { toReplyMessage } from '../views/reply-message.ts';
import { toShareActions } from '../views/share-actions.ts';

export function registerCommand(app: App, bot: Bot): void {
  app.command(bot.command, async ({ ack, command, respond }) => {
    await ack();
    await onCommand(bot, command, respond);
  });
}

async function onCommand(bot: Bot, command: SlashCommand, respond: RespondFn): Promise<void> {
  const message = toCommandMessage(command);
  const reply = await answerCommand(bot, message);
  if (reply === null) await respond({ response_type: 'ephemeral', text: notices['too-many-questions'] });
  else await respond({ response_type: 'ephemeral', ...toReplyMessage(reply, toActions(reply, message)) });
}

/** A command has no timestamp: its trigger, which Slack gives out once, names it. */
function toCommandMessage(command: SlashCommand): Message {
  return {
    team: command.team_id,
    channel: command.channel_id,
    ts: `command:${command.trigger_id}`,
    threadTs: null,
    user: command.user_id,
    text: command.text ?? '',
    surface: 'command',
    isBroadcast: false,
  };
}

function toActions(reply: Reply, message: Message) {
  return reply.kind === 'answer' ? toShareActions(reply satisfies AnswerReply, message.ts) : null;
}
