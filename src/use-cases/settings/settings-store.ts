// What the team has set for a channel. Interface only.
import type { ChannelMode } from '../../answer/channel-mode.ts';

export interface ChannelSettings {
  readonly mode: ChannelMode;
  readonly suggestsQuietly: boolean;
}

export interface SettingsStore {
  /** The mode set for the channel, or null where the default holds. */
  findMode(team: string, channel: string): Promise<ChannelMode | null>;
  /** Whether quiet suggestions may be made there; true unless somebody switched them off. */
  suggestsQuietly(team: string, channel: string): Promise<boolean>;
  save(team: string, channel: string, settings: ChannelSettings): Promise<void>;
  /** Slack has given the channel another id: what was set holds there. */
  move(team: string, channel: string, to: string): Promise<void>;
}
