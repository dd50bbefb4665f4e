// What the team has set for a channel. Interface only.
import type { ChannelMode } from '../../answer/channel-mode.ts';

export interface SettingsStore {
  /** The mode set for the channel, or null where the default holds. */
  findMode(team: string, channel: string): Promise<ChannelMode | null>;
  saveMode(team: string, channel: string, mode: ChannelMode): Promise<void>;
  /** Slack has given the channel another id: what was set holds there. */
  move(team: string, channel: string, to: string): Promise<void>;
}
