// An oracle of its own: parses everything that a call of the Web API would bring to Slack, and finds what would be live there.
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';

type Json = Readonly<Record<string, unknown>>;

const protocols = /^(?:https?|mailto):/i;
const markdown = unified().use(remarkParse).use(remarkGfm).freeze();

/** Where something is wrong: live mentions, links that are not for the web or mail, what is not escaped, half characters, turned directions. */
export function findLive(fields: Json): readonly string[] {
  const found: string[] = [];
  for (const [name, value] of Object.entries(fields)) {
    if (name === 'text' && typeof value === 'string') found.push(...inMrkdwn(value));
    else if (typeof value === 'string' && /^[[{]/.test(value)) found.push(...inValue(readJson(value)));
    else found.push(...inValue(value));
    if (typeof value === 'string' && !isWellFormed(value)) found.push(`half a character in ${name}`);
    if (/[\u202a-\u202e\u2066-\u2069]/.test(JSON.stringify(value)))
      found.push(`a sign that turns directions in ${name}`);
  }
  return found;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function inValue(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(inValue);
  if (typeof value !== 'object' || value === null) return [];
  const { type, text, url, ...rest } = value as Json;
  const found = Object.values(rest).flatMap(inValue);
  if (typeof text === 'object') found.push(...inValue(text));
  if (type === 'mrkdwn') found.push(...inMrkdwn(String(text)));
  if (type === 'markdown') found.push(...inMarkdown(String(text)));
  if (['user', 'usergroup', 'broadcast', 'channel'].includes(String(type))) found.push(`a live ${String(type)}`);
  if (typeof url === 'string' && !protocols.test(url)) found.push(`an address ${url}`);
  if (typeof text === 'string' && !isWellFormed(text)) found.push('half a character');
  return found;
}

/** https://docs.slack.dev/messaging/formatting-message-text: what stands in angle brackets is live; everything else is escaped. */
function inMrkdwn(text: string): readonly string[] {
  const found: string[] = [];
  const bare = text.replace(/<([^<>]*)>/g, (_, inside: string) => {
    const [target = ''] = inside.split('|', 1);
    if (!protocols.test(target)) found.push(`live <${inside}>`);
    return '';
  });
  if (/</.test(bare)) found.push(`an open angle bracket in ${bare.slice(0, 80)}`);
  if (/&(?!amp;|lt;|gt;)/.test(text)) found.push(`a bare & in ${text.slice(0, 80)}`);
  return found;
}

function inMarkdown(text: string): readonly string[] {
  const found = [...text.matchAll(/<[!@#][^>]*>/g)].map(([live]) => `live ${live}`);
  visit(markdown.parse(text), ['link', 'definition', 'image'], (node) => {
    const { url } = node as unknown as { readonly url: string };
    if (!protocols.test(url)) found.push(`an address ${url}`);
  });
  return found;
}

function isWellFormed(text: string): boolean {
  return !/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(text);
}
