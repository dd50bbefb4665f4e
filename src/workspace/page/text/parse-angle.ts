// What stands between `<` and `>` in Slack's markup: a mention, a date or a link. Pure.
import { toSafeUrl } from './safe-url.ts';
import type { Inline } from './text-node.ts';

const broadcasts = new Set(['channel', 'here', 'everyone']);

/** Undoes the three entities that Slack's texts escape. */
export function unescapeText(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

function splitAt(text: string, mark: string): readonly [string, string | null] {
  const at = text.indexOf(mark);
  return at < 0 ? [text, null] : [text.slice(0, at), text.slice(at + 1)];
}

function parseCommand(inside: string): Inline | null {
  const [command, label] = splitAt(inside, '|');
  if (broadcasts.has(command)) return { kind: 'broadcast', label: `@${command}` };
  if (command.startsWith('subteam^')) {
    const name = unescapeText(label ?? 'group');
    return { kind: 'broadcast', label: name.startsWith('@') ? name : `@${name}` };
  }
  if (!command.startsWith('date^')) return null;
  const [, seconds = '', format = ''] = command.split('^');
  return { kind: 'date', seconds: Number.parseInt(seconds, 10), format, fallback: unescapeText(label ?? '') };
}

/** The inside of `<…>` as an inline, or null where it is nothing that Slack would make live. */
export function parseAngle(inside: string): Inline | null {
  if (inside.startsWith('!')) return parseCommand(inside.slice(1));
  const [target, label] = splitAt(inside, '|');
  const text = label === null || label === '' ? null : unescapeText(label);
  if (/^@[UWB][A-Z0-9]+$/.test(target)) return { kind: 'user', id: target.slice(1), label: text };
  if (/^#[CGD][A-Z0-9]+$/.test(target)) return { kind: 'channel', id: target.slice(1), label: text };
  const address = unescapeText(target);
  const url = toSafeUrl(address);
  const shown = text ?? address.replace(/^mailto:/, '');
  return url === null ? null : { kind: 'link', url, children: [{ kind: 'text', text: shown }] };
}
