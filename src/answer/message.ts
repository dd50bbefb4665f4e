// A message as the bot sees it, whatever surface it came by. Pure.

/**
 * Where somebody spoke to the bot, or did not. `channel`: a plain channel message; `mention`: one that names the bot;
 * `direct`: a direct message; `command`: the slash command.
 */
export type Surface = 'channel' | 'mention' | 'direct' | 'command';

/** What somebody posted. Together `team`, `channel` and `ts` name a message. */
export interface Message {
  readonly team: string;
  readonly channel: string;
  /** Slack's timestamp of the message: its id within the channel. For a command, a unique id of our own. */
  readonly ts: string;
  /** Timestamp of the thread's parent, or null for a top-level message. */
  readonly threadTs: string | null;
  readonly user: string;
  /** The text as Slack sends it, entities and mentions included. */
  readonly text: string;
  /** What it forwards of another message, as Slack sends it; left out where it forwards nothing. */
  readonly forwarded?: string;
  readonly surface: Surface;
  /** True for a reply in a thread that was also sent to the channel. */
  readonly isBroadcast: boolean;
}

/** The timestamp of the thread in which a reply to this message belongs. */
export function threadOf(message: Message): string {
  return message.threadTs ?? message.ts;
}

/**
 * The thread in which this message is answered, or null where the reply stands beside it: a direct message is a flat conversation, except
 * under Slack's agent view, where each message begins a thread.
 */
export function replyThreadOf(message: Message, isAgentView: boolean): string | null {
  return message.surface === 'direct' && !isAgentView ? message.threadTs : threadOf(message);
}

/** What names a message, for whatever is kept about it. */
export function placeOf(message: Message): { readonly team: string; readonly channel: string; readonly ts: string } {
  return { team: message.team, channel: message.channel, ts: message.ts };
}
