// What Slack sends to an app, and how the app answers. Types only. Pure.
import type { JsonObject } from '../state/json.ts';

export interface Envelope {
  readonly type: 'events_api' | 'interactive' | 'slash_commands';
  readonly payload: JsonObject;
  /** Whether what the app puts into its acknowledgement is used. */
  readonly acceptsResponse: boolean;
}

export interface Retry {
  /** 1 for the first redelivery. */
  readonly attempt: number;
  readonly reason: string;
}

export type Acknowledgement =
  /** `payload`: what the app answered; undefined for nothing. */
  | { readonly ok: true; readonly payload: unknown }
  | { readonly ok: false; readonly reason: DeliveryFault; readonly mayRetry: boolean };

export type DeliveryFault = 'not_connected' | 'timeout' | 'connection_failed' | 'http_error';

/** A way to the app: Socket Mode, or signed HTTP. */
export interface Transport {
  /** Never rejects. `retry` is null the first time. */
  send(envelope: Envelope, retry: Retry | null): Promise<Acknowledgement>;
  readonly isReachable: boolean;
  /** Resolves once the app can be reached. */
  whenReachable(): Promise<void>;
  close(): Promise<void>;
}
