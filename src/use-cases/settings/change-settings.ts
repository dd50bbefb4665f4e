// How the bot behaves in a channel: looked up and set by the team.
import type { ChannelMode } from '../../answer/channel-mode.ts';
import type { Logger } from '../interfaces/logger.ts';
import type { TeamRoster } from '../interfaces/team-roster.ts';
import type { ChannelSettings, SettingsStore } from './settings-store.ts';

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

/** The channel's settings, set or by default. Null for who is not in the team. */
export async function readChannelSettings(
  { settings, roster, defaultMode }: SettingsDependencies,
  { team, channel, user }: ChannelOf,
): Promise<ChannelSettings | null> {
  if (!(await roster.isMember(user))) return null;
  const mode = (await settings.findMode(team, channel)) ?? defaultMode;
  return { mode, suggestsQuietly: await settings.suggestsQuietly(team, channel) };
}

/** They count from now on, for every replica. */
export async function saveChannelSettings(
  { settings, roster, logger }: SettingsDependencies,
  { team, channel, user }: ChannelOf,
  chosen: ChannelSettings,
): Promise<'saved' | 'team-only'> {
  if (!(await roster.isMember(user))) return 'team-only';
  const { mode, suggestsQuietly } = chosen;
  await settings.save(team, channel, { mode, suggestsQuietly });
  logger.info({ channel, user, mode, suggestsQuietly }, 'A channel was set');
  return 'saved';
}
