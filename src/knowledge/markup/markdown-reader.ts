// Markdown as the tokens of markdown-it: CommonMark with GitHub's tables, deletions, bare addresses, and footnotes. Pure.
import createMarkdownIt, { type MarkdownIt, type Token } from 'markdown-it';
import footnotes from 'markdown-it-footnote';
import { limitIndents } from './limit-indents.ts';

/** Encodes what may stand in no address; what is encoded already, or looks like it, stays. */
function encodeAddress(address: string): string {
  return address.replace(/[^!#$%&'()*+,\-./0-9:;=?@A-Z_a-z~]/gu, (sign) =>
    encodeURIComponent(sign.replace(/\p{Cs}/u, '\ufffd')),
  );
}

function createReader(isMdx: boolean): MarkdownIt {
  const reader = createMarkdownIt({ html: true, linkify: true }).use(footnotes);
  // Their definitions stay where they are written; `^[…]` is none of GitHub's.
  reader.core.ruler.disable('footnote_tail');
  reader.inline.ruler.disable('footnote_inline');
  // Addresses are left as they are typed: what a link may lead to is decided where it is written.
  reader.validateLink = () => true;
  reader.normalizeLink = encodeAddress;
  reader.normalizeLinkText = (address) => address;
  // A mail address stands behind any quotation mark or bracket, not behind " and ( alone.
  const mailName = new RegExp(
    `(?:^|[\\s<>｜"\\p{Ps}\\p{Pi}\\p{Pf}\\p{Cc}])(${reader.linkify.re.get_mail_name().source})$`,
    'u',
  );
  reader.linkify.re.get_mail_name_validator = () => mailName;
  // Of bare addresses without a scheme only those that begin with www.
  const { linkify } = reader;
  linkify.set({ fuzzyLink: true }).add('ftp:', null).add('//', null);
  const [test, match] = [linkify.test.bind(linkify), linkify.match.bind(linkify)];
  linkify.test = (text) => /www\.|:\/\/|@/i.test(text) && test(text);
  linkify.match = (text) => match(text)?.filter(({ schema, raw }) => schema !== '' || /^www\./i.test(raw)) ?? null;
  if (isMdx) reader.block.ruler.disable('code');
  return reader;
}

const usual = createReader(false);
const mdx = createReader(true);

/** Takes any text, in time proportional to its length. */
export function readMarkdown(text: string, isMdx = false): readonly Token[] {
  return isMdx ? mdx.parse(limitIndents(text), {}) : usual.parse(text, {});
}

/** A block with the tokens inside it, none where it holds none. */
export interface TokenBlock {
  readonly token: Token;
  readonly inner: readonly Token[];
}

/** The outermost blocks of a row of tokens. */
export function toTokenBlocks(tokens: readonly Token[]): readonly TokenBlock[] {
  const found: TokenBlock[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined) break;
    const isEnd = ({ nesting, level }: Token, place: number) => place > at && nesting === -1 && level === token.level;
    const close = token.nesting === 1 ? tokens.findIndex(isEnd) : at;
    const end = close === -1 ? tokens.length : close;
    found.push({ token, inner: tokens.slice(at + 1, end) });
    at = end;
  }
  return found;
}

/** A heading with the lines that it stands on, from 1 on. */
export interface TypedHeading {
  readonly depth: number;
  readonly line: number;
  readonly lastLine: number;
}

/** The headings of Markdown that stand in no quotation, list or HTML. */
export function listHeadings(text: string): readonly TypedHeading[] {
  return readMarkdown(text)
    .filter(({ type, level }) => type === 'heading_open' && level === 0)
    .map(({ tag, map }) => ({ depth: Number(tag.slice(1)), line: (map?.[0] ?? 0) + 1, lastLine: map?.[1] ?? 1 }));
}
