// Manners: whether a message is any of the bot's business, before anything is looked up. Pure.
import type { ChannelMode } from './channel-mode.ts';
import type { Reason } from './decision.ts';
import type { Message } from './message.ts';

/** What has to be known about a message's surroundings before the bot may look at it. */
export interface Surroundings {
  readonly mode: ChannelMode;
  /** True where the author is in the team channel. */
  readonly isTeamMember: boolean;
  /** True where the bot has answered this author in this thread before. */
  readonly isFollowUp: boolean;
  /** True where the message speaks to a person by name or mention. */
  readonly addressesOther: boolean;
  /** Messages of this author's that were answered within the last minute, this one left out. */
  readonly recentAnswers: number;
}

/** More messages than this from one person are not answered within a minute. What is left alone does not count. */
export const maxAnswersAMinute = 5;

/**
 * Returns why the message is to be left alone, or null where it deserves a look.
 * Mentions, direct messages and commands are always attended to, short of a flood and of a channel that is switched off.
 */
export function findReasonToStaySilent(message: Message, surroundings: Surroundings): Reason | null {
  const isTooMuch = surroundings.recentAnswers >= maxAnswersAMinute;
  if (message.surface === 'command' || message.surface === 'direct') return isTooMuch ? 'too-many-questions' : null;
  if (surroundings.mode === 'off') return 'channel-is-off';
  if (message.surface === 'mention') return isTooMuch ? 'too-many-questions' : null;
  if (surroundings.mode === 'mention') return 'channel-answers-mentions-only';
  if (message.threadTs !== null && !surroundings.isFollowUp)
    return message.isBroadcast ? 'sent-to-channel-too' : 'not-a-follow-up';
  if (surroundings.addressesOther) return 'addresses-somebody-else';
  if (surroundings.isTeamMember) return 'team-member';
  return isTooMuch ? 'too-many-questions' : null;
}
