// What the composer makes of typed text: Slack's text and one rich_text block. Pure.
import { escapeText } from '../block-kit/slack-text.ts';
import type { JsonObject } from '../state/json.ts';
import type { World } from '../state/world.ts';

export interface Composed {
  readonly text: string;
  readonly blocks: readonly JsonObject[];
}

interface Part {
  readonly text: string;
  readonly element: JsonObject;
}

/** Mentions by id or handle, channels, addresses, and words in `*` `_` `~` or backquotes. */
const LIVE =
  /<@([UW][A-Z0-9]+)>|<#(C[A-Z0-9]+)(?:\|[^>]*)?>|(?<![\w@])@([a-z0-9._-]*[a-z0-9])|(?<![\w#])#([a-z0-9_-]+)|(https?:\/\/[^\s<>]*[^\s<>.,;:!?)\]}'"])|(?<![\w*_~`])([*_~`])(\S(?:[^\n]{0,300}?\S)?)\6(?![\w*_~`])/gi;

const BROADCASTS = new Set(['here', 'channel', 'everyone']);
const STYLES: Readonly<Record<string, string>> = { '*': 'bold', _: 'italic', '~': 'strike', '`': 'code' };

/** `typed`: as in `UiCalls.post`. What is not known stays plain text. */
export function compose(world: World, typed: string): Composed {
  const parts: Part[] = [];
  let end = 0;
  for (const match of typed.matchAll(LIVE)) {
    const part = toLivePart(world, match);
    if (part === null) continue;
    if (match.index > end) parts.push(toPlainPart(typed.slice(end, match.index)));
    parts.push(part);
    end = match.index + match[0].length;
  }
  if (end < typed.length) parts.push(toPlainPart(typed.slice(end)));
  const section = { type: 'rich_text_section', elements: parts.map((part) => part.element) };
  return {
    text: parts.map((part) => part.text).join(''),
    blocks: [{ type: 'rich_text', elements: [section] }],
  };
}

function toPlainPart(text: string): Part {
  return { text: escapeText(text), element: { type: 'text', text } };
}

function toLivePart(world: World, match: RegExpMatchArray): Part | null {
  const [, userId, channelId, handle, channelName, url, mark, styled] = match;
  if (userId !== undefined) return toUserPart(world, userId);
  if (channelId !== undefined) return toChannelPart(world, channelId);
  if (handle !== undefined) return toHandlePart(world, handle.toLowerCase());
  if (channelName !== undefined) return toChannelPart(world, channelName);
  if (url !== undefined) return { text: `<${escapeText(url)}>`, element: { type: 'link', url } };
  const style = STYLES[mark ?? ''];
  if (style === undefined || styled === undefined) return null;
  const element = { type: 'text', text: styled, style: { [style]: true } };
  return { text: escapeText(match[0]), element };
}

function toUserPart(world: World, userId: string): Part | null {
  if (!world.users.has(userId)) return null;
  return { text: `<@${userId}>`, element: { type: 'user', user_id: userId } };
}

function toChannelPart(world: World, idOrName: string): Part | null {
  const channel = world.channels.find(idOrName);
  if (channel === undefined || channel.kind === 'direct') return null;
  return { text: `<#${channel.id}|${channel.name}>`, element: { type: 'channel', channel_id: channel.id } };
}

function toHandlePart(world: World, handle: string): Part | null {
  if (BROADCASTS.has(handle)) return { text: `<!${handle}>`, element: { type: 'broadcast', range: handle } };
  const user = [...world.users.values()].find(({ name }) => name === handle);
  return user === undefined ? null : toUserPart(world, user.id);
}
