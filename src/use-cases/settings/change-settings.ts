// How the bot behaves in a channel: looked up and set by the team.
import type { ChannelMode } from '../../answer/channel-mode.ts';
import { toChoices } from '../../knowledge/note-scope.ts';
import { type Chat, ChatError } from '../interfaces/chat.ts';
import type { Logger } from '../interfaces/logger.ts';
import type { TeamRoster } from '../interfaces/team-roster.ts';
import type { Notes } from '../notes/notes.ts';
import { type ChannelSettings, type SettingsStore, withoutSettings } from './settings-store.ts';

export interface SettingsDependencies {
  readonly settings: SettingsStore;
  readonly notes: Pick<Notes, 'list'>;
  readonly roster: TeamRoster;
  readonly defaultMode: ChannelMode;
  readonly chat: Pick<Chat, 'mayReact'>;
  readonly logger: Logger;
}

export interface ChannelOf {
  readonly team: string;
  readonly channel: string;
  readonly user: string;
}

/** The channel's settings, set or by default. Null for who is not in the team. */
export async function readChannelSettings(
  { settings, roster, defaultMode }: SettingsDependencies,
  { team, channel, user }: ChannelOf,
): Promise<ChannelSettings | null> {
  if (!(await roster.isMember(user))) return null;
  return (await settings.find(team, channel)) ?? withoutSettings(defaultMode);
}

/** They count from now on, for every replica. `may-not-react`: saved, but Slack takes no reactions from the app. */
export async function saveChannelSettings(
  { chat, settings, roster, logger }: SettingsDependencies,
  { team, channel, user }: ChannelOf,
  chosen: ChannelSettings,
): Promise<'saved' | 'may-not-react' | 'team-only'> {
  if (!(await roster.isMember(user))) return 'team-only';
  const { mode, suggestsQuietly, reacts, notes } = chosen;
  await settings.save(team, channel, { mode, suggestsQuietly, reacts, notes });
  logger.info({ channel, user, mode, suggestsQuietly, reacts, notes }, 'A channel was set');
  return reacts && !(await mayReact(chat)) ? 'may-not-react' : 'saved';
}

/** Where Slack does not tell, the first reaction will. */
async function mayReact(chat: Pick<Chat, 'mayReact'>): Promise<boolean> {
  try {
    return await chat.mayReact();
  } catch (error) {
    if (error instanceof ChatError) return true;
    throw error;
  }
}

/** Type-ahead over the folders and notes that a channel can be answered from, for the team only: for anybody else there is nothing. */
export async function completeNotes(
  { roster, notes }: Pick<SettingsDependencies, 'roster' | 'notes'>,
  { user, typed, limit }: { readonly user: string; readonly typed: string; readonly limit: number },
): Promise<readonly string[]> {
  if (!(await roster.isMember(user))) return [];
  const wanted = typed.trim().toLowerCase();
  const choices = toChoices((await notes.list()).map(({ note }) => note));
  return choices.filter((choice) => choice.toLowerCase().includes(wanted)).slice(0, limit);
}
