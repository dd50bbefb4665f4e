// A message's text as a person would type it, for editing. Pure.
import type { Channel, User } from '../../page-api.ts';
import { parseAngle, unescapeText } from '../text/parse-angle.ts';

function toTypedMention(
  kind: 'user' | 'channel',
  id: string,
  users: readonly User[],
  channels: readonly Channel[],
): string {
  const mark = kind === 'user' ? '@' : '#';
  const known = (kind === 'user' ? users : channels).find((one) => one.id === id);
  return known === undefined ? `<${mark}${id}>` : `${mark}${known.name}`;
}

/** Slack text back to what was typed: `<@U1>` to `@ana`, `<#C1|x>` to `#x`, links to their address. */
export function toTyped(text: string, users: readonly User[], channels: readonly Channel[]): string {
  return text
    .split(/(<[^<>\n]+>)/)
    .map((part, index) => {
      const inline = index % 2 === 1 ? parseAngle(part.slice(1, -1)) : null;
      if (inline?.kind === 'user' || inline?.kind === 'channel')
        return toTypedMention(inline.kind, inline.id, users, channels);
      if (inline?.kind === 'broadcast') return inline.label;
      if (inline?.kind === 'link') return unescapeText(part.slice(1, -1).split('|')[0] ?? '').replace(/^mailto:/, '');
      return unescapeText(part);
    })
    .join('');
}
