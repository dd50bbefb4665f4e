// How the bot behaves in a channel: looked up and set by the team.
import type { ChannelMode } from '../../answer/channel-mode.ts';
import type { Logger } from '../interfaces/logger.ts';
import type { TeamRoster } from '../interfaces/team-roster.ts';
import type { SettingsStore } from './settings-store.ts';

export interface SettingsDependencies {
  readonly settings: SettingsStore;
  readonly roster: TeamRoster;
  readonly defaultMode: ChannelMode;
  readonly logger: Logger;
}

export interface ChannelOf {
  readonly team: string;
  readonly channel: string;
  readonly user: string;
}

/** The channel's mode, set or by default. Null for who is not in the team. */
export async function readChannelMode(
  { settings, roster, defaultMode }: SettingsDependencies,
  { team, channel, user }: ChannelOf,
): Promise<ChannelMode | null> {
  if (!(await roster.isMember(user))) return null;
  return (await settings.findMode(team, channel)) ?? defaultMode;
}

/** Sets the mode from now on, for every replica. */
export async function saveChannelMode(
  { settings, roster, logger }: SettingsDependencies,
  { team, channel, user }: ChannelOf,
  mode: ChannelMode,
): Promise<'saved' | 'team-only'> {
  if (!(await roster.isMember(user))) return 'team-only';
  await settings.saveMode(team, channel, mode);
  logger.info({ channel, user, mode }, 'The mode of a channel was set');
  return 'saved';
}
