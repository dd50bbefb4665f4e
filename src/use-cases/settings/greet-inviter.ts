// The bot is invited to a channel: it tells the inviter what it does there and how to change that, once.
import type { ChannelMode } from '../../answer/channel-mode.ts';
import { invited } from '../../answer/wording.ts';
import { type WhisperDependencies, whisperOnce } from '../delivery/whisper-once.ts';
import type { SettingsStore } from './settings-store.ts';

export interface GreetDependencies extends WhisperDependencies {
  readonly settings: SettingsStore;
  readonly defaultMode: ChannelMode;
  /** True where a TEAM_CHANNEL is set. */
  readonly canAskTeam: boolean;
  readonly command: string;
}

export interface Invitation {
  readonly team: string;
  readonly channel: string;
  readonly inviter: string;
}

/** Once for each channel and inviter, however often the bot comes and goes. */
export async function greetInviter(dependencies: GreetDependencies, invitation: Invitation): Promise<void> {
  const { command, settings, defaultMode } = dependencies;
  const { team, channel, inviter } = invitation;
  const claim = { team, channel, ts: inviter, purpose: 'notice-invited' } as const;
  const mode = (await settings.find(team, channel))?.mode ?? defaultMode;
  await whisperOnce(
    dependencies,
    claim,
    { channel, user: inviter, threadTs: null },
    invited(mode, command, dependencies.canAskTeam),
  );
}
