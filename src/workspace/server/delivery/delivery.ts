// Brings events, commands and interactions to the app; an event that is not acknowledged comes again. Edge: timers.
import { setTimeout as wait } from 'node:timers/promises';
import type { Activity } from '../state/activity.ts';
import type { JsonObject } from '../state/json.ts';
import type { Acknowledgement, Envelope, Transport } from './envelope.ts';

/** Slack's: at once, after a minute, after five. */
export const SLACK_RETRY_DELAYS_MS: readonly number[] = [0, 60_000, 300_000];

export interface Delivery {
  /** Sends an event until it is acknowledged or given up. Never rejects. */
  sendEvent(payload: JsonObject): Promise<void>;
  /** Sends a command or an interaction, once. Never rejects. */
  sendOnce(envelope: Envelope): Promise<Acknowledgement>;
  /** From now on everything goes this way. */
  use(transport: Transport): void;
  close(): void;
}

export function createDelivery(
  first: Transport,
  activity: Activity,
  retryDelaysMs: readonly number[] = SLACK_RETRY_DELAYS_MS,
): Delivery {
  let transport = first;
  const closing = new AbortController();
  const closed = new Promise<void>((resolve) => closing.signal.addEventListener('abort', () => resolve()));

  async function sendEvent(envelope: Envelope): Promise<void> {
    let answer = await transport.send(envelope, null);
    for (const [index, delayMs] of retryDelaysMs.entries()) {
      if (answer.ok || !answer.mayRetry) return;
      if (answer.reason === 'not_connected') await Promise.race([transport.whenReachable(), closed]);
      else await wait(delayMs, undefined, { signal: closing.signal }).catch(() => undefined);
      if (closing.signal.aborted) return;
      answer = await transport.send(envelope, { attempt: index + 1, reason: answer.reason });
    }
  }

  return {
    sendEvent: (payload) => activity.track(sendEvent({ type: 'events_api', payload, acceptsResponse: false })),
    sendOnce: (envelope) => activity.track(transport.send(envelope, null)),
    use(next) {
      transport = next;
    },
    close: () => closing.abort(),
  };
}
