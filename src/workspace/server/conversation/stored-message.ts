// A message as the workspace keeps it. Types only. Pure.
import type { JsonObject } from '../state/json.ts';

/** Who would be notified by a message: from its text, its blocks and its attachments together. */
export interface Notifies {
  readonly userIds: readonly string[];
  readonly usergroupIds: readonly string[];
  readonly channel: boolean;
  readonly here: boolean;
  readonly everyone: boolean;
}

export interface MessageMetadata {
  readonly event_type: string;
  readonly event_payload: JsonObject;
}

/** The app that posted a message. */
export interface MessageApp {
  readonly appId: string;
  readonly botId: string;
  readonly name: string;
}

export interface StoredMessage {
  readonly channel: string;
  readonly ts: string;
  readonly userId: string;
  /** Null where a person wrote it. */
  readonly app: MessageApp | null;
  readonly subtype: string | null;
  readonly text: string;
  readonly blocks: readonly JsonObject[];
  /** Attachments given by whoever posted, and unfurls. */
  readonly attachments: readonly JsonObject[];
  /** The root of the thread this is a reply in; null for top-level messages. */
  readonly threadTs: string | null;
  readonly editedTs: string | null;
  readonly metadata: MessageMetadata | null;
  readonly reactions: readonly { readonly name: string; readonly userIds: readonly string[] }[];
  /** Given by the client of a person; null for apps. */
  readonly clientMessageId: string | null;
  /** Only this person sees it; null for ordinary messages. */
  readonly visibleTo: string | null;
  /** For joins: who invited. */
  readonly inviterId: string | null;
  readonly notifies: Notifies;
}
