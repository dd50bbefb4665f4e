// chat.update and chat.delete. Edge: events go out.
import { editMessage } from '../../conversation/change-message.ts';
import { removeMessage } from '../../conversation/remove-message.ts';
import { toSlackMessage } from '../../conversation/slack-message.ts';
import { BOT_ID } from '../../state/seed.ts';
import { ApiFault } from '../api-fault.ts';
import type { Method } from '../method.ts';
import { findChannel, findMessage } from './channel-access.ts';
import { hasContent, readContent } from './message-content.ts';

/**
 * What is not given stays: text without blocks keeps the blocks away, as in Slack, where the new text would otherwise not
 * show. Metadata not given again is taken as removed.
 */
export const chatUpdate: Method = (world, args) => {
  const channel = findChannel(world, args.needText('channel'));
  const message = findMessage(world, channel, args.needText('ts'));
  if (message.app?.botId !== BOT_ID) throw new ApiFault('cant_update_message');
  const content = readContent(args, false);
  if (!hasContent(content) && !args.has('blocks') && !args.has('attachments')) throw new ApiFault('no_text');
  const edited = editMessage(world, message, {
    text: args.has('text') || args.has('markdown_text') ? content.text : message.text,
    blocks: content.blocks,
    attachments: args.has('attachments') ? content.attachments : message.attachments,
    metadata: content.metadata ?? null,
    isMarked: true,
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
