// What each subcommand of the slash command does; all of it is seen by its user alone. Edge.
import type { RespondFn, SlashCommand } from '@slack/bolt';
import type { Subcommand } from '../../answer/reading/parse-command.ts';
import { commands, notices, settings } from '../../answer/wording.ts';
import { findExample } from '../../use-cases/answer/find-example.ts';
import { listDrafts } from '../../use-cases/drafts/review-draft.ts';
import { listEntries } from '../../use-cases/notes/list-entries.ts';
import { reloadNotes } from '../../use-cases/notes/reload-notes.ts';
import { readStats } from '../../use-cases/reports/read-stats.ts';
import { readChannelSettings } from '../../use-cases/settings/change-settings.ts';
import { type ReplyMessage, toReplyMessage } from '../answer/reply-message.ts';
import type { Bot } from '../bot.ts';
import { toDraftsMessage } from '../drafts/draft-blocks.ts';
import { openModal } from '../modal/show-modal.ts';
import { toQuestionList } from '../notes/question-list.ts';
import { toReloadText, toStatsText } from '../reports/team-reports.ts';
import { readUnansweredList, toUnansweredMessage } from '../reports/unanswered-blocks.ts';
import { isChannelId, toSettingsModal, toSettingsNote } from '../settings/settings-modal.ts';
import { toForgetMessage } from './on-forget-me.ts';

export interface Typed {
  readonly command: SlashCommand;
  readonly respond: RespondFn;
}

type Who = { readonly team: string; readonly user: string };
type Said = string | ReplyMessage;

/** Runs the subcommand and answers privately. */
export async function runSubcommand(bot: Bot, name: Subcommand, typed: Typed): Promise<void> {
  const isSlow = name === 'reload' && (await bot.roster.isMember(typed.command.user_id));
  if (isSlow) await typed.respond({ response_type: 'ephemeral', text: commands.reading });
  const said = await runNamed(bot, name, typed.command);
  if (said === null) return;
  const content = typeof said === 'string' ? { text: said } : said;
  await typed.respond({ response_type: 'ephemeral', ...content });
}

async function runNamed(bot: Bot, name: Subcommand, command: SlashCommand): Promise<Said | null> {
  const who: Who = { team: command.team_id, user: command.user_id };
  const place = { team: command.team_id, channel: command.channel_id };
  switch (name) {
    case 'help':
      return toReplyMessage({
        kind: 'help',
        command: bot.command,
        isTeamMember: await bot.roster.isMember(who.user),
        example: await findExample(bot, place),
      });
    case 'list':
      return toQuestionList(await listEntries(bot, place), 1);
    case 'unanswered':
      return forTeam(await readUnansweredList(bot, who), (groups) => toUnansweredMessage(groups, who.user));
    case 'drafts':
      return forTeam(await listDrafts(bot, who), toDraftsMessage);
    case 'settings':
      return await openSettings(bot, command);
    case 'reload':
      return forTeam(await reloadNotes(bot, who.user), toReloadText);
    case 'stats':
      return forTeam(await readStats(bot, who), toStatsText);
    case 'forget-me':
      return toForgetMessage();
  }
}

/** Null, the use case's answer to who is not in the team, becomes the refusal. */
function forTeam<Result>(result: Result | null, say: (result: Result) => Said): Said {
  return result === null ? notices['team-only'] : say(result);
}

async function openSettings(
  bot: Bot,
  { team_id, channel_id, user_id, trigger_id }: SlashCommand,
): Promise<Said | null> {
  if (!isChannelId(channel_id)) return settings.notHere;
  await openModal(bot, trigger_id, settings.title, async () => {
    const current = await readChannelSettings(bot, { team: team_id, channel: channel_id, user: user_id });
    return current === null ? toSettingsNote(notices['team-only']) : toSettingsModal(channel_id, current);
  });
  return null;
}
