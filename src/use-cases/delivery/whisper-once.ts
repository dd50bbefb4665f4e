// What only one person sees, said once. Slack does not show it to the bot again: where nobody knows, it counts as said.
import { type Chat, ChatError } from '../interfaces/chat.ts';
import type { Claim, ClaimStore } from '../interfaces/claim-store.ts';
import type { Clock } from '../interfaces/clock.ts';
import type { Logger } from '../interfaces/logger.ts';

export interface WhisperDependencies {
  readonly chat: Chat;
  readonly claims: ClaimStore;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Says `text` (mrkdwn) under the claim, which lasts for good or for `lastsMs` milliseconds. Where Slack refuses, the log says so and another time may succeed. */
export async function whisperOnce(
  { chat, claims, clock, logger }: WhisperDependencies,
  claim: Claim,
  to: Parameters<Chat['whisper']>[0],
  text: string,
  lastsMs?: number,
): Promise<void> {
  if (!(await claims.claim(claim, clock.now(), lastsMs))) return;
  try {
    await chat.whisper(to, text);
  } catch (error) {
    if (!(error instanceof ChatError)) throw error;
    logger.warn({ ...claim, err: error }, 'Something private could not be shown');
    if (error.failure !== 'unanswered') await claims.release(claim);
  }
}
