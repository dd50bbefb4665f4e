// Slack's text format: `&amp; &lt; &gt;` escaped, `<…>` for mentions and links. Pure.
import type { Notifies } from '../conversation/stored-message.ts';

const NOBODY: Notifies = { userIds: [], usergroupIds: [], channel: false, here: false, everyone: false };

/** What stands between `<` and `>` where that is live: a mention, a date, a link. */
const LIVE =
  /<(@[UW][A-Z0-9]+(?:\|[^<>]*)?|#[CDG][A-Z0-9]+(?:\|[^<>]*)?|![a-z][^<>]*|(?:https?:\/\/|mailto:|tel:)[^<>]+)>/g;

/** Addresses outside `<…>`: Slack makes links of them. */
const BARE_ADDRESS = /https?:\/\/[^\s<>|]*[^\s<>|.,;:!?)\]}'"*_~`]/g;

export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

export function unescapeText(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

/** The text as Slack keeps what an app posted: what is not live is escaped, addresses become links. */
export function toStoredText(text: string): string {
  return mapAroundLive(text, (plain) => escapeLoose(plain).replace(BARE_ADDRESS, '<$&>'));
}

function escapeLoose(text: string): string {
  const ampersands = text.replace(/&(?!(?:amp|lt|gt);)/g, '&amp;');
  return ampersands.replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function mapAroundLive(text: string, change: (plain: string) => string): string {
  let result = '';
  let end = 0;
  for (const match of text.matchAll(LIVE)) {
    result += change(text.slice(end, match.index)) + match[0];
    end = match.index + match[0].length;
  }
  return result + change(text.slice(end));
}

/** The inside of each live `<…>`, in order. */
function readLive(text: string): readonly string[] {
  return [...text.matchAll(LIVE)].map((match) => match[1] ?? '');
}

/** Ids of the people a text mentions. */
export function readMentions(text: string): readonly string[] {
  const mentions = readLive(text).filter((live) => live.startsWith('@'));
  return [...new Set(mentions.map((live) => live.slice(1).split('|')[0] ?? ''))];
}

/** Addresses a text links to. */
export function readLinks(text: string): readonly string[] {
  const links = readLive(text).filter((live) => /^https?:/.test(live));
  return links.map((live) => unescapeText(live.split('|')[0] ?? ''));
}

/** Whom a text in Slack's format notifies. */
export function readNotifies(text: string): Notifies {
  const commands = readLive(text).filter((live) => live.startsWith('!'));
  const names = new Set(commands.map((live) => live.slice(1).split(/[|^]/)[0]));
  const groups = commands.filter((live) => live.startsWith('!subteam^'));
  return {
    userIds: readMentions(text),
    usergroupIds: groups.map((live) => live.slice('!subteam^'.length).split('|')[0] ?? ''),
    channel: names.has('channel') || names.has('group'),
    here: names.has('here'),
    everyone: names.has('everyone'),
  };
}

export function joinNotifies(all: readonly Notifies[]): Notifies {
  return all.reduce(
    (sum, one) => ({
      userIds: [...new Set([...sum.userIds, ...one.userIds])],
      usergroupIds: [...new Set([...sum.usergroupIds, ...one.usergroupIds])],
      channel: sum.channel || one.channel,
      here: sum.here || one.here,
      everyone: sum.everyone || one.everyone,
    }),
    NOBODY,
  );
}
