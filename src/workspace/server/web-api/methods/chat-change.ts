// chat.update and chat.delete. Edge: events go out.
import { editMessage } from '../../conversation/change-message.ts';
import { removeMessage } from '../../conversation/remove-message.ts';
import { toSlackMessage } from '../../conversation/slack-message.ts';
import { BOT_ID } from '../../state/seed.ts';
import { ApiFault } from '../api-fault.ts';
import type { Method } from '../method.ts';
import { findChannel, findMessage } from './channel-access.ts';
import { readContent } from './message-content.ts';

/**
 * What is not given stays, but for one thing: text without blocks takes the blocks away, else it would not show. Only such a
 * change marks the message as edited: https://docs.slack.dev/reference/methods/chat.update.
 */
export const chatUpdate: Method = (world, args) => {
  const channel = findChannel(world, args.needText('channel'));
  const message = findMessage(world, channel, args.needText('ts'));
  if (message.app?.botId !== BOT_ID) throw new ApiFault('cant_update_message');
  const content = readContent(args, false);
  const hasText = args.has('text') || args.has('markdown_text');
  const hasBlocks = args.has('blocks') || args.has('markdown_text');
  if (!hasText && !hasBlocks && !args.has('attachments')) throw new ApiFault('no_text');
  const edited = editMessage(world, message, {
    text: hasText ? content.text : message.text,
    blocks: hasText || hasBlocks ? content.blocks : message.blocks,
    attachments: args.has('attachments') ? content.attachments : message.attachments,
    metadata: content.metadata === undefined ? message.metadata : content.metadata,
    isMarked: !hasBlocks,
  });
  return {
    channel: channel.id,
    ts: edited.ts,
    text: edited.text,
    message: toSlackMessage(world.messages, edited, { withMetadata: true }),
  };
};

export const chatDelete: Method = (world, args) => {
  const channel = findChannel(world, args.needText('channel'));
  const message = findMessage(world, channel, args.needText('ts'));
  if (message.subtype === 'tombstone') throw new ApiFault('message_not_found');
  if (message.app?.botId !== BOT_ID) throw new ApiFault('cant_delete_message');
  removeMessage(world, message);
  return { channel: channel.id, ts: message.ts };
};
