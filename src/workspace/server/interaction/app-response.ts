// What an app says in answer to a command or an interaction: through a response URL, or in its acknowledgement. Edge.
import { checkBlocks } from '../block-kit/check-blocks.ts';
import { toStoredText } from '../block-kit/slack-text.ts';
import { editMessage } from '../conversation/change-message.ts';
import { type NewMessage, postEphemeral, postMessage } from '../conversation/post-message.ts';
import { removeMessage } from '../conversation/remove-message.ts';
import type { StoredMessage } from '../conversation/stored-message.ts';
import { type JsonObject, toObjects, toText } from '../state/json.ts';
import { BOT_USER_ID } from '../state/seed.ts';
import type { World } from '../state/world.ts';
import { botApp } from '../web-api/methods/chat-post.ts';
import type { ResponsePlace } from './response-urls.ts';

/** Slack's error code, or null where the response was shown. */
export function applyResponse(world: World, place: ResponsePlace, response: JsonObject): string | null {
  const original = place.messageTs === null ? undefined : world.messages.get(place.channel, place.messageTs);
  if (response['delete_original'] === true) return deleteOriginal(world, original);
  const blocks = toObjects(response['blocks']);
  if (response['blocks'] !== undefined && checkBlocks(response['blocks'], 'message').length > 0)
    return 'invalid_blocks';
  const text = toStoredText(toText(response['text']));
  const attachments = toObjects(response['attachments']);
  if (text === '' && blocks.length === 0 && attachments.length === 0) return 'no_text';
  const content = { text, blocks, attachments };
  if (response['replace_original'] === true && place.messageTs !== null) {
    if (original === undefined) return 'message_not_found';
    editMessage(world, original, { ...content, metadata: original.metadata, isMarked: original.visibleTo === null });
    return null;
  }
  postNew(world, place, response, content);
  return null;
}

function deleteOriginal(world: World, original: StoredMessage | undefined): string | null {
  if (original === undefined) return 'message_not_found';
  removeMessage(world, original);
  return null;
}

function postNew(
  world: World,
  place: ResponsePlace,
  response: JsonObject,
  content: Pick<NewMessage, 'text' | 'blocks' | 'attachments'>,
): void {
  const threadTs = toText(response['thread_ts']);
  const draft: NewMessage = {
    ...content,
    channel: place.channel,
    userId: BOT_USER_ID,
    app: botApp(world),
    subtype: 'bot_message',
    ...(threadTs !== '' && { threadTs }),
  };
  if (response['response_type'] === 'in_channel') postMessage(world, draft);
  else postEphemeral(world, draft, place.userId);
}
