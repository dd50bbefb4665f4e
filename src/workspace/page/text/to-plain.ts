// A plain_text object as it is shown: entities undone, emoji names as characters, nothing else. Pure.
import { toEmoji } from './emoji.ts';
import { unescapeText } from './parse-angle.ts';

export function toPlain(text: string): string {
  return unescapeText(text).replace(/:([a-z0-9_+-]+):/g, (typed, name: string) => toEmoji(name) ?? typed);
}
