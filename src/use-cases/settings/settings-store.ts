// What the team has set for a channel. Interface, and what holds without.
import type { ChannelMode } from '../../answer/channel-mode.ts';
import { allNotes, type NoteScope } from '../../knowledge/note-scope.ts';

export interface ChannelSettings {
  readonly mode: ChannelMode;
  /** Whether quiet suggestions may be made there. */
  readonly suggestsQuietly: boolean;
  /** Whether the bot's reactions show how a question stands. */
  readonly reacts: boolean;
  /** The notes that the channel is answered from. */
  readonly notes: NoteScope;
}

/** Where nothing was set, `mode` is the bot's own. */
export function withoutSettings(mode: ChannelMode): ChannelSettings {
  return { mode, suggestsQuietly: true, reacts: false, notes: allNotes };
}

export interface SettingsStore {
  /** What was set for the channel, or null. */
  find(team: string, channel: string): Promise<ChannelSettings | null>;
  save(team: string, channel: string, settings: ChannelSettings): Promise<void>;
  /** Slack has given the channel another id: what was set holds there. */
  move(team: string, channel: string, to: string): Promise<void>;
}

/** The notes that a channel is answered from. */
export async function findScope(settings: SettingsStore, team: string, channel: string): Promise<NoteScope> {
  return (await settings.find(team, channel))?.notes ?? allNotes;
}
