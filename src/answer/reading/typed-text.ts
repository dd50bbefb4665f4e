// What a person typed, out of the text Slack sends: no mentions, addresses, emoji, code blocks or quotations. Pure.

/** A message's text with line breaks kept, and whom it mentions. */
export interface TypedText {
  readonly text: string;
  /** The same with `MENTION` where somebody is mentioned. */
  readonly withMentions: string;
  /** Ids of people and of groups of people, in the order of the marks. */
  readonly mentioned: readonly string[];
}

/** Stands in `withMentions` for a person or a group mentioned. A private-use character, which no text keeps otherwise. */
export const MENTION = '\ue000';

const CODE_BLOCK = /```[\s\S]*?(?:```|$)/g;
const QUOTED_TO_THE_END = /^[ \t]*(?:&gt;){3}[\s\S]*$/m;
const QUOTED_LINE = /^[ \t]*(?:&gt;|>).*$/gm;
const TOKEN = /<([^<>\n]{1,4000})>/g;
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;
const CONTROL = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}]/gu;
const BARE_ADDRESS = /\bhttps?:\/\/[^\s<>|]+/gi;
const MAIL_ADDRESS = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/g;
const EMOJI_NAME = /(?<![\w:]):[a-z+-][\w+'-]{0,80}:(?::skin-tone-\d:)?(?!\w)/gi;
const EMOJI =
  /[\p{Emoji_Presentation}\p{Extended_Pictographic}]|\p{Emoji_Modifier}|\p{Regional_Indicator}|[\u20e3\ufe0f]/gu;
const EMPHASIS = /(?<![\p{L}\p{N}])[*_~`]+(?=\S)|(?<=\S)[*_~`]+(?![\p{L}\p{N}])/gu;
const BULLET = /^[ \t]*(?:[•◦▪‣*-]|\d{1,2}[.)])[ \t]+/gm;

/**
 * What stands for an angle-bracketed token of Slack's text: a link's or channel's label, a date's fallback, else nothing.
 * Its forms: https://docs.slack.dev/messaging/formatting-message-text
 */
function readToken(token: string): string {
  const [target = '', label = ''] = token.split('|', 2);
  if (target.startsWith('@') || target.startsWith('!subteam')) return ' ';
  if (target.startsWith('!')) return target.startsWith('!date') ? label : ' ';
  if (target.startsWith('#')) return label;
  if (/^[a-z][a-z+.-]*:/i.test(target)) return /^https?:\/\//i.test(label) ? ' ' : label;
  return `<${token}>`;
}

/** Undoes the three entities that Slack's texts escape. */
export function unescapeEntities(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

function tidy(text: string): string {
  return unescapeEntities(text)
    .replace(BARE_ADDRESS, ' ')
    .replace(MAIL_ADDRESS, ' ')
    .replace(EMOJI_NAME, ' ')
    .replace(EMOJI, ' ')
    .replace(EMPHASIS, '')
    .replace(BULLET, '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n\s*/g, '\n')
    .trim();
}

/** True for a message of nothing but emoji, and perhaps mentions: a nod. */
export function isOnlyEmoji(slackText: string): boolean {
  const words = slackText.replace(TOKEN, (token) => (token.startsWith('<@') ? ' ' : token)).replace(INVISIBLE, '');
  const rest = words.replace(EMOJI_NAME, '').replace(EMOJI, '');
  return rest !== words && /^[\s.,!]*$/.test(rest);
}

/** Reads the text of a Slack message (`<@U…>`, `<https://…|label>`, `&amp;` …) as what its writer said in words. Never throws. */
export function toTypedText(slackText: string): TypedText {
  const source = slackText
    .replace(/\r\n?/g, '\n')
    .replace(CODE_BLOCK, '\n')
    .replace(QUOTED_TO_THE_END, '')
    .replace(QUOTED_LINE, '')
    .replace(INVISIBLE, '')
    .replace(CONTROL, (character) => (character === '\n' ? '\n' : ' '));
  const mentioned: string[] = [];
  const words = source.replace(TOKEN, (_, token: string) => {
    const user = /^(?:@([UW][A-Z0-9]+)|!subteam\^([A-Z0-9]+))/
      .exec(token)
      ?.slice(1)
      .find((id) => id !== undefined);
    if (user === undefined) return readToken(token);
    mentioned.push(user);
    return MENTION;
  });
  const withMentions = tidy(words);
  return { text: tidy(withMentions.replaceAll(MENTION, ' ')), withMentions, mentioned };
}
