// Reads what a message in the workspace shows and does, as a person would see it.
import type { StoredMessage } from '../../src/workspace/server/conversation/stored-message.ts';

type Json = Record<string, unknown>;

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value as Json).flatMap(([key, inner]) =>
    ['text', 'elements', 'fields', 'title'].includes(key) ? textsIn(inner) : [],
  );
}

/** Everything written in its blocks, in order. */
export function shown(message: StoredMessage): string {
  return message.blocks.flatMap(textsIn).join('\n');
}

/** Addresses that its blocks link to, in order and without repetition. */
export function linksIn(message: StoredMessage): string[] {
  return [...new Set([...shown(message).matchAll(/<(https?:[^|>]+)/g)].map(([, url]) => url ?? ''))];
}

/** What is written on its buttons. */
export function buttonsIn(message: StoredMessage): string[] {
  const actions = message.blocks.filter(({ type }) => type === 'actions' || type === 'context_actions');
  const sidesOf = (element: Json) => [element['positive_button'], element['negative_button'], element] as Json[];
  const elements = actions.flatMap((block) => (block['elements'] as Json[]).flatMap(sidesOf));
  return textsIn(elements.map((element) => element?.['text']));
}

/** Whom it would notify; empty for nobody. */
export function notifiedBy({ notifies }: StoredMessage): string[] {
  const { userIds, usergroupIds, channel, here, everyone } = notifies;
  const all = { channel, here, everyone };
  const groups = Object.entries(all).filter(([, is]) => is);
  return [...userIds, ...usergroupIds, ...groups.map(([name]) => name)];
}
