// A Slack event as a change of a message: edited or deleted; null where nothing was said anew. Edge.
import type { Message } from '../../answer/message.ts';
import { type EventContext, toMessage } from '../answer/to-message.ts';

export type Change =
  | { readonly kind: 'edited'; readonly message: Message; readonly editedTs: string }
  | { readonly kind: 'deleted'; readonly team: string; readonly channel: string; readonly ts: string };

type Fields = Readonly<Record<string, unknown>>;

/**
 * Reads the payload of a `message` or `app_mention` event. Previews and counts of replies come as changes too: only another
 * text is one. A deleted message with replies comes as a change into a tombstone.
 */
export function toChange(event: unknown, context: EventContext): Change | null {
  if (!isRecord(event) || typeof event['channel'] !== 'string') return null;
  if (event['type'] === 'app_mention') return isRecord(event['edited']) ? toEdit(event, event, context) : null;
  if (event['subtype'] === 'message_deleted') return toDeletion(event, event['deleted_ts'], context);
  const { message, previous_message: before } = event;
  if (event['subtype'] !== 'message_changed' || !isRecord(message)) return null;
  if (message['subtype'] === 'tombstone') return toDeletion(event, message['ts'], context);
  if (isRecord(before) && before['text'] === message['text']) return null;
  return toEdit(event, message, context);
}

function toDeletion(event: Fields, ts: unknown, { team }: EventContext): Change | null {
  if (typeof ts !== 'string') return null;
  return { kind: 'deleted', team, channel: String(event['channel']), ts };
}

/** `inner`: the message as it reads now, which lacks what the event says about the channel. */
function toEdit(event: Fields, inner: Fields, context: EventContext): Change | null {
  const { edited } = inner;
  const { type, channel, channel_type } = event;
  const message = toMessage({ ...inner, type, channel, channel_type, edited: null }, context);
  const editedTs = isRecord(edited) && typeof edited['ts'] === 'string' ? edited['ts'] : String(event['event_ts']);
  return message === null ? null : { kind: 'edited', message, editedTs };
}

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
