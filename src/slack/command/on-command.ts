// The slash command: acknowledged at once, then a subcommand or a private answer. Edge.
import type { App, RespondFn, SlashCommand } from '@slack/bolt';
import type { Message } from '../../answer/message.ts';
import { parseCommand } from '../../answer/reading/parse-command.ts';
import { toTypedText } from '../../answer/reading/typed-text.ts';
import { notices, replies } from '../../answer/wording.ts';
import { answerCommand } from '../../use-cases/answer/answer-command.ts';
import { toContext } from '../answer/answer-blocks.ts';
import { type ReplyMessage, toReplyMessage } from '../answer/reply-message.ts';
import { escapeWithin } from '../blocks/mrkdwn.ts';
import type { Bot } from '../bot.ts';
import { runOfficeHours } from '../office-hours/run-office-hours.ts';
import { toPrivateActions } from '../share/share-actions.ts';
import { runSubcommand } from './run-subcommand.ts';

export function registerCommand(app: App, bot: Bot): void {
  app.command(bot.command, async ({ ack, command, respond }) => {
    await ack();
    const parsed = parseCommand(command.text ?? '');
    const place = { team: command.team_id, channel: command.channel_id, user: command.user_id };
    if (parsed.kind === 'question') await onQuestion(bot, command, respond);
    else if (parsed.kind === 'office-hours')
      await respond({ response_type: 'ephemeral', text: await runOfficeHours(bot, parsed, place) });
    else await runSubcommand(bot, parsed.name, { command, respond });
  });
}

async function onQuestion(bot: Bot, command: SlashCommand, respond: RespondFn): Promise<void> {
  const message = toCommandMessage(command);
  const reply = await answerCommand(bot, message);
  if (reply === null) await respond({ response_type: 'ephemeral', text: notices['too-many-questions'] });
  else
    await respond({
      response_type: 'ephemeral',
      ...withQuestion(
        toReplyMessage(reply, toPrivateActions(reply, { id: message.ts, canAskTeam: bot.canAskTeam })),
        reply.kind === 'help' ? null : toTypedText(message.text).text,
      ),
    });
}

/** Slack does not show what was typed: of several private answers each says which question it is for. */
function withQuestion({ text, blocks }: ReplyMessage, question: string | null): ReplyMessage {
  if (question === null || question === '') return { text, blocks };
  return { text, blocks: [toContext(replies.youAsked(escapeWithin(question, 300))), ...blocks] };
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
