// What stands between `<` and `>` in Slack's text: a person, a channel, a group, a date or a link. Pure.
import { unescapeEntities } from '../reading/typed-text.ts';

/** Names for the ids in a text, as plain text; null where one is not known. */
export interface SlackNames {
  readonly person: (id: string) => string | null;
  readonly channel: (id: string) => string | null;
}

/** What stands for a person whose name is not known. */
const somebody = 'somebody';
/** A message in Slack: its address says nothing to a reader of a note, and holds ids. */
const slackMessage = /^https:\/\/[\w-]+(?:\.enterprise)?\.slack\.com\/(?:archives|team|files|client)\b/i;

/**
 * The words that stand for a token, and the address that they lead to or null. Null for what Slack would not make live. Groups and
 * broadcasts call nobody in a note: of a group the name stays. Its forms: https://docs.slack.dev/messaging/formatting-message-text
 */
export function readToken(
  token: string,
  names: SlackNames,
): { readonly label: string; readonly url: string | null } | null {
  const bar = token.indexOf('|');
  const target = unescapeEntities(bar < 0 ? token : token.slice(0, bar));
  const label = bar < 0 ? '' : unescapeEntities(token.slice(bar + 1)).trim();
  const plain = (text: string) => ({ label: text, url: null });
  if (/^@[UWB][A-Z0-9]+$/.test(target)) return plain(names.person(target.slice(1)) ?? (label || somebody));
  if (/^#[CGD][A-Z0-9]+$/.test(target)) {
    const name = names.channel(target.slice(1)) ?? label;
    return plain(name === '' ? '' : `#${name.replace(/^#/, '')}`);
  }
  if (target.startsWith('!')) return plain(label.replace(/^@/, ''));
  if (/^mailto:\S+$/i.test(target)) return { label: label || target.slice(7), url: target };
  if (!/^https?:\/\/\S+$/i.test(target) || !URL.canParse(target)) return null;
  if (slackMessage.test(target)) return plain(/^https?:/i.test(label) ? '' : label);
  return { label: label || target, url: target.replaceAll('{', '%7B').replaceAll('}', '%7D') };
}
