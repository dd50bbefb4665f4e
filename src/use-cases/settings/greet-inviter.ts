// The bot is invited to a channel: it tells the inviter what it does there and how to change that, once.
import type { ChannelMode } from '../../answer/channel-mode.ts';
import { invited } from '../../answer/wording.ts';
import type { Chat } from '../interfaces/chat.ts';
import type { ClaimStore } from '../interfaces/claim-store.ts';
import type { Clock } from '../interfaces/clock.ts';
import type { SettingsStore } from './settings-store.ts';

export interface GreetDependencies {
  readonly chat: Chat;
  readonly claims: ClaimStore;
  readonly clock: Clock;
  readonly settings: SettingsStore;
  readonly defaultMode: ChannelMode;
  readonly command: string;
}

export interface Invitation {
  readonly team: string;
  readonly channel: string;
  readonly inviter: string;
}

/** Once for each channel and inviter, however often the bot comes and goes. Rejects where Slack refuses. */
export async function greetInviter(dependencies: GreetDependencies, invitation: Invitation): Promise<void> {
  const { chat, claims, clock, command, settings, defaultMode } = dependencies;
  const { team, channel, inviter } = invitation;
  const claim = { team, channel, ts: inviter, purpose: 'notice-invited' } as const;
  if (!(await claims.claim(claim, clock.now()))) return;
  const mode = (await settings.findMode(team, channel)) ?? defaultMode;
  try {
    await chat.whisper({ channel, user: inviter, threadTs: null }, invited(mode, command));
  } catch (error) {
    await claims.release(claim);
    throw error;
  }
}
