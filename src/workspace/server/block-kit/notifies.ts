// Whom a message notifies: computed from all it holds, so that a test can prove that nothing in it calls anybody. Pure.

import type { Notifies } from '../conversation/stored-message.ts';
import { isObject, type JsonObject } from '../state/json.ts';
import { joinNotifies, readNotifies } from './slack-text.ts';

const NOBODY: Notifies = { userIds: [], usergroupIds: [], channel: false, here: false, everyone: false };

/**
 * Text, blocks and attachments together. Plain text calls nobody. Slack's documentation does not say whether `<@U…>` and
 * `<!channel>` are live inside a `markdown` block: here they are, wherever they stand in it, so that nothing relies on it.
 */
export function toNotifies(text: string, blocks: readonly JsonObject[], attachments: readonly JsonObject[]): Notifies {
  return joinNotifies([readNotifies(text), ...blocks.map(inside), ...attachments.map(inside)]);
}

function inside(value: unknown): Notifies {
  if (Array.isArray(value)) return joinNotifies(value.map(inside));
  if (!isObject(value)) return NOBODY;
  return joinNotifies([ofElement(value), ...Object.values(value).map(inside)]);
}

function ofElement(element: JsonObject): Notifies {
  const { type } = element;
  if ((type === 'mrkdwn' || type === 'markdown') && typeof element['text'] === 'string')
    return readNotifies(element['text']);
  if (type === 'user' && typeof element['user_id'] === 'string') return { ...NOBODY, userIds: [element['user_id']] };
  if (type === 'usergroup' && typeof element['usergroup_id'] === 'string')
    return { ...NOBODY, usergroupIds: [element['usergroup_id']] };
  if (type === 'broadcast') {
    const { range } = element;
    return { ...NOBODY, channel: range === 'channel', here: range === 'here', everyone: range === 'everyone' };
  }
  // Attachments of the old kind carry mrkdwn in bare strings.
  const legacy = [element['pretext'], type === undefined ? element['text'] : undefined];
  return joinNotifies(legacy.filter((text) => typeof text === 'string').map(readNotifies));
}
