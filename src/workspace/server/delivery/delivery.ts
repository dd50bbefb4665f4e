// Brings events, commands and interactions to the app; an event that is not acknowledged comes again. Edge: timers.
import { setTimeout as wait } from 'node:timers/promises';
import type { Activity } from '../state/activity.ts';
import type { JsonObject } from '../state/json.ts';
import type { Acknowledgement, DeliveryFault, Envelope, Transport } from './envelope.ts';

/** Slack's: at once, after a minute, after five. */
const SLACK_RETRY_DELAYS_MS: readonly number[] = [0, 60_000, 300_000];

export interface Delivery {
  /** Sends an event until it is acknowledged or given up. Never rejects. */
  sendEvent(payload: JsonObject): Promise<void>;
  /** Sends a command or an interaction, once. Never rejects. */
  sendOnce(envelope: Envelope): Promise<Acknowledgement>;
  /** From now on everything goes this way. */
  use(transport: Transport): void;
  close(): void;
}

export interface DeliveryOptions {
  /** Waits before each redelivery of an event. */
  readonly retryDelaysMs?: readonly number[] | undefined;
  /** How often each event is sent at once, whether acknowledged or not: 1 unless given. */
  readonly eventCopies?: number | (() => number) | undefined;
  /** True: what happens while the app is not connected is lost, as where Slack gives up before it comes back. */
  readonly losesUnheard?: boolean | undefined;
}

export function createDelivery(
  first: Transport,
  activity: Activity,
  { retryDelaysMs = SLACK_RETRY_DELAYS_MS, eventCopies = 1, losesUnheard = false }: DeliveryOptions = {},
): Delivery {
  let transport = first;
  const closing = new AbortController();
  const closed = new Promise<void>((resolve) => closing.signal.addEventListener('abort', () => resolve()));
  let wake: (() => void)[] = [];

  /** Resolves when the app can be reached, by whichever way is in use then. */
  async function whenReachable(): Promise<void> {
    if (transport.isReachable) return;
    const switched = new Promise<'switched'>((resolve) => wake.push(() => resolve('switched')));
    const outcome = await Promise.race([transport.whenReachable(), closed, switched]);
    if (outcome === 'switched') await whenReachable();
  }

  async function sendEvent(envelope: Envelope): Promise<void> {
    let reason: DeliveryFault | null = null;
    for (const [attempt, delayMs] of [0, ...retryDelaysMs].entries()) {
      if (delayMs > 0) await wait(delayMs, undefined, { signal: closing.signal }).catch(() => undefined);
      if (losesUnheard && !transport.isReachable) return;
      await whenReachable();
      if (closing.signal.aborted) return;
      const answer = await transport.send(envelope, reason === null ? null : { attempt, reason });
      if (answer.ok || !answer.mayRetry) return;
      reason = answer.reason;
    }
  }

  return {
    async sendEvent(payload) {
      const length = typeof eventCopies === 'number' ? eventCopies : eventCopies();
      const copies = Array.from({ length }, () =>
        activity.track(sendEvent({ type: 'events_api', payload, acceptsResponse: false })),
      );
      await Promise.all(copies);
    },
    sendOnce: (envelope) => activity.track(transport.send(envelope, null)),
    use(next) {
      transport = next;
      for (const resolve of wake) resolve();
      wake = [];
    },
    close: () => closing.abort(),
  };
}
