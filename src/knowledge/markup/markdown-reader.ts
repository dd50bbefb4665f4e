// Markdown as the tokens of markdown-it: CommonMark with GitHub's tables, deletions, bare addresses, and footnotes. Pure.
import createMarkdownIt, { type MarkdownIt, type StateBlock, type Token } from 'markdown-it';
import footnotes from 'markdown-it-footnote';

/** Encodes what may stand in no address; what is encoded already, or looks like it, stays. */
function encodeAddress(address: string): string {
  return address.replace(/[^!#$%&'()*+,\-./0-9:;=?@A-Z_a-z~]/gu, (sign) =>
    encodeURIComponent(sign.replace(/\p{Cs}/u, '\ufffd')),
  );
}

/** In MDX indented text is text: what stands four or more to the right of its block is moved back, with all that follows as far to the right. */
function dedent(state: StateBlock, start: number, end: number): boolean {
  const indent = state.sCount[start] ?? 0;
  const excess = indent - state.blkIndent;
  if (excess < 4) return false;
  for (let line = start; line < end; line += 1) {
    if (state.isEmpty(line)) continue;
    if ((state.sCount[line] ?? 0) < indent) break;
    state.sCount[line] = (state.sCount[line] ?? 0) - excess;
  }
  return false;
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
  // Of bare addresses without a scheme only those that begin with www.
  const { linkify } = reader;
  linkify.set({ fuzzyLink: true }).add('ftp:', null).add('//', null);
  const match = linkify.match.bind(linkify);
  linkify.match = (text) => match(text)?.filter(({ schema, raw }) => schema !== '' || /^www\./i.test(raw)) ?? null;
  if (isMdx) {
    reader.block.ruler.disable('code');
    reader.block.ruler.before('table', 'dedent', dedent, { alt: ['paragraph', 'reference', 'blockquote', 'list'] });
  }
  return reader;
}

const usual = createReader(false);
const mdx = createReader(true);

/** Takes any text, in time proportional to its length. */
export function readMarkdown(text: string, isMdx = false): readonly Token[] {
  return (isMdx ? mdx : usual).parse(text, {});
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
