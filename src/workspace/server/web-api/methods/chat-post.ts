// chat.postMessage and chat.postEphemeral. Edge: events go out.

import type { StoredChannel } from '../../conversation/channel-store.ts';
import { postEphemeral, postMessage } from '../../conversation/post-message.ts';
import { toSlackMessage } from '../../conversation/slack-message.ts';
import type { MessageApp } from '../../conversation/stored-message.ts';
import { APP_ID, BOT_ID, BOT_USER_ID } from '../../state/seed.ts';
import type { World } from '../../state/world.ts';
import { ApiFault } from '../api-fault.ts';
import type { Method } from '../method.ts';
import { findChannel, findPostingPlace, needPlaceToPost } from './channel-access.ts';
import { hasContent, readContent } from './message-content.ts';

export const chatPostMessage: Method = (world, args) => {
  const channel = findPostingPlace(world, args.needText('channel'));
  needPlaceToPost(world, channel);
  const content = readContent(args, true);
  if (!hasContent(content)) throw new ApiFault('no_text');
  const threadTs = args.text('thread_ts');
  needRoot(world, channel, threadTs);
  const username = args.text('username');
  const message = postMessage(world, {
    ...content,
    channel: channel.id,
    userId: BOT_USER_ID,
    app: botApp(world, username),
    threadTs,
    alsoInChannel: args.flag('reply_broadcast'),
    // A name of its own makes it a message of the old kind.
    ...(username !== undefined && { subtype: 'bot_message' }),
  });
  return {
    channel: channel.id,
    ts: message.ts,
    message: toSlackMessage(world.messages, message, { withMetadata: true }),
  };
};

export const chatPostEphemeral: Method = (world, args) => {
  const channel = findChannel(world, args.needText('channel'));
  if (!channel.memberIds.has(BOT_USER_ID)) throw new ApiFault('not_in_channel');
  const userId = args.needText('user');
  if (!channel.memberIds.has(userId)) throw new ApiFault('user_not_in_channel');
  const content = readContent(args, false);
  if (!hasContent(content)) throw new ApiFault('no_text');
  const draft = { ...content, channel: channel.id, userId: BOT_USER_ID, app: botApp(world, args.text('username')) };
  const message = postEphemeral(world, { ...draft, threadTs: args.text('thread_ts') }, userId);
  return { message_ts: message.ts };
};

/** How the bot signs its messages. */
export function botApp(world: World, username?: string): MessageApp {
  return { appId: APP_ID, botId: BOT_ID, name: username ?? world.app.botName };
}

/** A thread hangs on its root. A root that is gone is no fault: the message then goes to the channel. */
function needRoot(world: World, channel: StoredChannel, threadTs: string | undefined): void {
  const root = world.messages.root(channel.id, threadTs);
  if (root !== undefined && root.threadTs !== null) throw new ApiFault('cannot_reply_to_message');
}
