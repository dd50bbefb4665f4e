// A Slack event as a Message, or null where it is nothing to answer: bots, joins, edits, echoes. Edge.
import type { Message, Surface } from '../../answer/message.ts';

/** Subtypes of messages that people write. https://docs.slack.dev/reference/events/message */
const writtenSubtypes = new Set([undefined, null, 'file_share', 'thread_broadcast']);

/** Slack itself, which tells people things as if it were one of them. */
const slackbot = 'USLACKBOT';

export interface EventContext {
  readonly team: string;
  /** The bot's own user id. */
  readonly botUser: string;
  /** The names by which people type its handle, `@` left out. */
  readonly botNames: readonly string[];
}

/**
 * Reads the payload of a `message` or `app_mention` event as it came, whatever is missing or null in it. A message that
 * holds the bot's mention is a mention, by whichever of the two events it arrives. What carries `edited` goes the way of
 * an edit and yields null here.
 */
export function toMessage(event: unknown, context: EventContext): Message | null {
  if (!isRecord(event) || !isWritten(event)) return null;
  const { channel, ts, user, text } = event;
  if (!isText(channel) || !isText(ts) || !isText(user) || user === context.botUser || user === slackbot) return null;
  if (isText(event['bot_id']) || isRecord(event['edited']) || event['hidden'] === true) return null;
  const words = readHandles(typeof text === 'string' ? text : '', context);
  const threadTs = isText(event['thread_ts']) && event['thread_ts'] !== ts ? event['thread_ts'] : null;
  return {
    team: context.team,
    channel,
    ts,
    threadTs,
    user,
    text: words,
    ...findForwarded(event['attachments']),
    surface: toSurface(event, words, context.botUser),
    isBroadcast: event['subtype'] === 'thread_broadcast',
  };
}

/** What somebody says with `/me` tells a channel something; in a direct message it is said to the bot. */
function isWritten({ subtype, channel_type: place }: Readonly<Record<string, unknown>>): boolean {
  return writtenSubtypes.has(subtype as string | null | undefined) || (subtype === 'me_message' && place === 'im');
}

/** A handle of the bot that was typed as text, and not chosen from Slack's list, is a mention all the same. */
function readHandles(text: string, { botUser, botNames }: EventContext): string {
  return text.replace(/(?<![\p{L}\p{N}@<|._-])@([\p{L}\p{N}][\p{L}\p{N}_-]*)/gu, (typed, name: string) =>
    botNames.includes(name.toLowerCase()) ? `<@${botUser}>` : typed,
  );
}

/** A message that somebody forwarded, or whose link they posted, comes as an attachment. */
function findForwarded(attachments: unknown): Pick<Message, 'forwarded'> {
  if (!Array.isArray(attachments)) return {};
  const forwarded = attachments
    .filter(isRecord)
    .filter((one) => one['is_share'] === true || one['is_msg_unfurl'] === true);
  const texts = forwarded.map(({ text }) => text).filter(isText);
  return texts.length === 0 ? {} : { forwarded: texts.join('\n') };
}

function toSurface(event: Readonly<Record<string, unknown>>, text: string, botUser: string): Surface {
  if (event['channel_type'] === 'im') return 'direct';
  const isNamed = text.includes(`<@${botUser}>`) || text.includes(`<@${botUser}|`);
  return event['type'] === 'app_mention' || isNamed ? 'mention' : 'channel';
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
