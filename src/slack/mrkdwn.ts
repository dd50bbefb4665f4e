// Text made safe for Slack: nothing from a note, a question or a name becomes a live mention or link. Edge.

/** Escapes a text for mrkdwn. https://docs.slack.dev/messaging/formatting-message-text#escaping */
export function escapeMrkdwn(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** A link in mrkdwn; only its label where the address is none that a browser should open. */
export function toLink(url: string | null, label: string): string {
  const safe = escapeMrkdwn(label.replace(/\s+/g, ' ').trim());
  if (url === null || !/^https?:\/\//.test(url)) return safe;
  const target = url.replaceAll('|', '%7C').replaceAll('<', '%3C').replaceAll('>', '%3E').replaceAll('&', '&amp;');
  return `<${target}|${safe.replaceAll('|', '¦')}>`;
}

/**
 * Markdown for Slack's `markdown` block with nothing in it that could be read as a mention: `<!channel>`, `<@U…>`, `<#C…>`
 * lose their brackets. Slack's pages do not say whether it reads them there, so they never get there.
 */
export function neutraliseMentions(markdown: string): string {
  return markdown.replace(/(?:<|&lt;)(?=[!@#])([!@#][^<>\n]*?)(?:>|&gt;)/g, '$1').replace(/<(?=[!@#])/g, '‹');
}

/** Cuts a text to `max` characters, at a word where there is one, with an ellipsis. */
export function cutText(text: string, max: number): string {
  if (text.length <= max) return text;
  const space = text.lastIndexOf(' ', max - 1);
  return `${text.slice(0, space > max / 2 ? space : max - 1).trimEnd()}…`;
}
