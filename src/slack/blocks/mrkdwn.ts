// Text made safe for Slack: nothing from a note, a question or a name becomes a live mention or link. Edge.
import { cutCharacters } from '../../answer/reading/cut-characters.ts';

const halfCharacter = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/**
 * Signs that turn the order of the letters behind them, beyond the text that they stand in: a name or a question would rewrite what stands
 * beside it. Arabic and Hebrew are written the right way round without them. https://www.unicode.org/reports/tr9/
 */
const directions = /[\u202a-\u202e\u2066-\u2069]/g;

/** Without signs that turn directions; with the sign for what cannot be read in the place of half a character. */
function toSound(text: string): string {
  return text.replace(directions, '').replace(halfCharacter, '\ufffd');
}

/** Escapes a text for mrkdwn. https://docs.slack.dev/messaging/formatting-message-text#escaping */
export function escapeMrkdwn(text: string): string {
  return toSound(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Escapes a text and cuts it so that it has at most `max` characters once it is escaped. */
export function escapeWithin(text: string, max: number): string {
  let cut = cutText(text, max);
  while (escapeMrkdwn(cut).length > max) cut = cutText(cut, Math.floor(cut.length * 0.8));
  return escapeMrkdwn(cut);
}

/** A longer address would leave no room for anything beside it in a block. */
const maxUrlCharacters = 500;
const maxLabelCharacters = 500;

/** A link in mrkdwn; only its label where the address is too long, or none that a browser should open. */
export function toLink(url: string | null, label: string): string {
  const safe = escapeWithin(label.replace(/\s+/g, ' ').trim(), maxLabelCharacters);
  if (url === null || url.length > maxUrlCharacters || !/^https?:\/\//.test(url)) return safe;
  const target = url.replaceAll('|', '%7C').replaceAll('<', '%3C').replaceAll('>', '%3E').replaceAll('&', '&amp;');
  return `<${target}|${safe.replaceAll('|', '¦')}>`;
}

/** A link in bold. A star or a backtick in its label would end the bold, or the link: it becomes a sign that looks like it. */
export function toBoldLink(url: string | null, label: string): string {
  return `*${toLink(url, label.replaceAll('*', '∗').replaceAll('`', 'ˋ'))}*`;
}

/** A bracket that opens a mention, written as itself or as an entity, with what a reader would overlook before the sign. */
const opening = '(?:<|&(?:amp;)*(?:lt|#0*60|#x0*3c);?)';
const sign = String.raw`[^\S\n\r]*[\u200b-\u200d\u2060\ufeff\\]*[!@#]`;
const wholeMention = new RegExp(String.raw`${opening}(${sign}[^<>&\n]*?)(?:>|&(?:amp;)*(?:gt|#0*62|#x0*3e);?)`, 'gi');
const openMention = new RegExp(`${opening}(?=${sign})`, 'gi');

/**
 * Markdown for Slack's `markdown` block with nothing in it that could be read as a mention: `<!channel>`, `<@U…>`, `<#C…>`
 * lose their brackets. Slack's pages do not say whether it reads them there, so they never get there.
 */
export function neutraliseMentions(markdown: string): string {
  return toSound(markdown).replace(wholeMention, '$1').replace(openMention, '‹');
}

/** Cuts a text to `max` characters, at a word where there is one, else between characters, with an ellipsis. */
export function cutText(text: string, max: number): string {
  if (text.length <= max) return toSound(text);
  const space = text.lastIndexOf(' ', max - 1);
  return `${toSound(space > max / 2 ? text.slice(0, space) : cutCharacters(text, max - 1)).trimEnd()}…`;
}
