// Everything the workspace is made of, handed to each part that acts on it. Types only. Pure.
import type { DecisionTrace } from '../../decision-trace.ts';
import type { Intro } from '../../intro.ts';
import type { BotConnection, User } from '../../page-api.ts';
import type { ChannelStore } from '../conversation/channel-store.ts';
import type { MessageStore } from '../conversation/message-store.ts';
import type { Delivery } from '../delivery/delivery.ts';
import type { ResponseUrls } from '../interaction/response-urls.ts';
import type { TriggerIds } from '../views/trigger-ids.ts';
import type { ViewStore } from '../views/view-store.ts';
import type { Activity } from './activity.ts';
import type { AppSettings } from './app-settings.ts';
import type { Changes } from './changes.ts';
import type { Ids } from './ids.ts';
import type { Clock, Timestamps } from './timestamps.ts';

/** Which of the two events of a mention comes first: Slack promises nothing. */
export type MentionOrder = 'mention-first' | 'message-first' | 'random';

/** Structured logs: fields first, then a sentence. */
export interface Logger {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export interface World {
  readonly clock: Clock;
  readonly random: () => number;
  readonly mentionOrder: MentionOrder;
  readonly app: AppSettings;
  /** People, the bot, and another app's user. */
  readonly users: ReadonlyMap<string, User>;
  readonly ids: Ids;
  readonly timestamps: Timestamps;
  readonly channels: ChannelStore;
  readonly messages: MessageStore;
  readonly views: ViewStore;
  readonly triggers: TriggerIds;
  readonly responseUrls: ResponseUrls;
  readonly changes: Changes;
  readonly activity: Activity;
  readonly delivery: Delivery;
  /** Decision traces by channel and timestamp. */
  readonly decisions: Map<string, DecisionTrace>;
  /** What the page shows about the bot itself. */
  readonly status: { progress: string | null; intro: Intro | null; connection: BotConnection };
  /** `http://127.0.0.1:<port>`, known once the server listens. */
  readonly origin: () => string;
  /** Address of a new Socket Mode connection. */
  readonly openSocket: () => string;
  /** Secret that Slack once sent in each payload to prove itself; still part of the shapes. */
  readonly verificationToken: string;
}
